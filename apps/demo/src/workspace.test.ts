import { parseWorkspace } from '@baton/workspace';
import { expect, test } from 'vitest';
import { demoWebhookSecret, demoWorkspace } from './workspace.ts';

const addresses = { website: 'http://127.0.0.1:9001', letterbox: 'http://127.0.0.1:9002' };

test('the demo workspace is a workspace without a warning', () => {
  const parsed = parseWorkspace(JSON.parse(JSON.stringify(demoWorkspace(addresses))));
  expect(parsed).toMatchObject({ ok: true, warnings: [] });
});

test('its form may be embedded by its website and its webhook goes to its letterbox', () => {
  expect(demoWorkspace(addresses)).toMatchObject({
    destinations: [{ url: 'http://127.0.0.1:9002/webhook', secret: demoWebhookSecret }, { kind: 'email' }],
    forms: [{ websites: ['http://127.0.0.1:9001', 'http://localhost:9001'] }],
  });
});

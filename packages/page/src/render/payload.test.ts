import { expect, test } from 'vitest';
import { demoRequest, fieldOfKind, publish, publishFields } from '../../test/forms.ts';
import { embedPayload } from './payload.ts';

test('the payload survives JSON and holds nothing that a visitor may not know', () => {
  const published = publish({
    steps: [
      {
        id: 's1',
        title: 'One',
        fields: [{ ...fieldOfKind.text, attribute: 'secret_attribute', ask: 'untilKnown' }],
      },
    ],
    outcomes: [
      { id: 'vip', when: { tier: 'secret_tier' }, show: { kind: 'redirect', url: 'https://secret.example' } },
      { id: 'rest', show: { kind: 'message', text: 'secret words' } },
    ],
    websites: ['https://secret.example'],
    protection: { minSeconds: 3 },
  });
  const payload = embedPayload(published, {});
  expect(JSON.parse(JSON.stringify(payload))).toEqual(payload);
  expect(JSON.stringify(payload)).not.toMatch(/secret|minSeconds|untilKnown/);
});

test('only words that this form can need travel', () => {
  const { texts } = embedPayload(publishFields(fieldOfKind.email), {});
  expect(texts).toMatchObject({ not_email: expect.any(String), sending: 'Sending…', progress: '' });
  expect(texts).not.toHaveProperty('not_date');
  expect(texts).not.toHaveProperty('not_found_title');
  expect(embedPayload(demoRequest, { language: 'de' }).texts).toMatchObject({ next: 'Weiter' });
});

test('countries travel as codes, and only where they are asked for', () => {
  const payload = embedPayload(publishFields(fieldOfKind.country), {});
  expect(payload.html).not.toContain('Germany');
  expect(payload.html).toContain('data-countries');
  expect(payload.countries).toMatch(/^(?:[A-Z]{2}){240,}$/);
  expect(embedPayload(publishFields(fieldOfKind.text), {})).not.toHaveProperty('countries');
});

test('the hosted page is not sent twice', () => {
  expect(embedPayload(demoRequest, { hosted: true })).toMatchObject({ html: '', css: '' });
});

test('an embedded form is closed nowhere: its script is there before it is', () => {
  expect(embedPayload(demoRequest, {}).html).not.toContain('data-waits');
});

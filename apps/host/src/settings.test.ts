import { expect, test } from 'vitest';
import { allowedBlocks, settingsIn } from './settings.ts';

test('only Baton’s own settings pass, and empty ones are absent', () => {
  expect(settingsIn({ BATON_SMTP: 'smtp://x', BATON_URL: '', HOME: '/root', BATON_OTHER: 'x' })).toEqual({
    BATON_SMTP: 'smtp://x',
  });
});

test.each([
  [false, [], ['public']],
  [true, ['127.0.0.1:1'], ['public', 'private']],
  [false, ['127.0.0.1:8789', '127.0.0.1:8790'], ['public', '127.0.0.1/32']],
  [false, ['[::1]:8789'], ['public', '::1/128']],
  [false, ['crm.internal:80'], ['public', 'private']],
])('private allowed: %s, trusted: %j opens %j', (allowPrivate, trusted, blocks) => {
  expect(allowedBlocks(allowPrivate, trusted)).toEqual(blocks);
});

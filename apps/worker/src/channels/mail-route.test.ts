import { expect, test } from 'vitest';
import { mailRoute } from './mail-route.ts';

const SEND_EMAIL = { send: () => Promise.resolve() };
const BATON_MAIL_FROM = 'Baton <baton@rampline.example>';

test('mail leaves by the own server before Resend before the binding, or not at all', () => {
  const all = { BATON_SMTP: 'smtp://mail', BATON_RESEND_KEY: 're_1', BATON_MAIL_FROM, SEND_EMAIL };
  expect(mailRoute(all)).toEqual({ by: 'smtp', url: 'smtp://mail', from: BATON_MAIL_FROM });
  expect(mailRoute({ ...all, BATON_SMTP: '' })).toEqual({ by: 'resend', key: 're_1', from: BATON_MAIL_FROM });
  expect(mailRoute({ BATON_MAIL_FROM, SEND_EMAIL })).toEqual({
    by: 'binding',
    binding: SEND_EMAIL,
    from: BATON_MAIL_FROM,
  });
  expect(mailRoute({ BATON_SMTP: '', BATON_RESEND_KEY: '', BATON_MAIL_FROM })).toBeNull();
});

test('only the own server has a sender when none is set', () => {
  expect(mailRoute({ BATON_SMTP: 'smtp://mail' })).toMatchObject({ from: 'baton@localhost.invalid' });
  expect(mailRoute({ BATON_RESEND_KEY: 're_1' })).toMatchObject({ from: '' });
});

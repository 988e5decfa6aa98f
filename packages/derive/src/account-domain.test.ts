import { expect, test } from 'vitest';
import { accountDomain, companyDomain } from './index.ts';

test.each([
  ['acme.com', 'acme.com'],
  ['  ACME.com. ', 'acme.com'],
  ['https://www.acme.co.uk/about?x=1', 'acme.co.uk'],
  ['http://shop.acme.de:8080/#top', 'acme.de'],
  ['Anna.Berg@mail.acme.com', 'acme.com'],
  ['münchen.de', 'xn--mnchen-3ya.de'],
])('%s is the company at %s', (text, domain) => {
  expect(accountDomain(text)).toEqual({ ok: true, domain });
  expect(companyDomain(`somebody@${domain}`)).toBe(domain);
});

test.each(['gmail.com', 'www.hotmail.co.uk', 'mailinator.com'])(
  'at %s there are mailboxes for everybody, and no company',
  (text) => {
    expect(accountDomain(text)).toEqual({ ok: false, code: 'free_mail_domain' });
  },
);

test.each(['', 'Acme Inc.', 'acme', 'co.uk', '192.0.2.1', 'https://', 'a b.com', '@'])(
  '“%s” is no domain',
  (text) => {
    expect(accountDomain(text)).toEqual({ ok: false, code: 'not_a_domain' });
  },
);

import * as fc from 'fast-check';
import { getDomain } from 'tldts';
import { describe, expect, test } from 'vitest';
import { isUnder } from './company-domain.ts';
import { disposableDomains } from './disposable-domains.ts';
import { companyDomain, emailKind, emailKinds } from './email-kind.ts';
import { freeDomains } from './free-domains.ts';

describe('the company domain', () => {
  test.each([
    ['anna@acme.com', 'acme.com'],
    ['  Anna@Mail.ACME.co.uk. ', 'acme.co.uk'],
    ['a@b@acme.com', 'acme.com'],
    ['jo@dept.uni-heidelberg.de', 'uni-heidelberg.de'],
    ['jo@city.kawasaki.jp', 'city.kawasaki.jp'],
    ['jo@acme.example', 'acme.example'],
    ['info@acme.com', 'acme.com'],
    ['jo@müller-bau.de', 'xn--mller-bau-q9a.de'],
    ['jo@MÜLLER-BAU.de', 'xn--mller-bau-q9a.de'],
    ['jo@xn--mller-bau-q9a.de', 'xn--mller-bau-q9a.de'],
    ['jo@ａｃｍｅ。ｃｏｍ', 'acme.com'],
    ['jo@例え.jp', 'xn--r8jz45g.jp'],
  ])('of %s is %s', (email, domain) => {
    expect(companyDomain(email)).toBe(domain);
  });

  test.each([
    ['jo@foo.github.io', 'foo.github.io'],
    ['jo@acme.uk.com', 'acme.uk.com'],
    ['jo@mail.acme.onmicrosoft.com', 'acme.onmicrosoft.com'],
    ['jo@acme.myshopify.com', 'acme.myshopify.com'],
  ])('of a tenant of a platform, %s, is its own: %s', (email, domain) => {
    expect(companyDomain(email)).toBe(domain);
  });

  test.each([
    ['jo@github.io', 'github.io'],
    ['jo@uk.com', 'uk.com'],
    ['jo@onmicrosoft.com', 'onmicrosoft.com'],
  ])('of the platform itself, %s, is %s', (email, domain) => {
    expect(companyDomain(email)).toBe(domain);
  });

  test.each([
    'jo@gmail.com',
    'jo@mailinator.com',
    'jo@[192.0.2.1]',
    'jo@[IPv6:2001:db8::1]',
    'jo@192.0.2.1',
    'jo@co.uk',
    'jo@localhost',
    'jo@acme..com',
    'jo@-acme.com',
    'jo@acme.com/path',
    'jo@user:secret@acme.com:25',
    '@acme.com',
    'acme.com',
    '',
    `jo@${'a'.repeat(64)}.com`,
    `jo@${'a.'.repeat(140)}com`,
  ])('of %s there is none', (email) => {
    expect(companyDomain(email)).toBeNull();
  });

  test('is registrable, in lower-case ASCII, and the same in any case, whatever the address', () => {
    const host = fc.oneof(
      fc.domain(),
      fc.stringMatching(/^[a-zäß京ﬁ.-]{1,20}$/u),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), host, (local, name) => {
        const domain = companyDomain(`${local}@${name}`);
        if (domain === null) return;
        expect(domain).toMatch(/^[a-z\d_.-]+$/);
        expect(companyDomain(`x@${domain}`)).toBe(domain);
        expect(companyDomain(`x@mail.${domain}`)).toBe(domain);
        expect(companyDomain(`x@${domain.toUpperCase()}`)).toBe(domain);
      }),
    );
  });
});

describe('the kind of an e-mail address', () => {
  test.each([
    'a@gmail.com',
    'a@GMail.com',
    'a@yahoo.co.jp',
    'a@yahoo.com.br',
    'a@hotmail.se',
    'a@live.nl',
    'a@outlook.com.au',
    'a@gmx.at',
    'a@web.de',
    'a@orange.fr',
    'a@mail.ru',
    'a@vip.qq.com',
    'a@naver.com',
    'a@libero.it',
    'a@wp.pl',
    'a@seznam.cz',
    'a@rediffmail.com',
    'a@uol.com.br',
    'a@tampabay.rr.com',
    'a@privaterelay.appleid.com',
    'a@proton.me',
  ])('%s is free', (email) => {
    expect(emailKind(email)).toBe('free');
  });

  test.each(['a@mailinator.com', 'a@inbox.mailinator.com', 'a@yopmail.com', 'a@guerrillamail.com'])(
    '%s is disposable',
    (email) => {
      expect(emailKind(email)).toBe('disposable');
    },
  );

  test.each([
    'info@acme.com',
    'Info@acme.com',
    'sales@acme.com',
    'hr@acme.com',
    'no-reply@acme.com',
    'no_reply@acme.com',
    'noreply@acme.com',
    'customer.service@acme.com',
    'info+trade-fair@acme.com',
    'support2@acme.com',
    'sales-emea@acme.com',
    'sales.de@acme.com',
    'kontakt@acme.de',
    'vertrieb@acme.de',
    'geschaeftsfuehrung@acme.de',
    'ventas@acme.es',
    'ressources-humaines@acme.fr',
    'segreteria@acme.it',
    'vendas@acme.com.br',
    'klantenservice@acme.nl',
    'biuro@acme.pl',
    'kundtjanst@acme.se',
    'satis@acme.com.tr',
    'toiawase@acme.co.jp',
    'kefu@acme.cn',
  ])('%s is a role', (email) => {
    expect(emailKind(email)).toBe('role');
  });

  test.each([
    'anna.berg@acme.com',
    'anna.sales@acme.com',
    'sales.anna@acme.com',
    'infograf@acme.com',
    'ola@acme.no',
    '42@acme.com',
    'a@livewire.com',
    'a@live.agency',
    'a@outlookers.com',
    'a@myyahoo.co',
    'a@notgmail.com',
    'a@gmail.com.acme.com',
    'a@[192.0.2.1]',
    'nobody',
    '',
  ])('%s is business: nothing else holds', (email) => {
    expect(emailKind(email)).toBe('business');
  });

  test('is disposable before free, free before role', () => {
    expect(emailKind('info@mailinator.com')).toBe('disposable');
    expect(emailKind('info@gmail.com')).toBe('free');
    expect(emailKind('info@acme.com')).toBe('role');
  });

  test('is one of four, with a company for business and role only', () => {
    fc.assert(
      fc.property(fc.oneof(fc.emailAddress(), fc.string({ unit: 'binary' })), (email) => {
        const kind = emailKind(email);
        expect(emailKinds).toContain(kind);
        if (kind === 'free' || kind === 'disposable') expect(companyDomain(email)).toBeNull();
      }),
    );
  });
});

describe('the list of free providers', () => {
  test('names several hundred, each a host below a public suffix', () => {
    expect(freeDomains.size).toBeGreaterThan(400);
    for (const host of freeDomains) {
      expect(host).toMatch(/^[a-z\d-]+(\.[a-z\d-]+)+$/);
      expect(getDomain(host, { allowPrivateDomains: true }), host).not.toBeNull();
    }
  });

  test('names none that the list of disposable ones names, so an upgrade that does is seen', () => {
    expect([...freeDomains].filter((host) => isUnder(host, disposableDomains()))).toEqual([]);
  });
});

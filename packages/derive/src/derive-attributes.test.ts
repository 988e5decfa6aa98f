import { derivedAttributes } from '@baton/rules';
import { expect, test } from 'vitest';
import { deriveAttributes, emailKinds, seniorities, type TargetAccount } from './index.ts';

test('a business address and a title give all three', () => {
  expect(deriveAttributes({ email: 'anna@mail.acme.co.uk', jobTitle: 'VP of Sales' })).toEqual({
    company_domain: 'acme.co.uk',
    email_kind: 'business',
    seniority: 'vp',
  });
});

test('what is not known has no key, so that it counts as missing', () => {
  expect(Object.keys(deriveAttributes({ email: 'anna@gmail.com' }))).toEqual(['email_kind']);
  expect(Object.keys(deriveAttributes({ email: 'anna@gmail.com', jobTitle: null }))).toEqual(['email_kind']);
  expect(deriveAttributes({ email: 'info@acme.com', jobTitle: 'Accountant' })).toEqual({
    company_domain: 'acme.com',
    email_kind: 'role',
  });
});

test('the ids are those of the catalogue, seniority in its order', () => {
  const options = (id: string) =>
    derivedAttributes.find((attribute) => attribute.id === id)?.options?.map((option) => option.id);
  expect(options('email_kind')).toEqual([...emailKinds]);
  expect(options('seniority')).toEqual([...seniorities]);
  const accountOf = (): TargetAccount => ({ list: 'Enterprise', tier: 'A' });
  const derived = deriveAttributes({ email: 'jo@acme.com', jobTitle: 'CEO', accountOf });
  expect(Object.keys(derived)).toEqual(derivedAttributes.map((attribute) => attribute.id));
});

test('a company is on its list by its own domain, and nobody is by a free mailbox', () => {
  const accountOf = (domain: string): TargetAccount | null =>
    domain === 'acme.co.uk' || domain === 'gmail.com' ? { list: 'Enterprise', tier: null } : null;
  expect(deriveAttributes({ email: 'anna@mail.acme.co.uk', accountOf })).toEqual({
    company_domain: 'acme.co.uk',
    email_kind: 'business',
    target_list: 'Enterprise',
  });
  expect(deriveAttributes({ email: 'anna@gmail.com', accountOf })).toEqual({ email_kind: 'free' });
  expect(deriveAttributes({ email: 'anna@other.com', accountOf })).not.toHaveProperty('target_list');
});

import { expect, test } from 'vitest';
import { companyName, personName, phoneOf } from './names.ts';

const lead = (attributes: Record<string, unknown>): Parameters<typeof personName>[0] => ({
  email: 'ada@engines.example',
  attributes,
});

test('a person is called by their name, or by their address', () => {
  expect(personName(lead({ name: ' Ada  Lovelace ' }))).toBe('Ada Lovelace');
  expect(personName(lead({ first_name: 'Ada', last_name: 'Lovelace' }))).toBe('Ada Lovelace');
  expect(personName(lead({ name: '   ' }))).toBe('ada@engines.example');
});

test('a company is called by its name, or by its domain, which a free mailbox is not', () => {
  expect(companyName(lead({ company: 'Analytical Engines' }))).toBe('Analytical Engines');
  expect(companyName(lead({}))).toBe('engines.example');
  expect(companyName(lead({ email_kind: 'free' }))).toBe('');
});

test('a phone number can be dialled, or is none', () => {
  expect(phoneOf(lead({ phone: '+44 (20) 7946-0000' }))).toBe('+44 (20) 7946-0000');
  expect(phoneOf(lead({ phone: 'call me"><script>' }))).toBeNull();
});

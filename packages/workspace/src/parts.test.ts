import { expect, test } from 'vitest';
import { attributeSchema } from './attribute-schema.ts';
import { destinationSchema, eventTypes, secretSchema } from './destination-schema.ts';
import { personSchema, teamSchema } from './person-schema.ts';

const accepts = (schema: { safeParse: (input: unknown) => { success: boolean } }, input: unknown): boolean =>
  schema.safeParse(input).success;

const attribute = { id: 'team_size', label: 'Team size', type: 'number', about: 'company' };

test('an attribute has an id that could be a key, and that nobody else has taken', () => {
  expect(accepts(attributeSchema, attribute)).toBe(true);
  for (const id of [
    '',
    'Team',
    '1st',
    'team-size',
    'a.b',
    '__proto__',
    'email_kind',
    'seniority',
    'constructor',
  ]) {
    expect(accepts(attributeSchema, { ...attribute, id }), id).toBe(false);
  }
});

test('only a choice with options is ordered, and its options differ', () => {
  const options = [
    { id: 'a', label: 'A' },
    { id: 'b', label: 'B' },
  ];
  const choice = { ...attribute, type: 'choice', options };
  expect(accepts(attributeSchema, { ...choice, ordered: true })).toBe(true);
  expect(accepts(attributeSchema, { ...choice, ordered: true, options: [] })).toBe(false);
  expect(accepts(attributeSchema, { ...choice, type: 'choices', ordered: true })).toBe(false);
  expect(accepts(attributeSchema, { ...choice, options: [...options, { id: 'a', label: 'C' }] })).toBe(false);
  expect(accepts(attributeSchema, { ...choice, options: [{ id: ' ', label: 'X' }] })).toBe(false);
});

test('a person is known by a trimmed address in lower case', () => {
  expect(personSchema.parse({ email: ' Ann@Example.COM', name: 'Ann', party: 'sales' })).toEqual({
    email: 'ann@example.com',
    name: 'Ann',
    party: 'sales',
  });
  for (const email of ['ann', 'ann@', 'a b@example.com', `${'a'.repeat(250)}@example.com`]) {
    expect(accepts(personSchema, { email, name: 'Ann', party: 'sales' }), email).toBe(false);
  }
});

test('a person is away from a day to a later one', () => {
  const ann = { email: 'ann@example.com', name: 'Ann', party: 'sales' };
  const away = (from: string, to: string): boolean => accepts(personSchema, { ...ann, away: [{ from, to }] });
  expect(away('2027-01-01', '2027-01-01')).toBe(true);
  expect(away('2027-01-02', '2027-01-01')).toBe(false);
  expect(away('2027-02-30', '2027-03-01')).toBe(false);
});

test('weights are positive and capacities whole', () => {
  const ann = { email: 'ann@example.com', name: 'Ann', party: 'sales' };
  expect(accepts(personSchema, { ...ann, weight: 0.5, capacity: 0 })).toBe(true);
  expect(accepts(personSchema, { ...ann, weight: 0 })).toBe(false);
  expect(accepts(personSchema, { ...ann, capacity: 1.5 })).toBe(false);
});

test('the members of a team are addresses', () => {
  expect(teamSchema.parse({ id: 'a', members: ['ANN@example.com'] }).members).toEqual(['ann@example.com']);
  expect(accepts(teamSchema, { id: 'a', members: ['ann'] })).toBe(false);
});

test('a destination is called at an address of the web, or written to', () => {
  const hook = { id: 'crm', kind: 'webhook', url: 'https://crm.example/hook?x=1' };
  for (const kind of ['webhook', 'slack', 'teams'])
    expect(accepts(destinationSchema, { ...hook, kind })).toBe(true);
  for (const url of [
    'crm.example',
    'javascript:alert(1)',
    'https://',
    'https://user@crm.example',
    'file:///etc',
  ]) {
    expect(accepts(destinationSchema, { ...hook, url }), url).toBe(false);
  }
  expect(accepts(destinationSchema, { id: 'mail', kind: 'email', to: 'desk@example.com' })).toBe(true);
  expect(accepts(destinationSchema, { id: 'mail', kind: 'email', url: 'https://crm.example' })).toBe(false);
  expect(accepts(destinationSchema, { ...hook, on: [...eventTypes] })).toBe(true);
  expect(accepts(destinationSchema, { ...hook, on: ['lead.sneezed'] })).toBe(false);
});

test('a secret is the base64 of 24 to 64 bytes', () => {
  const secret = (bytes: number): string => `whsec_${Buffer.alloc(bytes, 7).toString('base64')}`;
  for (const bytes of [24, 25, 26, 32, 33, 62, 63, 64])
    expect(accepts(secretSchema, secret(bytes)), String(bytes)).toBe(true);
  for (const bytes of [0, 16, 22, 23, 65, 66, 67])
    expect(accepts(secretSchema, secret(bytes)), String(bytes)).toBe(false);
  expect(accepts(secretSchema, 'whsec_*'.padEnd(50, 'a'))).toBe(false);
});

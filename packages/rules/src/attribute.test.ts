import { expect, test } from 'vitest';
import { attributeTypes, attributeValueType, derivedAttributes, isId, reservedIds } from './attribute.ts';
import type { Attribute } from './attribute.ts';

const company: Omit<Attribute, 'type'> = { id: 'it', label: 'It', about: 'company' };
const options = [
  { id: 'b', label: 'B' },
  { id: 'a', label: 'A' },
];

test('what is written compares as text, a country too', () => {
  const asText = attributeTypes.filter((type) => attributeValueType({ ...company, type }).kind === 'text');
  expect(asText).toEqual(['text', 'email', 'phone', 'url', 'country']);
});

test('a choice keeps the order of its options, and says whether it may be compared by it', () => {
  expect(attributeValueType({ ...company, type: 'choice', options })).toEqual({
    kind: 'choice',
    options: ['b', 'a'],
  });
  expect(attributeValueType({ ...company, type: 'choice', options, ordered: true })).toEqual({
    kind: 'choice',
    options: ['b', 'a'],
    ordered: true,
  });
  expect(attributeValueType({ ...company, type: 'choice', options, ordered: false })).toEqual({
    kind: 'choice',
    options: ['b', 'a'],
  });
});

test('choices are a set and never ordered', () => {
  expect(attributeValueType({ ...company, type: 'choices', options, ordered: true })).toEqual({
    kind: 'choices',
    options: ['b', 'a'],
  });
});

test('a choice without options takes none', () => {
  expect(attributeValueType({ ...company, type: 'choice' })).toEqual({ kind: 'choice', options: [] });
});

test('numbers, dates and yes or no are what they are', () => {
  for (const type of ['number', 'date', 'boolean'] as const) {
    expect(attributeValueType({ ...company, type })).toEqual({ kind: type });
  }
});

test('the derived attributes are reserved, and so is what every object carries', () => {
  for (const { id } of derivedAttributes) expect(reservedIds.has(id), id).toBe(true);
  const carried = Object.getOwnPropertyNames(Object.prototype).filter(isId);
  for (const id of [...carried, 'prototype']) expect(reservedIds.has(id), id).toBe(true);
});

test('seniority rises from intern to the top', () => {
  const seniority = derivedAttributes.find(({ id }) => id === 'seniority');
  expect(seniority && attributeValueType(seniority)).toEqual({
    kind: 'choice',
    options: ['intern', 'junior', 'senior', 'manager', 'director', 'vp', 'c_level'],
    ordered: true,
  });
});

test('an id is lower case letters, digits and underscores, a letter first', () => {
  for (const id of ['a', 'company_size', 'utm2', 'a_']) expect(isId(id), id).toBe(true);
  for (const id of ['', 'A', '1a', '_a', 'a-b', 'a.b', 'a b', 'é', 'a\n', '__proto__', 'companySize']) {
    expect(isId(id), id).toBe(false);
  }
});

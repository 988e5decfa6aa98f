import { expect, test } from 'vitest';
import { freeId } from './ids.ts';

test('an id is made of the words, as programs can say them', () => {
  const none: ReadonlySet<string> = new Set();
  expect(freeId('Company size', none)).toBe('company_size');
  expect(freeId('Größe des Unternehmens?', none)).toBe('gro_e_des_unternehmens');
  expect(freeId('3 things', none)).toBe('things');
  expect(freeId('会社の規模', none)).toBe('field');
  expect(freeId('x'.repeat(100), none)).toHaveLength(40);
});

test('what is taken gets a number', () => {
  expect(freeId('Role', new Set(['role']))).toBe('role_2');
  expect(freeId('Role', new Set(['role', 'role_2']))).toBe('role_3');
});

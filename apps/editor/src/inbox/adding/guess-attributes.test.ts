import type { Attribute } from '@baton/rules';
import { expect, test } from 'vitest';
import { guessAttributes } from './guess-attributes.ts';

const attributes: readonly Attribute[] = [
  { id: 'email', label: 'E-mail', type: 'email', about: 'person' },
  { id: 'name', label: 'Name', type: 'text', about: 'person' },
  { id: 'company', label: 'Company', type: 'text', about: 'company' },
  { id: 'phone', label: 'Telephone', type: 'phone', about: 'person' },
  { id: 'job_title', label: 'What is your role?', type: 'text', about: 'person' },
  {
    id: 'company_size',
    label: 'Company size',
    type: 'choice',
    about: 'company',
    options: [
      { id: 'small', label: '1–10' },
      { id: 'large', label: '11 or more' },
    ],
  },
  { id: 'old', label: 'Budget', type: 'number', about: 'company', archived: true },
];

function guess(header: readonly string[], ...cells: string[][]): Record<string, string> {
  const rows = cells.map((row, index) => ({ line: index + 2, cells: row }));
  return Object.fromEntries(guessAttributes(header, rows, attributes));
}

test('columns are known by the names that CRMs and badge scanners give them', () => {
  expect(
    guess(['Full Name', 'Work E-Mail', 'Account Name', 'Mobile number', 'Job Title', 'Employees']),
  ).toEqual({
    name: 'Full Name',
    email: 'Work E-Mail',
    company: 'Account Name',
    phone: 'Mobile number',
    job_title: 'Job Title',
    company_size: 'Employees',
  });
});

test('an attribute’s own name goes before what such columns are usually called', () => {
  expect(guess(['contact', 'Name', 'company_size'])).toMatchObject({
    name: 'Name',
    company_size: 'company_size',
  });
});

test('where names say nothing, what stands below does: addresses, numbers, and options by label or id', () => {
  expect(
    guess(['A', 'B', 'C'], ['ada@x.example', '+49 30 1234567', '1–10'], ['bo@y.example', '', 'LARGE']),
  ).toEqual({
    email: 'A',
    phone: 'B',
    company_size: 'C',
  });
});

test('what cannot be told is left open, and what is archived is not asked for', () => {
  expect(guess(['Budget', 'Z'], ['1', '2'])).toEqual({});
});

import { expect, test } from 'vitest';
import type { Attribute } from '@baton/rules';
import { answerType, formLogic, identityField } from './form-logic.ts';

import type { Field, Step } from './types.ts';
import { workerAnswers } from './worker-answers.ts';

const options = (...ids: string[]) => ids.map((id) => ({ id, label: id.toUpperCase() }));
const size: Attribute = {
  id: 'size',
  label: 'Size',
  type: 'choice',
  about: 'company',
  ordered: true,
  options: options('s', 'm', 'l'),
};
const form = (...steps: Step[]) => ({
  format: 1 as const,
  id: 'demo',
  name: 'Demo',
  language: 'en',
  steps,
  profiling: { maxProgressive: 3, order: 'listed' as const },
  outcomes: [],
  consent: null,
  theme: {},
  translations: {},
  protection: {},
  websites: [],
});
const step = (...fields: Field[]): Step => ({ id: 's', title: 'Secret title', fields });
const email: Field = { id: 'email', kind: 'email', label: 'E-mail', required: true };
const somewhere = {
  combinator: 'and' as const,
  rules: [{ field: 'visit.device', operator: '=' as const, value: 'phone' }],
};
const readySomewhere = {
  field: 'visit.device',
  operator: 'alike',
  keys: ['phone'],
  text: true,
};

test('the logic holds what decides and nothing that is only said', () => {
  const logic = formLogic(
    form(
      step(
        { ...email, attribute: 'email', help: 'Why we ask', ask: 'always', shownWhen: null, required: false },
        {
          id: 'n',
          kind: 'number',
          label: 'N',
          min: 1,
          whole: true,
          requiredWhen: somewhere,
          sensitive: true,
        },
        { id: 'c', kind: 'choices', label: 'C', options: options('b', 'a'), default: ['a'], required: true },
      ),
    ),
    new Map(),
  );
  expect(logic).toEqual({
    steps: [
      {
        id: 's',
        fields: [
          { id: 'email', kind: 'email' },
          { id: 'n', kind: 'number', min: 1, whole: true, requiredWhen: readySomewhere },
          { id: 'c', kind: 'choices', required: true, options: ['b', 'a'] },
        ],
      },
    ],
  });
  expect(JSON.parse(JSON.stringify(logic))).toEqual(logic);
});

test('ordered options stand in the order of the attribute, whatever order the form shows them in', () => {
  const field: Field = {
    id: 'size',
    kind: 'choice',
    label: 'S',
    attribute: 'size',
    options: options('l', 'x', 's'),
  };
  const [read] = formLogic(form(step(field)), new Map([['size', size]])).steps[0]?.fields ?? [];
  expect(read).toEqual({ id: 'size', kind: 'choice', options: ['s', 'l', 'x'], ordered: true });
  expect(read && answerType(read)).toMatchObject({ kind: 'choice', options: ['s', 'l', 'x'], ordered: true });
  expect(field.options?.map(({ id }) => id)).toEqual(['l', 'x', 's']);
});

test('a lead is told by the first e-mail field that nobody can pass by', () => {
  const other: Field = { ...email, id: 'other' };
  expect(identityField(form(step({ ...email, required: false }, other)))?.id).toBe('other');
  expect(identityField(form(step({ ...email, shownWhen: somewhere }, other)))?.id).toBe('other');
  expect(identityField(form(step({ ...email, ask: 'progressive' }, other)))?.id).toBe('other');
  expect(identityField(form({ ...step(email), shownWhen: somewhere }, step(other)))?.id).toBe('other');
  expect(identityField(form(step({ ...email, shownWhen: null, ask: 'untilKnown' }, other)))?.id).toBe(
    'email',
  );
  expect(identityField(form(step()))).toBeUndefined();
});

test('the worker fills in what only it knows, whatever was sent for it', () => {
  const whole = form(
    step(
      email,
      { id: 'land', kind: 'hidden', label: '', default: { from: 'country' } },
      { id: 'domain', kind: 'hidden', label: '', default: { from: 'email_domain' } },
      { id: 'plan', kind: 'hidden', label: '', default: { from: 'url', name: 'plan' } },
      { id: 'home', kind: 'country', label: 'Home', default: { from: 'country' } },
    ),
  );
  const sent = { email: ' Ada@Example.com ', land: 'XX', domain: 'forged.example', plan: 'pro', home: 'FR' };
  expect(workerAnswers(whole, sent, { country: 'DE' })).toEqual({
    ...sent,
    land: 'DE',
    domain: 'example.com',
  });
  const filled = workerAnswers(whole, { email: 'nobody', domain: 'forged.example' }, {});
  expect(filled['domain']).toBeUndefined();
  expect(filled['land']).toBeUndefined();
  const plain = { email: 'a@b.example' };
  expect(workerAnswers(form(step(email)), plain, { country: 'DE' })).toBe(plain);
});

import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Group } from '@baton/rules';
import { checkAnswers } from './check-answers.ts';
import { readyLogic } from './form-logic.ts';
import { compileLogic, visibleFields } from './logic.ts';
import { strictChecks } from './strict-checks.ts';
import { answerIssueCodes, fieldKinds } from './types.ts';
import type { LogicField, LogicStep } from './types.ts';

const when = (field: string, operator: '=' | '!=' | 'notNull' | 'null', value?: unknown) => ({
  combinator: 'and' as const,
  rules: [{ field, operator, ...(value === undefined ? {} : { value }) }],
});
const form = (...fields: LogicField<Group>[]) => compileLogic(readyLogic({ steps: [{ id: 's', fields }] }));
const issue = (id: string, code: string, params?: object) => ({
  code,
  path: ['answers', id],
  ...(params ? { params } : {}),
});
const here = { visit: {} };

test('answers come back canonical, what is missing and undeclared is left out', () => {
  const logic = form(
    { id: 'email', kind: 'email', required: true },
    { id: 'team', kind: 'number' },
    { id: 'note', kind: 'text' },
  );
  const input = { email: ' Ada@Example.com ', team: '12', note: '  ', score: 99, owner: 'me' };
  expect(checkAnswers(logic, input, here)).toEqual({
    ok: true,
    answers: { email: 'ada@example.com', team: 12 },
  });
});

test('every fault is told, one for each field, in the order of the form', () => {
  const logic = form(
    { id: 'email', kind: 'email', required: true },
    { id: 'team', kind: 'number', min: 1, whole: true },
    { id: 'note', kind: 'text', maxLength: 3 },
  );
  expect(checkAnswers(logic, { note: 'long', team: 0.5 }, here)).toEqual({
    ok: false,
    issues: [issue('email', 'required'), issue('team', 'not_whole'), issue('note', 'too_long', { max: 3 })],
  });
});

test('a hidden answer is dropped before it is checked, however wrong it is', () => {
  const logic = form(
    { id: 'a', kind: 'text' },
    { id: 'b', kind: 'email', required: true, shownWhen: when('answer.a', '=', 'yes') },
  );
  expect(checkAnswers(logic, { a: 'no', b: {} }, here)).toEqual({ ok: true, answers: { a: 'no' } });
  expect(checkAnswers(logic, { a: 'yes' }, here)).toEqual({ ok: false, issues: [issue('b', 'required')] });
});

test('a field is demanded where its condition says so', () => {
  const logic = form(
    { id: 'a', kind: 'text' },
    { id: 'b', kind: 'text', requiredWhen: when('answer.a', '=', 'yes') },
  );
  expect(checkAnswers(logic, { a: 'no' }, here)).toEqual({ ok: true, answers: { a: 'no' } });
  expect(checkAnswers(logic, { a: 'yes' }, here)).toEqual({ ok: false, issues: [issue('b', 'required')] });
});

test('a required box must be ticked, another may stay empty', () => {
  const demanded = form({ id: 'terms', kind: 'consent', required: true });
  expect(checkAnswers(demanded, { terms: 'on' }, here)).toEqual({ ok: true, answers: { terms: true } });
  expect(checkAnswers(demanded, { terms: false }, here)).toEqual({
    ok: false,
    issues: [issue('terms', 'must_be_true')],
  });
  expect(checkAnswers(demanded, {}, here)).toEqual({ ok: false, issues: [issue('terms', 'must_be_true')] });
  const free = form({ id: 'news', kind: 'consent' });
  expect(checkAnswers(free, { news: false }, here)).toEqual({ ok: true, answers: { news: false } });
});

test('a skipped field binds nothing, but what it says is checked and taken', () => {
  const logic = form({ id: 'size', kind: 'choice', options: ['s'], required: true });
  const context = { visit: {}, skipped: new Set(['size']) };
  expect(checkAnswers(logic, {}, context)).toEqual({ ok: true, answers: {} });
  expect(checkAnswers(logic, { size: 's' }, context)).toEqual({ ok: true, answers: { size: 's' } });
  expect(checkAnswers(logic, { size: 'x' }, context)).toEqual({
    ok: false,
    issues: [issue('size', 'not_an_option')],
  });
});

test('what the worker decided to ask is taken', () => {
  const logic = form(
    { id: 'role', kind: 'text' },
    { id: 'team', kind: 'text', required: true, shownWhen: when('answer.role', '=', 'manager') },
  );
  const context = { visit: {}, skipped: new Set(['role']), asked: new Set(['team']) };
  expect(checkAnswers(logic, { team: 'x' }, context)).toEqual({ ok: true, answers: { team: 'x' } });
  expect(checkAnswers(logic, {}, context)).toEqual({ ok: false, issues: [issue('team', 'required')] });
});

test('a part of the answers demands nothing and checks what is there', () => {
  const logic = form({ id: 'email', kind: 'email', required: true }, { id: 'team', kind: 'number' });
  expect(checkAnswers(logic, { team: 3 }, { ...here, partial: true })).toEqual({
    ok: true,
    answers: { team: 3 },
  });
  expect(checkAnswers(logic, { email: 'x' }, { ...here, partial: true })).toEqual({
    ok: false,
    issues: [issue('email', 'not_email')],
  });
});

test('one step can be checked alone, under the conditions of the whole', () => {
  const steps: LogicStep<Group>[] = [
    { id: 'one', fields: [{ id: 'a', kind: 'text', required: true }] },
    {
      id: 'two',
      fields: [{ id: 'b', kind: 'text', required: true, shownWhen: when('answer.a', '=', 'yes') }],
    },
  ];
  const logic = compileLogic(readyLogic({ steps }));
  expect(checkAnswers(logic, { b: 'x' }, { ...here, step: 'two' })).toEqual({ ok: true, answers: {} });
  expect(checkAnswers(logic, { a: 'yes' }, { ...here, step: 'two' })).toEqual({
    ok: false,
    issues: [issue('b', 'required')],
  });
  expect(checkAnswers(logic, { a: 'yes' }, { ...here, step: 'one' })).toEqual({
    ok: true,
    answers: { a: 'yes' },
  });
});

test('the worker knows which countries there are', () => {
  const logic = form({ id: 'country', kind: 'country' });
  expect(checkAnswers(logic, { country: 'zz' }, here)).toEqual({ ok: true, answers: { country: 'ZZ' } });
  expect(checkAnswers(logic, { country: 'zz' }, { ...here, strict: strictChecks })).toEqual({
    ok: false,
    issues: [issue('country', 'not_country')],
  });
});

test('polluting keys reach nothing', () => {
  const logic = form({ id: 'constructor', kind: 'text' }, { id: 'a', kind: 'text' });
  const input: unknown = JSON.parse('{"__proto__": {"a": "planted"}, "a": "x"}');
  expect(checkAnswers(logic, input, here)).toEqual({ ok: true, answers: { a: 'x' } });
  expect(checkAnswers(logic, Object.create({ a: 'planted' }), here)).toEqual({ ok: true, answers: {} });
});

const conditions = fc.option(
  fc.record({
    field: fc.nat(5).map((index) => `answer.f${index}`),
    operator: fc.constantFrom('=' as const, '!=' as const, 'null' as const, 'notNull' as const),
    value: fc.constantFrom('a', '1', true),
  }),
  { nil: undefined },
);
const fields = fc
  .array(
    fc.record({
      kind: fc.constantFrom(...fieldKinds),
      required: fc.boolean(),
      limits: fc.constantFrom({}, { min: 2, max: 3 }, { minLength: 2, maxLength: 3 }, { whole: true }),
      shownWhen: conditions,
      requiredWhen: conditions,
    }),
    { minLength: 1, maxLength: 6 },
  )
  .map((drafts) =>
    drafts.map(({ kind, required, limits, shownWhen, requiredWhen }, index): LogicField<Group> => ({
      id: `f${index}`,
      kind,
      ...limits,
      ...(required ? { required } : {}),
      ...(kind === 'choice' || kind === 'choices' ? { options: ['a', 'b', '1'] } : {}),
      ...(shownWhen ? { shownWhen: { combinator: 'and', rules: [shownWhen] } } : {}),
      ...(requiredWhen ? { requiredWhen: { combinator: 'and', rules: [requiredWhen] } } : {}),
    })),
  );
const typed = fc.constantFrom<unknown[]>(
  'a',
  '1',
  'A@b.co',
  ' x ',
  '',
  'on',
  '2024-02-29',
  'de',
  '+49 30 123456',
  'example.com',
  ['b', 'a'],
  ['x'],
  2,
  0.5,
  true,
  false,
  null,
);
const inputs = fc.dictionary(
  fc.nat(7).map((index) => `f${index}`),
  typed,
);

test('hidden answers never survive', () => {
  fc.assert(
    fc.property(fields, inputs, fc.boolean(), (list, input, partial) => {
      const logic = form(...list);
      const checked = checkAnswers(logic, input, { visit: {}, partial });
      const visible = visibleFields(logic, input, {});
      const named = checked.ok
        ? Object.keys(checked.answers)
        : checked.issues.map(({ path }) => String(path[1]));
      for (const id of named) expect(visible).toContain(id);
    }),
  );
});

test('checking what was taken gives the same again', () => {
  fc.assert(
    fc.property(fields, inputs, (list, input) => {
      const logic = form(...list);
      const once = checkAnswers(logic, input, here);
      fc.pre(once.ok);
      if (once.ok) expect(checkAnswers(logic, once.answers, here)).toEqual(once);
    }),
  );
});

test('undeclared keys change nothing', () => {
  fc.assert(
    fc.property(fields, inputs, fc.dictionary(fc.string(), fc.anything()), (list, input, more) => {
      const known = new Set(list.map(({ id }) => id));
      const strange = Object.fromEntries(Object.entries(more).filter(([key]) => !known.has(key)));
      const own = Object.fromEntries(Object.entries(input).filter(([key]) => known.has(key)));
      expect(checkAnswers(form(...list), { ...strange, ...own }, here)).toEqual(
        checkAnswers(form(...list), own, here),
      );
    }),
  );
});

test('nothing that comes in makes it throw, and every issue has a known code', () => {
  const anything = fc.oneof(
    fc.anything(),
    fc.dictionary(
      fc.nat(7).map((index) => `f${index}`),
      fc.anything(),
    ),
  );
  fc.assert(
    fc.property(fields, anything, (list, input) => {
      const checked = checkAnswers(form(...list), input, { visit: {}, strict: strictChecks });
      for (const { code } of checked.ok ? [] : checked.issues) expect(answerIssueCodes).toContain(code);
    }),
    { numRuns: 500 },
  );
});

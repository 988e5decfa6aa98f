import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { visitTypes } from '@baton/rules';
import type { Group } from '@baton/rules';
import { readyLogic } from './form-logic.ts';
import { compileLogic, eachField, visibility, visibleFields, visibleSteps } from './logic.ts';
import type { RawAnswers } from './logic.ts';
import type { LogicField, LogicStep } from './types.ts';

const when = (
  field: string,
  operator: '=' | 'null' | 'notNull' | '!=' | 'in' | 'contains',
  value?: unknown,
) => ({
  combinator: 'and' as const,
  rules: [{ field, operator, ...(value === undefined ? {} : { value }) }],
});
const text = (id: string, more: Partial<LogicField<Group>> = {}): LogicField<Group> => ({
  id,
  kind: 'text',
  ...more,
});
const form = (...fields: LogicField<Group>[]) => compileLogic(readyLogic({ steps: [{ id: 's', fields }] }));
const forms = (...steps: LogicStep<Group>[]) => compileLogic(readyLogic({ steps }));
const shown = (logic: ReturnType<typeof form>, answers: RawAnswers, visit = {}) => [
  ...visibleFields(logic, answers, visit),
];

test('a field without a condition is shown', () => {
  expect(shown(form(text('a'), { id: 'b', kind: 'statement' }), {})).toEqual(['a', 'b']);
});

test('a hidden answer is missing for the fields after it, link by link', () => {
  const chain = form(
    text('a'),
    text('b', { shownWhen: when('answer.a', '=', 'yes') }),
    text('c', { shownWhen: when('answer.b', '=', 'yes') }),
    text('d', { shownWhen: when('answer.c', 'null') }),
  );
  expect(shown(chain, { a: 'yes', b: 'yes', c: 'yes' })).toEqual(['a', 'b', 'c']);
  expect(shown(chain, { a: 'no', b: 'yes', c: 'yes' })).toEqual(['a', 'd']);
  expect(shown(chain, { a: 'yes', b: 'yes', c: 'yes' })).toEqual(['a', 'b', 'c']);
});

test('a hidden step hides its fields and their answers', () => {
  const logic = forms(
    { id: 'one', fields: [text('a')] },
    { id: 'two', shownWhen: when('answer.a', '=', 'yes'), fields: [text('b'), text('c')] },
    { id: 'three', fields: [text('d', { shownWhen: when('answer.b', 'notNull') })] },
  );
  expect(shown(logic, { a: 'yes', b: 'x' })).toEqual(['a', 'b', 'c', 'd']);
  expect(shown(logic, { a: 'no', b: 'x' })).toEqual(['a']);
});

test('conditions compare canonical answers', () => {
  const logic = form(
    { id: 'agree', kind: 'consent' },
    { id: 'size', kind: 'choice', options: ['s', 'm'] },
    { id: 'tools', kind: 'choices', options: ['x', 'y'] },
    text('a', { shownWhen: when('answer.agree', '=', true) }),
    text('b', { shownWhen: when('answer.size', 'notNull') }),
    text('c', { shownWhen: when('answer.tools', 'contains', 'x') }),
  );
  expect(shown(logic, { agree: 'on', size: ' m ', tools: 'x' })).toContain('a');
  expect(shown(logic, { agree: 'on', size: ' m ', tools: 'x' })).toEqual(
    expect.arrayContaining(['a', 'b', 'c']),
  );
  expect(shown(logic, { agree: 'off', size: 'xl', tools: ['y', 'z'] })).toEqual(['agree', 'size', 'tools']);
});

test('a list that changed in place is read again', () => {
  const logic = form(
    { id: 'tools', kind: 'choices', options: ['x', 'y'] },
    text('a', { shownWhen: when('answer.tools', 'contains', 'x') }),
  );
  const tools = ['y'];
  expect(shown(logic, { tools })).toEqual(['tools']);
  tools.push('x');
  expect(shown(logic, { tools })).toEqual(['tools', 'a']);
});

test('what the worker decided to ask is shown whatever this browser can tell', () => {
  const logic = forms(
    { id: 'one', fields: [text('role')] },
    {
      id: 'two',
      shownWhen: when('answer.role', 'notNull'),
      fields: [text('team', { shownWhen: when('answer.role', '=', 'manager') })],
    },
  );
  expect([...visibleFields(logic, {}, {}, new Set(['team']))]).toEqual(['role', 'team']);
  expect(visibleSteps(logic, {}, {}, { skipped: new Set(['role']), asked: new Set(['team']) })).toEqual([
    'two',
  ]);
});

test('a step is shown when it has something to see', () => {
  const logic = forms(
    { id: 'one', fields: [text('a'), text('b')] },
    { id: 'two', fields: [text('c', { shownWhen: when('answer.a', '=', 'yes') })] },
    { id: 'three', fields: [{ id: 'd', kind: 'hidden' }] },
    { id: 'four', fields: [{ id: 'e', kind: 'statement' }] },
    { id: 'five', fields: [] },
  );
  expect(visibleSteps(logic, {}, {})).toEqual(['one', 'four']);
  expect(visibleSteps(logic, { a: 'yes' }, {})).toEqual(['one', 'two', 'four']);
  expect(visibleSteps(logic, { a: 'yes' }, {}, { skipped: new Set(['a', 'b', 'c']) })).toEqual(['four']);
});

test('the visit decides too; all of it is text but for one', () => {
  const logic = form(
    text('a', { shownWhen: when('visit.utm_source', '=', 'Google') }),
    text('b', { shownWhen: when('visit.returning', '=', true) }),
  );
  expect(shown(logic, {}, { utm_source: 'google', returning: true })).toEqual(['a', 'b']);
  expect(shown(logic, {}, {})).toEqual([]);
  const odd = Object.entries(visitTypes).filter(([, { kind }]) => kind !== 'text');
  expect(odd).toEqual([['returning', { kind: 'boolean' }]]);
});

test('what every object carries is no answer', () => {
  const logic = form(
    text('constructor'),
    text('valueOf'),
    text('a', { shownWhen: when('answer.constructor', 'notNull') }),
    text('b', { shownWhen: when('answer.planted', 'notNull') }),
  );
  const planted = form(text('planted'), text('b', { shownWhen: when('answer.planted', 'notNull') }));
  expect(shown(logic, {})).toEqual(['constructor', 'valueOf']);
  expect(shown(planted, Object.create({ planted: 'x' }))).toEqual(['planted']);
});

test('a condition on a later field reads nothing, not even what was answered before', () => {
  const logic = form(
    text('a', { shownWhen: when('answer.b', '=', 'x') }),
    text('b'),
    text('c', {
      shownWhen: when('answer.b', 'notNull'),
    }),
  );
  expect(shown(logic, { b: 'x' })).toEqual(['b', 'c']);
  expect(shown(logic, { b: 'x' })).toEqual(['b', 'c']);
});

const fieldsArbitrary = fc
  .array(
    fc.record({
      kind: fc.constantFrom('text', 'number', 'choice', 'choices', 'consent', 'hidden', 'statement', 'date'),
      reads: fc.option(fc.nat(), { nil: undefined }),
      operator: fc.constantFrom('=', '!=', 'null', 'notNull', 'in'),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((drafts) =>
    drafts.map(({ kind, reads, operator }, index): LogicField<Group> => ({
      id: `f${index}`,
      kind,
      ...(kind.startsWith('choice') ? { options: ['a', 'b'] } : {}),
      ...(reads === undefined || index === 0
        ? {}
        : { shownWhen: when(`answer.f${reads % index}`, operator, operator === 'in' ? ['a', '1'] : 'a') }),
    })),
  );
const answersArbitrary = fc.dictionary(
  fc.nat(11).map((index) => `f${index}`),
  fc.oneof(
    fc.constantFrom('a', 'b', 'c', '1', '', 'on', '2024-01-01', ['a'], ['a', 'c'], true, 1),
    fc.anything(),
  ),
);

test('nothing depends on what was decided before', () => {
  fc.assert(
    fc.property(
      fieldsArbitrary,
      fc.array(answersArbitrary, { maxLength: 4 }),
      answersArbitrary,
      (fields, past, now) => {
        const used = form(...fields);
        for (const answers of past) visibility(used, answers, {});
        expect(visibility(used, now, {})).toEqual(visibility(form(...fields), now, {}));
      },
    ),
  );
});

test('a pass after one answer changed decides as one over everything', () => {
  fc.assert(
    fc.property(
      fieldsArbitrary,
      answersArbitrary,
      fc.array(fc.tuple(fc.nat(11), fc.constantFrom('a', 'b', 'c', '1', '', 'on', ['a'], ['a', 'c'], true)), {
        maxLength: 6,
      }),
      (fields, before, changes) => {
        const kept = form(...fields);
        const answers = { ...before };
        const flags = visibility(kept, answers, {});
        for (const [place, answer] of changes) {
          const position = place % fields.length;
          answers[`f${position}`] = answer;
          visibility(kept, answers, {}, undefined, flags, position);
          expect(flags).toEqual(visibility(form(...fields), answers, {}));
        }
      },
    ),
  );
});

test('a step is decided anew after an answer that its condition reads', () => {
  const logic = forms(
    { id: 's1', fields: [text('f0')] },
    { id: 's2', shownWhen: when('answer.f0', '=', 'a'), fields: [text('f1'), text('f2')] },
  );
  const flags = visibility(logic, {}, {});
  for (const f0 of ['a', 'b', 'a', ''])
    expect(visibility(logic, { f0 }, {}, undefined, flags, 0)).toEqual([true, f0 === 'a', f0 === 'a']);
});

test('after one answer changed, only what that concerns is told of', () => {
  const logic = form(
    text('f0'),
    text('f1', { shownWhen: when('answer.f0', '=', 'a') }),
    text('f2'),
    text('f3', { shownWhen: when('answer.f1', 'notNull') }),
  );
  visibility(logic, { f1: 'x' }, {});
  const told = (f0: string) => {
    const ids: string[] = [];
    eachField(logic, { f0, f1: 'x' }, {}, undefined, (decided) => ids.push(decided.field.id), 0);
    return ids;
  };
  expect([told('a'), told('a'), told('b')]).toEqual([['f0', 'f1', 'f3'], ['f0'], ['f0', 'f1', 'f3']]);
});

test('both ways to ask say the same', () => {
  fc.assert(
    fc.property(fieldsArbitrary, answersArbitrary, (fields, answers) => {
      const flags = visibility(form(...fields), answers, {}, undefined, [true, true]);
      expect(fields.filter((_, index) => flags[index]).map(({ id }) => id)).toEqual(
        shown(form(...fields), answers),
      );
    }),
  );
});

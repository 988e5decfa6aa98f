import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Attribute, Group, Rule } from '@baton/rules';
import { parseForm } from '../document.ts';
import { formLogic } from '../form-logic.ts';
import { compileLogic, visibleFields } from '../logic.ts';
import type { Form } from '../types.ts';
import { checkForm } from './check-form.ts';

const size: Attribute = {
  id: 'size',
  label: 'Size',
  type: 'choice',
  about: 'company',
  ordered: true,
  options: ['s', 'm', 'l', 'xl'].map((id) => ({ id, label: id })),
};
const catalogue = new Map([[size.id, size]]);
const email = { id: 'email', kind: 'email', label: 'E-mail', required: true };
const role = {
  id: 'role',
  kind: 'choice',
  label: 'Role',
  options: ['boss', 'student', 'else'].map((id) => ({ id, label: id })),
};
const sizeField = { id: 'size', kind: 'choice', attribute: 'size', label: 'Size' };
const team = { id: 'team', kind: 'number', label: 'Team', min: 1, max: 50, whole: true };
const has = (...rules: readonly object[]) => ({ combinator: 'and', rules });
const rule = (field: string, operator: string, value?: unknown) => ({ field, operator, value });
const note = (shownWhen: object, more: object = {}) => ({
  id: 'note',
  kind: 'text',
  label: 'Note',
  shownWhen,
  ...more,
});

function parsed(steps: readonly (readonly object[])[], more: object = {}): Form {
  const document = {
    format: 1,
    id: 'demo',
    name: 'Demo',
    steps: steps.map((fields, index) => ({ id: `s${index}`, title: `Step ${index}`, fields })),
    ...more,
  };
  const form = parseForm(document, { catalogue, behaviours: null, tiers: null });
  if (!form.ok) throw new Error(JSON.stringify(form.issues));
  return form.value;
}

function found(form: Form, tiers: readonly string[] | null = null): readonly string[] {
  return checkForm(form, { catalogue, tiers }).map(({ code, path }) => `${code} ${path.join('.')}`);
}

test('a form without a mistake has no finding', () => {
  const when = has(rule('answer.role', '=', 'boss'), rule('answer.team', '>', 10));
  expect(
    found(
      parsed([
        [email, role, team],
        [sizeField, note(when)],
      ]),
    ),
  ).toEqual([]);
});

test.each([
  ['two of one choice', has(rule('answer.role', '=', 'boss'), rule('answer.role', '=', 'student'))],
  ['a number beyond the limit of its field', has(rule('answer.team', '>', 50))],
  ['nothing between two whole numbers', has(rule('answer.team', '>', 10), rule('answer.team', '<', 11))],
  ['below the least and above the greatest option', has(rule('answer.size', '<', 's'))],
  ['there and not there', has(rule('answer.size', 'null'), rule('answer.size', '>=', 'm'))],
  ['a phone on a desktop', has(rule('visit.device', '=', 'phone'), rule('visit.device', '=', 'desktop'))],
  ['an empty or', { combinator: 'or', rules: [] }],
])('a condition that never holds is a contradiction: %s', (_, when) => {
  const form = parsed([[email, role, team, sizeField], [note(when, { required: true })]]);
  expect(found(form)).toEqual(['contradiction steps.1.fields.0.shownWhen']);
});

test('a condition that holds for everybody is told', () => {
  const either = { combinator: 'or', rules: [rule('answer.role', 'null'), rule('answer.role', 'notNull')] };
  expect(found(parsed([[email, role, note(either)]]))).toEqual(['always_holds steps.0.fields.2.shownWhen']);
});

test('what only a hidden answer could show is never shown, and an error where it is required', () => {
  const boss = { ...team, shownWhen: has(rule('answer.role', '=', 'boss')) };
  const both = has(rule('answer.team', '>', 5), rule('answer.role', '=', 'student'));
  expect(found(parsed([[email, role, boss, note(both)]]))).toEqual(['never_shown steps.0.fields.3']);
  const demanded = parsed([[email, role, boss, note(both, { required: true })]]);
  expect(checkForm(demanded, { catalogue, tiers: null })).toEqual([
    {
      code: 'required_never_shown',
      severity: 'error',
      path: ['steps', 0, 'fields', 3],
      params: { field: 'Note' },
    },
  ]);
});

test('a step of which nothing is ever shown is one finding', () => {
  const form = parsed([
    [email, role, { ...team, shownWhen: has(rule('answer.role', '=', 'boss')) }],
    [note(has(rule('answer.team', 'notNull'))), { ...note(has(rule('answer.team', '>', 3))), id: 'more' }],
  ]);
  const steps = form.steps.map((step, index) =>
    index === 1 ? { ...step, shownWhen: { combinator: 'and' as const, rules: [student] } } : step,
  );
  expect(found({ ...form, steps })).toEqual(['step_never_shown steps.1']);
});

const student: Rule = { field: 'answer.role', operator: '=', value: 'student' };

test('text compared by its parts is never judged impossible', () => {
  const odd = has(
    rule('answer.note', 'beginsWith', 'a'),
    rule('answer.note', 'endsWith', 'z'),
    rule('answer.note', 'contains', 'q1'),
  );
  const form = parsed([[email, { id: 'note', kind: 'text', label: 'Note' }, { ...note(odd), id: 'after' }]]);
  expect(found(form)).toEqual([]);
});

test('two fields for one attribute are told only if one visitor can meet both', () => {
  const again = { ...sizeField, id: 'size_again' };
  expect(found(parsed([[email, sizeField], [again]]))).toEqual([
    'attribute_twice steps.1.fields.0.attribute',
  ]);
  const boss = has(rule('answer.role', '=', 'boss'));
  const others = { combinator: 'and', not: true, rules: boss.rules };
  const apart = [
    { ...sizeField, shownWhen: boss },
    { ...again, shownWhen: others },
  ];
  expect(found(parsed([[email, role, ...apart]]))).toEqual([]);
});

test('questions at once are counted as a visitor meets them', () => {
  const questions = (count: number, more: object = {}) =>
    Array.from({ length: count }, (_, index) => ({
      id: `q${index}`,
      kind: 'text',
      label: `Q${index}`,
      ...more,
    }));
  expect(found(parsed([[email, ...questions(7)]]))).toEqual(['too_many_questions steps.0']);
  expect(found(parsed([[email, ...questions(6)]]))).toEqual([]);
  const queued = questions(9, { ask: 'progressive' });
  expect(found(parsed([[email, ...queued]], { profiling: { maxProgressive: 6 } }))).toEqual([]);
  expect(found(parsed([[email, ...queued]], { profiling: { maxProgressive: 7 } }))).toEqual([
    'too_many_questions steps.0',
  ]);
  const [one, other] = [has(rule('answer.role', '=', 'boss')), has(rule('answer.role', '=', 'student'))];
  const split = [
    ...questions(4, { shownWhen: one }),
    ...questions(4, { shownWhen: other }).map((q) => ({ ...q, id: `o${q.id}` })),
  ];
  expect(found(parsed([[email, role, ...split]]))).toEqual([]);
});

test('a queue of which nothing is asked, an empty step, missing words, an outcome behind a wider one', () => {
  const form = parsed([[email, { ...role, ask: 'progressive' }], []], {
    profiling: { maxProgressive: 0 },
    translations: { de: { name: 'Vorführung' } },
    outcomes: [
      { id: 'good', when: { tier: 'mql' }, show: { kind: 'message' } },
      { id: 'best', when: { tier: 'hot' }, show: { kind: 'message' } },
      { id: 'rest', show: { kind: 'message' } },
    ],
  });
  expect(found(form, ['hot', 'mql', 'nurture'])).toEqual([
    'empty_step steps.1',
    'progressive_never_asked profiling.maxProgressive',
    'outcome_never_shown outcomes.1',
    'translations_missing translations.de',
  ]);
});

test('in its own language, a form that says Baton’s words otherwise lacks no translation', () => {
  const form = parsed([[email]], { language: 'en', translations: { en: { texts: { send: 'Ask for it' } } } });
  expect(found(form)).toEqual([]);
});

test('the question behind an option is found where it stands in the document', () => {
  const open = { ...role, other: { question: 'Which?', attribute: 'size' } };
  const text: Attribute = { id: 'size', label: 'Size', type: 'text', about: 'person' };
  const words = new Map([[text.id, text]]);
  const document = {
    format: 1,
    id: 'demo',
    name: 'Demo',
    steps: [
      {
        id: 's',
        title: 'S',
        fields: [email, { id: 'told', kind: 'text', attribute: 'size', label: 'Told' }, open, team],
      },
    ],
  };
  const form = parseForm(document, { catalogue: words, behaviours: null, tiers: null });
  if (!form.ok) throw new Error(JSON.stringify(form.issues));
  const paths = checkForm(form.value, { catalogue: words, tiers: null }).map(({ path }) => path.join('.'));
  expect(paths).toEqual(['steps.0.fields.2.other.attribute']);
});

const roleRule: fc.Arbitrary<Rule> = fc.oneof(
  fc.record({
    field: fc.constant('answer.role'),
    operator: fc.constantFrom('=' as const, '!=' as const),
    value: fc.constantFrom('boss', 'student', 'else'),
  }),
  fc.record({
    field: fc.constant('answer.role'),
    operator: fc.constantFrom('null' as const, 'notNull' as const),
  }),
);
const teamRule: fc.Arbitrary<Rule> = fc.record({
  field: fc.constant('answer.team'),
  operator: fc.constantFrom('<' as const, '>=' as const, '=' as const, '!=' as const),
  value: fc.integer({ min: 0, max: 4 }),
});
const groupOf = (rule: fc.Arbitrary<Rule>): fc.Arbitrary<Group> =>
  fc.record({
    combinator: fc.constantFrom('and' as const, 'or' as const),
    not: fc.boolean(),
    rules: fc.array(rule, { minLength: 1, maxLength: 4 }),
  });

test('what is said never to be shown is shown by no answer, and whatever no answer shows is told', () => {
  const small = { ...team, min: 0, max: 4 };
  fc.assert(
    fc.property(groupOf(roleRule), groupOf(fc.oneof(roleRule, teamRule)), (first, second) => {
      const form = parsed([[email, role, { ...small, shownWhen: first }, note(second)]]);
      const logic = compileLogic(formLogic(form, catalogue));
      const seen = { team: new Set<boolean>(), note: new Set<boolean>() };
      for (const chosen of [undefined, 'boss', 'student', 'else']) {
        for (const number of [undefined, 0, 1, 2, 3, 4]) {
          const shown = visibleFields(logic, { role: chosen, team: number }, {});
          seen.team.add(shown.has('team'));
          seen.note.add(shown.has('note'));
        }
      }
      const findings = found(form);
      const isNever = (id: 'team' | 'note', place: number): void => {
        const told = findings.some(
          (one) =>
            one === `never_shown steps.0.fields.${place}` ||
            one === `contradiction steps.0.fields.${place}.shownWhen`,
        );
        expect(told).toBe(!seen[id].has(true));
      };
      isNever('team', 2);
      isNever('note', 3);
    }),
    { numRuns: 300 },
  );
});

// What the conditions of a document may read.
import { expect, test } from 'vitest';
import { parseForm } from './document.ts';
import { context, email, rule, form, faults, told } from './document-fixture.ts';

test('a condition reads the answers to earlier fields, and what the browser knows of the visit', () => {
  const shown = (field: string, operator = 'notNull', value?: unknown) =>
    faults({ id: 'a', kind: 'text', label: 'A', shownWhen: rule(field, operator, value) });
  expect(shown('answer.email')).toEqual([]);
  const facts =
    'utm_source utm_medium utm_campaign utm_term utm_content referrer_host page_path language device returning';
  for (const fact of facts.split(' ')) expect(shown(`visit.${fact}`)).toEqual([]);
  expect(shown('visit.referrer')).toEqual([['unknown_field', 'shownWhen.rules.0.field']]);
  expect(shown('answer.a')).toEqual([['not_an_earlier_field', 'shownWhen.rules.0.field']]);
  expect(shown('answer.nope')).toEqual([['unknown_field', 'shownWhen.rules.0.field']]);
  expect(shown('email')).toEqual([['unknown_field', 'shownWhen.rules.0.field']]);
  expect(shown('lead.role')).toEqual([['unknown_field', 'shownWhen.rules.0.field']]);
  expect(shown('score.total', '>', 1)).toEqual([['unknown_field', 'shownWhen.rules.0.field']]);
  expect(shown('visit.country')).toEqual([['not_known_in_browser', 'shownWhen.rules.0.field']]);
  expect(shown('answer.email', '=', '')).toEqual([['value_missing', 'shownWhen.rules.0.value']]);
  expect(faults({ id: 'a', kind: 'text', label: 'A', requiredWhen: rule('answer.b', 'null') })).toEqual([
    ['unknown_field', 'requiredWhen.rules.0.field'],
  ]);
});

test('a condition cannot read what only the worker fills in, nor a statement', () => {
  const after = (field: object, path: string) =>
    told(
      parseForm(
        form([field, { id: 'z', kind: 'text', label: 'Z', shownWhen: rule(path, 'notNull') }]),
        context,
      ),
    );
  const at = 'steps.0.fields.2.shownWhen.rules.0.field';
  expect(after({ id: 'c', kind: 'hidden', default: 'country' }, 'answer.c')).toEqual([
    ['not_known_in_browser', at],
  ]);
  expect(after({ id: 'c', kind: 'hidden', default: { from: 'email_domain' } }, 'answer.c')).toEqual([
    ['not_known_in_browser', at],
  ]);
  expect(after({ id: 'c', kind: 'hidden', default: { from: 'url', name: 'c' } }, 'answer.c')).toEqual([]);
  expect(after({ id: 'c', kind: 'statement', text: 'Hi' }, 'answer.c')).toEqual([['unknown_field', at]]);
});

test('a condition on a choice compares its options, by position when they are ordered', () => {
  const shown = (attribute: string, operator: string, value: unknown) =>
    told(
      parseForm(
        form([
          { id: 'c', kind: attribute === 'tools' ? 'choices' : 'choice', attribute, label: 'C' },
          { id: 'z', kind: 'text', label: 'Z', shownWhen: rule('answer.c', operator, value) },
        ]),
        context,
      ),
    ).map(([code]) => code);
  expect(shown('company_size', '>=', '11-50')).toEqual([]);
  expect(shown('company_size', '=', 'huge')).toEqual(['not_an_option']);
  expect(shown('tools', 'contains', 'crm')).toEqual([]);
  expect(shown('tools', '>', 'crm')).toEqual(['operator_not_allowed']);
});

test('a step reads the answers of the steps before it', () => {
  const steps = (shownWhen: object) => [
    { id: 's1', fields: [email] },
    { id: 's2', shownWhen, fields: [{ id: 'b', kind: 'text', label: 'B' }] },
  ];
  expect(told(parseForm(form([], { steps: steps(rule('answer.email', 'notNull')) }), context))).toEqual([]);
  expect(told(parseForm(form([], { steps: steps(rule('answer.b', 'notNull')) }), context))).toEqual([
    ['not_an_earlier_field', 'steps.1.shownWhen.rules.0.field'],
  ]);
});

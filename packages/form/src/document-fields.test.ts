// What a document may say of a field: its options, attribute, first value and limits.
import { expect, test } from 'vitest';
import { parseForm } from './document.ts';
import { sizes, context, email, rule, form, faults, told, warned } from './document-fixture.ts';

test('a choice takes the options of its attribute when it has none of its own', () => {
  const parsed = parseForm(
    form([{ id: 'size', kind: 'choice', attribute: 'company_size', label: 'S' }]),
    context,
  );
  expect(parsed.ok && parsed.value.steps[0]?.fields[1]?.options).toEqual(sizes);
  expect(faults({ id: 'size', kind: 'choice', label: 'S' })).toEqual([['options_missing', 'options']]);
  expect(faults({ id: 'size', kind: 'choice', label: 'S', attribute: 'bare' })).toEqual([
    ['options_missing', 'options'],
  ]);
});

test('ids are used once', () => {
  expect(faults({ ...email })).toEqual([['duplicate_id', 'id']]);
  const step = { id: 's1', fields: [] };
  expect(told(parseForm(form([], { steps: [{ id: 's1', fields: [email] }, step] }), context))).toEqual([
    ['duplicate_id', 'steps.1.id'],
  ]);
  const show = { kind: 'message' };
  const outcomes = [
    { id: 'x', when: { tier: 'hot' }, show },
    { id: 'x', show },
  ];
  expect(told(parseForm(form([], { outcomes }), context))).toEqual([['duplicate_id', 'outcomes.1.id']]);
});

test('an attribute must be known, not derived, and take what the field asks', () => {
  const ask = (kind: string, id: string) => faults({ id: 'a', kind, label: 'A', attribute: id });
  expect(ask('text', 'role')).toEqual([]);
  expect(ask('email', 'role')).toEqual([]);
  expect(ask('rating', 'team_size')).toEqual([]);
  expect(ask('consent', 'news')).toEqual([]);
  expect(ask('choices', 'tools')).toEqual([]);
  expect(ask('text', 'nope')).toEqual([['unknown_attribute', 'attribute']]);
  expect(ask('choice', 'nope')).toEqual([['unknown_attribute', 'attribute']]);
  expect(ask('text', 'company_domain')).toEqual([['derived_attribute', 'attribute']]);
  expect(ask('text', 'email')).toEqual([['attribute_does_not_fit', 'attribute']]);
  expect(ask('number', 'role')).toEqual([['attribute_does_not_fit', 'attribute']]);
  expect(ask('choices', 'company_size')).toEqual([['attribute_does_not_fit', 'attribute']]);
});

test('options have ids of their own; one that the attribute lacks is told', () => {
  const choice = (options: object[]) => ({
    id: 'a',
    kind: 'choice',
    label: 'A',
    attribute: 'company_size',
    options,
  });
  expect(faults(choice([sizes[0] ?? {}, sizes[0] ?? {}]))).toEqual([['duplicate_id', 'options.1.id']]);
  expect(faults(choice([]))).toEqual([['too_few', 'options']]);
  expect(faults(choice([{ id: ' 1-10', label: 'X' }]))).toEqual([['spaced', 'options.0.id']]);
  const parsed = parseForm(form([choice([{ id: '200+', label: 'More' }])]), context);
  expect(parsed.ok).toBe(true);
  expect(warned(parsed)).toEqual([['option_not_in_attribute', 'steps.0.fields.1.options.0.id']]);
});

test('a form needs an e-mail field that everybody must fill in', () => {
  const only = (field: object, more: object = {}) =>
    parseForm(form([], { steps: [{ id: 's1', ...more, fields: [field] }] }), context);
  expect(told(only({ id: 'a', kind: 'text', label: 'A' }))).toEqual([['email_required', 'steps']]);
  expect(told(only({ ...email, required: false }))).toEqual([['email_required', 'steps']]);
  const hidden = rule('visit.device', '=', 'phone');
  for (const parsed of [
    only({ ...email, shownWhen: hidden }),
    only({ ...email, ask: 'progressive' }),
    only(email, { shownWhen: hidden }),
  ]) {
    expect(told(parsed)).toEqual([['email_conditional', 'steps.0.fields.0']]);
  }
  const draft = parseForm(form([], { steps: [] }), { ...context, draft: true });
  expect(draft.ok).toBe(true);
  expect(warned(draft)).toEqual([['email_required', 'steps']]);
});

test('a first value must be one that the field would take', () => {
  const first = (kind: string, value: unknown, more: object = {}) =>
    faults({ id: 'a', kind, label: 'A', default: value, ...more }).map(([code]) => code);
  const options = { options: [{ id: 'x', label: 'X' }] };
  expect(first('text', 'hello')).toEqual([]);
  expect(first('text', '')).toEqual([]);
  expect(first('text', { from: 'url', name: 'a' })).toEqual([]);
  expect(first('country', 'country')).toEqual([]);
  expect(first('country', 'DE')).toEqual([]);
  expect(first('choice', 'x', options)).toEqual([]);
  expect(first('choice', 'y', options)).toEqual(['bad_default']);
  expect(first('choices', ['x'], options)).toEqual([]);
  expect(first('text', 'abc', { pattern: '[a-z]+' })).toEqual([]);
  for (const [kind, value, limits] of [
    ['text', 'abc1', { pattern: '[a-z]+' }],
    ['text', 'ab', { minLength: 3 }],
    ['textarea', 'abcd', { maxLength: 3 }],
    ['number', 7, { max: 5 }],
    ['number', 3, { min: 5 }],
    ['number', 1.5, { whole: true }],
    ['rating', 6, { max: 5 }],
    ['date', '2026-01-01', { earliest: '2026-01-02' }],
    ['date', '2026-01-03', { latest: '2026-01-02' }],
    ['choices', ['x', 'y'], { options: [...options.options, { id: 'y', label: 'Y' }], max: 1 }],
  ] as const) {
    expect([kind, value, first(kind, value, limits)]).toEqual([kind, value, ['bad_default']]);
  }
  const misfit = { id: 'a', kind: 'text', label: 'A', pattern: '[a-z]+', default: 'A1' };
  expect(told(parseForm(form([misfit]), context))).toEqual([['bad_default', 'steps.0.fields.1.default']]);
  // A form that stands already must not break.
  expect(parseForm(form([misfit]), { ...context, published: true }).ok).toBe(true);
  expect(first('number', 'seven')).toEqual(['bad_default']);
  expect(first('email', 'no')).toEqual(['bad_default']);
  expect(first('number', { from: 'country' })).toEqual(['bad_default']);
  expect(first('hidden', 'pro')).toEqual(['bad_default']);
  expect(first('hidden', { from: 'url' })).toEqual(['bad_default']);
});

test('the short form of a source is spelled out', () => {
  const parsed = parseForm(form([{ id: 'a', kind: 'hidden', default: 'email_domain' }]), context);
  expect(parsed.ok && parsed.value.steps[0]?.fields[1]?.default).toEqual({ from: 'email_domain' });
});

test('no box is ticked in advance and nobody is asked for what they do not see', () => {
  const parsed = parseForm(
    form([
      { id: 'a', kind: 'consent', label: 'A', default: true },
      { id: 'b', kind: 'hidden', required: true },
    ]),
    context,
  );
  expect(warned(parsed)).toEqual([
    ['unknown_key', 'steps.0.fields.1.default'],
    ['unknown_key', 'steps.0.fields.2.required'],
  ]);
  const [, box, unseen] = (parsed.ok && parsed.value.steps[0]?.fields) || [];
  expect(box).toEqual({ id: 'a', kind: 'consent', label: 'A' });
  expect(unseen).toEqual({ id: 'b', kind: 'hidden', label: '' });
});

test('limits do not cross', () => {
  const at = (more: object) => faults({ id: 'a', label: 'A', ...more });
  expect(at({ kind: 'number', min: 2, max: 1 })).toEqual([['limits_crossed', 'min']]);
  expect(at({ kind: 'text', minLength: 5, maxLength: 4 })).toEqual([['limits_crossed', 'minLength']]);
  expect(at({ kind: 'date', earliest: '2024-02-01', latest: '2024-01-01' })).toEqual([
    ['limits_crossed', 'earliest'],
  ]);
  expect(at({ kind: 'choices', min: 2, options: [{ id: 'x', label: 'X' }] })).toEqual([
    ['limits_crossed', 'min'],
  ]);
  expect(at({ kind: 'text', maxLength: 5000 })).toEqual([['too_large', 'maxLength']]);
  expect(at({ kind: 'date', earliest: '2024-02-30' })).toEqual([['not_date', 'earliest']]);
});

test('a field that cannot be read is not said to be missing as well', () => {
  const outcomes = [
    { id: 'x', show: { kind: 'redirect', url: 'https://x.example', fields: { a: 'broken' } } },
  ];
  expect(told(parseForm(form([{ id: 'broken', kind: 'text' }], { outcomes }), context))).toEqual([
    ['required', 'steps.0.fields.1.label'],
  ]);
});

// What a document may wish of single fields beyond their kind: autofill, business mail, patterns, "other".
import { expect, test } from 'vitest';
import type { Attribute } from '@baton/rules';
import { planAsking } from './ask-plan.ts';
import { checkAnswers } from './check-answers.ts';
import { compilePattern, parseForm } from './document.ts';
import { formLogic } from './form-logic.ts';
import { compileLogic } from './logic.ts';
import type { Form } from './types.ts';

const sizes = ['small', 'large'].map((id) => ({ id, label: id }));
const attributes: readonly Attribute[] = [
  { id: 'source', label: 'Source', type: 'choice', about: 'person', options: sizes },
  { id: 'heard', label: 'Heard', type: 'text', about: 'person' },
  { id: 'news', label: 'News', type: 'boolean', about: 'person' },
];
const catalogue = new Map(attributes.map((attribute) => [attribute.id, attribute]));
const email = { id: 'email', kind: 'email', label: 'E-mail', required: true };

const parse = (fields: readonly object[], more: object = {}) =>
  parseForm(
    { format: 1, id: 'demo', name: 'Demo', steps: [{ id: 's1', fields: [email, ...fields] }], ...more },
    { catalogue, behaviours: null, tiers: null },
  );

function read(...fields: readonly object[]): Form {
  const parsed = parse(fields);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  return parsed.value;
}

const faults = (field: object) => {
  const parsed = parse([field]);
  return parsed.ok ? [] : parsed.issues.map(({ code, path }) => [code, path.slice(4).join('.')]);
};
const idsOf = (form: Form) => form.steps.flatMap(({ fields }) => fields.map((field) => field.id));
const choice = (more: object = {}) => ({
  id: 'size',
  kind: 'choice',
  label: 'Size',
  options: sizes,
  other: true,
  ...more,
});

test('autofill takes the names that HTML has, with what may stand before them', () => {
  const fill = (autocomplete: string) => faults({ id: 'a', kind: 'text', label: 'A', autocomplete });
  for (const known of [
    'off',
    'on',
    'given-name',
    'work tel',
    'section-x shipping home postal-code',
    'bday',
  ]) {
    expect(fill(known), known).toEqual([]);
  }
  for (const unknown of ['', 'firstname', 'tel work', 'billing', 'given-name ', 'off tel']) {
    expect(fill(unknown), unknown).toEqual([['unknown_autocomplete', 'autocomplete']]);
  }
});

test('a pattern is one that RE2 can try', () => {
  const pattern = (source: string) => faults({ id: 'a', kind: 'text', label: 'A', pattern: source });
  for (const good of ['[A-Z]{2}\\d+', '(a+)+$', '\\p{L}+', '(?i)x']) expect(pattern(good), good).toEqual([]);
  for (const bad of ['(', '(?=x)', '(a)\\1', '((a{1000}){1000}){1000}', '[z-a]']) {
    expect(pattern(bad), bad).toEqual([['not_a_pattern', 'pattern']]);
  }
  expect(pattern(' ')).toEqual([['blank', 'pattern']]);
  expect(pattern('a'.repeat(501))).toEqual([['too_long', 'pattern']]);
});

test('a pattern is for the whole text, and hard ones cost no more than others', () => {
  expect(compilePattern('[A-Z]{2}\\d+')?.('DE123')).toBe(true);
  expect(compilePattern('[A-Z]{2}\\d+')?.('my DE123')).toBe(false);
  expect(compilePattern('a|ab')?.('ab')).toBe(true);
  // A backtracking engine would be at this until the end of days.
  expect(compilePattern('(a+)+')?.(`${'a'.repeat(1000)}!`)).toBe(false);
});

test('what is wished of other kinds, or in other words, is not taken', () => {
  expect(faults({ ...email, id: 'b', business: 'forbid' })).toEqual([['not_in_list', 'business']]);
  expect(faults({ ...email, id: 'b', business: 'refuse', businessText: ' ' })).toEqual([
    ['blank', 'businessText'],
  ]);
  expect(faults(choice({ other: { label: '' } }))).toEqual([['blank', 'other.label']]);
  expect(faults(choice({ other: false }))).toHaveLength(1);
  const form = read({ id: 'a', kind: 'number', label: 'A', pattern: '(', other: true, otherOf: 'email' });
  expect(form.steps[0]?.fields[1]).toEqual({ id: 'a', kind: 'number', label: 'A' });
});

test('"other" is the last option, and a question of its own asks what it is', () => {
  const form = read(choice(), { id: 'z', kind: 'text', label: 'Z' });
  expect(idsOf(form)).toEqual(['email', 'size', 'size_other', 'z']);
  const [, size, asks] = form.steps[0]?.fields ?? [];
  expect(size?.options?.map(({ id }) => id)).toEqual(['small', 'large', 'other']);
  expect(asks).toMatchObject({ kind: 'text', required: true, otherOf: 'size', label: '' });
});

test('an option that is called "other" already keeps its place and its word', () => {
  const options = [{ id: 'other', label: 'Something else' }, ...sizes];
  const form = read(choice({ options, other: { label: 'Never said', question: 'Which?' } }));
  const [, size, asks] = form.steps[0]?.fields ?? [];
  expect(size?.options).toEqual(options);
  expect(size?.other).toEqual({ label: 'Something else', question: 'Which?' });
  expect(asks?.label).toBe('Which?');
});

test('the text behind "other" is asked for, kept and dropped with its choice', () => {
  for (const kind of ['choice', 'choices']) {
    const logic = compileLogic(formLogic(read(choice({ kind })), catalogue));
    const check = (answers: object) =>
      checkAnswers(logic, { email: 'a@b.example', ...answers }, { visit: {} });
    const chosen = kind === 'choice' ? 'other' : ['other'];
    const small = kind === 'choice' ? 'small' : ['small'];
    expect(check({ size: chosen })).toEqual({
      ok: false,
      issues: [{ code: 'required', path: ['answers', 'size_other'] }],
    });
    const kept = { email: 'a@b.example', size: chosen, size_other: 'Huge' };
    expect(check({ size: chosen, size_other: ' Huge ' })).toEqual({ ok: true, answers: kept });
    expect(check(kept)).toEqual({ ok: true, answers: kept });
    expect(check({ size: small, size_other: 'Huge' })).toEqual({
      ok: true,
      answers: { email: 'a@b.example', size: small },
    });
  }
});

test('conditions can ask for "other" as for any option', () => {
  const shownWhen = { combinator: 'and', rules: [{ field: 'answer.size', operator: '=', value: 'other' }] };
  expect(idsOf(read(choice(), { id: 'z', kind: 'text', label: 'Z', shownWhen }))).toContain('z');
  const text = {
    combinator: 'and',
    rules: [{ field: 'answer.size_other', operator: 'contains', value: 'x' }],
  };
  expect(idsOf(read(choice(), { id: 'z', kind: 'text', label: 'Z', shownWhen: text }))).toContain('z');
});

test('the text behind "other" may have an attribute of its own', () => {
  const form = read(choice({ other: { attribute: 'heard' } }));
  expect(form.steps[0]?.fields[2]?.attribute).toBe('heard');
  expect(faults(choice({ other: { attribute: 'nope' } }))).toEqual([
    ['unknown_attribute', 'other.attribute'],
  ]);
  expect(faults(choice({ other: { attribute: 'news' } }))).toEqual([
    ['attribute_does_not_fit', 'other.attribute'],
  ]);
});

test('an attribute that has no option "other" is told of, and ids stay apart', () => {
  const { options: _, ...inherits } = choice({ attribute: 'source' });
  const parsed = parse([inherits]);
  expect(parsed.warnings).toEqual([
    {
      code: 'option_not_in_attribute',
      path: ['steps', 0, 'fields', 1, 'other'],
      params: { option: 'other' },
    },
  ]);
  const twice = parse([choice(), { id: 'size_other', kind: 'text', label: 'X' }]);
  expect(twice.ok ? [] : twice.issues).toEqual([
    { code: 'duplicate_id', path: ['steps', 0, 'fields', 2, 'id'] },
  ]);
});

test('whoever is not asked for the choice is not asked what is behind it', () => {
  const heard = { id: 'source', label: 'Source', type: 'choice', about: 'person' } as const;
  const known = new Map<string, Attribute>([
    ['source', { ...heard, options: [...sizes, { id: 'other', label: 'Other' }] }],
  ]);
  const parsed = parseForm(
    {
      format: 1,
      id: 'demo',
      name: 'Demo',
      steps: [{ id: 's1', fields: [email, choice({ attribute: 'source', ask: 'untilKnown' })] }],
    },
    { catalogue: known, behaviours: null, tiers: null },
  );
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  const logic = formLogic(parsed.value, known);
  expect(planAsking(parsed.value, logic, {})).toMatchObject({
    skip: [],
    ask: ['email', 'size', 'size_other'],
  });
  for (const source of ['other', 'small']) {
    expect(planAsking(parsed.value, logic, { source })).toMatchObject({
      skip: ['size', 'size_other'],
      ask: ['email'],
    });
  }
});

test('a form may ask to be looked over before it is sent', () => {
  const parsed = parse([], { review: true });
  expect(parsed.ok && parsed.value.review).toBe(true);
  expect(parse([], { review: 'yes' }).ok).toBe(false);
  expect('review' in read()).toBe(false);
});

test('a consent and a statement may lead to where more can be read, by https alone', () => {
  const withLink = (url: string) => [
    { id: 'terms', kind: 'consent', label: 'I agree', link: { url, text: 'Terms' } },
    { id: 'note', kind: 'statement', text: 'Read on.', link: { url } },
  ];
  const parsed = parse(withLink('https://example.com/terms'));
  expect(parsed.ok && parsed.warnings).toEqual([]);
  const refused = parse(withLink('http://example.com/terms'));
  expect(refused.ok ? [] : refused.issues.map(({ code, path }) => [code, path.join('.')])).toEqual([
    ['not_a_safe_address', 'steps.0.fields.1.link.url'],
    ['not_a_safe_address', 'steps.0.fields.2.link.url'],
  ]);
});

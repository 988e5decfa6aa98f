import type { Field, Logic } from '@baton/form';
import { fieldKinds } from '@baton/form';
import type { Operator, ReadyCondition } from '@baton/rules';
import { beforeAll, expect, test } from 'vitest';
import { buildScript } from '../../build/build-script.ts';
import { ownWords, payloadWords } from '../../build/words.ts';
import { everyKind, fieldOfKind, fifteenFields, publishFields } from '../../test/forms.ts';
import { scriptOf } from '../../test/website.ts';
import type { BuiltScript } from './compose.ts';
import { partsFor } from './parts.ts';
import { embedPayload } from './payload.ts';
import type { PublishedForm } from './published-form.ts';

let script: BuiltScript;

beforeAll(async () => {
  script = await buildScript();
});

const values: Readonly<Partial<Record<Operator, unknown>>> = {
  in: ['1', '2'],
  notIn: ['1', '2'],
  between: ['1', '2'],
  notBetween: ['1', '2'],
};
const operators: readonly Operator[] = [
  ...(['=', '!=', 'in', 'notIn', 'null', 'notNull'] as const),
  ...(['<', '<=', '>', '>=', 'between', 'notBetween'] as const),
  ...([
    'contains',
    'doesNotContain',
    'beginsWith',
    'doesNotBeginWith',
    'endsWith',
    'doesNotEndWith',
  ] as const),
];

function comparisonsIn(condition: ReadyCondition): string[] {
  return 'rules' in condition ? condition.rules.flatMap(comparisonsIn) : [condition.operator];
}

/** All that a logic compares by, but for what every script does. */
function comparisonsOf({ steps }: Logic): string[] {
  const all = [...steps, ...steps.flatMap(({ fields }) => fields)];
  const asked = all.flatMap(({ shownWhen }) => (shownWhen ? comparisonsIn(shownWhen) : []));
  return asked.filter((name) => name !== '=' && name !== 'there');
}

/** Whether a table of comparisons in the script has it: nothing else there is called so. */
const compares = (published: PublishedForm, name: string) =>
  /[a-z]/.test(name)
    ? new RegExp(`[{,]${name}:`).test(scriptOf(script, published, {}))
    : scriptOf(script, published, {}).includes(`"${name}":(`);

test('a script compares by whatever the conditions of its form compare by', () => {
  const read: readonly Field[] = [
    fieldOfKind.text,
    fieldOfKind.number,
    fieldOfKind.choice,
    fieldOfKind.choices,
  ];
  for (const field of read) {
    for (const operator of operators) {
      const rule = { field: `answer.${field.id}`, operator, value: values[operator] ?? '1' };
      const group = { combinator: 'and' as const, rules: [{ combinator: 'or' as const, rules: [rule] }] };
      const published = publishFields(field, { id: 'then', kind: 'text', label: 'Then', shownWhen: group });
      for (const name of comparisonsOf(published.logic))
        expect(compares(published, name), `${field.kind} ${operator}`).toBe(true);
    }
  }
});

/** Whether some rule compares the keys of texts. */
function readsTexts(condition: ReadyCondition): boolean {
  return 'rules' in condition ? condition.rules.some(readsTexts) : condition.text === true;
}

test('a script makes keys of texts and decides groups where a condition of its form asks for it', () => {
  const { text, number, choice, choices } = fieldOfKind;
  for (const field of [text, number, choice, choices]) {
    for (const operator of operators) {
      const rule = { field: `answer.${field.id}`, operator, value: values[operator] ?? '1' };
      for (const [rules, not] of [
        [[rule], false],
        [[rule], true],
        [[rule, rule], false],
      ] as const) {
        const shownWhen = { combinator: 'and' as const, rules, ...(not && { not }) };
        const published = publishFields(field, { id: 'then', kind: 'number', label: 'Then', shownWhen });
        const asked = published.logic.steps[0]?.fields[1]?.shownWhen;
        const names = partsFor(published.form);
        expect(names).toContain('matchCondition');
        expect(names.includes('groups'), operator).toBe(asked !== undefined && 'rules' in asked);
        if (asked && readsTexts(asked)) expect(names, `${field.kind} ${operator}`).toContain('texts');
      }
    }
  }
  expect(partsFor(publishFields(text, choice).form)).not.toEqual(
    expect.arrayContaining([expect.stringMatching(/^(matchCondition|groups|texts|alikes)$/)]),
  );
});

test('what comes later is fetched for fields that have it, and for no others', () => {
  const { text, email, country, choice } = fieldOfKind;
  const many = Array.from({ length: 16 }, (_, index) => ({ id: `o${index}`, label: `${index}` }));
  const fields: readonly Field[] = [
    text,
    email,
    country,
    choice,
    { ...country, search: false },
    { ...choice, search: true },
    ...[7, 15, 16].map((count) => ({ ...choice, options: many.slice(0, count) })),
    { ...choice, options: many, search: false },
  ];
  for (const field of fields) {
    const published = publishFields(field);
    const names = partsFor(published.form);
    const { html } = embedPayload(published, {});
    expect(names.includes('lists'), html).toBe(html.includes('data-search'));
    expect(names.includes('mail'), html).toBe(html.includes('data-meant'));
  }
});

test('a script knows the kinds of field that its form has, and no other', () => {
  for (const published of [everyKind, fifteenFields]) {
    const kinds = published.logic.steps.flatMap(({ fields }) => fields.map(({ kind }) => kind));
    expect(partsFor(published.form)).toEqual(expect.arrayContaining(kinds));
  }
  const plain = scriptOf(script, publishFields(fieldOfKind.text), {});
  for (const kind of fieldKinds.filter((kind) => kind !== 'text'))
    expect(partsFor(publishFields(fieldOfKind.text).form)).not.toContain(kind);
  expect(plain).not.toMatch(/not_email|not_phone|beginsWith|between/);
});

test('a script looks at the limits that some field of its form has', () => {
  const { date, choices } = fieldOfKind;
  const free = scriptOf(script, publishFields(date, choices), {});
  expect(free).not.toMatch(/too_(early|late|few|many)/);
  const limited = [{ earliest: '2026-01-01' }, { latest: '2026-12-31' }].map(
    (limits) => [{ ...date, ...limits }, /"too_early","too_late"/] as const,
  );
  const counted = [{ min: 1 }, { max: 2 }].map(
    (limits) => [{ ...choices, ...limits }, /"too_few","too_many"/] as const,
  );
  for (const [field, codes] of [...limited, ...counted])
    expect(scriptOf(script, publishFields(field), {})).toMatch(codes);
});

function keysIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(keysIn);
  return Object.entries(Object(value) === value ? Object(value) : {}).flatMap(([key, one]) => [
    key,
    ...keysIn(one),
  ]);
}

function keysByObject(value: unknown): string[][] {
  if (Array.isArray(value)) return value.flatMap(keysByObject);
  if (Object(value) !== value) return [];
  const entries = Object.entries(Object(value));
  return [entries.map(([key]) => key), ...entries.flatMap(([, one]) => keysByObject(one))];
}

test('what core and parts say among themselves is no word of the payload', () => {
  const { review, kiosk, embed } = { review: true, kiosk: true, embed: { mode: 'popup' } } as const;
  for (const published of [everyKind, fifteenFields]) {
    const form = {
      ...published.form,
      review,
      kiosk,
      embed: { ...embed, triggers: [], once: 'always' as const },
    };
    const keys = keysIn(embedPayload({ ...published, form }, {}));
    expect(keys).toContain('progress');
    expect(ownWords.filter((word) => keys.includes(word))).toEqual([]);
  }
});

test('the payload goes by the names that the script calls it by', () => {
  const keys = keysIn(embedPayload(fifteenFields, {}));
  const composed = scriptOf(script, fifteenFields, {});
  expect(Object.keys(script.words)).toEqual(payloadWords);
  for (const keys of keysByObject(embedPayload(everyKind, {}))) {
    const renamed = keys.map((key) => script.words[key] ?? key);
    expect(new Set(renamed).size, keys.join()).toBe(keys.length);
  }
  for (const word of ['html', 'texts', 'kind', 'shownWhen', 'operator', 'keys']) expect(keys).toContain(word);
  for (const word of payloadWords) expect(composed).not.toMatch(new RegExp(`[{,]${word}[:,}]`));
});

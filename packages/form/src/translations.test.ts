import { expect, test } from 'vitest';
import { parseForm } from './document.ts';
import { missingTranslations } from './translations.ts';
import type { Form } from './types.ts';

const context = { catalogue: new Map(), behaviours: null, tiers: null };
const document = (translations: unknown, more: object = {}) => ({
  format: 1,
  id: 'demo',
  name: 'Request a demo',
  steps: [
    {
      id: 's1',
      title: 'About you',
      fields: [
        { id: 'email', kind: 'email', label: 'Work e-mail', required: true, help: ' ' },
        {
          id: 'size',
          kind: 'choice',
          label: 'Size',
          options: [
            { id: 's', label: '1–10' },
            { id: 'l', label: 'More' },
          ],
        },
        { id: 'plan', kind: 'hidden', default: { from: 'url', name: 'plan' } },
      ],
    },
  ],
  outcomes: [{ id: 'thanks', show: { kind: 'message', title: 'Thank you' } }],
  consent: { text: 'Agreed', url: 'https://www.example.com' },
  translations,
  ...more,
});
const parse = (translations: unknown) => parseForm(document(translations), context);
const read = (translations: unknown): Form => {
  const parsed = parse(translations);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  return parsed.value;
};
const told = (translations: unknown) => {
  const parsed = parse(translations);
  const issues = parsed.ok ? [] : parsed.issues;
  return [issues, parsed.warnings].map((found) => found.map(({ code, path }) => `${code} ${path.join('.')}`));
};

test('a translation of everything is taken as it stands, and nothing is missing', () => {
  const de = {
    name: 'Vorführung anfragen',
    steps: { s1: { title: 'Über Sie' } },
    fields: { email: { label: 'E-Mail' }, size: { label: 'Größe', options: { l: 'Mehr' } } },
    outcomes: { thanks: { title: 'Danke' } },
    consent: { text: 'Einverstanden' },
    texts: { send: 'Los', check: { one: 'eine', other: '{count}' } },
  };
  expect(told({ de })).toEqual([[], []]);
  expect(read({ de }).translations).toEqual({ de });
  expect(missingTranslations(read({ de }), 'de')).toEqual([]);
});

test('what a visitor would read in the form’s own language is listed, and nothing that says no word', () => {
  const everything = [
    'name',
    'steps.s1.title',
    'fields.email.label',
    'fields.size.label',
    'fields.size.options.l',
    'outcomes.thanks.title',
    'consent.text',
  ];
  const missing = (form: Form, language: string) =>
    missingTranslations(form, language).map((path) => path.join('.'));
  expect(missing(read({}), 'de')).toEqual(everything);
  expect(missing(read({ de: { name: ' ', fields: { email: { label: 'E-Mail' } } } }), 'de')).toEqual(
    everything.filter((path) => path !== 'fields.email.label'),
  );
});

test('a language must be a tag, and words must be words', () => {
  expect(
    told({ 'German!': {}, 'en-x': {}, de: { name: 7, steps: [], fields: { email: 'E-Mail' } } }),
  ).toEqual([
    [
      'bad_language translations.German!',
      'bad_language translations.en-x',
      'wrong_type translations.de.name',
      'wrong_type translations.de.steps',
      'wrong_type translations.de.fields.email',
    ],
    [],
  ]);
});

test('what the form does not have is told with its path and kept', () => {
  const de = {
    steps: { s9: { title: 'x' } },
    fields: {
      gone: { label: 'x' },
      email: { lable: 'x', options: { a: 'x' } },
      size: { options: { xl: 'x' } },
    },
    outcomes: { gone: { title: 'x' } },
    nmae: 'x',
  };
  const [issues, warnings] = told({ de });
  expect(issues).toEqual([]);
  expect(warnings?.toSorted()).toEqual([
    'not_in_form translations.de.fields.email.options.a',
    'not_in_form translations.de.fields.gone',
    'not_in_form translations.de.fields.size.options.xl',
    'not_in_form translations.de.outcomes.gone',
    'not_in_form translations.de.steps.s9',
    'unknown_key translations.de.fields.email.lable',
    'unknown_key translations.de.nmae',
  ]);
  expect(read({ de }).translations).toEqual({ de });
});

// A form in the visitor's language. Decides which language is spoken and overlays what is translated; what is
// not keeps the form's own words. Reads `translations` tolerantly: anything that is not a text is as good as absent.
//
// Shape: `{ "<language>": { "name", "steps": { "<id>": { "title" } }, "fields": { "<id>": { "label", "help",
// "placeholder", "text", "options": { "<id>": "label" } } }, "consent": { "text" },
// "texts": { "<text key>": "words" } } }`.
import type { Field, Form } from '@baton/form';
import type { Texts } from './texts/index.ts';
import { isTextKey, textsFor } from './texts/index.ts';

const rightToLeft: ReadonlySet<string> = new Set([
  'ar',
  'arc',
  'ckb',
  'dv',
  'fa',
  'he',
  'ku',
  'ps',
  'sd',
  'ug',
  'ur',
  'yi',
]);

export type Spoken = {
  readonly form: Form;
  readonly texts: Texts;
  /** BCP 47. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
};

/** The form in `wanted` when it has that language (or its parent), else in its own. */
export function speak(form: Form, wanted: string | undefined): Spoken {
  const language = spokenLanguage(form, wanted);
  const words = entry(form.translations, language);
  const overrides = Object.entries(entry(words, 'texts')).filter(
    ([key, text]) => isTextKey(key) && isText(text),
  );
  return {
    form: translated(form, words),
    texts: { ...textsFor(language), ...Object.fromEntries(overrides) },
    language,
    direction: direction(language),
  };
}

export function direction(language: string): 'ltr' | 'rtl' {
  return rightToLeft.has(base(language)) ? 'rtl' : 'ltr';
}

function spokenLanguage(form: Form, wanted: string | undefined): string {
  if (wanted === undefined) return form.language;
  const known = [form.language, ...Object.keys(form.translations)];
  const same = (tag: string) => known.find((language) => language.toLowerCase() === tag);
  return (
    same(wanted.toLowerCase()) ??
    same(base(wanted)) ??
    known.find((language) => base(language) === base(wanted)) ??
    form.language
  );
}

function translated(form: Form, words: Entry): Form {
  const steps = entry(words, 'steps');
  const fields = entry(words, 'fields');
  return {
    ...form,
    name: text(words, 'name') ?? form.name,
    consent: form.consent && { ...form.consent, ...entry(words, 'consent') },
    steps: form.steps.map((step) => ({
      ...step,
      title: text(entry(steps, step.id), 'title') ?? step.title,
      fields: step.fields.map((field) => translatedField(field, entry(fields, field.id))),
    })),
  };
}

function translatedField(field: Field, words: Entry): Field {
  const texts: Record<string, string> = {};
  for (const key of ['label', 'help', 'placeholder', 'text']) {
    const word = text(words, key);
    if (word !== undefined) texts[key] = word;
  }
  const labels = entry(words, 'options');
  const options = field.options?.map((option) => ({
    id: option.id,
    label: text(labels, option.id) ?? option.label,
  }));
  return { ...field, ...texts, ...(options && { options }) };
}

type Entry = Readonly<Record<string, unknown>>;

function entry(of: Entry, key: string): Entry {
  const value = Object.hasOwn(of, key) ? of[key] : undefined;
  return isEntry(value) ? value : {};
}

function isEntry(value: unknown): value is Entry {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function text(of: Entry, key: string): string | undefined {
  const value = Object.hasOwn(of, key) ? of[key] : undefined;
  return isText(value) ? value : undefined;
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}

function base(tag: string): string {
  return (tag.split('-')[0] ?? '').toLowerCase();
}

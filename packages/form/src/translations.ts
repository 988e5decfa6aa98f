// A form's words in other languages: what there is to translate, and what is still untranslated. Words that are
// blank are as good as absent: the form's own stand in their place.
import type { Path } from '@baton/rules';
import { otherOption } from './types.ts';
import type { Field, Form, Outcome, Show } from './types.ts';

type ById<T> = Readonly<Record<string, T>>;

/** A field's words by key, and those of its options by id. */
export type FieldWords = { readonly [K in (typeof fieldWords)[number]]?: string } & {
  readonly options?: ById<string>;
};

/** One language of a form. Steps, fields and outcomes are named by their ids. */
export type Translation = {
  readonly name?: string;
  readonly description?: string;
  readonly steps?: ById<{ readonly title?: string }>;
  readonly fields?: ById<FieldWords>;
  readonly outcomes?: ById<{ readonly [K in (typeof outcomeWords)[number]]?: string }>;
  readonly consent?: {
    readonly text?: string;
    readonly linkText?: string;
    readonly url?: string;
    readonly marketing?: { readonly text?: string };
  };
  /** The interface's own texts by key, where the form says them otherwise; by plural category where they count. */
  readonly texts?: ById<string | ById<string>>;
};

/** What a field can say. */
export const fieldWords = ['label', 'help', 'placeholder', 'text', 'businessText', 'patternText'] as const;

/** What an outcome can say. */
const outcomeWords = ['title', 'text', 'label'] as const;

/** The words if there are any. */
export function wordsOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

/** What an outcome shows, in the words of a language. */
export function showIn(words: Translation | undefined, { id, show }: Outcome): Show {
  return { ...show, ...saidIn(ownOf(words?.outcomes, id), outcomeWords) };
}

/** Of these words, those that are not blank. */
export function saidIn<K extends string>(
  words: { readonly [P in K]?: string } | undefined,
  keys: readonly K[],
): Readonly<Record<string, string>> {
  const texts: Record<string, string> = {};
  for (const key of keys) {
    const text = wordsOf(words?.[key]);
    if (text !== undefined) texts[key] = text;
  }
  return texts;
}

/** What a record has of its own: ids may be called like what every object inherits. */
export function ownOf<T>(record: Readonly<Record<string, T>> | undefined, key: string): T | undefined {
  return record !== undefined && Object.hasOwn(record, key) ? record[key] : undefined;
}

/**
 * What a visitor would read in the form's own language: paths inside `translations.<language>`, in the order of the
 * form. What has no letters reads the same everywhere.
 */
export function missingTranslations(
  form: Says & Pick<Form, 'translations'>,
  language: string,
): readonly Path[] {
  const words = ownOf(form.translations, language);
  return sayings(form)
    .filter(({ path, text }) => /\p{L}/u.test(text) && wordsOf(reach(words, path)) === undefined)
    .map(({ path }) => path);
}

/** One text, and where it stands inside `translations.<language>`. */
export type Saying = { readonly path: Path; readonly text: string };

type Says = Pick<Form, 'name' | 'description' | 'steps' | 'outcomes' | 'consent'>;

/** Everything that a form says in words of its own. */
export function sayings(form: Says): readonly Saying[] {
  const { steps, outcomes, consent } = form;
  return [
    ...said(form, [], ['name', 'description']),
    ...steps.flatMap((step) => [
      ...said(step, ['steps', step.id], ['title']),
      ...step.fields.flatMap(sayingsOf),
    ]),
    ...outcomes.flatMap(({ id, show }) => said(show, ['outcomes', id], outcomeWords)),
    ...said(consent ?? {}, ['consent'], ['text', 'linkText']),
    ...said(consent?.marketing ?? {}, ['consent', 'marketing'], ['text']),
  ];
}

function sayingsOf(field: Field): readonly Saying[] {
  if (field.kind === 'hidden') return [];
  const at = ['fields', field.id];
  const isHosts = (id: string) => id === otherOption && field.other && field.other.label === undefined;
  const options = field.options?.filter(({ id }) => !isHosts(id)) ?? [];
  return [
    ...said(field, at, fieldWords),
    ...options.map(({ id, label }) => ({ path: [...at, 'options', id], text: label })),
  ];
}

function said(part: object, at: Path, keys: readonly string[]): readonly Saying[] {
  return keys.flatMap((key) => {
    const text = wordsOf(reach(part, [key]));
    return text === undefined ? [] : [{ path: [...at, key], text }];
  });
}

function reach(from: unknown, path: Path): unknown {
  return path.reduce((part, key) => (isPart(part) && Object.hasOwn(part, key) ? part[key] : undefined), from);
}

function isPart(value: unknown): value is Readonly<Record<string | number, unknown>> {
  return typeof value === 'object' && value !== null;
}

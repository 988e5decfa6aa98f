// A draft's words in its languages: every line that can be said in another language, what stands there, and how it is
// written down. A text that is emptied is taken out; the form's own stands in its place then.
import { otherId, ownOf, sayings, wordsOf, type Field, type Saying, type Translation } from '@baton/form';
import type { Attribute, Path } from '@baton/rules';
import { patched } from './edit-fields.ts';
import type { DraftField, FormDraft } from './form-draft.ts';
import { isRecord } from '@baton/schema';
import { shownField } from './shown-field.ts';

/** One text that can be said in another language. */
export type Line = Saying & {
  /** The path as one word. */
  readonly key: string;
  /** Where it stands: a step, what comes after sending. */
  readonly where: string;
  /** What it is there. */
  readonly what: string;
  /** Without it, visitors would read the form's own words. */
  readonly isNeeded: boolean;
};

type Says = Pick<FormDraft, 'name' | 'description' | 'steps' | 'outcomes' | 'consent'>;

/** Everything that the form says in its own words, in its order. */
export function linesOf(draft: Says, attributes: ReadonlyMap<string, Attribute>): readonly Line[] {
  const places = placesOf(draft);
  const steps = draft.steps.map((step) => ({
    ...step,
    title: step.title ?? '',
    fields: step.fields.flatMap((field) => saidBy(field, attributes)),
  }));
  const said = sayings({ ...draft, steps, outcomes: draft.outcomes ?? [], consent: draft.consent ?? null });
  const url = draft.consent?.url;
  const all: readonly Saying[] =
    url === undefined ? said : [...said, { path: ['consent', 'url'], text: url }];
  return all.map(({ path, text }) => ({
    path,
    text,
    key: keyOf(path),
    where: places.get(keyOf(path.slice(0, 2))) ?? placeNames[String(path[0])] ?? 'The form',
    what: whatOf(path),
    isNeeded: /\p{L}/u.test(text) && path.at(-1) !== 'url',
  }));
}

export function keyOf(path: Path): string {
  return path.join('/');
}

function saidBy(field: DraftField, attributes: ReadonlyMap<string, Attribute>): readonly Field[] {
  const attribute = field.attribute === undefined ? undefined : attributes.get(field.attribute);
  const shown = shownField(field, attribute);
  const question = wordsOf(isRecord(field.other) ? field.other['question'] : undefined);
  if (question === undefined) return [shown];
  return [shown, { id: otherId(field.id), kind: 'text', label: question }];
}

const placeNames: Readonly<Record<string, string>> = {
  outcomes: 'After sending',
  consent: 'Consent',
  texts: 'Baton’s own words',
};

function placesOf({ steps }: Says): ReadonlyMap<string, string> {
  return new Map(
    steps.flatMap((step, index) => {
      const name = wordsOf(step.title) ?? `Step ${index + 1}`;
      const ids = step.fields.flatMap(({ id }) => [id, otherId(id)]);
      return [[`steps/${step.id}`, name], ...ids.map((id) => [`fields/${id}`, name] as const)] as const;
    }),
  );
}

const whats: Readonly<Record<string, string>> = {
  name: 'Name of the form',
  description: 'Description',
  'steps title': 'Title of the step',
  'fields label': 'Question',
  'fields help': 'Help',
  'fields placeholder': 'Placeholder',
  'fields text': 'Text',
  'fields businessText': 'Said of free addresses',
  'fields patternText': 'Said where it does not fit',
  'fields options': 'Option',
  'outcomes title': 'Title',
  'outcomes text': 'Text',
  'outcomes label': 'Button',
  'consent text': 'What they agree to',
  'consent linkText': 'Words of the link',
  'consent marketing': 'Newsletter box',
  'consent url': 'Address of the text',
};

function whatOf(path: Path): string {
  const [part, second, third] = path.map(String);
  const key = part === 'consent' ? second : third;
  return whats[key === undefined ? `${part}` : `${part} ${key}`] ?? String(path.at(-1));
}

export function wordsIn({ translations }: Pick<FormDraft, 'translations'>, language: string): unknown {
  return ownOf(translations, language);
}

/** What stands at a path of a language; empty where there is nothing. */
export function saidAt(words: unknown, path: Path): string {
  let part = words;
  for (const key of path) {
    // A text for all numbers is that of the category that all languages have.
    if (typeof part === 'string') return key === 'other' ? part : '';
    part = isRecord(part) && Object.hasOwn(part, key) ? part[String(key)] : undefined;
  }
  return typeof part === 'string' ? part : '';
}

/** The lines that visitors of this language would read in the form's own. */
export function missingOf(lines: readonly Line[], words: unknown): readonly Line[] {
  return lines.filter(({ isNeeded, path }) => isNeeded && wordsOf(saidAt(words, path)) === undefined);
}

export function setSaying(draft: FormDraft, language: string, path: Path, text: string): FormDraft {
  const words = wordsIn(draft, language);
  if (saidAt(words, path) === text) return draft;
  const next = put(words, path, text);
  if (!isTranslation(next)) return draft;
  return { ...draft, translations: { ...draft.translations, [language]: next } };
}

/** Nothing of it is left where its last text is gone. */
function put(part: unknown, [key, ...rest]: Path, text: string): Readonly<Record<string, unknown>> {
  const whole = isRecord(part) ? part : typeof part === 'string' ? { other: part } : {};
  const name = String(key);
  const inside = rest.length === 0 ? text : put(ownOf(whole, name), rest, text);
  const isGone = inside === '' || (isRecord(inside) && Object.keys(inside).length === 0);
  return patched(whole, { [name]: isGone ? undefined : inside });
}

/** Every key of it may be absent, and whoever reads one looks what it is. */
function isTranslation(value: unknown): value is Translation {
  return isRecord(value);
}

export function addLanguage(draft: FormDraft, language: string): FormDraft {
  if (wordsIn(draft, language) !== undefined) return draft;
  return { ...draft, translations: { ...draft.translations, [language]: {} } };
}

export function removeLanguage(draft: FormDraft, language: string): FormDraft {
  const { [language]: gone, ...others } = draft.translations ?? {};
  if (gone === undefined) return draft;
  return patched(draft, { translations: Object.keys(others).length === 0 ? undefined : others });
}

/** The language that the form is written in. What Baton says in it otherwise goes along. */
export function setOwnLanguage(draft: FormDraft, language: string): FormDraft {
  const { language: before = 'en', translations = {} } = draft;
  const { [before]: words, ...others } = translations;
  if (before === language || Object.hasOwn(translations, language)) return draft;
  const moved = words === undefined ? draft : { ...draft, translations: { ...others, [language]: words } };
  return { ...moved, language };
}

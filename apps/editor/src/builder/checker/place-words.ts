// Where something was found, as one says it: the field by its question, then what of it.
import { kindName } from '../../draft/edit-fields.ts';
import type { FormDraft } from '../../draft/form-draft.ts';
import { placeOf } from '../../draft/places.ts';
import type { Place } from './findings.ts';

const keys: Readonly<Record<string, string>> = {
  attribute: 'Attribute',
  autocomplete: 'Filled in by browsers',
  business: 'Free addresses',
  businessText: 'What is said of free addresses',
  default: 'First value',
  earliest: 'Earliest',
  help: 'Help',
  id: 'Name for programs',
  label: 'Question',
  latest: 'Latest',
  link: 'Link',
  max: 'At most',
  maxLength: 'Length',
  min: 'At least',
  minLength: 'Length',
  options: 'Options',
  other: 'Other',
  pattern: 'Pattern',
  patternText: 'What is said of the pattern',
  placeholder: 'Placeholder',
  requiredWhen: 'Must be answered when',
  shownWhen: 'Shown when',
  text: 'Text',
  title: 'Title',
};

const parts: Readonly<Record<string, string>> = {
  '': 'The form',
  consent: 'Consent',
  description: 'Description',
  embed: 'Embed',
  language: 'Language',
  name: 'Name',
  outcomes: 'Outcomes',
  profiling: 'Profiling',
  protection: 'Protection',
  steps: 'The form',
  theme: 'Theme',
  translations: 'Translations',
  websites: 'Websites',
};

/** The name of the place; null where the part is gone meanwhile. */
export function placeInWords(place: Place, draft: FormDraft): string | null {
  if (place.kind === 'part')
    return named(parts[place.part] ?? place.part, detailOf(place.part, place.inside));
  const key = keys[place.inside[0] ?? ''];
  if (place.kind === 'field') {
    const field = placeOf(draft, place.id)?.field;
    return field === undefined ? null : named(field.label || kindName(field.kind), key);
  }
  const at = draft.steps.findIndex(({ id }) => id === place.id);
  const step = draft.steps[at];
  return step === undefined ? null : named(step.title ? step.title : `Step ${at + 1}`, key);
}

function detailOf(part: string, [first]: readonly string[]): string | undefined {
  if (first === undefined) return undefined;
  if (part === 'translations') return languageName(first);
  return part === 'outcomes' ? `${Number(first) + 1}` : undefined;
}

function languageName(tag: string): string {
  try {
    return new Intl.DisplayNames('en', { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

function named(whole: string, part: string | undefined): string {
  return part === undefined ? whole : `${whole} · ${part}`;
}

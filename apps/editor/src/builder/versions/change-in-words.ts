// What differs between two states of a form, one sentence for each thing that was touched, with what it was and is.
import type { FormChanges } from '@baton/worker/api-types';
import { kindName } from '../../draft/edit-fields.ts';
import type { FormDraft } from '../../draft/form-draft.ts';
import { isRecord } from '@baton/schema';
import { placeOf } from '../../draft/places.ts';

type Change = FormChanges['changes'][number];

export type ChangeInWords = {
  readonly says: string;
  /** Absent where there is nothing short to show. */
  readonly before?: string;
  readonly after?: string;
};

const settings: Readonly<Record<string, string>> = {
  label: 'the question',
  help: 'the help',
  placeholder: 'the placeholder',
  text: 'the text',
  required: 'whether it must be answered',
  requiredWhen: 'when it must be answered',
  shownWhen: 'when it is shown',
  attribute: 'the attribute it asks for',
  ask: 'when it is asked',
  options: 'the options',
  default: 'what it begins with',
  title: 'the title',
  kind: 'the kind',
  when: 'when it comes',
  show: 'what it shows',
};

const parts: Readonly<Record<string, string>> = {
  name: 'The name',
  description: 'The description',
  language: 'The language',
  profiling: 'How known visitors are asked',
  consent: 'The consent',
  theme: 'The theme',
  translations: 'The translations',
  protection: 'The protection against bots',
  websites: 'The websites that may show it',
  embed: 'How it opens',
  review: 'Whether answers are shown before they are sent',
  partials: 'Whether finished steps are sent',
  journal: 'Whether a journal of the visit is kept',
  kiosk: 'Whether the screen is shared',
  image: 'The picture for links',
};

/**
 * @param states the two forms, the earlier first; a part's name is found in either
 */
export function changeInWords(change: Change, states: readonly (FormDraft | null)[]): ChangeInWords {
  const [part = '', id = '', inner, innerId] = change.path.map(String);
  if (part === 'steps' && inner === 'fields' && innerId !== undefined) {
    return told(change, fieldName(innerId, change, states), change.path.slice(4));
  }
  if (part === 'steps') return told(change, stepName(id, states), change.path.slice(2));
  if (part === 'outcomes') return told(change, `The outcome “${id}”`, change.path.slice(2));
  const name = parts[part] ?? part;
  return { says: verb(change, name), ...values(change) };
}

function told(change: Change, name: string, inside: readonly (string | number)[]): ChangeInWords {
  const [setting] = inside.map(String);
  if (setting === undefined)
    return { says: verb(change, name), ...(change.kind === 'changed' ? values(change) : {}) };
  return { says: `${name}: ${settings[setting] ?? setting} changed`, ...values(change) };
}

function verb(change: Change, name: string): string {
  switch (change.kind) {
    case 'added':
      return `${name} added`;
    case 'removed':
      return `${name} removed`;
    case 'moved':
      return change.from === undefined ? `${name} moved` : `${name} moved to another step`;
    case 'changed':
      return `${name} changed`;
  }
}

function fieldName(id: string, change: Change, states: readonly (FormDraft | null)[]): string {
  const found = states.toReversed().flatMap((state) => (state ? (placeOf(state, id)?.field ?? []) : []))[0];
  const label = found?.label ?? labelIn(change) ?? id;
  return `“${label || (found ? kindName(found.kind) : id)}”`;
}

function labelIn(change: Change): string | undefined {
  const value = 'after' in change ? change.after : 'before' in change ? change.before : undefined;
  return isRecord(value) && typeof value['label'] === 'string' ? value['label'] : undefined;
}

function stepName(id: string, states: readonly (FormDraft | null)[]): string {
  for (const state of states.toReversed()) {
    const at = state?.steps.findIndex((step) => step.id === id) ?? -1;
    if (at >= 0) {
      const title = state?.steps[at]?.title;
      return title ? `Step “${title}”` : `Step ${at + 1}`;
    }
  }
  return `Step ${id}`;
}

function values(change: Change): { readonly before?: string; readonly after?: string } {
  const before = 'before' in change ? shortly(change.before) : undefined;
  const after = 'after' in change ? shortly(change.after) : undefined;
  return { ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) };
}

const longest = 120;

/** A value that can be read at a glance. */
function shortly(value: unknown): string | undefined {
  if (typeof value === 'string') return value.length > longest ? `${value.slice(0, longest)}…` : value;
  if (typeof value === 'number') return String(value);
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return undefined;
}

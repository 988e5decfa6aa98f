// What can be done with fields. Each takes a draft and gives another one; what is not touched stays the very same
// object, so that a screen redraws only what changed. Ids never change.
import type { FieldKind } from '@baton/form';
import type { DraftField, DraftStep, FormDraft } from './form-draft.ts';
import { freeId } from './ids.ts';
import { fieldsOf, takenIds, type Gap } from './places.ts';

/** New values of keys; undefined takes a key away. */
export type FieldPatch = { readonly [Key in keyof DraftField]?: DraftField[Key] | undefined };

export function updateField(draft: FormDraft, id: string, patch: FieldPatch): FormDraft {
  return mapFields(draft, (fields) =>
    fields.map((field) => (field.id === id ? patched(field, patch) : field)),
  );
}

/** A part with other values; keys whose value is undefined are gone. The same part where nothing differs. */
export function patched<T extends object>(
  part: T,
  patch: { readonly [Key in keyof T]?: T[Key] | undefined },
): T {
  const keys = Object.keys(patch).filter((key): key is keyof T & string => key in patch);
  if (keys.every((key) => part[key] === patch[key] && (patch[key] !== undefined || !(key in part))))
    return part;
  const next = { ...part, ...patch };
  for (const key of keys) if (patch[key] === undefined) delete next[key];
  return next;
}

export function insertFields(
  draft: FormDraft,
  fields: readonly DraftField[],
  { step, index }: Gap,
): FormDraft {
  return mapFields(draft, (there, { id }) => (id === step ? there.toSpliced(index, 0, ...fields) : there));
}

export function removeFields(draft: FormDraft, ids: ReadonlySet<string>): FormDraft {
  return mapFields(draft, (fields) =>
    fields.some(({ id }) => ids.has(id)) ? fields.filter(({ id }) => !ids.has(id)) : fields,
  );
}

/** Moves fields, in the order in which they stand, into a gap told as the draft is now. */
export function moveFields(draft: FormDraft, ids: ReadonlySet<string>, gap: Gap): FormDraft {
  const moved = fieldsOf(draft).filter(({ id }) => ids.has(id));
  const target = draft.steps.find(({ id }) => id === gap.step);
  if (moved.length === 0 || target === undefined) return draft;
  const before = target.fields.slice(0, gap.index).filter(({ id }) => ids.has(id)).length;
  const next = insertFields(removeFields(draft, ids), moved, { step: gap.step, index: gap.index - before });
  return isSameOrder(draft, next) ? draft : next;
}

/** One place up or down, over the borders of steps. */
export function nudgeFields(draft: FormDraft, ids: ReadonlySet<string>, by: -1 | 1): FormDraft {
  const gap = nextGap(draft, ids, by);
  return gap === null ? draft : moveFields(draft, ids, gap);
}

function nextGap(draft: FormDraft, ids: ReadonlySet<string>, by: -1 | 1): Gap | null {
  const edge = by < 0 ? firstOf(draft, ids) : lastOf(draft, ids);
  if (edge === null) return null;
  const { at, index } = edge;
  const step = draft.steps[at];
  const neighbour = draft.steps[at + by];
  if (step === undefined) return null;
  const beyond = by < 0 ? index - 1 : index + 2;
  if (beyond >= 0 && beyond <= step.fields.length) return { step: step.id, index: beyond };
  if (neighbour === undefined) return null;
  return { step: neighbour.id, index: by < 0 ? neighbour.fields.length : 0 };
}

type Edge = { readonly at: number; readonly index: number };

function firstOf({ steps }: FormDraft, ids: ReadonlySet<string>): Edge | null {
  for (const [at, { fields }] of steps.entries()) {
    const index = fields.findIndex(({ id }) => ids.has(id));
    if (index >= 0) return { at, index };
  }
  return null;
}

function lastOf({ steps }: FormDraft, ids: ReadonlySet<string>): Edge | null {
  for (const [at, { fields }] of [...steps.entries()].toReversed()) {
    const index = fields.findLastIndex(({ id }) => ids.has(id));
    if (index >= 0) return { at, index };
  }
  return null;
}

/** Copies of fields with ids of their own, to stand in any form: conditions among them lead to the copies. */
export function copiesOf(draft: FormDraft, fields: readonly DraftField[]): readonly DraftField[] {
  const taken = new Set(takenIds(draft));
  const names = new Map<string, string>();
  for (const { id } of fields) {
    const copy = freeId(id.replace(/_\d+$/, ''), taken);
    taken.add(copy);
    names.set(id, copy);
  }
  const text = JSON.stringify(fields, (key, value: unknown) => {
    if (key === 'id' && typeof value === 'string') return value;
    const answer =
      key === 'field' && typeof value === 'string' ? /^answer\.(.+)$/.exec(value)?.[1] : undefined;
    const copy = answer === undefined ? undefined : names.get(answer);
    return copy === undefined ? value : `answer.${copy}`;
  });
  const copies: readonly DraftField[] = JSON.parse(text);
  return copies.map((field) => ({ ...field, id: names.get(field.id) ?? field.id }));
}

const labels: Readonly<Record<FieldKind, string>> = {
  text: 'Short text',
  textarea: 'Long text',
  email: 'E-mail',
  phone: 'Phone',
  url: 'Website',
  number: 'Number',
  date: 'Date',
  country: 'Country',
  choice: 'Choose one',
  choices: 'Choose any',
  rating: 'Rating',
  consent: 'I agree',
  hidden: 'Hidden',
  statement: 'Text to read',
};

/** What a kind is called where fields are chosen. */
export function kindName(kind: FieldKind): string {
  return labels[kind];
}

/** A field as it first stands in the form. */
export function newField(kind: FieldKind, draft: FormDraft, label: string = labels[kind]): DraftField {
  const id = freeId(label, takenIds(draft), kind);
  const options =
    kind === 'choice' || kind === 'choices'
      ? {
          options: [
            { id: 'first', label: 'First option' },
            { id: 'second', label: 'Second option' },
          ],
        }
      : {};
  // A statement without words would be none.
  return { id, kind, label, ...options, ...(kind === 'statement' ? { text: label } : {}) };
}

function mapFields(
  draft: FormDraft,
  change: (fields: readonly DraftField[], step: DraftStep) => readonly DraftField[],
): FormDraft {
  let differs = false;
  const steps = draft.steps.map((step) => {
    const fields = change(step.fields, step);
    const same =
      fields.length === step.fields.length && fields.every((field, at) => field === step.fields[at]);
    differs ||= !same;
    return same ? step : { ...step, fields };
  });
  return differs ? { ...draft, steps } : draft;
}

function isSameOrder(before: FormDraft, after: FormDraft): boolean {
  return before.steps.every((step, at) => {
    const other = after.steps[at];
    return (
      other !== undefined &&
      step.fields.length === other.fields.length &&
      step.fields.every((field, index) => field === other.fields[index])
    );
  });
}

// A form while it is worked on. It may be wrong in many ways, which the worker tells; here it is only held to what the
// editor needs to show it: steps that hold fields that have ids, kinds and labels.
import { fieldKinds, type Field, type FieldKind, type Form, type Step } from '@baton/form';
import type { Option } from '@baton/rules';
import { isRecord } from '@baton/schema';

/** A field as the document has it: options may be the attribute's. */
export type DraftField = Omit<Field, 'otherOf'>;

export type DraftStep = Omit<Step, 'fields' | 'title'> & {
  readonly title?: string;
  readonly fields: readonly DraftField[];
};

export type FormDraft = Partial<Omit<Form, 'steps' | 'id' | 'name' | 'format'>> &
  Pick<Form, 'id' | 'name' | 'format'> & { readonly steps: readonly DraftStep[] };

/** The document, if the editor can show it; null where it is none, or of a later format. */
export function readDraft(document: unknown): FormDraft | null {
  return isFormDraft(document) ? document : null;
}

type Unknowns = Readonly<Record<string, unknown>>;

function isFormDraft(value: unknown): value is FormDraft {
  return (
    isRecord(value) &&
    value['format'] === 1 &&
    typeof value['id'] === 'string' &&
    typeof value['name'] === 'string' &&
    isListOf(value['steps'], isStep) &&
    areDistinct(value['steps'].map(({ id }) => id)) &&
    areDistinct(value['steps'].flatMap(({ fields }) => fields.map(({ id }) => id))) &&
    hasKnownParts(value)
  );
}

function isStep(value: unknown): value is DraftStep {
  return (
    isRecord(value) &&
    typeof value['id'] === 'string' &&
    isTextOrNothing(value['title']) &&
    isListOf(value['fields'], isField)
  );
}

const kinds: ReadonlySet<unknown> = new Set<FieldKind>(fieldKinds);

function isField(value: unknown): value is DraftField {
  return (
    isRecord(value) &&
    typeof value['id'] === 'string' &&
    kinds.has(value['kind']) &&
    typeof value['label'] === 'string' &&
    [value['help'], value['placeholder'], value['text'], value['attribute']].every(isTextOrNothing) &&
    (value['options'] === undefined || isListOf(value['options'], isOption))
  );
}

function isOption(value: unknown): value is Option {
  return isRecord(value) && typeof value['id'] === 'string' && typeof value['label'] === 'string';
}

/** What other parts hold is read by those who show them; here only that it is of the right sort. */
function hasKnownParts(value: Unknowns): boolean {
  const records = ['profiling', 'theme', 'translations', 'protection', 'embed'];
  return (
    records.every((key) => value[key] === undefined || isRecord(value[key])) &&
    (value['outcomes'] === undefined || isListOf(value['outcomes'], isOutcome)) &&
    (value['websites'] === undefined || isListOf(value['websites'], isText)) &&
    (value['consent'] === undefined || value['consent'] === null || isRecord(value['consent'])) &&
    isTextOrNothing(value['language'])
  );
}

function isOutcome(value: unknown): value is Unknowns {
  return isRecord(value) && typeof value['id'] === 'string' && isRecord(value['show']);
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isTextOrNothing(value: unknown): boolean {
  return value === undefined || typeof value === 'string';
}

function isListOf<T>(value: unknown, is: (item: unknown) => item is T): value is readonly T[] {
  return Array.isArray(value) && value.every(is);
}

function areDistinct(ids: readonly string[]): boolean {
  return new Set(ids).size === ids.length;
}

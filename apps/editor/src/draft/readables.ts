// What a condition may read in each place of a form, what each is called, how it compares, and what its values are
// called. The worker refuses everything else (form/surroundings.ts, form/outcome.ts).
import { answerType, countryCodes, fieldLogic, isWorkerFilled, otherId } from '@baton/form';
import {
  attributeCalled,
  attributeValueType,
  behaviourName,
  countryName,
  derivedAttributes,
  deviceNames,
  scoreNames,
  visitNames,
  visitTypes,
  type Attribute,
  type Option,
  type ValueType,
  type Vocabulary,
} from '@baton/rules';
import type { ConditionPlace } from './condition-places.ts';
import { kindName } from './edit-fields.ts';
import type { DraftField, FormDraft } from './form-draft.ts';
import { fieldOf } from './places.ts';
import { shownField } from './shown-field.ts';

export type Readable = {
  /** As it stands in a condition: `answer.role`. */
  readonly path: string;
  readonly label: string;
  /** Under which name it is offered, together with others. */
  readonly group: string;
  readonly type: ValueType;
  /** The values it may have, or those that are likely, with their names. */
  readonly options?: readonly Option[];
};

/** What the agreement in force says, as far as outcomes speak of it. */
export type AgreementWords = {
  readonly tiers: readonly { readonly id: string; readonly from: number }[];
  readonly behaviours: readonly { readonly id: string; readonly says: string }[];
};

/** What there is around a form for conditions to speak of. */
export type Surroundings = {
  readonly attributes: ReadonlyMap<string, Attribute>;
  readonly agreement: AgreementWords | null;
};

/** Everything that a condition may read in this place, in the order to offer it. */
export function readablesFor(
  draft: FormDraft,
  place: ConditionPlace,
  around: Surroundings,
): readonly Readable[] {
  if (place.kind === 'outcome') return leadReadables(around, true, draft);
  const sent = visitPaths.filter((path) => path !== 'visit.country');
  const paths = [...earlierPaths(draft, place), ...sent];
  return paths.flatMap((path) => readableAt(draft, path, around) ?? []);
}

/**
 * What is known of a lead: all that a rule of the agreement may read, and the score where that is decided already.
 * @param reading what reads it: what is archived is offered nowhere but where it is read already
 */
export function leadReadables(
  around: Surroundings,
  withScore: boolean,
  reading: unknown,
): readonly Readable[] {
  const score = withScore ? scorePaths : [];
  const paths = [...leadPaths(around, reading), ...behaviourPaths(around), ...score, ...visitPaths];
  return paths.flatMap((path) => knownAt(path, around) ?? []);
}

export function vocabularyOfReadables(readables: readonly Readable[]): Vocabulary {
  const types = new Map(readables.map(({ path, type }) => [path, type]));
  return (path) => types.get(path);
}

/** What stands behind a path, wherever it may be read; undefined: nothing that there is. */
export function readableAt(draft: FormDraft, path: string, around: Surroundings): Readable | undefined {
  const [namespace, id] = partsOf(path);
  return namespace === 'answer' ? answerAt(draft, path, id, around.attributes) : knownAt(path, around);
}

function partsOf(path: string): readonly [namespace: string, id: string] {
  const dot = path.indexOf('.');
  return [path.slice(0, dot), path.slice(dot + 1)];
}

/** The same of all but answers, which are a form's. */
export function knownAt(path: string, { attributes, agreement }: Surroundings): Readable | undefined {
  const [namespace, id] = partsOf(path);
  switch (namespace) {
    case 'lead':
      return leadAt(path, attributeCalled(id, attributes));
    case 'visit':
      return visitAt(path, id);
    case 'score':
      return Object.hasOwn(scoreNames, id)
        ? { path, label: scoreNames[id] ?? id, group: 'Score', type: { kind: 'number' } }
        : undefined;
    case 'behaviour': {
      const says = agreement?.behaviours.find((behaviour) => behaviour.id === id)?.says;
      return agreement === null || says !== undefined
        ? { path, label: behaviourName(says ?? id), group: 'Behaviour', type: { kind: 'number' } }
        : undefined;
    }
    default:
      return undefined;
  }
}

function answerAt(
  draft: FormDraft,
  path: string,
  id: string,
  attributes: Surroundings['attributes'],
): Readable | undefined {
  const field = fieldOf(draft, id);
  const step = draft.steps.findIndex(({ fields }) =>
    fields.some((one) => one.id === id || (one.other !== undefined && otherId(one.id) === id)),
  );
  const at = draft.steps[step];
  if (at === undefined) return undefined;
  const group = `Answers: ${stepName(draft, step)}`;
  if (field === undefined) {
    const owner = at.fields.find((one) => otherId(one.id) === id);
    const label = `${owner ? fieldName(owner) : id}, what else`;
    return { path, label, group, type: { kind: 'text' } };
  }
  const shown = shownField(
    field,
    field.attribute === undefined ? undefined : attributes.get(field.attribute),
  );
  const type = answerType(fieldLogic(shown, attributes));
  if (type === undefined || isWorkerFilled(shown)) return undefined;
  const options = field.kind === 'country' ? countries() : shown.options;
  return { path, label: fieldName(field), group, type, ...(options ? { options } : {}) };
}

function leadAt(path: string, attribute: Attribute | undefined): Readable | undefined {
  if (attribute === undefined) return undefined;
  const { label, about, type } = attribute;
  const options = type === 'country' ? countries() : attribute.options;
  const group = about === 'person' ? 'What is known of the person' : 'What is known of the company';
  return { path, label, group, type: attributeValueType(attribute), ...(options ? { options } : {}) };
}

function visitAt(path: string, id: string): Readable | undefined {
  const type = Object.hasOwn(visitTypes, id) ? visitTypes[id] : undefined;
  if (type === undefined) return undefined;
  const options = id === 'country' ? countries() : id === 'device' ? deviceNames : undefined;
  return { path, label: visitNames[id] ?? id, group: 'This visit', type, ...(options ? { options } : {}) };
}

/** What a field is called where it is spoken of. */
export function fieldName({ label, kind }: Pick<DraftField, 'label' | 'kind'>): string {
  return label.trim() === '' ? kindName(kind) : label;
}

/** What a step is called: its title, or its number. */
export function stepName({ steps }: FormDraft, index: number): string {
  const title = steps[index]?.title?.trim();
  return title ? title : `Step ${index + 1}`;
}

/** Answers to what stands before this place: of a step, before the step. */
function earlierPaths(draft: FormDraft, { kind, id }: ConditionPlace): readonly string[] {
  const paths: string[] = [];
  for (const step of draft.steps) {
    if (kind === 'step_shown' && step.id === id) return paths;
    for (const field of step.fields) {
      if (kind !== 'step_shown' && field.id === id) return paths;
      paths.push(`answer.${field.id}`);
      if (field.other !== undefined) paths.push(`answer.${otherId(field.id)}`);
    }
  }
  return paths;
}

function leadPaths({ attributes }: Surroundings, reading: unknown): readonly string[] {
  const derived = derivedAttributes.map(({ id }) => id);
  const offered = [...attributes.values()]
    .filter(
      ({ id, archived }) => archived !== true || JSON.stringify(reading ?? null).includes(`"lead.${id}"`),
    )
    .map(({ id }) => id);
  return [...offered, ...derived].map((id) => `lead.${id}`);
}

function behaviourPaths({ agreement }: Surroundings): readonly string[] {
  return (agreement?.behaviours ?? []).map(({ id }) => `behaviour.${id}`);
}

const scorePaths = Object.keys(scoreNames).map((id) => `score.${id}`);

const visitPaths = Object.keys(visitNames).map((id) => `visit.${id}`);

let named: readonly Option[] | null = null;

/** All countries by their English names. Naming them takes a moment: not before somebody asks. */
function countries(): readonly Option[] {
  named ??= countryCodes
    .map((id) => ({ id, label: countryName(id) ?? id }))
    .toSorted((one, other) => one.label.localeCompare(other.label, 'en'));
  return named;
}

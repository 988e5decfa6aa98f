// Looks for answers that make something of a form's logic come true, by trying them on the logic itself: what decides
// for visitors decides here. Says so when it could not try enough to be sure.
import {
  conditionFields,
  domainOf,
  isGroup,
  visitTypes,
  type Domain,
  type Group,
  type Rule,
} from '@baton/rules';
import { answerType, readyLogic } from '../form-logic.ts';
import { compileLogic, visibleFields } from '../logic.ts';
import type { DocumentLogic, LogicField, LogicStep } from '../types.ts';

/** `none`: there is no such answer. `unknown`: too many to try, and none of those tried. */
export type Search = 'found' | 'none' | 'unknown';

/** Its multiples, without their whole part, lie evenly between 0 and 1. */
const goldenRatio = 0.618_033_988_749_895;

/** So many combinations of answers are tried. */
const mostTried = 4_096;

/** Fields and rules that may still be decided for a whole form, so that a huge one is looked at in bounded time. */
export type Budget = { decisions: number };

/** Looks for a visitor for whom this holds; it is told the ids of the fields that are shown. */
export function search(
  logic: DocumentLogic,
  budget: Budget,
  holds: (shown: ReadonlySet<string>) => boolean,
): Search {
  const rules = rulesOf(logic);
  const effort = effortOf(logic, rules);
  const most = Math.min(mostTried, Math.floor(budget.decisions / effort));
  if (most < 1) return 'unknown';
  const compiled = compileLogic(readyLogic(logic));
  const paths = domainsOf(logic, rules);
  const sizes = paths.map(({ domain }) => domain.values.length);
  const count = sizes.reduce((product, size) => product * size, 1);
  const tries = Math.min(count, most);
  for (let index = 0; index < tries; index += 1) {
    budget.decisions -= effort;
    // With too many to try, they are taken from everywhere.
    let rest = count > most ? Math.floor(((index * goldenRatio) % 1) * count) : index;
    const answers: Record<string, unknown> = {};
    const visit: Record<string, unknown> = {};
    for (const { space, id, domain } of paths) {
      const size = domain.values.length;
      Object.assign(space === 'answer' ? answers : visit, { [id]: domain.values[rest % size] });
      rest = Math.floor(rest / size);
    }
    if (holds(visibleFields(compiled, answers, visit))) return 'found';
  }
  return count <= most && paths.every(({ domain }) => domain.isWhole) ? 'none' : 'unknown';
}

type Read = { readonly space: string; readonly id: string; readonly domain: Domain };

/** All rules of a logic, by what they read. */
type Rules = ReadonlyMap<string, readonly Rule[]>;

function rulesOf(logic: DocumentLogic): Rules {
  const rules = new Map<string, Rule[]>();
  for (const condition of conditionsOf(logic)) collect(condition, rules);
  return rules;
}

/** What one try decides. */
function effortOf({ steps }: DocumentLogic, rules: Rules): number {
  const fields = steps.reduce((count, step) => count + step.fields.length, 0);
  return [...rules.values()].reduce((count, reading) => count + reading.length, fields);
}

/** Everything that the conditions read, with what is worth trying. */
function domainsOf(logic: DocumentLogic, rules: Rules): readonly Read[] {
  const fields = new Map(logic.steps.flatMap((step) => step.fields).map((field) => [field.id, field]));
  return [...rules].map(([path, reading]) => {
    const dot = path.indexOf('.');
    const [space, id] = [path.slice(0, dot), path.slice(dot + 1)];
    const field = space === 'answer' ? fields.get(id) : undefined;
    const type = field ? answerType(field) : visitTypes[id];
    return { space, id, domain: domainOf(type?.kind ?? 'text', field, reading) };
  });
}

function collect(group: Group, rules: Map<string, Rule[]>): void {
  for (const part of group.rules) {
    if (isGroup(part)) collect(part, rules);
    else rules.set(part.field, [...(rules.get(part.field) ?? []), part]);
  }
}

function conditionsOf({ steps }: DocumentLogic): readonly Group[] {
  return steps.flatMap((step) => [
    ...(step.shownWhen ? [step.shownWhen] : []),
    ...step.fields.flatMap(({ shownWhen }) => (shownWhen ? [shownWhen] : [])),
  ]);
}

/** The part of a logic on which it depends whether these fields are shown. What is demanded is left out. */
export function partFor(logic: DocumentLogic, ids: readonly string[]): DocumentLogic {
  const stepOf = new Map<string, LogicStep<Group>>();
  const fieldOf = new Map<string, LogicField<Group>>();
  for (const step of logic.steps) {
    for (const field of step.fields) {
      stepOf.set(field.id, step);
      fieldOf.set(field.id, field);
    }
  }
  const wanted = new Set<string>();
  const visit = (id: string): void => {
    if (wanted.has(id)) return;
    wanted.add(id);
    const conditions = [stepOf.get(id)?.shownWhen, fieldOf.get(id)?.shownWhen];
    for (const condition of conditions) for (const read of answersIn(condition)) visit(read);
  };
  for (const id of ids) visit(id);
  const steps = logic.steps
    .map((step) => ({ ...step, fields: step.fields.filter(({ id }) => wanted.has(id)).map(undemanded) }))
    .filter(({ fields }) => fields.length > 0);
  return { steps };
}

/** A logic in which a condition decides over one field alone, and all that it reads is shown to everybody. */
export function alone(logic: DocumentLogic, condition: Group): DocumentLogic {
  const read = new Set(answersIn(condition));
  const fields = logic.steps.flatMap((step) => step.fields).filter(({ id }) => read.has(id));
  const free = fields.map(unconditional);
  return { steps: [{ id: 's', fields: [...free, { id: probe, kind: 'statement', shownWhen: condition }] }] };
}

/** The field over which a condition decides in {@link alone}; no field can be called so. */
export const probe = '?';

/** A field as far as it matters whether it is shown. */
function unconditional(field: LogicField<Group>): LogicField<Group> {
  const { shownWhen: _, ...rest } = undemanded(field);
  return rest;
}

function undemanded(field: LogicField<Group>): LogicField<Group> {
  const { requiredWhen: _, required: __, ...rest } = field;
  return rest;
}

function answersIn(condition: Group | undefined): readonly string[] {
  return conditionFields(condition ?? null)
    .filter((path) => path.startsWith('answer.'))
    .map((path) => path.slice('answer.'.length));
}

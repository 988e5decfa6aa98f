// Which parts of an agreement a table cannot speak to: rules over what no column fills, behaviours that no column
// tells of. They give no points here, and a reader of the numbers must know.
import { dimensionIds, type Agreement, type Judge } from '@baton/agreement';
import { conditionFields } from '@baton/rules';
import type { LeadMap } from './lead-map.ts';

/** The full paths that an agreement's conditions read, each with the rules that do. */
export function fieldsRead({ agreement }: Judge): ReadonlyMap<string, readonly string[]> {
  const readers = new Map<string, string[]>();
  for (const { says, when } of rulesOf(agreement)) {
    for (const field of conditionFields(when)) readers.set(field, [...(readers.get(field) ?? []), says]);
  }
  return readers;
}

/** One sentence for each. `derived` are the ids of attributes that the table fills without a column. */
export function idleRules(judge: Judge, map: LeadMap, derived: readonly string[]): string[] {
  const told = new Set([
    ...[...map.attributes.keys(), ...derived].map((id) => `lead.${id}`),
    ...[...map.visit.keys()].map((id) => `visit.${id}`),
  ]);
  const fields = [...fieldsRead(judge)]
    .filter(([field]) => /^(?:lead|visit)\./.test(field) && !told.has(field))
    .map(([field, says]) => `No column fills ${field}, which is read by ${says.map(quoted).join(', ')}.`);
  return [...fields, ...idleBehaviours(judge, map)];
}

function quoted(says: string): string {
  return `“${says}”`;
}

function rulesOf({ score, disqualify, handoff }: Agreement) {
  const rules = dimensionIds.flatMap((dimension) => score[dimension].rules);
  return [...rules, ...disqualify, { says: 'what a handoff requires', when: handoff.requires }];
}

function idleBehaviours(judge: Judge, map: LeadMap): string[] {
  const occurrences = map.occurrences.map(({ event, path }) => ({
    ...(event === undefined ? { path } : { event }),
    at: 0,
  }));
  const counts = judge.facts({ attributes: {}, visit: {}, occurrences }).behaviour ?? {};
  const behaviours = dimensionIds.flatMap((dimension) => judge.agreement.score[dimension].behaviours);
  const idle = behaviours.filter(({ id }) => counts[id] === 0).map(({ says }) => quoted(says));
  return idle.length === 0 ? [] : [`No column tells of ${idle.join(', ')}.`];
}

// A look at a whole agreement, for mistakes that no single part of it shows. Reads drafts that are not sound as well and
// never throws. Says that something cannot happen only where that is certain.
import type { Catalogue } from '@baton/rules';
import { dimensionIds } from '../behaviours.ts';
import { readTerms, type Terms } from '../words/read-terms.ts';
import { vocabulariesFor } from '../vocabularies.ts';
import { checkDefinitions } from './check-definitions.ts';
import { checkGone } from './check-gone.ts';
import { capacityOf, checkPeople, checkTimes, type Staff } from './check-people.ts';
import { checkRouting } from './check-routing.ts';
import { checkScore } from './check-score.ts';
import { evidenceKey } from './evidence-key.ts';
import { termsFinding, type TermsFinding } from './finding.ts';
import { Trial } from './trial.ts';

export type TermsContext = Staff & { readonly catalogue: Catalogue };

/** What happened before, as the Desk counts it. */
export type TermsEvidence = {
  readonly days: number;
  /** Leads that these rules were asked about. */
  readonly leads: number;
  /** How many of them each rule held for, by `evidenceKey`; one that is absent was not asked. */
  readonly held: ReadonlyMap<string, number>;
  /** Handoffs on a working day, on average; null: not known. */
  readonly handoffsADay: number | null;
};

/** Of fewer leads, none that a rule held for says little. */
const fewest = 30;

/** @param document an agreement, or a draft of one */
export function checkTerms(
  document: unknown,
  context: TermsContext,
  evidence: TermsEvidence | null = null,
): readonly TermsFinding[] {
  const terms = readTerms(document);
  const behaviours = dimensionIds.flatMap((id) => terms.score[id].behaviours.map((one) => one.id));
  const { decision } = vocabulariesFor(context.catalogue, behaviours);
  const [fit, engagement, intent] = dimensionIds.map((id) => Math.max(0, terms.score[id].max));
  const highest = { fit: fit ?? 0, engagement: engagement ?? 0, intent: intent ?? 0 };
  const total = highest.fit + highest.engagement + highest.intent;
  const trial = new Trial(decision, context.catalogue, { ...highest, total });
  const certain = [
    ...checkGone(terms, context.catalogue),
    ...checkScore(terms, trial),
    ...checkRouting(terms, context.catalogue, trial),
    ...checkPeople(terms, context),
    ...checkTimes(terms),
    ...checkDefinitions(terms),
  ];
  return evidence === null ? certain : [...certain, ...checkPast(terms, context, evidence, certain)];
}

function checkPast(
  terms: Terms,
  staff: Staff,
  { days, leads, held, handoffsADay }: TermsEvidence,
  certain: readonly TermsFinding[],
): readonly TermsFinding[] {
  const told = new Set(certain.map(({ path }) => path.slice(0, 4).join('/')));
  const rules = [
    ...dimensionIds.flatMap((id) =>
      terms.score[id].rules.map((rule, index) => ({
        key: evidenceKey(id, rule.id),
        id: rule.id,
        path: ['score', id, 'rules', index],
      })),
    ),
    ...terms.disqualify.map((rule, index) => ({
      key: evidenceKey('disqualify', rule.id),
      id: rule.id,
      path: ['disqualify', index],
    })),
    ...terms.routing.rules.map((rule, index) => ({
      key: evidenceKey('routing', rule.id),
      id: rule.id,
      path: ['routing', 'rules', index],
    })),
  ];
  const never = leads < fewest ? [] : rules.filter(({ key }) => held.get(key) === 0);
  const capacity = capacityOf(terms, staff);
  return [
    ...never
      .filter(({ path }) => !told.has(path.join('/')) && !told.has([...path, 'when'].join('/')))
      .map(({ id, path }) => termsFinding('never_held', path, { id, days, leads })),
    ...(handoffsADay !== null && handoffsADay > capacity
      ? [termsFinding('capacity_below_past', ['routing'], { capacity, handoffsADay })]
      : []),
  ];
}

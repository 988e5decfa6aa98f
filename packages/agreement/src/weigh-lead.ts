// What a lead's story says of an agreement in a period, rule by rule and threshold by threshold: which of its rules ever
// held, and from which thresholds down it would have been handed off for the first time. Knows no clock.
import { compileCondition, type Catalogue, type Facts } from '@baton/rules';
import { dimensionIds } from './behaviours.ts';
import { evidenceKey } from './checker/evidence-key.ts';
import type { Judge } from './judge.ts';
import type { LeadFacts } from './lead.ts';
import { vocabulariesFor } from './vocabularies.ts';
import { knownAtEach, type LeadEvent } from './walk-lead.ts';

export type Weighed = {
  /** All that is known at the end; null: nothing was told. */
  readonly facts: LeadFacts | null;
  /**
   * The highest total at which it qualified but for the threshold, before the period and until its end; null: at none.
   * A threshold above the first and up to the second would have handed it off for the first time in the period.
   */
  readonly before: number | null;
  readonly within: number | null;
};

export type Scales = {
  /** Every rule that a lead may make hold, by `evidenceKey`. */
  readonly keys: readonly string[];
  /** @param held is given the rules that held at some event since `from`, epoch ms */
  readonly weigh: (events: readonly LeadEvent[], from: number, held: Set<string>) => Weighed;
};

/** @param catalogue the one that the agreement was compiled against */
export function createScales(judge: Judge, catalogue: Catalogue): Scales {
  const { score, disqualify } = judge.agreement;
  const behaviours = dimensionIds.flatMap((id) => score[id].behaviours.map((behaviour) => behaviour.id));
  const { evidence } = vocabulariesFor(catalogue, behaviours);
  const rules = [
    ...dimensionIds.flatMap((id) =>
      score[id].rules.map((rule) => ({ key: evidenceKey(id, rule.id), when: rule.when })),
    ),
    ...disqualify.map(({ id, when }) => ({ key: evidenceKey('disqualify', id), when })),
  ].map(({ key, when }) => ({ key, holds: compileCondition(when, evidence) }));
  const routes = judge.routes.map(({ id, holds }) => ({ key: evidenceKey('routing', id), holds }));

  function note(from: readonly (typeof rules)[number][], facts: Facts, held: Set<string>): void {
    for (const { key, holds } of from) if (!held.has(key) && holds(facts)) held.add(key);
  }

  return {
    keys: [...rules, ...routes].map(({ key }) => key),
    weigh(events, from, held) {
      let facts: LeadFacts | null = null;
      let before: number | null = null;
      let within: number | null = null;
      for (const { known, at } of knownAtEach(events)) {
        facts = known;
        const judgement = judge.judge(known, at);
        const { total } = judgement.score;
        if (judgement.because.every(({ kind }) => kind === 'tier')) {
          within = Math.max(within ?? total, total);
          if (at < from) before = within;
        }
        if (at < from) continue;
        const plain = judge.facts(known);
        note(rules, plain, held);
        note(routes, { ...plain, score: judgement.score }, held);
      }
      return { facts, before, within };
    },
  };
}

// What an agreement says of a lead: score, tier, whether it is qualified, and if not, why not. Compiled once,
// asked often; keeps no lead and knows no clock.
import { compileCondition, type Catalogue, type Facts } from '@baton/rules';
import type { Agreement, BehaviourRule, Tier } from './agreement-schema.ts';
import { compileBehaviours, dimensionIds } from './behaviours.ts';
import { parseDuration } from './duration.ts';
import { compileEscalations, type DueEscalation } from './escalation.ts';
import { compileHours, type BusinessHours } from './hours.ts';
import type { LeadFacts, Occurrence } from './lead.ts';
import { createRuleIndex } from './rule-index.ts';
import { compileScore, type Score } from './score.ts';
import { compileTiers } from './tiers.ts';
import { vocabulariesFor } from './vocabularies.ts';

export type Disqualification = { readonly id: string; readonly says: string };

/** One thing that keeps a lead from being qualified. */
export type Obstacle =
  /** `missing` points to the threshold. */
  | { readonly kind: 'tier'; readonly tier: string; readonly needed: string; readonly missing: number }
  | { readonly kind: 'requires' }
  | { readonly kind: 'disqualified'; readonly by: readonly Disqualification[] }
  /** No rule with positive points in fit or intent holds: behaviour alone never qualifies. */
  | { readonly kind: 'behaviour_alone' };

export type Judgement = {
  readonly score: Score;
  /** The id of the highest tier whose `from` is at most the total. */
  readonly tier: string;
  readonly disqualifiedBy: readonly Disqualification[];
  readonly qualified: boolean;
  /** What stands in the way; empty exactly when qualified. */
  readonly because: readonly Obstacle[];
};

export type Route = {
  readonly id: string;
  readonly holds: (facts: Facts) => boolean;
  readonly to: { readonly kind: 'person' | 'team'; readonly id: string };
};

/** An agreement made ready to judge. It keeps caches and scratch space: one thread, one judgement at a time. */
export type Judge = {
  readonly agreement: Agreement;
  readonly hours: BusinessHours;
  /** The tier at which a lead is handed off. */
  readonly threshold: Tier;
  /** The routing rules, in order. */
  readonly routes: readonly Route[];
  /** `now` is epoch milliseconds; it decides how far behaviours have decayed. */
  readonly judge: (lead: LeadFacts, now: number) => Judgement;
  /** The total alone, without reasons: for replays. */
  readonly total: (lead: LeadFacts, now: number) => number;
  /** What an occurrence means by the agreement; empty where it means nothing. */
  readonly behavioursOf: (occurrence: Occurrence) => readonly BehaviourRule[];
  /** What conditions of a decision read: lead, behaviour, visit, and score when it is given. */
  readonly facts: (lead: LeadFacts, score?: Score) => Facts;
  /** The highest tier whose `from` is at most the total. */
  readonly tierOf: (total: number) => Tier;
  /** Whether a tier is the other one or above it; false for one that the agreement does not have. */
  readonly isAtOrAbove: (tier: string, other: string) => boolean;
  /** When the follow-up is due, in business hours; null where the tier has none or the doors never open. */
  readonly deadline: (from: number, tier: string) => number | null;
  /** When a business duration (`PT4H`, `P1D`) from `from` is over; null when unreadable or the doors never open. */
  readonly after: (from: number, duration: string) => number | null;
  /** What the agreement escalates, and when, for a clock that runs from `from` to `deadline`. */
  readonly escalations: (from: number, deadline: number) => readonly DueEscalation[];
};

const nobody: readonly Disqualification[] = [];
const nothingMissing: readonly Obstacle[] = [];

/** @param agreement parsed against this very catalogue. */
export function compileAgreement(agreement: Agreement, catalogue: Catalogue): Judge {
  const { score, disqualify, handoff } = agreement;
  const behaviours = compileBehaviours(score);
  const vocabularies = vocabulariesFor(
    catalogue,
    behaviours.placed.map(({ rule }) => rule.id),
  );
  const scoreRules = dimensionIds.flatMap((dimension) =>
    score[dimension].rules.map(({ when, points }) => ({ when, points, dimension })),
  );
  const rules = createRuleIndex(
    [...scoreRules, ...disqualify.map(({ when }) => ({ when, points: 0, dimension: 'fit' as const }))],
    vocabularies.evidence,
  );
  const disqualifications = disqualify.map(({ id, says }): Disqualification => ({ id, says }));
  const scale = compileScore(score, behaviours.placed);
  const requires =
    handoff.requires === null ? null : compileCondition(handoff.requires, vocabularies.decision);
  const tiers = compileTiers(agreement.tiers);
  const threshold = tiers.byId(handoff.tier);
  const hours = compileHours(agreement.hours);
  const noCounts = behaviours.countsById(behaviours.tally([], 0));

  function gather({ attributes, visit, occurrences }: LeadFacts, now: number) {
    const tally = behaviours.tally(occurrences, now);
    const behaviour = occurrences.length === 0 ? noCounts : behaviours.countsById(tally);
    const facts: Facts = { lead: attributes, behaviour, visit };
    return { tally, facts };
  }

  function disqualifiedBy(count: number): readonly Disqualification[] {
    let first = count;
    while (first > 0 && (rules.positions[first - 1] ?? 0) >= scoreRules.length) first -= 1;
    if (first === count) return nobody;
    const positions = Array.from(rules.positions.subarray(first, count));
    return positions.flatMap((position) => disqualifications[position - scoreRules.length] ?? []);
  }

  function judge(lead: LeadFacts, now: number): Judgement {
    const { tally, facts } = gather(lead, now);
    const count = rules.find(facts);
    const { score, grounded } = scale.read(rules.positions, count, tally);
    const by = disqualifiedBy(count);
    const tier = tiers.of(score.total).id;
    const because: Obstacle[] = [];
    const missing = threshold.from - score.total;
    if (missing > 0) because.push({ kind: 'tier', tier, needed: threshold.id, missing });
    if (requires !== null && !requires({ ...facts, score })) because.push({ kind: 'requires' });
    if (by.length > 0) because.push({ kind: 'disqualified', by });
    if (!grounded) because.push({ kind: 'behaviour_alone' });
    const qualified = because.length === 0;
    return { score, tier, disqualifiedBy: by, qualified, because: qualified ? nothingMissing : because };
  }

  function after(from: number, duration: string): number | null {
    const parsed = parseDuration(duration);
    const due = parsed === null ? null : hours.deadline(from, parsed);
    return due?.ok === true ? due.at : null;
  }

  return {
    behavioursOf: behaviours.of,
    agreement,
    hours,
    threshold,
    judge,
    after,
    routes: agreement.routing.rules.map(({ id, when, to }) => ({
      id,
      to: to.team === undefined ? { kind: 'person', id: to.person ?? '' } : { kind: 'team', id: to.team },
      holds: compileCondition(when, vocabularies.decision),
    })),
    total(lead, now) {
      const { tally, facts } = gather(lead, now);
      return scale.total(rules.sum(facts), tally);
    },
    facts(lead, score) {
      const { facts } = gather(lead, 0);
      return score === undefined ? facts : { ...facts, score };
    },
    tierOf: tiers.of,
    isAtOrAbove: tiers.isAtOrAbove,
    deadline(from, tier) {
      const followUp = tiers.find(tier)?.followUp;
      return followUp === undefined ? null : after(from, followUp);
    },
    escalations: compileEscalations(agreement.escalate, hours),
  };
}

// Of scoring: rules that never hold or whose points never count, tiers and a threshold out of reach, disqualifiers that
// leave nobody, and a threshold that behaviour reaches by itself.
import { dimensionIds } from '../behaviours.ts';
import { thresholdOf } from '../words/handoff-words.ts';
import type { Terms } from '../words/read-terms.ts';
import { termsFinding, type TermsFinding } from './finding.ts';
import { reachOf, totalsOf, type PlacedRule, type Reach } from './reach.ts';
import type { Tried, Trial } from './trial.ts';

type Found = readonly TermsFinding[];

export function checkScore(terms: Terms, trial: Trial): Found {
  const placed = dimensionIds.flatMap((id, dimension) =>
    terms.score[id].rules.map((rule, index) => ({
      rule,
      path: ['score', id, 'rules', index],
      max: terms.score[id].max,
      place: { dimension, points: rule.points, tried: trial.ready(rule.when) } satisfies PlacedRule,
    })),
  );
  const reach = reachOf(
    terms,
    placed.map(({ place }) => place),
    trial,
  );
  const rules = placed.flatMap(({ rule: { id, says, points }, path, max }, position): Found => {
    const given = reach.given[position] ?? null;
    if (given === null) return [termsFinding('rule_never_holds', [...path, 'when'], { id, says })];
    if (points === 0 || !isLost(points, given, max)) return [];
    return [termsFinding('points_never_count', [...path, 'points'], { id, says, points, max })];
  });
  const grounds = placed.flatMap(({ place }) =>
    dimensionIds[place.dimension] !== 'engagement' && place.points > 0 ? [place.tried] : [],
  );
  return [...rules, ...checkTiers(terms, reach), ...checkDisqualifiers(terms, grounds, trial)];
}

/** Whether points change nothing, whatever the dimension comes to when they are given. */
function isLost(points: number, [low, high]: readonly [number, number], max: number): boolean {
  if (max <= 0) return true;
  return Math.min(low, low - points) >= max || Math.max(high, high - points) <= 0;
}

function checkTiers(terms: Terms, reach: Reach): Found {
  const threshold = thresholdOf(terms);
  const totals = reach.boxes.map((box) => totalsOf(box, reach, terms));
  const most = totals.reduce((highest, [, high]) => Math.max(highest, high), 0);
  const ascending = terms.tiers
    .map((tier, index) => ({ tier, path: ['tiers', index, 'from'] }))
    .toSorted((one, other) => one.tier.from - other.tier.from);
  const tiers = ascending.flatMap(({ tier, path }, index): Found => {
    const next = ascending[index + 1]?.tier.from ?? Infinity;
    const from = index === 0 ? 0 : Math.max(0, Math.ceil(tier.from));
    const until = Math.ceil(next) - 1;
    if (totals.some(([low, high]) => Math.max(low, from) <= Math.min(high, until))) return [];
    if (tier.id === threshold?.id && tier.from > most) return [];
    return [termsFinding('tier_unreachable', path, { id: tier.id, from: tier.from, most })];
  });
  if (threshold === undefined) return tiers;
  const { id, from } = threshold;
  const alone = totalsOf({ low: [0, 0, 0], high: [0, 0, 0] }, reach, terms)[1];
  return [
    ...tiers,
    ...(from > most ? [termsFinding('threshold_unreachable', ['handoff', 'tier'], { id, from, most })] : []),
    ...(from > 0 && alone >= from
      ? [termsFinding('behaviour_reaches_threshold', ['handoff', 'tier'], { id, from, alone })]
      : []),
  ];
}

function checkDisqualifiers(
  { disqualify, handoff }: Terms,
  grounds: readonly (Tried | null)[],
  trial: Trial,
): Found {
  const rules = grounds.flatMap((rule) => rule ?? []);
  const always = trial.ready(null);
  const found = disqualify.flatMap(({ id, says, when }, index): Found => {
    const path = ['disqualify', index, 'when'];
    const tried = trial.ready(when);
    if (tried === null) return [];
    if (trial.isNever(tried)) return [termsFinding('disqualifier_never_holds', path, { id, says })];
    if (always && trial.isNever(always, [tried])) {
      return [termsFinding('disqualifier_always_holds', path, { id, says })];
    }
    const meetsAll = rules.length > 0 && rules.every((rule) => trial.isNever(rule, [tried]));
    return meetsAll && rules.length === grounds.length
      ? [termsFinding('disqualifies_everybody', path, { id, says })]
      : [];
  });
  const requires = handoff.requires === null ? null : trial.ready(handoff.requires);
  return requires && trial.isNever(requires)
    ? [...found, termsFinding('requires_never_holds', ['handoff', 'requires'])]
    : found;
}

// Which rule's leads sales rejects more than the others: what to talk about when points are agreed upon again. A rule is
// named only when that is more than chance, also for having looked at all rules, and never from a handful of leads.
import type { Agreement } from '@baton/agreement';
import { wilson } from '@baton/calibration';
import type { Facts } from '../facts.ts';
import type { Counting } from '../numbers/shared-number.ts';
import { fisherGreater, holm, logFactorials } from './exact-test.ts';

/** A rule is tested when so many leads with its points were judged, and as many without. */
const leastJudged = 10;
/** And named when at least so many of its leads were rejected, … */
const leastRejected = 5;
/** … this many times as often as others, … */
const namedRatio = 2;
/** … with less than this chance that any rule is named for nothing. */
const level = 0.05;

export const rulesDefinition = `Leads that were judged in the period, each once, by its last verdict: the share rejected of those whom a rule or behaviour gave points, against those without. A rule is named when its leads are rejected at least ${namedRatio} times as often, at least ${leastRejected} of them were, and Fisher’s exact test (one-sided), corrected by Holm for all rules that were tested, says less than ${level}. Rules with fewer than ${leastJudged} judged leads on either side are not tested.`;

type Share = {
  readonly judged: number;
  readonly rejected: number;
  readonly share: number | null;
  readonly interval: readonly [number, number] | null;
};

export type RuleView = Share & {
  readonly rule: string;
  readonly says: string;
  readonly others: Share;
  /** How many times as often it is rejected as others; null where none of those were, or there are none. */
  readonly ratio: number | null;
  /** Fisher's probability, and Holm's of it; null where it was not tested. */
  readonly chance: number | null;
  readonly adjusted: number | null;
  readonly isNamed: boolean;
  /** Of the rejected, how often the reason that was given blames the rule. */
  readonly blamed: number;
};

type Tally = { judged: number; rejected: number; blamed: number };

/** @param judged the place of one judged handoff for each lead */
export function rulesOf({ facts, agreement }: Counting, judged: readonly number[]): readonly RuleView[] {
  const { handoffs, words } = facts;
  const tallies = words.rule.map((): Tally => ({ judged: 0, rejected: 0, blamed: 0 }));
  let rejected = 0;
  for (const place of judged) {
    const isRejected = handoffs.verdict[place] === 2;
    if (isRejected) rejected += 1;
    const blamed = new Set(rangeOf(handoffs.blames, handoffs.blamesFrom, place));
    for (const code of new Set(rangeOf(handoffs.rules, handoffs.rulesFrom, place))) {
      const tally = tallies[code];
      if (tally === undefined) continue;
      tally.judged += 1;
      if (!isRejected) continue;
      tally.rejected += 1;
      if (blamed.has(code)) tally.blamed += 1;
    }
  }
  const given = [...tallies.entries()].filter(([, tally]) => tally.judged > 0);
  const tested = given.filter(
    ([, tally]) => tally.judged >= leastJudged && judged.length - tally.judged >= leastJudged,
  );
  const logs = logFactorials(judged.length);
  const chances = tested.map(([, tally]) =>
    fisherGreater(
      {
        hits: tally.rejected,
        of: tally.judged,
        otherHits: rejected - tally.rejected,
        otherOf: judged.length - tally.judged,
      },
      logs,
    ),
  );
  const adjusted = holm(chances);
  const told = new Map(
    tested.map(([code], index) => [code, { chance: chances[index] ?? 1, adjusted: adjusted[index] ?? 1 }]),
  );
  const says = agreement === null ? new Map<string, string>() : saidBy(agreement);
  return given
    .map(([code, tally]): RuleView => {
      const own = shareOf(tally.judged, tally.rejected);
      const others = shareOf(judged.length - tally.judged, rejected - tally.rejected);
      const { chance = null, adjusted: corrected = null } = told.get(code) ?? {};
      const isOften = others.rejected === 0 || (own.share ?? 0) >= namedRatio * (others.share ?? 1);
      const id = words.rule[code] ?? '';
      return {
        rule: id,
        says: says.get(id) ?? facts.ruleSays[code] ?? id,
        ...own,
        others,
        ratio: own.share === null || !others.share ? null : own.share / others.share,
        chance,
        adjusted: corrected,
        isNamed: corrected !== null && corrected < level && isOften && own.rejected >= leastRejected,
        blamed: tally.blamed,
      };
    })
    .toSorted(byName)
    .toSorted((one, other) => (one.adjusted ?? 2) - (other.adjusted ?? 2) || other.rejected - one.rejected);
}

/** Of each lead the last handoff among these; they all have a verdict. */
export function oncePerLead({ handoffs }: Facts, places: readonly number[]): readonly number[] {
  const last = new Map<number, number>();
  for (const place of places) {
    const lead = handoffs.lead[place] ?? 0;
    const known = last.get(lead);
    if (known === undefined || (handoffs.at[place] ?? 0) >= (handoffs.at[known] ?? 0)) last.set(lead, place);
  }
  return [...last.values()];
}

export function shareOf(judged: number, rejected: number): Share {
  return {
    judged,
    rejected,
    share: judged === 0 ? null : rejected / judged,
    interval: wilson(rejected, judged),
  };
}

export function rangeOf(column: Int32Array, from: Int32Array, place: number): Int32Array {
  return column.subarray(from[place] ?? 0, from[place + 1] ?? 0);
}

/** What each rule and behaviour is called now. */
function saidBy({ score }: Agreement): ReadonlyMap<string, string> {
  return new Map(
    [score.fit, score.engagement, score.intent].flatMap(({ rules, behaviours }) =>
      [...rules, ...behaviours].map(({ id, says }) => [id, says] as const),
    ),
  );
}

function byName(one: RuleView, other: RuleView): number {
  return one.rule < other.rule ? -1 : 1;
}

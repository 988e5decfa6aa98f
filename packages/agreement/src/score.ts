// A score and the reasons that add up to it exactly: whole numbers all the way, and what a dimension's bounds
// change is a reason itself.
import type { Agreement, DimensionId } from './agreement-schema.ts';
import { dimensionIds, type BehaviourTally, type PlacedBehaviour } from './behaviours.ts';
import type { Points } from './place-rules.ts';

/** One contribution, never zero. `cap` is the id of what a dimension's bounds took or gave. */
export type Reason = {
  readonly id: string;
  readonly says: string;
  readonly dimension: DimensionId;
  readonly points: number;
};

/** Whole numbers; total = fit + engagement + intent = the sum of the reasons' points. */
export type Score = {
  readonly fit: number;
  readonly engagement: number;
  readonly intent: number;
  readonly total: number;
  /** By dimension, then as the agreement lists them: rules, behaviours, cap. */
  readonly reasons: readonly Reason[];
};

/** A score, and whether a rule with positive points in fit or intent holds. */
type ScoreReading = { readonly score: Score; readonly grounded: boolean };

export type ScoreScale = {
  /** What `holding` begins with: the positions of the `count` rules that hold, ascending over all dimensions. */
  readonly read: (holding: Int32Array, count: number, tally: BehaviourTally) => ScoreReading;
  /** The total alone, from the sums of the rules that hold. */
  readonly total: (sums: Points, tally: BehaviourTally) => number;
};

type Bounds = {
  readonly id: DimensionId;
  readonly max: number;
  /** The position after the dimension's last rule. */
  readonly ruleEnd: number;
  readonly firstBehaviour: number;
  readonly behaviourEnd: number;
};

/** The scale of a score whose rules stand in one list: fit's, engagement's, intent's. */
export function compileScore(score: Agreement['score'], placed: readonly PlacedBehaviour[]): ScoreScale {
  const reasons = dimensionIds.flatMap((dimension) =>
    score[dimension].rules.map(({ id, says, points }): Reason => ({ id, says, dimension, points })),
  );
  const grounds = reasons.map((reason) => reason.dimension !== 'engagement' && reason.points > 0);
  const bounds = boundsOf(score, placed);

  function read(holding: Int32Array, count: number, tally: BehaviourTally): ScoreReading {
    const given: Reason[] = [];
    let grounded = false;
    let next = 0;
    const sumOf = ({ id, max, ruleEnd, firstBehaviour, behaviourEnd }: Bounds): number => {
      let sum = 0;
      for (; next < count; next += 1) {
        const position = holding[next] ?? ruleEnd;
        if (position >= ruleEnd) break;
        const reason = reasons[position];
        if (reason === undefined || reason.points === 0) continue;
        sum += reason.points;
        given.push(reason);
        grounded ||= grounds[position] === true;
      }
      for (let position = firstBehaviour; position < behaviourEnd; position += 1) {
        const worth = tally.points[position] ?? 0;
        const rule = placed[position]?.rule;
        if (worth === 0 || rule === undefined) continue;
        sum += worth;
        given.push({ id: rule.id, says: rule.says, dimension: id, points: worth });
      }
      const kept = clamp(sum, max);
      if (kept !== sum) given.push(capReason(id, kept, sum));
      return kept;
    };
    const fit = sumOf(bounds.fit);
    const engagement = sumOf(bounds.engagement);
    const intent = sumOf(bounds.intent);
    const total = fit + engagement + intent;
    return { score: { fit, engagement, intent, total, reasons: given }, grounded };
  }

  function kept(
    { max, firstBehaviour, behaviourEnd }: Bounds,
    ofRules: number,
    tally: BehaviourTally,
  ): number {
    let sum = ofRules;
    for (let position = firstBehaviour; position < behaviourEnd; position += 1) {
      sum += tally.points[position] ?? 0;
    }
    return clamp(sum, max);
  }

  function total({ fit, engagement, intent }: Points, tally: BehaviourTally): number {
    return (
      kept(bounds.fit, fit, tally) +
      kept(bounds.engagement, engagement, tally) +
      kept(bounds.intent, intent, tally)
    );
  }

  return { read, total };
}

function clamp(sum: number, max: number): number {
  return sum < 0 ? 0 : sum > max ? max : sum;
}

function capReason(dimension: DimensionId, kept: number, sum: number): Reason {
  const says =
    sum > kept ? `At most ${kept} points for ${dimension}` : `No less than 0 points for ${dimension}`;
  return { id: 'cap', says, dimension, points: kept - sum };
}

function boundsOf(
  score: Agreement['score'],
  placed: readonly PlacedBehaviour[],
): Readonly<Record<DimensionId, Bounds>> {
  let ruleEnd = 0;
  const of = (id: DimensionId): Bounds => {
    ruleEnd += score[id].rules.length;
    const own = placed.filter(({ dimension }) => dimension === id);
    const first = placed.findIndex(({ dimension }) => dimension === id);
    const firstBehaviour = first === -1 ? 0 : first;
    return { id, max: score[id].max, ruleEnd, firstBehaviour, behaviourEnd: firstBehaviour + own.length };
  };
  return { fit: of('fit'), engagement: of('engagement'), intent: of('intent') };
}

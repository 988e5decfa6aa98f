// After how long a step can be expected to have been taken by those who take it. Leads that had less time are marked and
// never held against anybody.
import type { LeadFacts } from '../facts.ts';
import { quantile } from '../quantile.ts';
import { stepBefore, takenSteps, type Reached, type TakenStep } from './reached.ts';

export const dayLength = 86_400_000;

/** From so many leads on, their own history says it. */
const leastForHorizon = 10;

/** Of those who took the step, so many had taken it by then. */
const share = 0.9;

/** Days, where history is too short to say. */
const usualHorizons: Readonly<Record<TakenStep, number>> = {
  mql: 30,
  sal: 7,
  sql: 30,
  opportunity: 60,
  won: 90,
};

export type Horizon = {
  readonly days: number;
  /** How many took the step, in all of history. */
  readonly of: number;
  /** There were too few: it is what is usual. */
  readonly isUsual: boolean;
};

/** Over all leads there are whose instants were told, whatever is asked for: a filter does not change what is old enough. */
export function horizonsOf(leads: LeadFacts, reached: Reached): Readonly<Record<TakenStep, Horizon>> {
  const horizon = (step: TakenStep): Horizon => {
    const [from, to] = [reached[stepBefore(step)], reached[step]];
    const took: number[] = [];
    for (let place = 0; place < leads.count; place += 1) {
      const days = ((to[place] ?? NaN) - (from[place] ?? NaN)) / dayLength;
      if (!Number.isNaN(days) && leads.dated[place] === 1) took.push(days);
    }
    const own = took.length < leastForHorizon ? null : quantile(took, share);
    return { days: own ?? usualHorizons[step], of: took.length, isUsual: own === null };
  };
  const [mql, sal, sql, opportunity, won] = takenSteps.map(horizon);
  if (!mql || !sal || !sql || !opportunity || !won) throw new Error('A step without a horizon.');
  return { mql, sal, sql, opportunity, won };
}

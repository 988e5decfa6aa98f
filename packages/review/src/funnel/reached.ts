// When each lead was at each step of the funnel at the latest: whoever went further has taken the steps before, also
// where nobody said so. So the funnel never widens, and no step takes less than no time.
import type { LeadFacts } from '../facts.ts';

/** A lead is there when it comes; contacting it is work, no step of its own. */
const funnelSteps = ['lead', 'mql', 'sal', 'sql', 'opportunity', 'won'] as const;

export type FunnelStep = (typeof funnelSteps)[number];

/** The steps that are taken from another. */
export const takenSteps = ['mql', 'sal', 'sql', 'opportunity', 'won'] as const;

export type TakenStep = (typeof takenSteps)[number];

export type Reached = Readonly<Record<FunnelStep, Float64Array>>;

/** NaN: not reached. */
export function reachedOf({ at, createdAt }: LeadFacts): Reached {
  const won = at.won;
  const opportunity = earlier(at.opportunity, won);
  const sql = earlier(at.sql, opportunity);
  const sal = earlier(at.sal, sql);
  const mql = earlier(at.mql, sal);
  return { lead: earlier(createdAt, mql), mql, sal, sql, opportunity, won };
}

export function stepBefore(step: TakenStep): FunnelStep {
  return funnelSteps[funnelSteps.indexOf(step) - 1] ?? 'lead';
}

function earlier(column: Float64Array, next: Float64Array): Float64Array {
  const found = new Float64Array(column.length);
  for (let place = 0; place < found.length; place += 1) {
    const [own, later] = [column[place] ?? NaN, next[place] ?? NaN];
    found[place] = later < own || Number.isNaN(own) ? later : own;
  }
  return found;
}

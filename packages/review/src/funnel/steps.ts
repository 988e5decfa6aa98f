// Where each lead stands with a step, and the sums of that over the leads that came in a span.
import { wilson } from '@baton/calibration';
import type { LeadFacts } from '../facts.ts';
import type { Counting } from '../numbers/shared-number.ts';
import type { Span } from '../period.ts';
import { quantiles } from '../quantile.ts';
import { dayLength, horizonsOf, type Horizon } from './horizon.ts';
import { reachedOf, stepBefore, takenSteps, type Reached, type TakenStep } from './reached.ts';

/** What all sums of a funnel are made from. */
export type Funnel = {
  readonly counting: Counting;
  readonly reached: Reached;
  readonly horizons: Readonly<Record<TakenStep, Horizon>>;
};

/**
 * Of a lead that was at the step before: it took the step; it has not had the time of the step yet; or it had, or is
 * rejected or lost, and stayed.
 */
type Standing = 'taken' | 'waiting' | 'stayed';

type StepView = {
  readonly step: TakenStep;
  /** Were at the step before. */
  readonly from: number;
  readonly taken: number;
  readonly waiting: number;
  /** Were at the step before for as long as the step takes, or longer. */
  readonly of: number;
  /** `conversion` is `takenOf ÷ of`; null of nothing. */
  readonly takenOf: number;
  readonly conversion: number | null;
  readonly interval: readonly [number, number] | null;
  /** Days from the step before, of those who took it and whose instants were told. */
  readonly medianDays: number | null;
  readonly p90Days: number | null;
};

export type FunnelSteps = { readonly leads: number; readonly steps: readonly StepView[] };

/** They are the same for every question about the same leads. */
const known = new WeakMap<LeadFacts, Omit<Funnel, 'counting'>>();

export function readyFunnel(counting: Counting): Funnel {
  const { leads } = counting.facts;
  const found = known.get(leads);
  if (found !== undefined) return { counting, ...found };
  const reached = reachedOf(leads);
  const made = { reached, horizons: horizonsOf(leads, reached) };
  known.set(leads, made);
  return { counting, ...made };
}

/** The places of the chosen leads that came in the span. */
export function arrivedIn({ facts: { leads }, selection }: Counting, { start, end }: Span): Int32Array {
  const found = new Int32Array(leads.count);
  let count = 0;
  for (let place = 0; place < leads.count; place += 1) {
    const at = leads.createdAt[place] ?? NaN;
    if (selection.leads[place] === 1 && at >= start && at < end) found[count++] = place;
  }
  return found.subarray(0, count);
}

/** Null: it never was at the step before. */
export function standingOf(funnel: Funnel, step: TakenStep, place: number): Standing | null {
  const { reached, counting } = funnel;
  const from = reached[stepBefore(step)][place] ?? NaN;
  if (Number.isNaN(from)) return null;
  if (!Number.isNaN(reached[step][place] ?? NaN)) return 'taken';
  const { leads } = counting.facts;
  const isOut = !Number.isNaN(leads.lostAt[place] ?? NaN) || !Number.isNaN(leads.rejectedAt[place] ?? NaN);
  return isOut || hadItsTime(funnel, step, from) ? 'stayed' : 'waiting';
}

export function stepsOf(funnel: Funnel, places: Int32Array): FunnelSteps {
  return { leads: places.length, steps: takenSteps.map((step) => stepOf(funnel, step, places)) };
}

function stepOf(funnel: Funnel, step: TakenStep, places: Int32Array): StepView {
  const [before, after] = [funnel.reached[stepBefore(step)], funnel.reached[step]];
  const { dated } = funnel.counting.facts.leads;
  const days = new Float64Array(places.length);
  let [from, taken, waiting, of, takenOf] = [0, 0, 0, 0, 0];
  for (const place of places) {
    const standing = standingOf(funnel, step, place);
    if (standing === null) continue;
    from += 1;
    const at = before[place] ?? NaN;
    const isOld = hadItsTime(funnel, step, at);
    if (isOld) of += 1;
    if (standing === 'waiting') waiting += 1;
    if (standing !== 'taken') continue;
    days[taken] = dated[place] === 1 ? ((after[place] ?? NaN) - at) / dayLength : NaN;
    taken += 1;
    if (isOld) takenOf += 1;
  }
  const [medianDays = null, p90Days = null] = quantiles(days.subarray(0, taken), [0.5, 0.9]);
  const conversion = of === 0 ? null : takenOf / of;
  const interval = wilson(takenOf, of);
  return { step, from, taken, waiting, of, takenOf, conversion, interval, medianDays, p90Days };
}

export function hadItsTime({ counting, horizons }: Funnel, step: TakenStep, from: number): boolean {
  return (counting.facts.asOf - from) / dayLength >= horizons[step].days;
}

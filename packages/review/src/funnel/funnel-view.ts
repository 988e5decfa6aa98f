// The funnel: how many leads of a period went from step to step and how long it took them, the same for each month in
// which leads came, and what became of which score.
import type { Counting } from '../numbers/shared-number.ts';
import type { Period } from '../period.ts';
import { scoreBands, type ScoreBands } from './bands.ts';
import { cohortsOf } from './cohorts.ts';
import { arrivedIn, readyFunnel, stepsOf, type Funnel, type FunnelSteps } from './steps.ts';

type CohortView = FunnelSteps & {
  /** Such as `2026-11`. */
  readonly month: string;
  readonly from: string;
  readonly to: string;
  readonly isWhole: boolean;
};

export type FunnelView = FunnelSteps & {
  readonly horizons: Funnel['horizons'];
  readonly cohorts: readonly CohortView[];
  readonly bands: ScoreBands;
};

/** How it is counted, in words. */
export const funnelDefinitions = {
  steps:
    'Leads that came in the period, and how far they have come until now. Whoever went further has taken the steps before. Conversion: of those who were at the step before for at least as long as the step takes, the share that took it. A step takes as long as it took 90% of all who ever took it.',
  velocity:
    'Days from one step to the next, of those who took it: half were quicker than the median, nine in ten quicker than the p90. Whoever still waits is not in it.',
  cohorts:
    'The same conversion for the leads that came in each month. Those that have not had their time yet are waiting: they are not counted as lost.',
} as const;

export function funnelOf(counting: Counting, period: Period): FunnelView {
  const funnel = readyFunnel(counting);
  return {
    ...stepsOf(funnel, arrivedIn(counting, period)),
    horizons: funnel.horizons,
    cohorts: cohortsOf(period).map((cohort) => {
      const { month, from, to, isWhole } = cohort;
      return { month, from, to, isWhole, ...stepsOf(funnel, arrivedIn(counting, cohort)) };
    }),
    bands: scoreBands(counting, period),
  };
}

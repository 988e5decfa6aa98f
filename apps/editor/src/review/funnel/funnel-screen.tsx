// How far leads come, how long it takes them, and whether the score says who does.
import { bandsDefinition, funnelDefinitions, type Outcome } from '@baton/review';
import type { ReviewFunnel } from '@baton/worker/api-types';
import { SliceDialog } from '../behind/slice-dialog.tsx';
import { useSlices } from '../behind/use-slices.ts';
import { ChartFrame } from '../charts/chart-frame.tsx';
import { ReviewPart } from '../review-part.tsx';
import { CohortChart, cohortTable } from './cohort-chart.tsx';
import { FunnelChart, funnelTable } from './funnel-chart.tsx';
import { OutcomeChart, outcomeTable } from './outcome-chart.tsx';
import { daysInWords, stepNames } from './step-words.ts';
import { VelocityChart, velocityTable } from './velocity-chart.tsx';

export function FunnelScreen() {
  return (
    <ReviewPart<ReviewFunnel> part="funnel" what="the way of your leads">
      {(funnel) => <Funnel funnel={funnel} />}
    </ReviewPart>
  );
}

const nobody = <p className="py-8 text-center text-soft">No lead came in this period.</p>;
const nothing = <p className="py-8 text-center text-soft">Nothing was handed over in this period.</p>;

function Funnel({ funnel }: { readonly funnel: ReviewFunnel }) {
  const { opens } = useSlices();
  const { leads, bands } = funnel;
  const byScore = bands.bands.map(({ from, to, ...group }) => ({
    name: `${from}–${to - 1}`,
    ...group,
    opens: (outcome: Outcome | 'all', count: number) => opens({ kind: 'score', from, outcome }, count),
    ...(bands.threshold !== null && bands.threshold >= from && bands.threshold < to
      ? { begins: `handed over from ${bands.threshold}` }
      : {}),
  }));
  const byTier = bands.tiers.map(({ tier, ...group }) => ({
    name: tier === '' ? 'No score' : tier,
    ...group,
    opens: (outcome: Outcome | 'all', count: number) => opens({ kind: 'tier', tier, outcome }, count),
  }));
  return (
    <div className="grid gap-4 lg:grid-cols-2">
      <h2 className="sr-only">From lead to customer</h2>
      <ChartFrame
        title="From step to step"
        definition={funnelDefinitions.steps}
        file="funnel"
        table={funnelTable({ ...funnel, opens })}
        {...(leads === 0 ? { instead: nobody } : {})}
      >
        <FunnelChart leads={leads} steps={funnel.steps} opens={opens} />
        <p className="mt-2 text-xs text-soft">
          Hatched: still waiting. Outlined: stopped there, rejected, lost or out of time.
        </p>
        <Horizons horizons={funnel.horizons} />
      </ChartFrame>
      <ChartFrame
        title="How long it takes"
        definition={funnelDefinitions.velocity}
        file="velocity"
        table={velocityTable({ ...funnel, opens })}
        {...(leads === 0 ? { instead: nobody } : {})}
      >
        <VelocityChart steps={funnel.steps} opens={opens} />
        <p className="mt-2 text-xs text-soft">
          The dot is the median, the end of the line the p90. Recent leads count as soon as they took the
          step, so short periods look quicker than they are.
        </p>
      </ChartFrame>
      <div className="min-w-0 lg:col-span-2">
        <ChartFrame
          title="By month of arrival"
          definition={funnelDefinitions.cohorts}
          file="cohorts"
          table={cohortTable({ ...funnel, opens })}
          {...(leads === 0 ? { instead: nobody } : {})}
        >
          <CohortChart cohorts={funnel.cohorts} opens={opens} />
          <p className="mt-2 text-xs text-soft">
            The share that went on to each step. Hatched: some of these leads are still waiting.
          </p>
        </ChartFrame>
      </div>
      <ChartFrame
        title="By score"
        definition={bandsDefinition}
        file="score-bands"
        table={outcomeTable(byScore, 'Score')}
        {...(byScore.length === 0 ? { instead: nothing } : {})}
      >
        <OutcomeChart groups={byScore} />
      </ChartFrame>
      <ChartFrame
        title="By tier"
        definition={bandsDefinition}
        file="tiers"
        table={outcomeTable(byTier, 'Tier')}
        {...(byTier.length === 0 ? { instead: nothing } : {})}
      >
        <OutcomeChart groups={byTier} />
      </ChartFrame>
      <SliceDialog />
    </div>
  );
}

/** After how long somebody counts as not having taken a step. */
function Horizons({ horizons }: Pick<ReviewFunnel, 'horizons'>) {
  const steps = ['mql', 'sal', 'sql', 'opportunity', 'won'] as const;
  return (
    <p className="mt-2 text-xs text-soft">
      Old enough after:{' '}
      {steps
        .map((step) => {
          const { days, isUsual } = horizons[step];
          return `${stepNames[step]} ${days === 0 ? 'at once' : daysInWords(days)}${isUsual ? '*' : ''}`;
        })
        .join(' · ')}
      {steps.some((step) => horizons[step].isUsual) &&
        '. * Fewer than ten took it so far, so this is assumed.'}
    </p>
  );
}

// How far leads come, how long it takes them, and whether the score says who does.
import { bandsDefinition, funnelDefinitions } from '@baton/review';
import type { ReviewFunnel } from '@baton/worker/api-types';
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
  const { leads, bands } = funnel;
  const byScore = bands.bands.map(({ from, to, ...group }) => ({
    name: `${from}–${to - 1}`,
    ...group,
    ...(bands.threshold !== null && bands.threshold >= from && bands.threshold < to
      ? { begins: `handed over from ${bands.threshold}` }
      : {}),
  }));
  const byTier = bands.tiers.map(({ tier, ...group }) => ({
    name: tier === '' ? 'No score' : tier,
    ...group,
  }));
  return (
    <div className="grid gap-4 lg:grid-cols-2">
      <h2 className="sr-only">From lead to customer</h2>
      <ChartFrame
        title="From step to step"
        definition={funnelDefinitions.steps}
        file="funnel"
        table={funnelTable(funnel)}
        {...(leads === 0 ? { instead: nobody } : {})}
      >
        <FunnelChart leads={leads} steps={funnel.steps} />
        <Horizons horizons={funnel.horizons} />
      </ChartFrame>
      <ChartFrame
        title="How long it takes"
        definition={funnelDefinitions.velocity}
        file="velocity"
        table={velocityTable(funnel)}
        {...(leads === 0 ? { instead: nobody } : {})}
      >
        <VelocityChart steps={funnel.steps} />
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
          table={cohortTable(funnel)}
          {...(leads === 0 ? { instead: nobody } : {})}
        >
          <CohortChart cohorts={funnel.cohorts} />
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

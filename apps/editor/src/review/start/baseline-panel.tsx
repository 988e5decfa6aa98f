// What the past came to, before anything is agreed: how many were won, of which source and kind, how many sales accepted,
// and how soon somebody answered; each with how sure it is.
import { useQuery } from '@tanstack/react-query';
import type { Baseline } from '@baton/worker/api-types';
import { useState, type ReactNode } from 'react';
import { SelectField } from '../../parts/field.tsx';
import { Failed, Loading } from '../../parts/state.tsx';
import { ChartFrame } from '../charts/chart-frame.tsx';
import { between, percent } from './first-agreement.ts';
import { ShareBars, type Bar } from './share-bars.tsx';
import { baselineQuery } from './start-queries.ts';

const day = new Intl.DateTimeFormat('en', { day: 'numeric', month: 'short', year: 'numeric' });

export function BaselinePanel() {
  const { data, isError, error, refetch } = useQuery(baselineQuery);
  if (isError) return <Failed error={error} again={() => void refetch()} />;
  if (data === undefined) return <Loading lines={5} />;
  if (data.leads === 0) return null;
  return <Shown baseline={data} />;
}

function Shown({ baseline }: { readonly baseline: Baseline }) {
  const { leads, known, won, interval, from, to, sources, segments, acceptance, followUp, reasons } =
    baseline;
  const [attribute, setAttribute] = useState(segments[0]?.attribute ?? '');
  const segment = segments.find((one) => one.attribute === attribute) ?? segments[0];
  const all = known === 0 ? null : won / known;
  return (
    <section aria-labelledby="baseline" className="space-y-4">
      <div>
        <h2 id="baseline" className="text-lg font-semibold">
          Where you start from
        </h2>
        {from !== null && to !== null && (
          <p className="text-soft">
            {leads.toLocaleString('en')} past leads, {day.format(new Date(from))} to{' '}
            {day.format(new Date(to))}.
          </p>
        )}
      </div>
      <dl className="grid gap-4 sm:grid-cols-3">
        <Figure
          name="Won"
          value={all === null ? '–' : percent(all)}
          says={
            interval === null
              ? 'Of none is it known what became of them.'
              : `${between(interval)}; ${won.toLocaleString('en')} of ${known.toLocaleString('en')} whose outcome is known`
          }
        />
        <Figure
          name="Accepted by sales"
          value={acceptance === null ? '–' : percent(acceptance.accepted / acceptance.known)}
          says={
            acceptance === null || acceptance.interval === null
              ? 'The table tells no verdicts.'
              : `${between(acceptance.interval)}; ${acceptance.accepted.toLocaleString('en')} of ${acceptance.known.toLocaleString('en')} with a verdict`
          }
        />
        <Figure
          name="Time to follow-up"
          value={followUp === null ? '–' : durationInWords(followUp.medianMilliseconds)}
          says={
            followUp === null
              ? 'The table does not tell when somebody answered.'
              : `Median of ${followUp.known.toLocaleString('en')} that tell it`
          }
        />
      </dl>
      <div className="grid gap-4 xl:grid-cols-2">
        <ChartFrame
          title="Won by source"
          definition="Won leads among those whose outcome is known: won, lost or rejected. The black line is the 95% interval (Wilson); the dashed one is the share of all."
          file="won-by-source"
          table={tableOf('Source', sourceBars(sources))}
        >
          <ShareBars bars={sourceBars(sources)} all={all} />
        </ChartFrame>
        {segment !== undefined && (
          <ChartFrame
            title={`Won by ${segment.label.toLowerCase()}`}
            definition="Won leads among those whose outcome is known, by what they told or what follows from it. The black line is the 95% interval (Wilson); the dashed one is the share of all."
            file={`won-by-${segment.attribute}`}
            table={tableOf(segment.label, segment.values)}
            action={
              segments.length > 1 ? (
                <SelectField
                  label="By what"
                  hideLabel
                  className="max-w-44"
                  value={segment.attribute}
                  onChange={({ target }) => setAttribute(target.value)}
                >
                  {segments.map((one) => (
                    <option key={one.attribute} value={one.attribute}>
                      {one.label}
                    </option>
                  ))}
                </SelectField>
              ) : undefined
            }
          >
            <ShareBars bars={segment.values} all={all} />
          </ChartFrame>
        )}
      </div>
      {reasons.length > 0 && (
        <p className="text-sm text-soft">
          Rejected because:{' '}
          {reasons.map(({ reason, count }) => `${reason} (${count.toLocaleString('en')})`).join(', ')}.
        </p>
      )}
    </section>
  );
}

type FigureProps = { readonly name: string; readonly value: string; readonly says: ReactNode };

function Figure({ name, value, says }: FigureProps) {
  return (
    <div className="rounded-card border border-line bg-card p-5">
      <dt className="text-sm text-soft">{name}</dt>
      <dd>
        <span className="block text-2xl font-semibold tabular-nums">{value}</span>
        <span className="text-sm text-soft">{says}</span>
      </dd>
    </div>
  );
}

function sourceBars(sources: Baseline['sources']): Bar[] {
  return sources.slice(0, 12).map(({ source, ...share }) => ({ label: source ?? 'Not told', ...share }));
}

function tableOf(head: string, bars: readonly Bar[]) {
  return {
    columns: [head, 'Leads', 'Outcome known', 'Won', 'Share', 'From', 'To'],
    rows: bars.map(({ label, leads, known, won, interval }) => [
      label,
      leads,
      known,
      won,
      known === 0 ? null : percent(won / known),
      interval === null ? null : percent(interval[0]),
      interval === null ? null : percent(interval[1]),
    ]),
  };
}

function durationInWords(milliseconds: number): string {
  const minutes = Math.round(milliseconds / 60_000);
  if (minutes < 90) return `${minutes} min`;
  if (minutes < 48 * 60) return `${Math.round(minutes / 60)} h`;
  return `${Math.round(minutes / 1440)} days`;
}

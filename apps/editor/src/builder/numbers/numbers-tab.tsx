// How the form does: seen, begun, sent, qualified, and where visitors leave. Sums only: nobody is followed.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { FormNumbers } from '@baton/worker/api-types';
import { SelectField } from '../../parts/field.tsx';
import { Segments } from '../../parts/segments.tsx';
import { countInWords, shareInWords } from '../../parts/share.ts';
import { Empty, Failed, Loading } from '../../parts/state.tsx';
import { numbersQuery } from '../../server/queries.ts';
import { useDraft } from '../builder-context.ts';
import { DayChart } from './day-chart.tsx';
import { funnelOf, worstOf } from './funnel.ts';

const periods = [
  { value: '7', label: '7 days' },
  { value: '30', label: '30 days' },
  { value: '90', label: '90 days' },
] as const;

type Period = (typeof periods)[number]['value'];

export function NumbersTab() {
  const form = useDraft(({ id }) => id);
  const [period, setPeriod] = useState<Period>('30');
  const numbers = useQuery(numbersQuery(form, Number(period)));
  return (
    <div className="h-full overflow-y-auto">
      <div className="mx-auto max-w-220 px-4 py-6 md:px-8">
        <div className="mb-6 flex flex-wrap items-center justify-between gap-3">
          <h2 className="text-xl font-semibold">How it does</h2>
          <Segments label="Period" value={period} onChange={setPeriod} choices={periods} />
        </div>
        {numbers.isError && <Failed error={numbers.error} again={() => void numbers.refetch()} />}
        {numbers.isPending && <Loading lines={8} />}
        {numbers.data && <Numbers numbers={numbers.data} />}
      </div>
    </div>
  );
}

function Numbers({ numbers: { versions, days } }: { readonly numbers: FormNumbers }) {
  const [chosen, setChosen] = useState<number | null>(null);
  const version = versions.find((one) => one.version === chosen) ?? versions[0];
  if (version === undefined) {
    return <Empty title="Not published yet">Numbers begin when visitors meet the form.</Empty>;
  }
  if (versions.every(({ views, completions }) => views === 0 && completions === 0)) {
    return (
      <Empty title="Nobody has seen it yet">
        Put it on a website, or send its link to somebody. What happens is counted here, and nobody is
        followed.
      </Empty>
    );
  }
  return (
    <div className="space-y-8">
      <section aria-label="Day by day" className="rounded-card border border-line bg-card p-5">
        <DayChart days={days} />
      </section>
      <section aria-label="Where visitors leave" className="rounded-card border border-line bg-card p-5">
        <div className="mb-4 flex flex-wrap items-center justify-between gap-3">
          <h3 className="font-semibold">Where visitors leave</h3>
          <SelectField
            label="Version"
            hideLabel
            value={version.version}
            onChange={({ target }) => setChosen(Number(target.value))}
          >
            {versions.map((one) => (
              <option key={one.version} value={one.version}>
                Version {one.version}
              </option>
            ))}
          </SelectField>
        </div>
        <Funnel version={version} />
      </section>
      <section
        aria-label="Versions side by side"
        className="overflow-x-auto rounded-card border border-line bg-card"
      >
        <table className="w-full text-right tabular-nums">
          <thead className="text-sm text-soft">
            <tr>
              {['Version', 'Seen', 'Begun', 'Sent', 'Qualified', 'Put aside'].map((name, at) => (
                <th key={name} scope="col" className={`px-5 py-3 font-medium ${at === 0 ? 'text-left' : ''}`}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {versions.map((one) => (
              <tr key={one.version} className="border-t border-line">
                <th scope="row" className="px-5 py-3 text-left font-medium">
                  {one.version}
                </th>
                <td className="px-5">{countInWords(one.views)}</td>
                <td className="px-5">{shareInWords(one.starts, one.views)}</td>
                <td className="px-5">{shareInWords(one.completions, one.views)}</td>
                <td className="px-5">{shareInWords(one.qualified, one.completions)}</td>
                <td className="px-5">{countInWords(one.quarantined)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  );
}

function Funnel({ version }: { readonly version: FormNumbers['versions'][number] }) {
  const stages = funnelOf(version);
  const worst = worstOf(stages);
  const most = Math.max(1, ...stages.map(({ count }) => count));
  return (
    <>
      <ol className="space-y-3">
        {stages.map(({ id, name, count, lost }, at) => (
          <li key={id}>
            <div className="mb-1 flex flex-wrap justify-between gap-x-4 text-sm">
              <span>{name}</span>
              <span className="tabular-nums">
                {countInWords(count)}
                <span className="text-soft">
                  {at > 0 && lost > 0 && ` · ${shareInWords(lost, stages[at - 1]?.count ?? 0)} left before`}
                </span>
              </span>
            </div>
            <div aria-hidden="true" className="h-2 rounded-full bg-ink/6">
              <div
                className={`h-full rounded-full ${worst?.id === id ? 'bg-warn' : 'bg-accent'}`}
                style={{ width: `${(Math.min(count, most) / most) * 100}%` }}
              />
            </div>
          </li>
        ))}
      </ol>
      {worst && (
        <p className="mt-4 text-sm text-soft">
          Most are lost before “{worst.name.replaceAll(/[“”]/g, '')}”: {countInWords(worst.lost)} of them.
        </p>
      )}
    </>
  );
}

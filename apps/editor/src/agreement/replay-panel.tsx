// A period of the past under the proposal, beside what it was under the agreement in force.
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import type { AgreementReplay } from '@baton/worker/api-types';
import { Panel } from '../parts/panel.tsx';
import { Segments } from '../parts/segments.tsx';
import { countInWords } from '../parts/share.ts';
import { Failed, Loading, Tag } from '../parts/state.tsx';
import { replayQuery } from '../server/agreement-queries.ts';
import { periods, type PeriodDays } from './periods.ts';
import { WeekChart } from './week-chart.tsx';

export function ReplayPanel({ version }: { readonly version: number }) {
  const [days, setDays] = useState<PeriodDays>('90');
  const { data, isError, error, refetch } = useQuery(replayQuery(version, Number(days)));
  return (
    <Panel
      title="The past, replayed"
      about="Every lead of the period is judged again, under what is in force and under this proposal, as if each had always been. Nothing is changed by looking."
      action={
        <div className="print:hidden">
          <Segments label="Period" value={days} onChange={setDays} choices={periods} />
        </div>
      }
    >
      {isError && !data ? (
        <Failed error={error} again={() => void refetch()} />
      ) : data ? (
        <Replayed replay={data} />
      ) : (
        <Loading lines={5} label="Replaying" />
      )}
    </Panel>
  );
}

function Replayed({ replay }: { readonly replay: AgreementReplay }) {
  const { before, after, switched, won, companies, waiting, leads, weeks, sampled } = replay;
  if (leads === 0) return <p className="text-soft">No lead did anything in this period.</p>;
  return (
    <div className="space-y-6">
      <p className="text-lg text-pretty">{inShort(replay)}</p>
      <dl className="grid grid-cols-2 gap-4 sm:grid-cols-4">
        <Figure name="Handoffs" before={before.handoffs} after={after.handoffs} />
        <Figure name="Companies" before={companies.before} after={companies.after} />
        <Figure
          name="Only under this"
          after={switched.gained}
          note={`${countInWords(won.gained)} of them won`}
        />
        <Figure name="Not any more" after={switched.lost} note={`${countInWords(won.lost)} of them won`} />
      </dl>
      <WeekChart weeks={weeks} />
      <p className="text-sm text-soft">
        {countInWords(leads)} leads had an event in the period
        {sampled
          ? `, of ${countInWords(sampled.taken)} that were read of ${countInWords(sampled.of)}`
          : ''}.{' '}
        {countInWords(waiting)} known leads would be handed off at their next event, and not before.
      </p>
      <div className="grid gap-6 sm:grid-cols-2">
        <Compared
          name="By tier"
          unit="leads"
          rows={paired(
            before.tiers.map(({ tier, leads: count }) => [tier, tier, count]),
            after.tiers.map(({ tier, leads: count }) => [tier, tier, count]),
          )}
        />
        <Compared
          name="By person"
          unit="handoffs"
          rows={paired(
            before.owners.map(({ email, name, handoffs }) => [email, name, handoffs]),
            after.owners.map(({ email, name, handoffs }) => [email, name, handoffs]),
          )}
        />
      </div>
      {switched.list.length > 0 && <Switched list={switched.list} />}
    </div>
  );
}

function inShort({ before, after, switched, won }: AgreementReplay): string {
  const difference = after.handoffs - before.handoffs;
  if (switched.gained === 0 && switched.lost === 0) return 'The same leads would have been handed off.';
  const many = countInWords(Math.abs(difference));
  const handoffs = Math.abs(difference) === 1 ? 'handoff' : 'handoffs';
  const first =
    difference === 0
      ? 'As many handoffs, of other leads'
      : `${many} ${difference < 0 ? 'fewer' : 'more'} ${handoffs}`;
  const lost =
    won.lost > 0
      ? `; ${countInWords(won.lost)} that would be missed ${won.lost === 1 ? 'was' : 'were'} won`
      : '';
  const gained =
    won.gained > 0
      ? `; ${countInWords(won.gained)} of the new ones ${won.gained === 1 ? 'was' : 'were'} won`
      : '';
  return `${first}${lost}${gained}.`;
}

type FigureProps = {
  readonly name: string;
  readonly before?: number;
  readonly after: number;
  readonly note?: string;
};

function Figure({ name, before, after, note }: FigureProps) {
  return (
    <div>
      <dt className="text-sm text-soft">{name}</dt>
      <dd className="text-xl font-semibold tabular-nums">
        {before !== undefined && (
          <>
            <span className="text-base font-normal text-soft">{countInWords(before)} → </span>
          </>
        )}
        {countInWords(after)}
        {note && <span className="block text-xs font-normal text-soft">{note}</span>}
      </dd>
    </div>
  );
}

type Row = { readonly key: string; readonly name: string; readonly before: number; readonly after: number };
type Counted = readonly (readonly [key: string, name: string, count: number])[];

function paired(before: Counted, after: Counted): readonly Row[] {
  const rows = new Map<string, Row>();
  for (const [key, name, count] of after) rows.set(key, { key, name, before: 0, after: count });
  for (const [key, name, count] of before) {
    rows.set(key, { key, name, before: count, after: rows.get(key)?.after ?? 0 });
  }
  return [...rows.values()];
}

type ComparedProps = { readonly name: string; readonly unit: string; readonly rows: readonly Row[] };

function Compared({ name, unit, rows }: ComparedProps) {
  return (
    <table className="w-full text-left tabular-nums">
      <caption className="pb-1 text-left font-medium">
        {name} <span className="text-sm font-normal text-soft">({unit})</span>
      </caption>
      <thead className="text-xs text-soft">
        <tr>
          <th className="py-1 font-normal">{name.replace('By ', '')}</th>
          <th className="py-1 text-right font-normal">in force</th>
          <th className="py-1 text-right font-normal">proposal</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key} className="border-t border-line">
            <th className="py-1.5 pr-2 font-normal wrap-anywhere">{row.name}</th>
            <td className="py-1.5 text-right text-soft">{countInWords(row.before)}</td>
            <td className="py-1.5 text-right font-medium">{countInWords(row.after)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const outcomes = { accepted: 'accepted', rejected: 'rejected', won: 'won', lost: 'lost' } as const;

function Switched({ list }: { readonly list: AgreementReplay['switched']['list'] }): ReactNode {
  return (
    <div
      role="region"
      aria-label="Leads that would switch side"
      tabIndex={0}
      className="max-h-96 overflow-auto"
    >
      <table className="w-full text-left tabular-nums">
        <caption className="pb-1 text-left font-medium">Leads that would switch side</caption>
        <thead className="sticky top-0 bg-card text-xs text-soft">
          <tr>
            <th className="py-1 font-normal">lead</th>
            <th className="py-1 text-right font-normal">in force</th>
            <th className="py-1 text-right font-normal">proposal</th>
            <th className="py-1 pl-4 font-normal">would be</th>
            <th className="py-1 pl-4 font-normal">outcome</th>
          </tr>
        </thead>
        <tbody>
          {list.map((row) => (
            <tr key={row.lead} className="border-t border-line">
              <th className="py-1.5 pr-2 font-normal wrap-anywhere">
                {row.name} <span className="block text-xs text-soft">{row.company}</span>
              </th>
              <td className="py-1.5 text-right whitespace-nowrap text-soft">
                {row.before ? `${row.before.total} ${row.before.tier}` : '–'}
              </td>
              <td className="py-1.5 text-right whitespace-nowrap">
                {row.after.total} {row.after.tier}
              </td>
              <td className="py-1.5 pl-4">
                <Tag tone={row.after.handedOff ? 'good' : 'neutral'}>
                  {row.after.handedOff ? 'handed off' : 'kept'}
                </Tag>
              </td>
              <td className="py-1.5 pl-4 text-soft">{row.outcome === null ? '–' : outcomes[row.outcome]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

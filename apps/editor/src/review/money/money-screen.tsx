// Money: what each channel brought by a model of attribution, what it cost, and marketing's part in what was won.
import { useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { attributionModels, modelWords, type Milestone } from '@baton/review';
import { Coins } from 'lucide-react';
import { useState } from 'react';
import type { ReviewMoney } from '@baton/worker/api-types';
import { Button } from '../../parts/button.tsx';
import { SelectField } from '../../parts/field.tsx';
import { Segments } from '../../parts/segments.tsx';
import { Empty, Failed, Loading } from '../../parts/state.tsx';
import { meQuery } from '../../server/queries.ts';
import { ChartFrame } from '../charts/chart-frame.tsx';
import { RowBars } from '../charts/row-bars.tsx';
import { readReviewSearch, type ReviewSearch } from '../review-search.ts';
import { useReview } from '../use-review.ts';
import { ChannelTable } from './channel-table.tsx';
import { InfluencePanel } from './influence-panel.tsx';
import { amountInWords, channelName, countInParts, currenciesOf } from './money-words.ts';
import { SpendDialog } from './spend-dialog.tsx';

const channelNames = { source: 'Source', medium: 'Medium', campaign: 'Campaign' } as const;

export function MoneyScreen() {
  const search: ReviewSearch = useSearch({ from: '/shell/review' });
  const navigate = useNavigate();
  const { data: me } = useSuspenseQuery(meQuery);
  const [open, setOpen] = useState(false);
  const model = search.model ?? 'first';
  const channel = search.channel ?? 'source';
  const money = useReview<ReviewMoney>('money', { model, channel });
  const change = (next: Partial<ReviewSearch>): void => {
    void navigate({ to: '.', search: readReviewSearch({ ...search, ...next }), replace: true });
  };
  const mayWrite = me.rights.includes('spend.write');
  const spend = mayWrite && (
    <Button icon={<Coins size={16} aria-hidden="true" />} onClick={() => setOpen(true)}>
      Enter spend
    </Button>
  );
  return (
    <>
      <div className="mb-4 flex flex-wrap items-end gap-3 print:hidden">
        <Segments
          label="Channel"
          value={channel}
          onChange={(value) => change({ channel: value })}
          choices={Object.entries(channelNames).map(([value, label]) => ({ value: channelOf(value), label }))}
        />
        <div className="w-44">
          <SelectField
            label="Attribution"
            hideLabel
            value={model}
            onChange={({ target }) => change({ model: modelOf(target.value) })}
          >
            {attributionModels.map((id) => (
              <option key={id} value={id}>
                {modelWords[id].name}
              </option>
            ))}
          </SelectField>
        </div>
        <p className="min-w-60 flex-1 self-center text-sm text-soft">{modelWords[model].says}</p>
        {spend}
      </div>
      {money.isError && money.data === undefined && (
        <Failed error={money.error} again={() => void money.refetch()} />
      )}
      {money.isPending && <Loading lines={8} label="Loading what channels brought" />}
      {money.data !== undefined && <Money money={money.data} spend={spend} />}
      {open && (
        <SpendDialog
          sources={(money.data?.channels ?? []).map(({ name }) => name).filter((name) => name !== '')}
          month={(money.data?.period.to ?? '').slice(0, 7)}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}

function Money({ money, spend }: { readonly money: ReviewMoney; readonly spend: React.ReactNode }) {
  if (money.channels.length === 0)
    return (
      <div className="rounded-card border border-line bg-card">
        <Empty title="Nothing came in this period" action={spend}>
          As soon as a lead comes, its channel stands here with what it brings and what it costs.
        </Empty>
      </div>
    );
  const isSpent = Object.keys(money.total.spend).length > 0;
  return (
    <div className="space-y-4">
      <h2 className="sr-only">What channels brought and cost</h2>
      <div className="grid gap-4 lg:grid-cols-2">
        <Brought money={money} />
        <InfluencePanel money={money} />
      </div>
      <ChannelTable
        money={money}
        title={`By ${channelNames[money.channel].toLowerCase()}`}
        about={
          money.channel !== 'source'
            ? 'Spend is told by source, so it stands there.'
            : isSpent
              ? 'Spend of the period, a part of a month by its days. What one of each cost is spend by how many came.'
              : 'Enter what was spent, and what one of each cost stands here too.'
        }
      />
    </div>
  );
}

const measures = {
  qualified: 'Qualified',
  leads: 'Leads',
  opportunities: 'Opportunities',
  customers: 'Customers',
  pipeline: 'Pipeline',
  revenue: 'Revenue',
} as const;

type Measure = keyof typeof measures;

/** Bars that can be told apart; the rest stands in the table. */
const mostBars = 10;

function Brought({ money }: { readonly money: ReviewMoney }) {
  const [measure, setMeasure] = useState<Measure>('qualified');
  const [currency = ''] = currenciesOf(money);
  const isMoney = measure === 'pipeline' || measure === 'revenue';
  const bars = money.channels
    .map((row) => {
      const value = isMoney ? (row[measure][currency] ?? 0) : row[countOf(measure)];
      const says = isMoney ? (amountInWords({ [currency]: value }) ?? '–') : countInParts(value);
      return { name: channelName(row.name), value, says };
    })
    .toSorted((one, other) => other.value - one.value);
  const isNothing = bars.every(({ value }) => value === 0);
  return (
    <ChartFrame
      title="What channels brought"
      definition={`${modelWords[money.model].says} Leads count when they came, qualified ones when they were first handed over, opportunities and customers when they became that. The channels add up to the total exactly.`}
      file={`brought-${money.channel}-${money.model}-${money.period.from}-${money.period.to}`}
      table={{
        columns: [channelNames[money.channel], measures[measure]],
        rows: bars.map(({ name, value }) => [name, Math.round(value * 1000) / 1000]),
      }}
      action={
        <div className="w-36 print:hidden">
          <SelectField
            label="Measure"
            hideLabel
            value={measure}
            onChange={({ target }) => setMeasure(measureOf(target.value))}
          >
            {Object.entries(measures).map(([id, name]) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </SelectField>
        </div>
      }
      {...(isNothing ? { instead: <p className="text-soft">None in this period.</p> } : {})}
    >
      <RowBars bars={bars.filter(({ value }) => value > 0).slice(0, mostBars)} />
      {bars.length > mostBars && (
        <p className="mt-2 text-xs text-soft">The first {mostBars}; all in the table.</p>
      )}
    </ChartFrame>
  );
}

function countOf(measure: Exclude<Measure, 'pipeline' | 'revenue'>): Milestone {
  return measure;
}

function measureOf(value: string): Measure {
  return Object.keys(measures).find((id): id is Measure => id === value) ?? 'qualified';
}

function modelOf(value: string) {
  return attributionModels.find((id) => id === value) ?? 'first';
}

function channelOf(value: string) {
  return Object.keys(channelNames).find((id): id is keyof typeof channelNames => id === value) ?? 'source';
}

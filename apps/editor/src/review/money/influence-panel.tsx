// What marketing brought of what is in the pipeline and of what was won: sourced, influenced, or neither.
import type { ReviewMoney } from '@baton/worker/api-types';
import { ChartFrame } from '../charts/chart-frame.tsx';
import { amountInWords } from './money-words.ts';

const words = {
  sourced: { name: 'Marketing sourced', fill: 'fill-accent', sign: 'bg-accent' },
  influenced: { name: 'Marketing influenced', fill: 'fill-accent/45', sign: 'bg-accent/45' },
  neither: { name: 'Neither', fill: 'fill-soft/35', sign: 'bg-soft/35' },
} as const;

const definition =
  'Sourced: the first submission came by a form of a website. Influenced: it came otherwise, but a submission on a website or a behaviour came before it happened. Neither: marketing had no part in it that anybody saw.';

const [width, height] = [720, 28];

export function InfluencePanel({ money }: { readonly money: ReviewMoney }) {
  const { influence } = money;
  const total = influence.reduce((sum, { opportunities, customers }) => sum + opportunities + customers, 0);
  return (
    <ChartFrame
      title="Sourced and influenced"
      definition={definition}
      file={`influence-${money.period.from}-${money.period.to}`}
      table={{
        columns: ['Marketing’s part', 'Opportunities', 'Pipeline', 'Customers', 'Revenue'],
        rows: influence.map((one) => [
          words[one.id].name,
          one.opportunities,
          amountInWords(one.pipeline),
          one.customers,
          amountInWords(one.revenue),
        ]),
      }}
      {...(total === 0
        ? { instead: <p className="text-soft">No opportunity and no customer in this period.</p> }
        : {})}
    >
      <div className="space-y-4">
        <Bar
          name="Opportunities"
          parts={influence.map(({ id, opportunities, pipeline }) => ({
            id,
            count: opportunities,
            worth: amountInWords(pipeline),
          }))}
        />
        <Bar
          name="Customers"
          parts={influence.map(({ id, customers, revenue }) => ({
            id,
            count: customers,
            worth: amountInWords(revenue),
          }))}
        />
      </div>
    </ChartFrame>
  );
}

type Part = { readonly id: keyof typeof words; readonly count: number; readonly worth: string | null };

function Bar({ name, parts }: { readonly name: string; readonly parts: readonly Part[] }) {
  const total = parts.reduce((sum, { count }) => sum + count, 0);
  const starts = parts.map((_, index) => parts.slice(0, index).reduce((sum, { count }) => sum + count, 0));
  return (
    <div>
      <p className="mb-1 text-sm font-medium">
        {name} <span className="font-normal text-soft tabular-nums">{total}</span>
      </p>
      <svg
        viewBox={`0 0 ${width} ${height}`}
        aria-hidden="true"
        className="h-7 w-full"
        preserveAspectRatio="none"
      >
        <rect width={width} height={height} rx="6" className="fill-ink/5" />
        {total > 0 &&
          parts.map(({ id, count }, index) => (
            <rect
              key={id}
              x={((starts[index] ?? 0) / total) * width}
              width={Math.max(0, (count / total) * width - 2)}
              height={height}
              rx="4"
              className={words[id].fill}
            />
          ))}
      </svg>
      <ul className="mt-1.5 flex flex-wrap gap-x-5 gap-y-1 text-sm">
        {parts.map(({ id, count, worth }) => (
          <li key={id} className="flex items-center gap-1.5">
            <span aria-hidden="true" className={`size-2.5 rounded-xs ${words[id].sign}`} />
            {words[id].name}
            <span className="text-soft tabular-nums">
              {count}
              {total > 0 && `, ${Math.round((count / total) * 100)}%`}
              {worth !== null && ` · ${worth}`}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

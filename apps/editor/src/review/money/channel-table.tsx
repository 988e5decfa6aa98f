// Every channel with what it brought, what it cost, and what one of each cost; the sum below.
import { writeCsv } from '@baton/workspace/csv';
import { Download } from 'lucide-react';
import type { ReviewMoney } from '@baton/worker/api-types';
import { IconButton } from '../../parts/button.tsx';
import { Panel } from '../../parts/panel.tsx';
import { saveFile } from '../../parts/save-file.ts';
import { amountInWords, channelName, countInParts } from './money-words.ts';

type Row = ReviewMoney['total'];

const columns: readonly {
  readonly name: string;
  readonly says: (row: Row) => string | null;
  readonly spent?: true;
}[] = [
  { name: 'Leads', says: ({ leads }) => countInParts(leads) },
  { name: 'Qualified', says: ({ qualified }) => countInParts(qualified) },
  { name: 'Opportunities', says: ({ opportunities }) => countInParts(opportunities) },
  { name: 'Customers', says: ({ customers }) => countInParts(customers) },
  { name: 'Pipeline', says: ({ pipeline }) => amountInWords(pipeline) },
  { name: 'Revenue', says: ({ revenue }) => amountInWords(revenue) },
  { name: 'Revenue per lead', says: ({ revenuePerLead }) => amountInWords(revenuePerLead) },
  { name: 'Spend', says: ({ spend }) => amountInWords(spend), spent: true },
  { name: 'Per qualified', says: ({ costPer }) => amountInWords(costPer.qualified), spent: true },
  { name: 'Per opportunity', says: ({ costPer }) => amountInWords(costPer.opportunities), spent: true },
  { name: 'Per customer', says: ({ costPer }) => amountInWords(costPer.customers), spent: true },
];

type Props = { readonly money: ReviewMoney; readonly title: string; readonly about: string };

export function ChannelTable({ money, title, about }: Props) {
  const shown = columns.filter(({ spent }) => spent !== true || money.channel === 'source');
  const rows: readonly (readonly [string, Row])[] = [
    ...money.channels.map((row) => [channelName(row.name), row] as const),
    ['Total', money.total],
  ];
  const save = (): void =>
    saveFile(
      `money-${money.channel}-${money.model}-${money.period.from}-${money.period.to}.csv`,
      writeCsv([
        [title, ...shown.map(({ name }) => name)],
        ...rows.map(([name, row]) => [name, ...shown.map(({ says }) => says(row))]),
      ]),
      'text/csv',
    );
  return (
    <Panel
      title={title}
      about={about}
      action={
        <IconButton label="Save the table (CSV)" size="small" onClick={save} className="print:hidden">
          <Download size={16} aria-hidden="true" />
        </IconButton>
      }
    >
      <div
        className="-mx-5 overflow-x-auto px-5"
        tabIndex={0}
        role="group"
        aria-label={`${title}, as a table`}
      >
        <table className="w-full text-sm whitespace-nowrap tabular-nums">
          <thead>
            <tr className="border-b border-line text-soft">
              <th scope="col" className="sticky left-0 bg-card py-2 pr-4 text-left font-medium">
                Channel
              </th>
              {shown.map(({ name }) => (
                <th key={name} scope="col" className="py-2 pl-5 text-right font-medium">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([name, row], index) => (
              <tr
                key={index}
                className={
                  index === rows.length - 1 ? 'border-t-2 border-line font-semibold' : 'border-t border-line'
                }
              >
                <th scope="row" className="sticky left-0 bg-card py-2 pr-4 text-left font-medium">
                  {name}
                </th>
                {shown.map((column) => (
                  <td key={column.name} className="py-2 pl-5 text-right">
                    {column.says(row) ?? <span className="text-soft">–</span>}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}

// A picture of numbers with all that belongs to it: what it shows and how that is counted, the same as a table, and both
// to take along, as PNG and as CSV.
import { ChartColumn, Download, Info, Table2 } from 'lucide-react';
import { writeCsv } from '@baton/workspace/csv';
import { useId, useRef, useState, type ReactNode } from 'react';
import { IconButton } from '../../parts/button.tsx';
import { Menu, MenuItem } from '../../parts/menu.tsx';
import { saveFile } from '../../parts/save-file.ts';
import { useSay } from '../../parts/toast.tsx';
import { NumberButton } from '../behind/number-button.tsx';
import { pictureOf } from './picture-file.ts';
import type { ChartTable } from './chart-table.ts';

type Props = {
  readonly title: string;
  /** What is counted, with the formula; shown on hover and on focus. */
  readonly definition: string;
  /** Of the files that are saved, without an ending. */
  readonly file: string;
  readonly table: ChartTable;
  /** Something that is said instead, such as that there is nothing to show. */
  readonly instead?: ReactNode;
  readonly action?: ReactNode;
  /** An SVG that is hidden from those who listen; they have the table. */
  readonly children: ReactNode;
};

export function ChartFrame({ title, definition, file, table, instead, action, children }: Props) {
  const id = useId();
  const picture = useRef<HTMLDivElement>(null);
  const say = useSay();
  const [asTable, setAsTable] = useState(false);
  const savePicture = async (): Promise<void> => {
    const svg = picture.current?.querySelector('svg');
    if (svg) await pictureOf(svg, title, `${file}.png`);
    else say('There is no picture to save');
  };
  return (
    <section
      aria-labelledby={`${id}-title`}
      className="relative min-w-0 break-inside-avoid rounded-card border border-line bg-card p-5"
    >
      <div className="flex min-h-8 flex-wrap items-center gap-1">
        <div className="flex min-w-0 flex-1 items-center gap-1 max-sm:basis-[calc(100%-5rem)]">
          <h3 id={`${id}-title`} className="min-w-0 font-semibold">
            {title}
          </h3>
          <Definition text={definition} about={title} />
        </div>
        {action !== undefined && <div className="max-sm:order-last max-sm:w-full">{action}</div>}
        {instead === undefined && (
          <div className="flex print:hidden">
            <IconButton
              label={asTable ? `${title} as a picture` : `${title} as a table`}
              size="small"
              aria-pressed={asTable}
              onClick={() => setAsTable(!asTable)}
            >
              {asTable ? (
                <ChartColumn size={16} aria-hidden="true" />
              ) : (
                <Table2 size={16} aria-hidden="true" />
              )}
            </IconButton>
            <Menu
              trigger={
                <IconButton label={`Save ${title}`} size="small">
                  <Download size={16} aria-hidden="true" />
                </IconButton>
              }
            >
              {!asTable && <MenuItem onPick={() => void savePicture()}>As a picture (PNG)</MenuItem>}
              <MenuItem
                onPick={() => saveFile(`${file}.csv`, writeCsv([table.columns, ...table.rows]), 'text/csv')}
              >
                As a table (CSV)
              </MenuItem>
            </Menu>
          </div>
        )}
      </div>
      <div className="mt-3">
        {instead ?? (
          <>
            {asTable ? (
              <DataTable table={table} caption={title} opens={table.opens} />
            ) : (
              <div ref={picture}>{children}</div>
            )}
            {!asTable && (
              <div className="sr-only">
                <DataTable table={table} caption={title} />
              </div>
            )}
          </>
        )}
      </div>
    </section>
  );
}

/** How something is counted: a sign that tells when it is pointed at, focused or pressed. */
function Definition({ text, about }: { readonly text: string; readonly about: string }) {
  const id = useId();
  return (
    <span className="group inline-flex print:hidden">
      <button
        type="button"
        aria-label={`How ${about} is counted`}
        aria-describedby={id}
        className="inline-flex size-6 items-center justify-center rounded-full text-soft hover:text-ink"
      >
        <Info size={14} aria-hidden="true" />
      </button>
      <span
        role="tooltip"
        id={id}
        className="absolute inset-x-5 top-14 z-30 hidden max-w-96 rounded-control border border-line bg-card p-3 text-sm font-normal text-ink shadow-raised group-focus-within:block group-hover:block"
      >
        {text}
      </span>
    </span>
  );
}

type TableProps = {
  readonly table: ChartTable;
  readonly caption: string;
  /** Not where it is heard alone: there the picture's marks are. */
  readonly opens?: ChartTable['opens'];
};

function DataTable({ table, caption, opens = [] }: TableProps) {
  const [head = '', ...others] = table.columns;
  return (
    <div className="overflow-x-auto" tabIndex={0} role="group" aria-label={`${caption}, as a table`}>
      <table className="w-full text-sm tabular-nums">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr className="border-b border-line text-left text-soft">
            <th scope="col" className="py-1.5 pr-4 font-medium">
              {head}
            </th>
            {others.map((column) => (
              <th key={column} scope="col" className="py-1.5 pl-4 text-right font-medium">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map(([name, ...values], index) => (
            <tr key={index} className="border-b border-line last:border-0">
              <th scope="row" className="py-1.5 pr-4 text-left font-normal">
                <NumberButton onOpen={opens[index]}>{name}</NumberButton>
              </th>
              {values.map((value, place) => (
                <td key={place} className="py-1.5 pl-4 text-right">
                  {value ?? '–'}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

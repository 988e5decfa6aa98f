// What was spent by month and source: seen, said row by row, or taken from a table.
import { useQuery } from '@tanstack/react-query';
import { Trash2, Upload } from 'lucide-react';
import { useState } from 'react';
import type { SpendList } from '@baton/worker/api-types';
import { decodeText } from '../../draft/decode-text.ts';
import { Button, IconButton } from '../../parts/button.tsx';
import { TextField } from '../../parts/field.tsx';
import { FormDialog } from '../../parts/form-dialog.tsx';
import { Failed, Loading } from '../../parts/state.tsx';
import { refusalInWords } from '../../server/refusal.ts';
import { amountInWords } from './money-words.ts';
import { readSpend } from './read-spend.ts';
import { spendQuery, useSaveSpend } from './spend-queries.ts';

type Props = { readonly sources: readonly string[]; readonly month: string; readonly onClose: () => void };

type SpendRow = SpendList['rows'][number];

export function SpendDialog({ sources, month, onClose }: Props) {
  const kept = useQuery(spendQuery);
  const save = useSaveSpend(onClose);
  const [rows, setRows] = useState<readonly SpendRow[]>([]);
  const [wrong, setWrong] = useState<readonly string[]>([]);
  const currency = kept.data?.rows[0]?.currency ?? 'EUR';
  const [own, setOwn] = useState({ month, source: '', amount: '', currency: '' });
  const isBegun = own.source.trim() !== '' || own.amount.trim() !== '';
  const take = async (file: File): Promise<void> => {
    const read = readSpend(decodeText(new Uint8Array(await file.arrayBuffer())), own.currency || currency);
    setWrong(read.wrong);
    if (read.wrong.length === 0) setRows(read.rows);
  };
  const send = (): void => {
    const said = isBegun
      ? readSpend(
          `month,source,amount,currency\n${own.month},"${own.source.replaceAll('"', '')}","${own.amount}",${own.currency || currency}\n`,
          currency,
        )
      : { rows: [], wrong: [] };
    const all = [...rows, ...said.rows];
    const faults = [
      ...said.wrong.map((one) => one.replace(/^Line 2: /, '')),
      ...(all.length === 0 && said.wrong.length === 0 ? ['Say what was spent first, or choose a file.'] : []),
    ];
    setWrong(faults);
    if (faults.length === 0) save.mutate(all);
  };
  return (
    <FormDialog
      title="What was spent"
      description="By month and source, as leads are told apart by it. A row replaces the one of the same month, source and currency; nothing spent takes it away."
      send={rows.length > 0 ? `Save ${rows.length + (isBegun ? 1 : 0)} rows` : 'Save'}
      busy={save.isPending}
      wrong={save.isError ? [refusalInWords(save.error), ...wrong] : wrong.slice(0, 8)}
      onSend={send}
      onClose={onClose}
    >
      <div className="grid grid-cols-2 gap-3">
        <TextField
          type="month"
          label="Month"
          value={own.month}
          onChange={({ target }) => setOwn({ ...own, month: target.value })}
        />
        <TextField
          label="Source"
          list="spend-sources"
          autoComplete="off"
          value={own.source}
          onChange={({ target }) => setOwn({ ...own, source: target.value })}
        />
        <TextField
          label="Amount"
          inputMode="decimal"
          autoComplete="off"
          value={own.amount}
          onChange={({ target }) => setOwn({ ...own, amount: target.value })}
        />
        <TextField
          label="Currency"
          maxLength={3}
          autoComplete="off"
          placeholder={currency}
          value={own.currency}
          onChange={({ target }) => setOwn({ ...own, currency: target.value.toUpperCase() })}
        />
        <datalist id="spend-sources">
          {sources.map((source) => (
            <option key={source} value={source} />
          ))}
        </datalist>
      </div>
      <label className="flex w-fit cursor-pointer items-center gap-2 text-sm font-medium has-focus-visible:outline-2 has-focus-visible:outline-accent">
        <Upload size={16} aria-hidden="true" /> From a CSV with month, source and amount
        <input
          type="file"
          accept=".csv,.tsv,.txt,text/csv"
          className="sr-only"
          onChange={({ target }) => {
            const [file] = target.files ?? [];
            if (file !== undefined) void take(file);
            target.value = '';
          }}
        />
      </label>
      {rows.length > 0 && (
        <SpendRows
          title="From the file"
          rows={rows}
          onRemove={(row) => setRows(rows.filter((one) => one !== row))}
        />
      )}
      {kept.isPending && <Loading lines={3} label="Loading what was spent" />}
      {kept.isError && kept.data === undefined && (
        <Failed error={kept.error} again={() => void kept.refetch()} />
      )}
      {kept.data !== undefined && kept.data.rows.length > 0 && (
        <SpendRows
          title="Kept"
          rows={kept.data.rows}
          onRemove={(row) => save.mutate([{ ...row, amount: 0 }])}
        />
      )}
    </FormDialog>
  );
}

type RowsProps = {
  readonly title: string;
  readonly rows: readonly SpendRow[];
  readonly onRemove: (row: SpendRow) => void;
};

function SpendRows({ title, rows, onRemove }: RowsProps) {
  const [all, setAll] = useState(false);
  const shown = all ? rows : rows.slice(0, 12);
  return (
    <section aria-label={title}>
      <h3 className="mb-1 text-sm font-medium">{title}</h3>
      <ul className="max-h-64 overflow-y-auto rounded-control border border-line text-sm tabular-nums">
        {shown.map((row) => (
          <li
            key={`${row.month} ${row.source} ${row.currency}`}
            className="flex items-center gap-3 border-b border-line px-3 py-1 last:border-0"
          >
            <span className="w-18 text-soft">{row.month}</span>
            <span className="min-w-0 flex-1 truncate">{row.source}</span>
            <span>{amountInWords({ [row.currency]: row.amount }) ?? 'nothing'}</span>
            <IconButton
              label={`Take away ${row.source}, ${row.month}`}
              size="small"
              onClick={() => onRemove(row)}
            >
              <Trash2 size={14} aria-hidden="true" />
            </IconButton>
          </li>
        ))}
      </ul>
      {rows.length > shown.length && (
        <Button look="quiet" size="small" className="mt-1" onClick={() => setAll(true)}>
          All {rows.length}
        </Button>
      )}
    </section>
  );
}

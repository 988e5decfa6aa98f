// A list of target accounts from a file: its first rows and which column says what are shown before anything is taken, and
// afterwards what could not be taken, by line.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { readCsv } from '@baton/workspace/csv';
import { useId, useState } from 'react';
import type { ImportedAccounts } from '@baton/worker/api-types';
import { decodeText } from '../draft/decode-text.ts';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { SelectField, TextField } from '../parts/field.tsx';
import { ask } from '../server/ask.ts';
import { Refusal, refusalInWords } from '../server/refusal.ts';
import { targetListsQuery } from './company-queries.ts';
import { accountIssueInWords, importedInWords, rowErrorInWords } from './company-words.ts';
import { accountParts, guessColumns, partNames, type Columns } from './guess-columns.ts';

type Props = { readonly onClose: () => void };

type Chosen = { readonly name: string; readonly text: string; readonly columns: Columns };

/** Rows that are shown before they are taken. */
const shownRows = 5;

export function ImportDialog({ onClose }: Props) {
  const queries = useQueryClient();
  const { data: lists = [] } = useQuery(targetListsQuery);
  const known = useId();
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [list, setList] = useState('');
  const take = useMutation({
    mutationFn: ({ text, columns }: Chosen) =>
      ask<ImportedAccounts>('/api/accounts/import', {
        method: 'POST',
        body: { csv: text, columns, list: list.trim() },
      }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['companies'] }),
  });
  const choose = async (file: File): Promise<void> => {
    take.reset();
    const text = decodeText(new Uint8Array(await file.arrayBuffer()));
    const { header, rows } = tableOf(text);
    setChosen({ name: file.name, text, columns: guessColumns(header, rows.slice(0, 50)) });
    if (list === '') setList(file.name.replace(/\.[^.]*$/, '').slice(0, 200));
  };
  if (take.isSuccess) return <Taken taken={take.data} onClose={onClose} />;
  const table = chosen === null ? null : tableOf(chosen.text);
  const isReady =
    chosen?.columns.domain !== undefined && (list.trim() !== '' || chosen.columns.list !== undefined);
  return (
    <Dialog
      wide
      open
      onClose={onClose}
      title="Import target accounts"
      description="A CSV with a first line that names its columns. Rows that can be taken are taken; the others are told."
      actions={
        <>
          <Button look="quiet" onClick={onClose}>
            Cancel
          </Button>
          <Button
            look="main"
            disabled={chosen === null || !isReady || table?.rows.length === 0}
            busy={take.isPending}
            onClick={() => chosen !== null && take.mutate(chosen)}
          >
            {table === null ? 'Import' : `Import ${rowsOf(table.rows.length)}`}
          </Button>
        </>
      }
    >
      <div className="space-y-5">
        <label className="block">
          <span className="mb-1 block text-sm font-medium">File</span>
          <input
            type="file"
            accept=".csv,.tsv,.txt,text/csv"
            className="w-full rounded-control border border-dashed border-line p-4 text-soft file:mr-3 file:h-8 file:cursor-pointer file:rounded-control file:border file:border-line file:bg-card file:px-2.5 file:text-sm file:font-medium file:text-ink"
            onChange={({ target }) => {
              const [file] = target.files ?? [];
              if (file === undefined) setChosen(null);
              else void choose(file);
            }}
          />
        </label>
        {take.isError && (
          <p role="alert" className="rounded-control border border-bad px-3 py-2 text-bad">
            {whyRefused(take.error)}
          </p>
        )}
        {table?.trouble !== undefined && (
          <p role="alert" className="text-bad">
            {table.trouble}
          </p>
        )}
        {chosen !== null && table !== null && table.trouble === undefined && (
          <>
            <Preview header={table.header} rows={table.rows.slice(0, shownRows).map(({ cells }) => cells)} />
            <div className="grid gap-4 sm:grid-cols-2">
              {accountParts.map((part) => (
                <SelectField
                  key={part}
                  label={partNames[part]}
                  value={chosen.columns[part] ?? ''}
                  onChange={({ target }) =>
                    setChosen({ ...chosen, columns: chosenColumn(chosen.columns, part, target.value) })
                  }
                  error={
                    part === 'domain' && chosen.columns.domain === undefined ? 'This is needed.' : undefined
                  }
                >
                  <option value="">{part === 'domain' ? 'Choose a column' : 'No column'}</option>
                  {[...new Set(table.header)]
                    .filter((name) => name !== '')
                    .map((name) => (
                      <option key={name} value={name}>
                        {name}
                      </option>
                    ))}
                </SelectField>
              ))}
              <TextField
                label={
                  chosen.columns.list === undefined ? 'Put them on the list' : 'List of rows that name none'
                }
                value={list}
                maxLength={200}
                list={known}
                autoComplete="off"
                onChange={({ target }) => setList(target.value)}
              />
            </div>
            <datalist id={known}>
              {lists.map(({ name }) => (
                <option key={name} value={name} />
              ))}
            </datalist>
          </>
        )}
      </div>
    </Dialog>
  );
}

function chosenColumn(columns: Columns, part: keyof Columns, name: string): Columns {
  const { [part]: _before, ...others } = columns;
  return name === '' ? others : { ...others, [part]: name };
}

function tableOf(text: string) {
  const read = readCsv(text);
  if ('openQuote' in read) {
    return { header: [], rows: [], trouble: `A quote that begins on line ${read.openQuote} never ends.` };
  }
  const [header, ...rows] = read.rows;
  const names = (header?.cells ?? []).map((name) => name.trim());
  const trouble = rows.length === 0 ? 'There is no row below the first line.' : undefined;
  return { header: names, rows, trouble };
}

function rowsOf(count: number): string {
  return count === 1 ? '1 row' : `${count.toLocaleString('en')} rows`;
}

function whyRefused(error: unknown): string {
  const issue = error instanceof Refusal ? error.issues[0] : undefined;
  return issue === undefined ? refusalInWords(error) : accountIssueInWords(issue.code);
}

type PreviewProps = { readonly header: readonly string[]; readonly rows: readonly (readonly string[])[] };

function Preview({ header, rows }: PreviewProps) {
  return (
    <div
      className="overflow-x-auto rounded-control border border-line"
      tabIndex={0}
      role="region"
      aria-label="First rows"
    >
      <table className="w-full text-left text-sm">
        <thead className="text-soft">
          <tr>
            {header.map((name, index) => (
              <th key={`${index} ${name}`} scope="col" className="px-3 py-2 font-medium whitespace-nowrap">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, row) => (
            <tr key={row} className="border-t border-line">
              {header.map((_, index) => (
                <td key={index} className="max-w-60 truncate px-3 py-2 whitespace-nowrap">
                  {cells[index] ?? ''}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Taken({ taken, onClose }: { readonly taken: ImportedAccounts; readonly onClose: () => void }) {
  const { errors, moreErrors } = taken;
  const left = errors.length + moreErrors;
  return (
    <Dialog
      wide
      open
      onClose={onClose}
      title="Target accounts are in"
      description={importedInWords(taken)}
      actions={
        <Button look="main" onClick={onClose}>
          Done
        </Button>
      }
    >
      {left > 0 && (
        <>
          <h3 className="mb-2 font-medium">{rowsOf(left)} not taken</h3>
          <ul className="max-h-80 space-y-1 overflow-y-auto text-sm" tabIndex={0} aria-label="Rows not taken">
            {errors.map((error) => (
              <li key={`${error.line} ${error.column}`} className="flex gap-3">
                <span className="w-16 shrink-0 text-soft tabular-nums">Line {error.line}</span>
                <span className="wrap-anywhere">{rowErrorInWords(error)}</span>
              </li>
            ))}
          </ul>
          {moreErrors > 0 && (
            <p className="mt-2 text-sm text-soft">And {moreErrors.toLocaleString('en')} more.</p>
          )}
        </>
      )}
    </Dialog>
  );
}

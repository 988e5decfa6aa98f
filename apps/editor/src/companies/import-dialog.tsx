// A list of target accounts from a file: its first rows and which column says what are shown before anything is taken, and
// afterwards what could not be taken, by line.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import type { ImportedAccounts } from '@baton/worker/api-types';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { SelectField, TextField } from '../parts/field.tsx';
import { ask } from '../server/ask.ts';
import { Refusal, refusalInWords } from '../server/refusal.ts';
import { FileField } from '../tables/file-field.tsx';
import { NotTaken } from '../tables/not-taken.tsx';
import { Preview } from '../tables/preview.tsx';
import { columnNames, readTable, rowsInWords } from '../tables/read-table.ts';
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
  const choose = (file: { readonly name: string; readonly text: string } | null): void => {
    take.reset();
    if (file === null) {
      setChosen(null);
      return;
    }
    const { header, rows } = readTable(file.text);
    setChosen({ ...file, columns: guessColumns(header, rows.slice(0, 50)) });
    if (list === '') setList(file.name.replace(/\.[^.]*$/, '').slice(0, 200));
  };
  if (take.isSuccess) return <Taken taken={take.data} onClose={onClose} />;
  const table = chosen === null ? null : readTable(chosen.text);
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
            {table === null ? 'Import' : `Import ${rowsInWords(table.rows.length)}`}
          </Button>
        </>
      }
    >
      <div className="space-y-5">
        <FileField onText={choose} />
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
                  {columnNames(table).map((name) => (
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

function whyRefused(error: unknown): string {
  const issue = error instanceof Refusal ? error.issues[0] : undefined;
  return issue === undefined ? refusalInWords(error) : accountIssueInWords(issue.code);
}

function Taken({ taken, onClose }: { readonly taken: ImportedAccounts; readonly onClose: () => void }) {
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
      <NotTaken
        lines={taken.errors.map((error) => ({ line: error.line, says: rowErrorInWords(error) }))}
        more={taken.moreErrors}
      />
    </Dialog>
  );
}

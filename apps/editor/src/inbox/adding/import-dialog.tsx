// Leads from elsewhere, from a file: what each column says is guessed and can be changed, the first rows are shown before
// anything is taken, and afterwards what could not be taken, by line.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Attribute } from '@baton/rules';
import type { ImportedLeads } from '@baton/worker/api-types';
import { Button } from '../../parts/button.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { SelectField, TextField } from '../../parts/field.tsx';
import { catalogueQuery } from '../../server/queries.ts';
import { Refusal, refusalInWords } from '../../server/refusal.ts';
import { FileField } from '../../tables/file-field.tsx';
import { NotTaken } from '../../tables/not-taken.tsx';
import { Preview } from '../../tables/preview.tsx';
import { columnNames, readTable, rowsInWords, type Table } from '../../tables/read-table.ts';
import { guessAttributes } from './guess-attributes.ts';
import { identityOf } from './identity-of.ts';
import { importedInWords, originNames, readOrigin, rowErrorInWords, type Origin } from './import-words.ts';
import { useImportLeads } from './use-import-leads.ts';

type Props = { readonly onClose: () => void };

type Chosen = { readonly table: Table; readonly columns: ReadonlyMap<string, string> };
/** Nobody has said yet what its columns are. */
type Given = { readonly table: Table; readonly columns: ReadonlyMap<string, string> | null };

const shownRows = 4;

export function ImportLeadsDialog({ onClose }: Props) {
  const { data: catalogue = [] } = useQuery(catalogueQuery);
  const attributes = withIdentity(catalogue);
  const identity = identityOf(catalogue);
  const [given, setGiven] = useState<Given | null>(null);
  const chosen = given === null ? null : withColumns(given, attributes);
  const [origin, setOrigin] = useState<Origin>('event');
  const [detail, setDetail] = useState('');
  const [key, setKey] = useState('');
  const { take, done } = useImportLeads();
  if (take.isSuccess) return <Taken taken={take.data} attributes={attributes} onClose={onClose} />;
  const rows = chosen?.table.rows.length ?? 0;
  const isReady = chosen !== null && chosen.columns.has(identity) && rows > 0;
  return (
    <Dialog
      wide
      open
      onClose={onClose}
      title="Import leads"
      description="A CSV with a first line that names its columns. Each row goes the way of a form that was sent: it is merged by its address, scored and, if it qualifies, handed off."
      actions={
        <>
          <Button look="quiet" onClick={onClose}>
            Cancel
          </Button>
          <Button
            look="main"
            disabled={!isReady}
            busy={take.isPending}
            onClick={() => chosen !== null && take.mutate({ ...chosen, origin, detail, key })}
          >
            {rows === 0 ? 'Import' : `Import ${rowsInWords(rows)}`}
          </Button>
        </>
      }
    >
      <div className="space-y-5">
        <FileField
          onText={(file) => {
            take.reset();
            setKey('');
            if (file === null) {
              setGiven(null);
              return;
            }
            setGiven({ table: readTable(file.text), columns: null });
          }}
        />
        {take.isError && (
          <p role="alert" className="rounded-control border border-bad px-3 py-2 text-bad">
            {whyRefused(take.error)}{' '}
            {done > 0 && `${rowsInWords(done)} were taken; they are not taken again.`}
          </p>
        )}
        {take.isPending && rows > 0 && (
          <p role="status" className="text-soft">
            {done.toLocaleString('en')} of {rowsInWords(rows)}
          </p>
        )}
        {chosen?.table.trouble !== undefined && (
          <p role="alert" className="text-bad">
            {chosen.table.trouble}
          </p>
        )}
        {chosen !== null && chosen.table.trouble === undefined && (
          <>
            <Preview
              header={chosen.table.header}
              rows={chosen.table.rows.slice(0, shownRows).map(({ cells }) => cells)}
            />
            <div className="grid gap-4 sm:grid-cols-2">
              <SelectField
                label="Where they come from"
                value={origin}
                onChange={({ target }) => setOrigin(readOrigin(target.value))}
              >
                {Object.entries(originNames).map(([id, name]) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </SelectField>
              <TextField
                label={
                  origin === 'partner'
                    ? 'Which partner'
                    : origin === 'event'
                      ? 'Which event'
                      : 'Which occasion'
                }
                hint="Kept with each of them, as their campaign."
                value={detail}
                maxLength={200}
                onChange={({ target }) => setDetail(target.value)}
              />
            </div>
            <Columns
              chosen={chosen}
              attributes={attributes}
              identity={identity}
              onChange={(columns) => setGiven({ ...chosen, columns })}
            />
            <SelectField
              label="What tells rows apart"
              hint="A row is taken once, however often the file is sent."
              value={key}
              onChange={({ target }) => setKey(target.value)}
            >
              <option value="">All that is read of them</option>
              {columnNames(chosen.table).map((name) => (
                <option key={name} value={name}>
                  {name}
                </option>
              ))}
            </SelectField>
          </>
        )}
      </div>
    </Dialog>
  );
}

/** Where the catalogue has no address, leads go by one all the same. */
function withIdentity(catalogue: readonly Attribute[]): readonly Attribute[] {
  const id = identityOf(catalogue);
  const used = catalogue.filter(({ archived }) => archived !== true);
  if (used.some((one) => one.id === id)) return used;
  return [{ id, label: 'E-mail', type: 'email', about: 'person' }, ...used];
}

/** As somebody said, else as it looks: anew once more of the attributes is known. */
function withColumns({ table, columns }: Given, attributes: readonly Attribute[]): Chosen {
  const guessed = () => guessAttributes(table.header, table.rows.slice(0, 50), attributes);
  return { table, columns: columns ?? guessed() };
}

type ColumnsProps = {
  readonly chosen: Chosen;
  readonly attributes: readonly Attribute[];
  readonly identity: string;
  readonly onChange: (columns: ReadonlyMap<string, string>) => void;
};

function Columns({ chosen, attributes, identity, onChange }: ColumnsProps) {
  const { table, columns } = chosen;
  const of = (name: string): string => [...columns].find(([, column]) => column === name)?.[0] ?? '';
  const set = (name: string, attribute: string): void => {
    const others = [...columns].filter(([id, column]) => column !== name && id !== attribute);
    onChange(new Map(attribute === '' ? others : [...others, [attribute, name]]));
  };
  return (
    <fieldset>
      <legend className="mb-2 text-sm font-medium">What the columns say</legend>
      {!columns.has(identity) && (
        <p role="alert" className="mb-2 text-sm text-bad">
          One column has to be the e-mail address: leads go by it.
        </p>
      )}
      <ul className="grid gap-x-6 gap-y-2 sm:grid-cols-2">
        {columnNames(table).map((name) => (
          <li key={name} className="flex items-center gap-3">
            <span className="min-w-0 flex-1 truncate" title={name}>
              {name}
            </span>
            <div className="w-44 shrink-0">
              <SelectField
                label={`${name} is`}
                hideLabel
                value={of(name)}
                onChange={({ target }) => set(name, target.value)}
              >
                <option value="">Not taken</option>
                {attributes.map(({ id, label }) => (
                  <option key={id} value={id}>
                    {label}
                  </option>
                ))}
              </SelectField>
            </div>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}

function whyRefused(error: unknown): string {
  const code = error instanceof Refusal ? error.issues[0]?.code : undefined;
  if (code === 'unknown_column' || code === 'unknown_attribute')
    return 'A column or an attribute is not there any more. Choose the file again.';
  return refusalInWords(error);
}

type TakenProps = {
  readonly taken: ImportedLeads;
  readonly attributes: readonly Attribute[];
  readonly onClose: () => void;
};

function Taken({ taken, attributes, onClose }: TakenProps) {
  return (
    <Dialog
      wide
      open
      onClose={onClose}
      title="Leads are in"
      description={importedInWords(taken)}
      actions={
        <Button look="main" onClick={onClose}>
          Done
        </Button>
      }
    >
      <NotTaken
        lines={taken.errors.map((error) => ({ line: error.line, says: rowErrorInWords(error, attributes) }))}
        more={taken.moreErrors}
      />
    </Dialog>
  );
}

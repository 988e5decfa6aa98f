// From a chosen file to an import: its columns are named, what the workspace lacks is made, every row is looked at, and
// only then is anything taken.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Attribute } from '@baton/rules';
import type { HistoryImport } from '@baton/worker/api-types';
import { useMemo, useRef, useState } from 'react';
import { attributePath } from '../../attributes/attribute-queries.ts';
import { Button } from '../../parts/button.tsx';
import { Loading } from '../../parts/state.tsx';
import { ask } from '../../server/ask.ts';
import { catalogueQuery, meQuery } from '../../server/queries.ts';
import { refusalInWords } from '../../server/refusal.ts';
import { mapOf, missingOf, type Mapping } from './column-use.ts';
import { guessMapping } from './guess-history.ts';
import { keepFile } from './kept-file.ts';
import { MapTable } from './map-table.tsx';
import type { PastFile } from './past-file.ts';
import { Progress } from './under-way.tsx';
import { RowFaults } from './row-faults.tsx';
import { checkFile, type Checked } from './send-rows.ts';

type Props = {
  readonly file: PastFile;
  readonly onBegun: (begun: HistoryImport) => void;
  readonly onDropped: () => void;
};

export function NameColumns(props: Props) {
  const { data: attributes } = useQuery(catalogueQuery);
  if (attributes === undefined) return <Loading />;
  return <Naming {...props} attributes={attributes} />;
}

type Made = { readonly map: object; readonly checked: Checked };

function Naming({
  file,
  attributes: known,
  onBegun,
  onDropped,
}: Props & { readonly attributes: readonly Attribute[] }) {
  const queries = useQueryClient();
  const { data: me } = useQuery(meQuery);
  const identity = addressOf(known);
  const attributes = useMemo(
    () => (known.some(({ id }) => id === identity) ? known : [ownAddress(identity), ...known]),
    [known, identity],
  );
  const [mapping, setMapping] = useState<Mapping>(() =>
    guessMapping(file.header, file.rows, {
      attributes,
      identity,
      monthsFirst: new Intl.DateTimeFormat().formatToParts()[0]?.type === 'month',
      today: new Date(Date.now() - 86_400_000).toISOString().slice(0, 10),
    }),
  );
  const [seen, setSeen] = useState<Checked | null>(null);
  const [isWaiting, setWaiting] = useState(false);
  const stop = useRef<AbortController | null>(null);
  const look = useMutation({
    mutationFn: async (): Promise<Made> => {
      const catalogue = new Map(known.map((attribute) => [attribute.id, attribute]));
      const { attributes: made, map } = mapOf(mapping, catalogue);
      for (const { id, ...attribute } of made)
        await ask(attributePath(id), { method: 'PUT', body: attribute });
      if (made.length > 0) await queries.invalidateQueries({ queryKey: ['workspace'] });
      stop.current = new AbortController();
      const sending = { signal: stop.current.signal, onWait: setWaiting };
      return { map, checked: await checkFile(file, map, sending, setSeen) };
    },
  });
  const begin = useMutation({
    mutationFn: async (map: object): Promise<HistoryImport> => {
      const { name, digest, header, rows } = file;
      return ask<HistoryImport>('/api/history', {
        method: 'POST',
        body: { name, digest, rows: rows.length, header, map },
      });
    },
    onSuccess: async (begun) => {
      const { name, digest, bytes } = file;
      await keepFile(digest, { name, bytes });
      onBegun(begun);
    },
  });
  const change = (next: Mapping): void => {
    look.reset();
    setSeen(null);
    setMapping(next);
  };
  const missing = missingOf(mapping, identity);
  const rows = file.rows.length.toLocaleString('en');
  if (look.isPending && seen !== null)
    return (
      <Progress
        label={`Looking at ${file.name}`}
        done={seen.seen}
        all={file.rows.length}
        says={isWaiting ? 'Baton cannot be reached; it goes on by itself.' : 'Nothing is taken yet.'}
      />
    );
  return (
    <div className="space-y-5">
      <p>
        <strong className="font-semibold">{file.name}</strong>, {rows}{' '}
        {file.rows.length === 1 ? 'row' : 'rows'}. This is what its columns seem to say; correct what is
        wrong.
      </p>
      <MapTable
        {...{ file, mapping, attributes }}
        mayMake={me?.rights.includes('forms.write') === true}
        onChange={change}
      />
      {look.isSuccess && <Looked {...look.data.checked} />}
      {(look.isError || begin.isError) && (
        <p role="alert" className="text-bad">
          {refusalInWords(look.error ?? begin.error)}
        </p>
      )}
      {missing !== null && (
        <p role="status" className="text-warn">
          {missing === 'address'
            ? 'No column says the e-mail address: choose the one that does.'
            : 'Say when the leads came.'}
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        {look.isSuccess && look.data.checked.good > 0 ? (
          <Button
            look="main"
            busy={begin.isPending}
            onClick={() => {
              begin.mutate(look.data.map);
            }}
          >
            Import {look.data.checked.good.toLocaleString('en')}{' '}
            {look.data.checked.good === 1 ? 'past lead' : 'past leads'}
          </Button>
        ) : (
          <Button look="main" disabled={missing !== null} busy={look.isPending} onClick={() => look.mutate()}>
            Look at all {rows} rows
          </Button>
        )}
        <Button look="quiet" onClick={onDropped}>
          Another file
        </Button>
      </div>
    </div>
  );
}

function Looked({ good, seen, errors }: Checked) {
  const bad = seen - good;
  return (
    <div role="status" className="rounded-card border border-line p-4">
      <p className="font-medium">
        {good.toLocaleString('en')} of {seen.toLocaleString('en')} rows can be taken
        {bad > 0 ? `; ${bad.toLocaleString('en')} cannot, and are left out` : ''}.
      </p>
      {bad > 0 && (
        <div className="mt-3">
          <RowFaults faults={errors} label="Rows that cannot be taken" />
        </div>
      )}
    </div>
  );
}

/** As the worker finds it: `email`, else the first that is one. */
function addressOf(attributes: readonly Attribute[]): string {
  const emails = attributes.filter(({ type, about }) => type === 'email' && about === 'person');
  return (emails.find(({ id }) => id === 'email') ?? emails[0])?.id ?? 'email';
}

function ownAddress(id: string): Attribute {
  return { id, label: 'E-mail', type: 'email', about: 'person' };
}

// A table that came back from a translator: what it would change is shown before anything is.
import { useState } from 'react';
import { decodeText } from '../../draft/decode-text.ts';
import {
  readSheet,
  type SheetFault,
  type SheetReading,
  type SheetRow,
} from '../../draft/translation-sheet.ts';
import { setSaying, type Line } from '../../draft/translations.ts';
import { Button } from '../../parts/button.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Tag } from '../../parts/state.tsx';
import { useBuilder } from '../builder-context.ts';
import { useSayDone } from '../use-say-done.ts';
import { nameLanguage } from './language-names.ts';

type Props = {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly language: string;
  readonly lines: readonly Line[];
  readonly words: unknown;
};

export function ImportSheet({ open, onClose, language, lines, words }: Props) {
  const { store } = useBuilder();
  const sayDone = useSayDone();
  const [text, setText] = useState<string | null>(null);
  const { name } = nameLanguage(language);
  const reading = text === null ? null : readSheet(text, lines, words, language);
  const changes = reading?.kind === 'read' ? reading.changes : [];
  const close = (): void => {
    onClose();
    setText(null);
  };
  const take = (): void => {
    store.edit((draft) =>
      changes.reduce((next, { path, after }) => setSaying(next, language, path, after), draft),
    );
    sayDone(`${textsOf(changes.length)} in ${name} changed.`);
    close();
  };
  return (
    <Dialog
      wide
      open={open}
      onClose={close}
      title={`Import ${name}`}
      description="The CSV that you exported, with its translations filled in. Nothing is changed before you have seen it."
      actions={
        <>
          <Button onClick={close}>Cancel</Button>
          <Button look="main" disabled={changes.length === 0} onClick={take}>
            {changes.length === 0 ? 'Nothing to take' : `Take ${textsOf(changes.length)}`}
          </Button>
        </>
      }
    >
      <label className="block">
        <span className="mb-1 block text-sm font-medium">File</span>
        <input
          type="file"
          accept=".csv,.tsv,.txt,text/csv"
          className="w-full rounded-control border border-dashed border-line p-4 text-soft file:mr-3 file:h-8 file:cursor-pointer file:rounded-control file:border file:border-line file:bg-card file:px-2.5 file:text-sm file:font-medium file:text-ink"
          onChange={({ target }) => {
            const [file] = target.files ?? [];
            if (file === undefined) return setText(null);
            void file.arrayBuffer().then((bytes) => setText(decodeText(new Uint8Array(bytes))));
          }}
        />
      </label>
      {reading && <Reading reading={reading} language={language} />}
    </Dialog>
  );
}

function textsOf(count: number): string {
  return count === 1 ? '1 text' : `${count} texts`;
}

function Reading({ reading, language }: { readonly reading: SheetReading; readonly language: string }) {
  if (reading.kind === 'refused')
    return (
      <p role="alert" className="mt-4 rounded-control bg-bad/8 px-3 py-2 text-bad">
        {faultInWords(reading.why)}
      </p>
    );
  const { changes, unknown, twice, empty, same } = reading;
  const isStale = changes.some((change) => change.isStale);
  return (
    <div className="mt-4 space-y-4">
      <p role="status">
        {`${textsOf(changes.length)} would change. ${same} ${same === 1 ? 'stays' : 'stay'} as they are, and ${empty} ${empty === 1 ? 'has' : 'have'} no translation in the file.`}
      </p>
      <Skipped rows={unknown} says="Not in this form, so passed over:" />
      <Skipped rows={twice} says="Said once already further up, so passed over:" />
      {isStale && (
        <p className="rounded-control bg-warn/12 px-3 py-2 text-warn">
          Where it says “from other words”, the original has changed since the file was made. Read those
          again.
        </p>
      )}
      {changes.length > 0 && (
        <ul className="divide-y divide-line rounded-control border border-line">
          {changes.map(({ line, key, what, original, before, after, isStale }) => (
            <li key={key} className="grid gap-x-4 gap-y-1 px-3 py-2.5 md:grid-cols-2">
              <div className="min-w-0">
                <p className="flex items-center gap-2 text-xs text-soft">
                  {what} · line {line} {isStale && <Tag tone="warn">from other words</Tag>}
                </p>
                <p dir="auto" className="wrap-anywhere">
                  {original}
                </p>
              </div>
              <div lang={language} className="min-w-0 wrap-anywhere">
                {before !== '' && (
                  <p dir="auto" className="text-soft">
                    <del>{before}</del>
                  </p>
                )}
                <p dir="auto">{after}</p>
              </div>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Skipped({ rows, says }: { readonly rows: readonly SheetRow[]; readonly says: string }) {
  if (rows.length === 0) return null;
  return (
    <div className="rounded-control bg-warn/12 px-3 py-2 text-warn">
      <p>{says}</p>
      <ul className="mt-1 list-disc pl-5">
        {rows.map(({ line, key }) => (
          <li key={line}>{`line ${line}: ${key === '' ? 'no key' : key}`}</li>
        ))}
      </ul>
    </div>
  );
}

function faultInWords(fault: SheetFault): string {
  switch (fault.code) {
    case 'open_quote':
      return `The file cannot be read: a quotation mark on line ${fault.line} never ends.`;
    case 'not_a_sheet':
      return 'This file has no columns “key” and “translation:…”. Export the language first, and fill in that file.';
    case 'other_language':
      return `This file holds ${nameLanguage(fault.language).name}. Go to that language and import it there.`;
  }
}

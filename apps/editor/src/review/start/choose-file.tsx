// The file of past leads, chosen or dropped. What is no table is refused by name.
import type { HistoryImport } from '@baton/worker/api-types';
import { useId, useState } from 'react';
import { readPastFile, type PastFile } from './past-file.ts';

type Props = {
  /** An import that has not ended, whose file this browser does not have. */
  readonly open: HistoryImport | null;
  readonly onChosen: (file: PastFile) => void;
};

export function ChooseFile({ open, onChosen }: Props) {
  const id = useId();
  const [says, setSays] = useState<string | null>(null);
  const [isReading, setReading] = useState(false);
  const take = async (file: File): Promise<void> => {
    setSays(null);
    setReading(true);
    const read = await readPastFile(file.name, new Uint8Array(await file.arrayBuffer()));
    setReading(false);
    if (read.ok) onChosen(read.file);
    else setSays(read.says);
  };
  return (
    <div>
      {open !== null && (
        <p className="mb-3 rounded-control bg-warn/12 px-3 py-2">
          {open.name} stopped at row {open.next.toLocaleString('en')} of {open.rows.toLocaleString('en')}.
          Choose the same file, and it goes on from there.
        </p>
      )}
      <label
        htmlFor={id}
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => {
          event.preventDefault();
          const [file] = event.dataTransfer.files;
          if (file !== undefined) void take(file);
        }}
        className="block rounded-card border border-dashed border-line p-6 text-center hover:border-soft"
      >
        <span className="block font-medium">{isReading ? 'Reading …' : 'Choose a CSV, or drop it here'}</span>
        <span className="mx-auto mt-1 block max-w-120 text-sm text-soft text-pretty">
          The first line names the columns. It takes an e-mail address; everything else is what you have:
          stage, dates, source, owner, amount, reasons. Commas, semicolons or tabs.
        </span>
        <input
          id={id}
          type="file"
          accept=".csv,.tsv,.txt,text/csv"
          aria-describedby={says === null ? undefined : `${id}-says`}
          className="mx-auto mt-4 block max-w-full text-soft file:mr-3 file:h-9 file:cursor-pointer file:rounded-control file:border file:border-line file:bg-card file:px-3.5 file:font-medium file:text-ink"
          onChange={({ target }) => {
            const [file] = target.files ?? [];
            if (file !== undefined) void take(file);
            target.value = '';
          }}
        />
      </label>
      {says !== null && (
        <p id={`${id}-says`} role="alert" className="mt-3 text-bad">
          {says}
        </p>
      )}
    </div>
  );
}

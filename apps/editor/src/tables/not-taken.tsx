// What of a table could not be taken, line by line.
import { rowsInWords } from './read-table.ts';

type Props = {
  readonly lines: readonly { readonly line: number; readonly says: string }[];
  /** Those that are not listed. */
  readonly more: number;
};

export function NotTaken({ lines, more }: Props) {
  // A row may have several faults.
  const rows = new Set(lines.map(({ line }) => line)).size + more;
  if (rows === 0) return null;
  return (
    <>
      <h3 className="mb-2 font-medium">{rowsInWords(rows)} not taken</h3>
      <ul className="max-h-80 space-y-1 overflow-y-auto text-sm" tabIndex={0} aria-label="Rows not taken">
        {lines.map(({ line, says }) => (
          <li key={`${line} ${says}`} className="flex gap-3">
            <span className="w-16 shrink-0 text-soft tabular-nums">Line {line}</span>
            <span className="wrap-anywhere">{says}</span>
          </li>
        ))}
      </ul>
      {more > 0 && <p className="mt-2 text-sm text-soft">And {more.toLocaleString('en')} more.</p>}
    </>
  );
}

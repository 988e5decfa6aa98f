// Rows that are not taken, by line, with what stands there and why.
import type { RowFault } from './send-rows.ts';

type Props = {
  readonly faults: readonly (Omit<RowFault, 'value'> & { readonly value?: string })[];
  readonly label: string;
};

const mostShown = 200;

const words: Readonly<Record<string, string>> = {
  unreadable: 'cannot be read',
  not_an_instant: 'is not a day or time as the others are written',
  in_future: 'has not happened yet',
  unknown_outcome: 'is no outcome that the map names',
  not_an_amount: 'is not an amount',
  no_time: 'nothing says when it came',
  out_of_order: 'was before what has to come first',
  required: 'is missing',
  too_long: 'is too long',
  not_email: 'is not an e-mail address',
  not_option: 'is not one of the options',
  not_number: 'is not a number',
};

export function RowFaults({ faults, label }: Props) {
  const shown = faults.slice(0, mostShown);
  return (
    <>
      <ul className="max-h-72 space-y-1 overflow-y-auto text-sm" tabIndex={0} aria-label={label}>
        {shown.map((fault, index) => (
          <li key={index} className="flex gap-3">
            <span className="w-20 shrink-0 text-soft tabular-nums">
              Line {fault.line.toLocaleString('en')}
            </span>
            <span className="wrap-anywhere">{faultInWords(fault)}</span>
          </li>
        ))}
      </ul>
      {faults.length > mostShown && (
        <p className="mt-2 text-sm text-soft">And {(faults.length - mostShown).toLocaleString('en')} more.</p>
      )}
    </>
  );
}

function faultInWords({ column, code, value }: Props['faults'][number]): string {
  const says = words[code] ?? `is refused (${code})`;
  const what = value ? `“${value}”` : '';
  if (code === 'no_time') return 'Nothing says when it came';
  if (column === null) return `${what || 'It'} ${says}`;
  return `${column}: ${what || 'it'} ${says}`;
}

// One change: when, who, what; and how it was before and is after, for whoever opens it.
import { Link } from '@tanstack/react-router';
import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { ChangePlace } from './change-place.tsx';
import { authorInWords, changeInWords } from './change-words.ts';
import type { Change } from './changes-query.ts';
import { readChangesSearch } from './changes-search.ts';
import { differences, type Line } from './differences.ts';

type Props = { readonly change: Change; readonly names: ReadonlyMap<string, string> };

const time = new Intl.DateTimeFormat('en', { timeStyle: 'short' });
const full = new Intl.DateTimeFormat('en', { dateStyle: 'full', timeStyle: 'medium' });

export function ChangeRow({ change, names }: Props) {
  const { at, author, subject, before, after } = change;
  const lines = differences(before, after);
  return (
    <li className="border-t border-line first:border-t-0">
      <details className="group">
        <summary className="flex cursor-pointer list-none gap-x-4 rounded-card px-4 py-2.5 hover:bg-ink/3 max-md:flex-wrap md:px-6 [&::-webkit-details-marker]:hidden">
          <time
            dateTime={at}
            title={full.format(new Date(at))}
            className="shrink-0 text-sm text-soft tabular-nums max-md:w-full md:w-18 md:pt-px"
          >
            {time.format(new Date(at))}
          </time>
          <span className="min-w-0 flex-1 break-words">
            <span className="font-medium">{authorInWords(author, names)}</span> {changeInWords(change)}
          </span>
          <ChevronRight
            size={16}
            aria-hidden="true"
            className="mt-0.5 shrink-0 text-soft transition-transform group-open:rotate-90 motion-reduce:transition-none"
          />
        </summary>
        <div className="px-4 pb-3 md:pr-6 md:pl-28">
          {lines.length > 0 && <Differences lines={lines} />}
          <p className="mt-2 flex flex-wrap gap-x-4 gap-y-1 text-sm">
            <ChangePlace change={change} />
            <Narrowed by={{ author }}>All by the same author</Narrowed>
            {subject !== '' && <Narrowed by={{ subject }}>All about the same thing</Narrowed>}
          </p>
        </div>
      </details>
    </li>
  );
}

function Narrowed({ by, children }: { readonly by: object; readonly children: ReactNode }) {
  return (
    <Link
      to="/changes"
      search={(here) => ({ ...readChangesSearch(here), ...by })}
      className="text-accent underline"
    >
      {children}
    </Link>
  );
}

function Differences({ lines }: { readonly lines: readonly Line[] }) {
  return (
    <table className="w-full table-fixed text-sm">
      <thead className="text-left text-soft">
        <tr>
          <th scope="col" className="w-1/4 py-1 pr-3 font-normal">
            What
          </th>
          <th scope="col" className="py-1 pr-3 font-normal">
            Before
          </th>
          <th scope="col" className="py-1 font-normal">
            After
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ what, before, after }) => (
          <tr key={what} className="border-t border-line align-top">
            <th scope="row" className="py-1 pr-3 text-left font-normal break-words text-soft">
              {what || 'all of it'}
            </th>
            <Value said={before} />
            <Value said={after} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Value({ said }: { readonly said: string | null }) {
  return (
    <td className="py-1 pr-3 break-words whitespace-pre-line last:pr-0">
      {said === null ? <span className="text-soft">–</span> : said}
    </td>
  );
}

// The rows in sight, as a table at a desk and as cards on a phone; more are asked for as one comes near the end.
import { useEffect, useRef } from 'react';
import { Button } from '../parts/button.tsx';
import { countInWords } from '../parts/share.ts';
import { useMedia } from '../parts/use-media.ts';
import type { InboxRow, Told } from './inbox-rows.ts';
import type { InboxSearch } from './inbox-search.ts';
import { Card, TableRow } from './lead-rows.tsx';
import { useAnchor, useCursorInSight } from './use-reading-place.ts';
import { useVisible } from './use-visible.ts';

type Props = {
  readonly told: Told;
  readonly search: InboxSearch;
  readonly cursor: string | null;
  readonly selected: ReadonlySet<string>;
  /** A lead is open beside the list. */
  readonly isNarrow: boolean;
  readonly onCursor: (id: string) => void;
  readonly onSelect: (id: string, to: boolean) => void;
  readonly askFrom: (from: number) => void;
};

export function LeadList({ told, search, cursor, selected, isNarrow, onCursor, onSelect, askFrom }: Props) {
  const { rows, more, revision } = told;
  const isDesk = useMedia('(min-width: 768px)');
  const height = isDesk ? 48 : 96;
  const place = useRef<HTMLDivElement>(null);
  const { from, until } = useVisible(place, height, rows.length);
  const above = useAnchor(place, rows, height, cursor);
  useEffect(() => {
    if (more && until > rows.length - 30) askFrom(rows.length);
  }, [more, until, rows.length, askFrom]);
  // The first page is kept up with anyway; what is in sight further down, when something has changed.
  const sight = useRef(0);
  useEffect(() => {
    sight.current = from;
  });
  useEffect(() => {
    if (sight.current > 80) askFrom(sight.current);
  }, [revision, askFrom]);
  useCursorInSight(place, rows, cursor, height);
  const shown = rows.slice(from, until);
  const common = (row: InboxRow) => ({
    row,
    search,
    isCursor: row.id === cursor,
    isSelected: selected.has(row.id),
    isNarrow,
    onCursor,
    onSelect,
  });
  return (
    <div className="relative min-h-0 flex-1">
      {above.count > 0 && (
        <div className="absolute inset-x-0 top-2 z-10 flex justify-center">
          <Button size="small" look="main" onClick={above.show}>
            {above.count === 1 ? '1 new lead' : `${countInWords(above.count)} new leads`}
          </Button>
        </div>
      )}
      <div ref={place} className="h-full overflow-y-auto" data-leads>
        {isDesk ? (
          <table className="w-full table-fixed border-collapse" aria-rowcount={more ? -1 : rows.length + 1}>
            <caption className="sr-only">Leads</caption>
            <thead className="sticky top-0 z-1 bg-ground text-left text-xs text-soft">
              <tr className="h-8 shadow-[inset_0_-1px_var(--line)]">
                <th scope="col" className="w-12 pl-4 md:pl-6">
                  <span className="sr-only">Selected</span>
                </th>
                <th scope="col" className="pl-1 font-medium">
                  Lead
                </th>
                <th scope="col" className="w-28 font-medium">
                  Score
                </th>
                <th scope="col" className="w-38 font-medium">
                  Deadline
                </th>
                {!isNarrow && (
                  <>
                    <th scope="col" className="w-42 font-medium">
                      Stage
                    </th>
                    <th scope="col" className="w-36 font-medium max-xl:hidden">
                      Owner
                    </th>
                    <th scope="col" className="w-34 font-medium max-xl:hidden">
                      Source
                    </th>
                    <th scope="col" className="w-30 pr-6 text-right font-medium max-lg:hidden">
                      Came
                    </th>
                  </>
                )}
              </tr>
            </thead>
            <tbody>
              <Space height={from * height} columns={isNarrow ? 4 : 8} />
              {shown.map((row, index) => (
                <TableRow key={row.id} {...common(row)} index={from + index + 2} />
              ))}
              <Space height={(rows.length - from - shown.length) * height} columns={isNarrow ? 4 : 8} />
            </tbody>
          </table>
        ) : (
          <>
            <div style={{ height: from * height }} />
            <ul aria-label="Leads">
              {shown.map((row) => (
                <Card key={row.id} {...common(row)} />
              ))}
            </ul>
            <div style={{ height: (rows.length - from - shown.length) * height }} />
          </>
        )}
      </div>
    </div>
  );
}

function Space({ height, columns }: { readonly height: number; readonly columns: number }) {
  if (height <= 0) return null;
  return (
    <tr aria-hidden="true">
      <td colSpan={columns} style={{ height }} />
    </tr>
  );
}

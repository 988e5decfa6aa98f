// The rows in sight, as a table at a desk and as cards on a phone; more are asked for as one comes near the end. When
// something changes above what somebody reads, what they read stays where it is.
import { Link } from '@tanstack/react-router';
import { useEffect, useLayoutEffect, useRef, useState, type Ref } from 'react';
import { Ago } from '../parts/ago.tsx';
import { Button } from '../parts/button.tsx';
import { classes } from '../parts/classes.ts';
import { countInWords } from '../parts/share.ts';
import { Tag } from '../parts/state.tsx';
import { useMedia } from '../parts/use-media.ts';
import { DeadlineRing } from './deadline-ring.tsx';
import { indexOf, type InboxRow, type Told } from './inbox-rows.ts';
import type { InboxSearch } from './inbox-search.ts';
import { stageOf, tierName } from './stage-words.ts';
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

type RowProps = {
  readonly row: InboxRow;
  readonly search: InboxSearch;
  readonly isCursor: boolean;
  readonly isSelected: boolean;
  readonly isNarrow: boolean;
  readonly onCursor: (id: string) => void;
  readonly onSelect: (id: string, to: boolean) => void;
};

function TableRow({
  row,
  search,
  isCursor,
  isSelected,
  isNarrow,
  onCursor,
  onSelect,
  index,
}: RowProps & { readonly index: number }) {
  const stage = stageOf(row);
  return (
    <tr
      aria-rowindex={index}
      className={classes(
        'relative h-12 border-b border-line/60 hover:bg-ink/3',
        isSelected ? 'bg-tint' : isCursor && 'bg-ink/5 shadow-[inset_2px_0_var(--accent)]',
      )}
    >
      <td className="pl-4 md:pl-6">
        <Selecting row={row} isSelected={isSelected} onSelect={onSelect} />
      </td>
      <td className="truncate pr-4 pl-1">
        <LeadLink row={row} search={search} onCursor={onCursor} />
        <span className="ml-2 text-soft">{row.company}</span>
      </td>
      <td className="truncate pr-2">
        <Score row={row} />
      </td>
      <td className="truncate pr-2 text-sm">{row.handoff && <DeadlineRing handoff={row.handoff} />}</td>
      {!isNarrow && (
        <>
          <td className="truncate pr-2">
            <Tag tone={stage.tone}>{stage.words}</Tag>
          </td>
          <td className="truncate pr-2 text-sm max-xl:hidden">
            {row.owner?.name ?? <span className="text-soft">Nobody</span>}
          </td>
          <td className="truncate pr-2 text-sm text-soft max-xl:hidden">{row.source ?? ''}</td>
          <td className="truncate pr-6 text-right text-sm text-soft tabular-nums max-lg:hidden">
            <Ago at={row.createdAt} />
          </td>
        </>
      )}
    </tr>
  );
}

function Card({ row, search, isCursor, isSelected, onCursor, onSelect }: RowProps) {
  const stage = stageOf(row);
  return (
    <li
      className={classes(
        'relative flex h-24 items-start gap-3 overflow-hidden border-b border-line px-4 py-3',
        isSelected ? 'bg-tint' : isCursor && 'bg-ink/4',
      )}
    >
      <div className="pt-0.5">
        <Selecting row={row} isSelected={isSelected} onSelect={onSelect} />
      </div>
      <div className="min-w-0 flex-1">
        <p className="truncate">
          <LeadLink row={row} search={search} onCursor={onCursor} />
        </p>
        <p className="truncate text-sm text-soft">{row.company || row.email}</p>
        <div className="mt-1 flex items-center justify-between gap-2 text-sm">
          {row.handoff ? <DeadlineRing handoff={row.handoff} /> : <Tag tone={stage.tone}>{stage.words}</Tag>}
          <span className="truncate text-soft">{row.owner?.name ?? ''}</span>
        </div>
      </div>
      <Score row={row} />
    </li>
  );
}

function Score({ row }: { readonly row: InboxRow }) {
  if (row.total === null) return <span className="text-sm text-soft">Not judged</span>;
  return (
    <span className="inline-flex items-baseline gap-2">
      <span className="w-7 text-right font-semibold tabular-nums">{row.total}</span>
      <span className="text-sm text-soft">{row.tier === null ? '' : tierName(row.tier)}</span>
    </span>
  );
}

function LeadLink({ row, search, onCursor }: Pick<RowProps, 'row' | 'search' | 'onCursor'>) {
  return (
    <Link
      to="/inbox/$lead"
      params={{ lead: row.id }}
      search={search}
      preload={false}
      data-lead={row.id}
      onFocus={() => onCursor(row.id)}
      className="font-medium after:absolute after:inset-0"
    >
      {row.name}
    </Link>
  );
}

function Selecting({ row, isSelected, onSelect }: Pick<RowProps, 'row' | 'isSelected' | 'onSelect'>) {
  return (
    <input
      type="checkbox"
      aria-label={`Select ${row.name}`}
      checked={isSelected}
      onChange={({ target }) => onSelect(row.id, target.checked)}
      // Above the link, which is all over the row.
      className="relative z-1 block size-4 accent-accent"
    />
  );
}

/** Keeps what is read where it is, and counts what has come in above it meanwhile. */
function useAnchor(
  place: Ref<HTMLDivElement> & { readonly current: HTMLDivElement | null },
  rows: readonly InboxRow[],
  height: number,
  cursor: string | null,
): { readonly count: number; readonly show: () => void } {
  const before = useRef(rows);
  const [count, setCount] = useState(0);
  useLayoutEffect(() => {
    const element = place.current;
    const old = before.current;
    before.current = rows;
    if (element === null || old === rows) return;
    const first = Math.floor(element.scrollTop / height);
    // At the top with nothing in hand, one sees what comes in.
    if (first === 0 && indexOf(old, cursor) <= 0) return;
    const anchor = old.slice(first).find(({ id }) => indexOf(rows, id) >= 0);
    if (anchor === undefined) return;
    const moved = indexOf(rows, anchor.id) - indexOf(old, anchor.id);
    if (moved === 0) return;
    element.scrollTop += moved * height;
    if (moved > 0) setCount((known) => known + moved);
  }, [place, rows, height, cursor]);
  useEffect(() => {
    const element = place.current;
    if (element === null) return undefined;
    const look = (): void => {
      if (element.scrollTop < height) setCount(0);
    };
    element.addEventListener('scroll', look, { passive: true });
    return () => element.removeEventListener('scroll', look);
  }, [place, height]);
  return {
    count,
    show: () => {
      setCount(0);
      place.current?.scrollTo({ top: 0 });
    },
  };
}

/** Where the keys have gone, one looks. */
function useCursorInSight(
  place: { readonly current: HTMLDivElement | null },
  rows: readonly InboxRow[],
  cursor: string | null,
  height: number,
): void {
  const latest = useRef(rows);
  useEffect(() => {
    latest.current = rows;
  });
  useLayoutEffect(() => {
    const element = place.current;
    const index = indexOf(latest.current, cursor);
    if (element === null || index < 0) return;
    const top = index * height;
    const head = 32;
    if (top < element.scrollTop) element.scrollTop = top;
    else if (top + height + head > element.scrollTop + element.clientHeight) {
      element.scrollTop = top + height + head - element.clientHeight;
    }
  }, [place, cursor, height]);
}

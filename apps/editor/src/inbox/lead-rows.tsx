// One lead of the list: a row of the table at a desk, a card on a phone. All of it is a link; the box lies above that.
import { useDraggable } from '@dnd-kit/react';
import { Link } from '@tanstack/react-router';
import { Ago } from '../parts/ago.tsx';
import { classes } from '../parts/classes.ts';
import { Tag } from '../parts/state.tsx';
import { DeadlineRing } from './deadline-ring.tsx';
import type { InboxRow } from './inbox-rows.ts';
import type { InboxSearch } from './inbox-search.ts';
import { stageOf, tierName } from './stage-words.ts';

type RowProps = {
  readonly row: InboxRow;
  readonly search: InboxSearch;
  readonly isCursor: boolean;
  readonly isSelected: boolean;
  readonly isNarrow: boolean;
  readonly onCursor: (id: string) => void;
  readonly onSelect: (id: string, to: boolean) => void;
};

export function TableRow({
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
  const { ref, isDragSource } = useDraggable({ id: row.id });
  return (
    <tr
      ref={ref}
      aria-rowindex={index}
      className={classes(
        'relative h-12 border-b border-line/60 hover:bg-ink/3',
        isDragSource && 'opacity-40',
        isSelected ? 'bg-tint' : isCursor && 'bg-ink/5 shadow-[inset_2px_0_var(--accent)]',
      )}
    >
      <td className="pl-4 md:pl-6">
        <Selecting row={row} isSelected={isSelected} onSelect={onSelect} />
      </td>
      <td className="truncate pr-4 pl-1">
        <LeadLink row={row} search={search} onCursor={onCursor} />
        <PastTag row={row} />
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

export function Card({ row, search, isCursor, isSelected, onCursor, onSelect }: RowProps) {
  const stage = stageOf(row);
  return (
    <li
      className={classes(
        'relative flex h-24 items-start gap-3 overflow-hidden border-b border-line px-4 py-3',
        isSelected ? 'bg-tint' : isCursor && 'bg-ink/4',
      )}
    >
      {/* A thumb that misses the box would open the lead. */}
      <label className="relative z-1 -m-3 flex size-11 shrink-0 items-center justify-center pt-1">
        <Selecting row={row} isSelected={isSelected} onSelect={onSelect} />
      </label>
      <div className="min-w-0 flex-1">
        <p className="truncate">
          <LeadLink row={row} search={search} onCursor={onCursor} />
        </p>
        <p className="truncate text-sm text-soft">
          {row.company || row.email}
          <PastTag row={row} />
        </p>
        <div className="mt-1 flex items-center justify-between gap-2 text-sm">
          {row.handoff ? <DeadlineRing handoff={row.handoff} /> : <Tag tone={stage.tone}>{stage.words}</Tag>}
          <span className="truncate text-soft">{row.owner?.name ?? ''}</span>
        </div>
      </div>
      <Score row={row} />
    </li>
  );
}

/** Who was brought in with their past, and has not come since. */
function PastTag({ row: { forms } }: { readonly row: InboxRow }) {
  if (forms.length !== 1 || forms[0] !== 'origin:history') return null;
  return (
    <span className="ml-2" title="Brought in with its past">
      <Tag>Past</Tag>
    </span>
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
      // The row is dragged, not its address.
      draggable={false}
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

// The views of the inbox: those that everybody has, with how many stand in each, and one's own.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { BookmarkPlus, TriangleAlert, X } from 'lucide-react';
import { useState } from 'react';
import { Button, IconButton } from '../parts/button.tsx';
import { classes } from '../parts/classes.ts';
import { Dialog } from '../parts/dialog.tsx';
import { TextField } from '../parts/field.tsx';
import { countInWords } from '../parts/share.ts';
import { goneIn } from './gone.ts';
import type { Told } from './inbox-rows.ts';
import { narrowed, queryOf, viewNames, type InboxSearch, type ViewName } from './inbox-search.ts';
import { searchOf, useKeepViews } from './own-views.ts';
import { choicesQuery } from './use-inbox.ts';

type Props = {
  readonly search: InboxSearch;
  readonly usual: ViewName;
  readonly told: Told | undefined;
};

const names = ['mine', 'unanswered', 'overdue', 'open', 'accepted', 'everything'] as const;

export function ViewTabs({ search, usual, told }: Props) {
  const own = told?.views ?? [];
  const [isNaming, setNaming] = useState(false);
  const keep = useKeepViews();
  const { data: choices } = useQuery(choicesQuery);
  const here = queryOf(search, usual);
  const isOwn = own.some((view) => queryOf(searchOf(view), usual) === here);
  return (
    <nav
      aria-label="Views"
      className="flex min-w-0 items-center gap-1 overflow-x-auto px-4 pt-1 pb-3 md:px-6"
    >
      {names.map((name) => (
        <Tab
          key={name}
          search={{ view: name }}
          isHere={!isOwn && (search.view ?? usual) === name}
          name={viewNames[name]}
          count={told?.counts[name]}
          isBad={name === 'overdue'}
        />
      ))}
      {own.map((view) => {
        const isHere = queryOf(searchOf(view), usual) === here;
        return (
          <span key={view.name} className="flex items-center">
            <Tab
              search={searchOf(view)}
              isHere={isHere}
              name={view.name}
              isBroken={goneIn(searchOf(view), choices).length > 0}
            />
            {isHere && (
              <IconButton
                size="small"
                label={`Remove the view ${view.name}`}
                onClick={() => keep.mutate(own.filter((one) => one !== view))}
              >
                <X size={14} aria-hidden="true" />
              </IconButton>
            )}
          </span>
        );
      })}
      {!isOwn && (narrowed(search).length > 0 || search.sort !== undefined) && (
        <Button
          size="small"
          look="quiet"
          icon={<BookmarkPlus size={15} aria-hidden="true" />}
          onClick={() => setNaming(true)}
        >
          Keep as a view
        </Button>
      )}
      {isNaming && (
        <NameView
          taken={own.map(({ name }) => name)}
          onClose={() => setNaming(false)}
          onName={(name) => {
            keep.mutate([...own, { name, search: here }]);
            setNaming(false);
          }}
        />
      )}
    </nav>
  );
}

type TabProps = {
  readonly search: InboxSearch;
  readonly isHere: boolean;
  readonly name: string;
  readonly count?: number | undefined;
  readonly isBad?: boolean;
  /** It asks for somebody who is gone. */
  readonly isBroken?: boolean;
};

function Tab({ search, isHere, name, count, isBad = false, isBroken = false }: TabProps) {
  return (
    <Link
      to="/inbox"
      search={search}
      aria-current={isHere ? 'page' : undefined}
      className={classes(
        'flex h-8 shrink-0 items-center gap-2 rounded-control px-2.5 whitespace-nowrap hover:bg-ink/6',
        isHere ? 'bg-ink/8 font-medium text-ink' : 'text-soft',
      )}
      activeProps={{ 'aria-current': isHere ? 'page' : undefined }}
    >
      {name}
      {isBroken && <TriangleAlert size={14} className="text-warn" role="img" aria-label="finds nothing" />}
      {count !== undefined && (
        <span
          className={classes(
            'text-sm tabular-nums',
            isBad && count > 0 ? 'font-medium text-bad' : 'text-soft',
          )}
        >
          {countInWords(count)}
        </span>
      )}
    </Link>
  );
}

type NameProps = {
  readonly taken: readonly string[];
  readonly onClose: () => void;
  readonly onName: (name: string) => void;
};

function NameView({ taken, onClose, onName }: NameProps) {
  const [name, setName] = useState('');
  const wanted = name.trim();
  const isTaken = taken.includes(wanted);
  return (
    <Dialog
      open
      onClose={onClose}
      title="Keep as a view"
      description="The filters and the order as they are now, for you alone."
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="main" disabled={wanted === '' || isTaken} onClick={() => onName(wanted)}>
            Keep
          </Button>
        </>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (wanted !== '' && !isTaken) onName(wanted);
        }}
      >
        <TextField
          label="Name"
          value={name}
          maxLength={40}
          autoFocus
          error={isTaken ? 'There is a view of this name.' : undefined}
          onChange={(event) => setName(event.target.value)}
        />
      </form>
    </Dialog>
  );
}

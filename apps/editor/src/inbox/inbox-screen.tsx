// The inbox: who waits for whom, and until when. The list stays while a lead is open beside it.
import { useSuspenseQuery } from '@tanstack/react-query';
import { Outlet, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { Keyboard } from 'lucide-react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { Button, IconButton } from '../parts/button.tsx';
import { classes } from '../parts/classes.ts';
import { Empty, Failed, Loading } from '../parts/state.tsx';
import { useSay } from '../parts/toast.tsx';
import { meQuery } from '../server/queries.ts';
import { AddMenu } from './adding/add-menu.tsx';
import { AssignDialog } from './assign-dialog.tsx';
import { BulkBar } from './bulk-bar.tsx';
import { DragLeads } from './drag-leads.tsx';
import { FilterBar } from './filter-bar.tsx';
import { GoneNote } from './gone-note.tsx';
import { indexOf, type InboxRow, type Told } from './inbox-rows.ts';
import { narrowed, queryOf, type InboxSearch, type ViewName } from './inbox-search.ts';
import { KeysDialog } from './keys-dialog.tsx';
import { LeadList } from './lead-list.tsx';
import { RejectDialog } from './reject-dialog.tsx';
import { useAssign, type Held, type Taker } from './use-assign.ts';
import { useInbox } from './use-inbox.ts';
import { useInboxKeys } from './use-inbox-keys.ts';
import { useVerdict, type Waiting } from './use-lead-actions.ts';
import { ViewTabs } from './view-tabs.tsx';

export function InboxScreen() {
  const { data: me } = useSuspenseQuery(meQuery);
  const search: InboxSearch = useSearch({ from: '/shell/inbox' });
  const { lead: open = null } = useParams({ strict: false });
  const usual: ViewName = me.actor.role === 'sales' ? 'mine' : 'unanswered';
  const query = queryOf(search, usual);
  const inbox = useInbox(query);
  const mayWrite = me.rights.includes('leads.write');
  const rows = inbox.data?.rows ?? [];
  const { cursor, setCursor } = useCursor(rows, query);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [rejecting, setRejecting] = useState<readonly Waiting[]>([]);
  const [assigning, setAssigning] = useState<readonly Held[]>([]);
  const [areKeysShown, setKeysShown] = useState(false);
  const searchBox = useRef<HTMLInputElement>(null);
  const navigate = useNavigate();
  const say = useSay();
  const verdict = useVerdict();
  const assign = useAssign();

  const load = inbox.askFrom;
  const askFrom = useCallback((from: number) => void load(from), [load]);

  /** What is acted on: the selected, else the open one, else where one is. */
  const meant = (): readonly InboxRow[] => {
    if (selected.size > 0) return rows.filter(({ id }) => selected.has(id));
    const row = rows[indexOf(rows, open ?? cursor)];
    return row === undefined ? [] : [row];
  };
  const act = (kind: 'accept' | 'reject'): void => {
    const leads = meant();
    const all = waitingOf(leads);
    // What is on its way is not sent twice: a key pressed twice is no second verdict.
    const underWay = verdict.isPending ? verdict.variables.leads.map(({ handoff }) => handoff) : [];
    const waiting = all.filter(({ handoff }) => !underWay.includes(handoff));
    if (!mayWrite || leads.length === 0 || (all.length > 0 && waiting.length === 0)) return;
    if (waiting.length === 0) {
      say(
        leads.length === 1
          ? `${leads[0]?.name ?? ''} waits for no answer`
          : 'None of them waits for an answer',
      );
      return;
    }
    if (kind === 'reject') {
      setRejecting(waiting);
      return;
    }
    verdict.mutate({ leads: waiting, verdict: { kind: 'accepted' } });
    setSelected(new Set());
  };
  const giveAway = (): void => {
    const leads = heldOf(meant());
    if (mayWrite && leads.length > 0) setAssigning(leads);
  };
  const give = (leads: readonly Held[], taker: Taker): void => {
    assign.mutate({ leads, taker });
    setAssigning([]);
    setSelected(new Set());
  };
  const draggedBy = (id: string): readonly Held[] =>
    heldOf(rows.filter((row) => (selected.has(id) ? selected.has(row.id) : row.id === id)));
  const select = (id: string, to: boolean): void => {
    const next = new Set(selected);
    if (to) next.add(id);
    else next.delete(id);
    setSelected(next);
  };
  useInboxKeys({
    move: (by) => {
      // What is open may have left the list; then one goes to what has taken its place.
      const hasLeft = open !== null && indexOf(rows, open) < 0;
      const at = indexOf(rows, hasLeft ? cursor : (open ?? cursor));
      const row = rows[at < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, hasLeft ? at : at + by))];
      if (row === undefined) return;
      setCursor(row.id);
      if (open !== null) {
        void navigate({ to: '/inbox/$lead', params: { lead: row.id }, search, replace: true });
      } else focusRow(row.id);
    },
    select: () => {
      if (cursor !== null) select(cursor, !selected.has(cursor));
    },
    accept: () => act('accept'),
    reject: () => act('reject'),
    assign: giveAway,
    search: () => searchBox.current?.focus(),
    help: () => setKeysShown(true),
    leave: () => {
      if (open !== null) {
        void navigate({ to: '/inbox', search });
        focusRow(open);
      } else setSelected(new Set());
    },
  });

  return (
    <div className="flex h-[calc(100dvh-57px)] min-w-0 md:h-dvh">
      <title>Inbox · Baton</title>
      <div className={classes('relative flex min-w-0 flex-1 flex-col', open !== null && 'max-lg:hidden')}>
        <div className="flex items-center justify-between gap-4 px-4 pt-4 pb-1 md:px-6 md:pt-6">
          <h1 className="text-2xl font-semibold tracking-tight">Inbox</h1>
          <div className="flex items-center gap-2">
            <IconButton label="Keys" onClick={() => setKeysShown(true)} className="max-md:hidden">
              <Keyboard size={17} aria-hidden="true" />
            </IconButton>
            {mayWrite && <AddMenu />}
          </div>
        </div>
        <ViewTabs search={search} usual={usual} told={inbox.data} />
        <FilterBar search={search} usual={usual} searchBox={searchBox} />
        <GoneNote search={search} usual={usual} told={inbox.data} />
        {inbox.isPending && <Loading lines={8} label="Loading leads" />}
        {inbox.isError && inbox.data === undefined && (
          <Failed error={inbox.error} again={() => void inbox.refetch()} />
        )}
        {inbox.isError && inbox.data !== undefined && (
          <p role="status" className="bg-warn/12 px-6 py-1.5 text-sm text-warn">
            Baton cannot be reached; this is what it told last.
          </p>
        )}
        {inbox.data !== undefined &&
          (rows.length === 0 ? (
            <Nothing search={search} usual={usual} told={inbox.data} />
          ) : (
            <DragLeads mayWrite={mayWrite} leadsOf={draggedBy} onGive={give}>
              <LeadList
                key={query}
                told={inbox.data}
                search={search}
                cursor={indexOf(rows, open) < 0 ? cursor : open}
                selected={selected}
                isNarrow={open !== null}
                onCursor={setCursor}
                onSelect={select}
                askFrom={askFrom}
              />
            </DragLeads>
          ))}
        {selected.size > 0 && (
          <BulkBar
            count={selected.size}
            mayWrite={mayWrite}
            onAccept={() => act('accept')}
            onReject={() => act('reject')}
            onAssign={giveAway}
            onClear={() => setSelected(new Set())}
          />
        )}
      </div>
      <Outlet />
      {rejecting.length > 0 && (
        <RejectDialog
          leads={rejecting}
          onClose={() => setRejecting([])}
          onReject={(given) => {
            verdict.mutate({ leads: rejecting, verdict: given });
            setRejecting([]);
            setSelected(new Set());
          }}
        />
      )}
      {assigning.length > 0 && (
        <AssignDialog
          leads={assigning}
          onClose={() => setAssigning([])}
          onAssign={(taker) => give(assigning, taker)}
        />
      )}
      {areKeysShown && <KeysDialog onClose={() => setKeysShown(false)} />}
    </div>
  );
}

function waitingOf(leads: readonly InboxRow[]): readonly Waiting[] {
  return leads.flatMap(({ handoff, name }) => (handoff === null ? [] : [{ handoff: handoff.id, name }]));
}

function heldOf(leads: readonly InboxRow[]): readonly Held[] {
  return leads.map(({ id, name, owner }) => ({ lead: id, name, owner: owner?.email ?? null }));
}

function focusRow(id: string): void {
  const focus = (): boolean => {
    const link = document.querySelector(`[data-lead="${CSS.escape(id)}"]`);
    if (!(link instanceof HTMLElement)) return false;
    link.focus({ preventScroll: true });
    return true;
  };
  // It may have to be drawn first.
  if (!focus()) requestAnimationFrame(focus);
}

/** Where the keys are. When the lead there leaves the list, they are at what has taken its place. */
function useCursor(rows: readonly InboxRow[], query: string) {
  const [cursor, setCursor] = useState<string | null>(null);
  const at = useRef(0);
  const index = indexOf(rows, cursor);
  useEffect(() => {
    if (index >= 0) at.current = index;
    else if (cursor !== null && rows.length > 0) {
      const next = rows[Math.min(at.current, rows.length - 1)]?.id ?? null;
      const had = document.activeElement === document.body;
      setCursor(next);
      if (next !== null && had) focusRow(next);
    }
  }, [cursor, index, rows]);
  useEffect(() => setCursor(null), [query]);
  return { cursor, setCursor };
}

type NothingProps = { readonly search: InboxSearch; readonly usual: ViewName; readonly told: Told };

function Nothing({ search, usual, told }: NothingProps) {
  const navigate = useNavigate();
  if (told.counts.everything === 0) {
    return (
      <Empty title="No lead has come yet">
        Whoever sends a form stands here within a second, with the reasons and a deadline. Nothing has to be
        reloaded.
      </Empty>
    );
  }
  if (narrowed(search).length > 0) {
    return (
      <Empty
        title="No lead is like that"
        action={
          <Button
            onClick={() =>
              void navigate({ to: '/inbox', search: search.view === undefined ? {} : { view: search.view } })
            }
          >
            Take search and filters away
          </Button>
        }
      />
    );
  }
  const view = search.view ?? usual;
  const words: Readonly<Record<ViewName, string>> = {
    mine: 'Nothing is in your hands',
    unanswered: 'Everybody has been answered',
    overdue: 'Nothing is overdue',
    open: 'Nothing is open',
    accepted: 'Nothing is accepted',
    everything: 'No lead has come yet',
  };
  return (
    <Empty
      title={words[view]}
      action={
        <Button onClick={() => void navigate({ to: '/inbox', search: { view: 'everything' } })}>
          Show everything
        </Button>
      }
    >
      What comes in next appears here by itself.
    </Empty>
  );
}

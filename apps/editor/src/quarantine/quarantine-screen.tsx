// The quarantine: what looks like a machine's, why, and what becomes of it. Nothing here is ever lost.
import { useInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useRef, type ReactNode } from 'react';
import { Button } from '../parts/button.tsx';
import { Empty, Failed, Loading } from '../parts/state.tsx';
import { useKeys } from '../parts/use-keys.ts';
import { meQuery } from '../server/queries.ts';
import { LearntList } from './learnt-list.tsx';
import { suspectsQuery } from './queries.ts';
import type { QuarantineSearch } from './quarantine-search.ts';
import { SuspectRow } from './suspect-row.tsx';
import { useLook, type Looking } from './use-look.ts';

export function QuarantineScreen() {
  const { data: me } = useSuspenseQuery(meQuery);
  const { show }: QuarantineSearch = useSearch({ from: '/shell/quarantine' });
  const mayWrite = me.rights.includes('leads.write');
  return (
    <div className="mx-auto max-w-240 px-4 py-6 md:px-8 md:py-8">
      <title>Quarantine · Baton</title>
      <h1 className="text-2xl font-semibold tracking-tight">Quarantine</h1>
      <p className="mt-1 max-w-160 text-soft">
        What looks like a machine’s is put aside, never dropped. Release it, and it goes on as it came, when
        it came.
      </p>
      <nav aria-label="Parts of the quarantine" className="mt-4 mb-3 flex gap-1">
        <Tab search={{}}>To look at</Tab>
        <Tab search={{ show: 'confirmed' }}>Confirmed</Tab>
        <Tab search={{ show: 'learnt' }}>Learnt</Tab>
      </nav>
      <div className="rounded-card border border-line bg-card">
        {show === 'learnt' ? (
          <LearntList mayWrite={mayWrite} />
        ) : (
          <Suspects key={show ?? 'no'} looked={show ?? 'no'} mayWrite={mayWrite} />
        )}
      </div>
    </div>
  );
}

function Tab({ search, children }: { readonly search: QuarantineSearch; readonly children: ReactNode }) {
  return (
    <Link
      to="/quarantine"
      search={search}
      activeOptions={{ exact: true, includeSearch: true }}
      className="flex h-8 items-center rounded-control px-2.5 text-soft hover:bg-ink/6 hover:text-ink"
      activeProps={{ className: 'bg-ink/6 text-ink font-medium' }}
    >
      {children}
    </Link>
  );
}

type SuspectsProps = { readonly looked: 'no' | 'confirmed'; readonly mayWrite: boolean };

function Suspects({ looked, mayWrite }: SuspectsProps) {
  const list = useInfiniteQuery(suspectsQuery(looked));
  const next = useRef<HTMLElement>(undefined);
  const look = useLook(() => next.current?.focus());
  const suspects = list.data?.pages.flatMap(({ submissions }) => submissions) ?? [];
  const onLook = (looking: Looking): void => {
    // What is under way is not done twice; another one need not wait for it.
    const isUnderWay = look.isPending && look.variables.submission === looking.submission;
    if (!mayWrite || isUnderWay) return;
    // Whoever works by keys goes on with the next one.
    next.current = neighbour(1) ?? neighbour(-1);
    look.mutate(looking);
  };
  const lookAtHere = (as: Looking['as']): void => {
    const { suspect: submission, name } = here()?.dataset ?? {};
    if (submission !== undefined && name !== undefined) onLook({ submission, name, as });
  };
  const down = (): void => (here() === null ? rows()[0] : neighbour(1))?.focus();
  const up = (): void => neighbour(-1)?.focus();
  useKeys({
    j: down,
    ArrowDown: down,
    k: up,
    ArrowUp: up,
    r: () => lookAtHere('release'),
    ...(looked === 'no' ? { c: () => lookAtHere('confirm') } : {}),
    o: () => here()?.querySelector('summary')?.click(),
  });
  if (list.isPending) return <Loading lines={6} label="Loading what was put aside" />;
  if (list.isError && suspects.length === 0)
    return <Failed error={list.error} again={() => void list.refetch()} />;
  if (suspects.length === 0) {
    return looked === 'no' ? (
      <Empty title="Nothing waits here">
        Whatever looks like a machine’s is put aside here, with the reasons.
      </Empty>
    ) : (
      <Empty title="Nothing is confirmed">What you confirm is kept here, and may still be released.</Empty>
    );
  }
  return (
    <>
      <ul aria-label="Put aside">
        {suspects.map((suspect) => (
          <SuspectRow
            key={suspect.id}
            suspect={suspect}
            mayWrite={mayWrite}
            doing={look.isPending && look.variables.submission === suspect.id ? look.variables.as : null}
            onLook={onLook}
          />
        ))}
      </ul>
      {list.hasNextPage && (
        <div className="flex justify-center border-t border-line py-3">
          <Button busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            Show earlier ones
          </Button>
        </div>
      )}
      <p className="border-t border-line px-4 py-2.5 text-xs text-soft max-md:hidden md:px-6">
        <kbd>j</kbd> <kbd>k</kbd> next and before · <kbd>o</kbd> answers · <kbd>r</kbd> release
        {looked === 'no' && (
          <>
            {' '}
            · <kbd>c</kbd> confirm
          </>
        )}
      </p>
    </>
  );
}

function rows(): readonly HTMLElement[] {
  return [...document.querySelectorAll('[data-suspect]')].filter((row) => row instanceof HTMLElement);
}

function here(): HTMLElement | null {
  const row = document.activeElement?.closest('[data-suspect]');
  return row instanceof HTMLElement ? row : null;
}

function neighbour(by: 1 | -1): HTMLElement | undefined {
  const row = here();
  return row === null ? undefined : rows()[rows().indexOf(row) + by];
}

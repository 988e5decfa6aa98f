// A lead dragged by pointer onto a person or a team: while it is dragged a strip shows who could have it. By keys the same
// is done by the key that gives leads away, so dragging has none of its own. Where it is dragged is said to be heard.
import { Accessibility, PointerActivationConstraints, StyleInjector } from '@dnd-kit/dom';
import { DragDropProvider, DragOverlay, PointerSensor, useDroppable } from '@dnd-kit/react';
import { useQuery } from '@tanstack/react-query';
import { Users } from 'lucide-react';
import { useMemo, useState, type ReactNode } from 'react';
import { pageNonce } from '../page-nonce.ts';
import { classes } from '../parts/classes.ts';
import { takersOf, type ShownTaker } from './takers.ts';
import type { Held, Taker } from './use-assign.ts';
import { choicesQuery } from './use-inbox.ts';

type Props = {
  readonly mayWrite: boolean;
  /** What is given away when this one is dragged: all that are selected, where it is one of them. */
  readonly leadsOf: (lead: string) => readonly Held[];
  readonly onGive: (leads: readonly Held[], taker: Taker) => void;
  readonly children: ReactNode;
};

const sensors = [
  PointerSensor.configure({
    activationConstraints: [new PointerActivationConstraints.Distance({ value: 6 })],
    // A finger scrolls the list; all of a row is a link, which a mouse may drag all the same.
    preventActivation: ({ pointerType, target, button }) =>
      pointerType === 'touch' || button !== 0 || target instanceof HTMLInputElement,
  }),
];

export function DragLeads({ mayWrite, leadsOf, onGive, children }: Props) {
  const [dragged, setDragged] = useState<readonly Held[]>([]);
  const [said, setSaid] = useState('');
  const plugins = useMemo(() => [StyleInjector.configure({ nonce: pageNonce() })], []);
  if (!mayWrite) return children;
  const what = dragged.length === 1 ? (dragged[0]?.name ?? '') : `${dragged.length} leads`;
  return (
    <DragDropProvider
      sensors={sensors}
      // It would make buttons of the rows.
      plugins={(defaults) => [...defaults.filter((one) => one !== Accessibility), ...plugins]}
      onDragStart={({ operation: { source } }) => {
        const leads = source === null ? [] : leadsOf(String(source.id));
        setDragged(leads);
        setSaid(
          `${leads.length === 1 ? (leads[0]?.name ?? '') : `${leads.length} leads`} taken. Drop on a person or a team.`,
        );
      }}
      onDragOver={({ operation: { target } }) => {
        const taker = takerIn(target?.data);
        setSaid(taker === null ? 'Over nobody.' : `Would go to ${taker.name}.`);
      }}
      onDragEnd={({ operation: { target }, canceled }) => {
        const taker = canceled ? null : takerIn(target?.data);
        setDragged([]);
        setSaid(taker === null ? 'Left where it was.' : `Dropped on ${taker.name}.`);
        if (taker !== null && dragged.length > 0) onGive(dragged, taker);
      }}
    >
      {children}
      {dragged.length > 0 && <Strip leads={dragged} />}
      <DragOverlay dropAnimation={null}>
        <div className="w-max max-w-60 truncate rounded-control border border-accent bg-card px-3 py-1.5 font-medium shadow-raised">
          {what}
        </div>
      </DragOverlay>
      <p role="status" className="sr-only">
        {said}
      </p>
    </DragDropProvider>
  );
}

function Strip({ leads }: { readonly leads: readonly Held[] }) {
  const { data } = useQuery(choicesQuery);
  const takers = takersOf(data ?? { people: [], teams: [] }, leads);
  return (
    <section
      aria-label="Give to"
      className="absolute inset-x-4 bottom-4 z-20 max-h-[40%] overflow-y-auto rounded-card border border-line bg-card p-3 shadow-over md:inset-x-6"
    >
      <p className="mb-2 text-sm text-soft">
        {takers.length === 0 ? 'Nobody else of sales could have it.' : 'Drop on whoever is to have it'}
      </p>
      <ul className="grid grid-cols-[repeat(auto-fill,minmax(11rem,1fr))] gap-2">
        {takers.map((taker) => (
          <Target key={taker.to} taker={taker} />
        ))}
      </ul>
    </section>
  );
}

function Target({ taker }: { readonly taker: ShownTaker }) {
  const { ref, isDropTarget } = useDroppable({ id: `taker ${taker.to}`, data: { taker } });
  return (
    <li
      ref={ref}
      className={classes(
        'flex min-h-12 items-center gap-2 rounded-control border px-3 py-1.5',
        isDropTarget ? 'border-accent bg-tint' : 'border-line',
      )}
    >
      {taker.isTeam && <Users size={15} aria-hidden="true" className="shrink-0 text-soft" />}
      <span className="min-w-0">
        <span className="block truncate font-medium">{taker.name}</span>
        <span className="block truncate text-xs text-soft">{taker.more}</span>
      </span>
    </li>
  );
}

function takerIn(data: Readonly<Record<string, unknown>> | undefined): Taker | null {
  const { to, name, isTeam }: Readonly<Record<string, unknown>> = Object(data?.['taker']);
  return typeof to === 'string' && typeof name === 'string' ? { to, name, isTeam: isTeam === true } : null;
}

// What visitors see after sending: the first outcome that holds. Which there are, in which order, and what each shows.
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useStore } from 'zustand';
import type { Show } from '@baton/form';
import { addOutcome, isForAll, moveOutcome, outcomesOf } from '../../draft/edit-outcomes.ts';
import { outcomeName, outcomeWhen } from '../../draft/condition-words.ts';
import { Button } from '../../parts/button.tsx';
import { Menu, MenuItem } from '../../parts/menu.tsx';
import { Empty } from '../../parts/state.tsx';
import { useBuilder, useDraft } from '../builder-context.ts';
import { useSurroundings } from '../conditions/use-surroundings.ts';
import { WordsShown } from '../conditions/words-shown.tsx';
import { OrderList } from '../order-list.tsx';
import { OutcomeEditor } from './outcome-editor.tsx';
import { outcomeKinds, type Kind } from './outcome-kinds.ts';
import { outcomeTroubles } from './outcome-troubles.ts';

export function OutcomesTab() {
  const { store, saver, mayWrite } = useBuilder();
  const draft = useDraft((whole) => whole);
  const around = useSurroundings(true);
  const judged = useStore(saver.judged);
  const outcomes = outcomesOf(draft);
  const [chosen, setChosen] = useState<string | null>(null);
  const outcome = outcomes.find(({ id }) => id === chosen) ?? outcomes[0];
  const add = ({ first, name }: Kind): void => {
    const next = addOutcome(store.state.getState().draft, first, name, around.agreement?.tiers[0]?.id);
    store.edit(() => next.draft);
    setChosen(next.id);
  };
  if (outcome === undefined) {
    return (
      <Empty title="Visitors are thanked" action={mayWrite && <AddOutcome onAdd={add} look="main" />}>
        As long as no outcome says otherwise, Baton thanks them in their language. Say something of your own,
        or lead those who qualify straight to a calendar.
      </Empty>
    );
  }
  return (
    <div className="h-full overflow-y-auto bg-ground px-4 py-6 md:px-8">
      <div className="mx-auto grid max-w-320 items-start gap-6 lg:grid-cols-[minmax(0,320px)_minmax(0,1fr)]">
        <section aria-labelledby="outcomes" className="min-w-0">
          <div className="mb-1 flex items-center justify-between gap-2">
            <h2 id="outcomes" className="text-lg font-semibold">
              Outcomes
            </h2>
            {mayWrite && <AddOutcome onAdd={add} look="plain" />}
          </div>
          <p className="mb-3 text-sm text-soft">Visitors see the first one that holds.</p>
          <OrderList
            label="Outcomes, the first that holds is shown"
            disabled={!mayWrite}
            onMove={(id, to) => store.edit((whole) => moveOutcome(whole, id, to))}
            items={outcomes.map((one) => ({
              id: one.id,
              name: outcomeName(one),
              isFixed: isForAll(one),
              isCurrent: one === outcome,
              content: (
                <button
                  type="button"
                  aria-pressed={one === outcome}
                  onClick={() => setChosen(one.id)}
                  className="block w-full rounded-control px-2 py-2 text-left"
                >
                  <span className="flex items-center gap-2 font-medium">
                    <KindSign kind={one.show.kind} />
                    <span className="truncate">{outcomeName(one)}</span>
                  </span>
                  <span className="block truncate text-sm text-soft">
                    <WordsShown words={outcomeWhen(one, draft, around)} />
                  </span>
                  <Count of={outcomeTroubles(one.id, judged)} />
                </button>
              ),
            }))}
          />
          {!outcomes.some(isForAll) && (
            <p className="mt-3 text-sm text-soft">
              Where none of these holds, Baton thanks visitors in their language.
            </p>
          )}
        </section>
        <OutcomeEditor key={outcome.id} outcome={outcome} around={around} onGone={() => setChosen(null)} />
      </div>
    </div>
  );
}

function Count({ of: { errors, warnings } }: { readonly of: ReturnType<typeof outcomeTroubles> }) {
  if (errors.length + warnings.length === 0) return null;
  return (
    <span className={`block text-xs ${errors.length > 0 ? 'text-bad' : 'text-warn'}`}>
      {errors.length > 0 ? 'Something is missing or wrong here' : 'Worth a second look'}
    </span>
  );
}

function KindSign({ kind }: { readonly kind: Show['kind'] }) {
  const Sign = outcomeKinds.find((one) => one.kind === kind)?.Sign;
  return Sign && <Sign size={14} aria-hidden="true" className="shrink-0 text-soft" />;
}

type AddProps = { readonly onAdd: (kind: Kind) => void; readonly look: 'main' | 'plain' };

function AddOutcome({ onAdd, look }: AddProps) {
  return (
    <Menu
      trigger={
        <Button
          look={look}
          size={look === 'main' ? 'normal' : 'small'}
          icon={<Plus size={14} aria-hidden="true" />}
        >
          Add outcome
        </Button>
      }
    >
      {outcomeKinds.map((one) => (
        <MenuItem key={one.kind} icon={<one.Sign size={14} aria-hidden="true" />} onPick={() => onAdd(one)}>
          {one.name}
        </MenuItem>
      ))}
    </Menu>
  );
}

// Questions that come in their turn: how many at a visit, and in which order.
import { useState } from 'react';
import { moveInQueue, newlyAhead, queueOf } from '../../draft/edit-queue.ts';
import { fieldName } from '../../draft/readables.ts';
import { fieldOf } from '../../draft/places.ts';
import { SelectField, TextField } from '../../parts/field.tsx';
import { useBuilder, useDraft } from '../builder-context.ts';
import { OrderList } from '../order-list.tsx';

type Props = { readonly most: number; readonly warnings: ReadonlyMap<string, string> };

const usual = { maxProgressive: 3, order: 'listed' } as const;

const orders = {
  listed: { name: 'As listed', hint: 'Whoever comes again is asked in the order below.' },
  deciding: {
    name: 'What decides',
    hint: 'Whoever comes again is asked first what is most likely to change whether they qualify, from what they have told. A first visit, and where nothing decides, keeps the order below.',
  },
} as const;

export function Queue({ most, warnings }: Props) {
  const { store, mayWrite } = useBuilder();
  const draft = useDraft((whole) => whole);
  const queue = queueOf(draft);
  const order = draft.profiling?.order ?? usual.order;
  const [refusal, setRefusal] = useState('');
  const move = (id: string, to: number): void => {
    const next = moveInQueue(draft, id, to);
    const [ahead] = newlyAhead(draft, next);
    if (ahead) {
      const names = [ahead.place.id, ahead.reads].map((one) => {
        const field = fieldOf(draft, one);
        return field ? `“${fieldName(field)}”` : 'A step';
      });
      setRefusal(`${names[0]} hangs on ${names[1]}, so it cannot be asked before it.`);
      return;
    }
    setRefusal('');
    store.edit(() => next, `queue ${id}`);
  };
  return (
    <section aria-labelledby="queue" className="rounded-card border border-line bg-card p-5">
      <h2 id="queue" className="text-lg font-semibold">
        In their turn
      </h2>
      <p className="mt-1 text-soft text-pretty">
        At each visit the next few that are not known yet. So nobody is asked everything at once.
      </p>
      <div className="mt-4 flex items-center gap-2">
        <span aria-hidden="true">At most</span>
        <div className="w-18">
          <TextField
            label="New questions at a visit, at most"
            hideLabel
            type="number"
            min={0}
            max={100}
            step={1}
            value={String(most)}
            disabled={!mayWrite}
            onChange={({ target: { value } }) => {
              const next = Math.round(Number(value));
              if (value === '' || !(next >= 0 && next <= 100)) return;
              store.edit(
                (whole) => ({ ...whole, profiling: { ...usual, ...whole.profiling, maxProgressive: next } }),
                'most questions',
              );
            }}
          />
        </div>
        <span aria-hidden="true">new {most === 1 ? 'question' : 'questions'} at a visit</span>
      </div>
      <div className="mt-4">
        <SelectField
          label="Which come first"
          value={order}
          disabled={!mayWrite}
          hint={orders[order].hint}
          onChange={({ target: { value } }) => {
            const next = value === 'deciding' ? 'deciding' : 'listed';
            store.edit(
              (whole) => ({ ...whole, profiling: { ...usual, ...whole.profiling, order: next } }),
              'order of questions',
            );
          }}
        >
          <option value="listed">{orders.listed.name}</option>
          <option value="deciding">{orders.deciding.name}</option>
        </SelectField>
      </div>
      <div className="mt-4">
        {queue.length === 0 ? (
          <p className="rounded-control border border-dashed border-line p-4 text-center text-soft">
            No question waits for its turn. Choose “In its turn” for one below.
          </p>
        ) : (
          <OrderList
            label="The queue"
            disabled={!mayWrite}
            onMove={move}
            items={queue.map((field, index) => ({
              id: field.id,
              name: fieldName(field),
              content: (
                <div className="py-2 pr-3">
                  <div className="flex gap-2">
                    <span className="w-4 text-right text-soft tabular-nums">{index + 1}</span>
                    <span className="min-w-0 truncate font-medium">{fieldName(field)}</span>
                  </div>
                  {warnings.has(field.id) && (
                    <p className="mt-0.5 pl-6 text-xs text-warn">{warnings.get(field.id)}</p>
                  )}
                </div>
              ),
            }))}
          />
        )}
        <p role="status" className={refusal === '' ? 'sr-only' : 'mt-2 text-sm text-bad'}>
          {refusal}
        </p>
        {queue.length > 1 && (
          <p className="mt-2 text-xs text-soft">
            The order is that of the form: moved here, these fields change places there. All others stay.
          </p>
        )}
      </div>
    </section>
  );
}

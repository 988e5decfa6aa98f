// One outcome: when it is shown, what it shows, and how that looks.
import { Trash2 } from 'lucide-react';
import { useStore } from 'zustand';
import type { Outcome } from '@baton/form';
import { outcomeName } from '../../draft/condition-words.ts';
import { removeOutcome } from '../../draft/edit-outcomes.ts';
import type { Surroundings } from '../../draft/readables.ts';
import { Button } from '../../parts/button.tsx';
import { useBuilder } from '../builder-context.ts';
import { useSayDone } from '../use-say-done.ts';
import { OutcomePreview } from './outcome-preview.tsx';
import { outcomeTroubles } from './outcome-troubles.ts';
import { OutcomeWhen } from './outcome-when.tsx';
import { ShowFields } from './show-fields.tsx';

type Props = {
  readonly outcome: Outcome;
  readonly around: Surroundings;
  readonly onGone: () => void;
};

export function OutcomeEditor({ outcome, around, onGone }: Props) {
  const { store, saver, mayWrite } = useBuilder();
  const sayDone = useSayDone();
  const judged = useStore(saver.judged);
  const { errors, warnings } = outcomeTroubles(outcome.id, judged);
  const troubles = [...errors, ...warnings];
  const whole = troubles.filter(({ part }) => part === '' || part === 'id');
  return (
    <section
      aria-label={`Outcome “${outcomeName(outcome)}”`}
      className="grid min-w-0 items-start gap-6 xl:grid-cols-2"
    >
      <div className="min-w-0 rounded-card border border-line bg-card p-5">
        {whole.map(({ words }) => (
          <p key={words} className="mb-4 rounded-control bg-warn/12 px-3 py-2 text-sm text-warn">
            {words}
          </p>
        ))}
        <OutcomeWhen outcome={outcome} around={around} troubles={troubles} />
        <hr className="my-5 border-line" />
        <ShowFields outcome={outcome} troubles={troubles} />
        {mayWrite && (
          <div className="mt-5 border-t border-line pt-4">
            <Button
              look="bad"
              size="small"
              icon={<Trash2 size={14} aria-hidden="true" />}
              onClick={() => {
                store.edit((draft) => removeOutcome(draft, outcome.id));
                onGone();
                sayDone('Outcome removed.');
              }}
            >
              Remove outcome
            </Button>
          </div>
        )}
      </div>
      <OutcomePreview show={outcome.show} />
    </section>
  );
}

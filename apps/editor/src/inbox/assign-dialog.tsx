// Gives leads to somebody else: whoever is named has a clock of their own, and both are told.
import { useQuery } from '@tanstack/react-query';
import { Users } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { TextField } from '../parts/field.tsx';
import { Failed, Loading } from '../parts/state.tsx';
import { choicesQuery } from './use-inbox.ts';
import { takersOf } from './takers.ts';
import type { Held, Taker } from './use-assign.ts';

type Props = {
  readonly leads: readonly Held[];
  readonly onClose: () => void;
  readonly onAssign: (taker: Taker) => void;
};

export function AssignDialog({ leads, onClose, onAssign }: Props) {
  const choices = useQuery(choicesQuery);
  const [text, setText] = useState('');
  const takers = takersOf(choices.data ?? { people: [], teams: [] }, leads, text);
  const [first] = takers;
  const [lead] = leads;
  return (
    <Dialog
      open
      onClose={onClose}
      title={leads.length === 1 ? `Give ${lead?.name ?? ''} to` : `Give ${leads.length} leads to`}
      description="Both are told. An open deadline begins anew for whoever gets it."
    >
      {choices.isPending && <Loading />}
      {choices.isError && <Failed error={choices.error} again={() => void choices.refetch()} />}
      {choices.isSuccess && (
        <form
          // So that the ring around the field has room.
          className="pt-1"
          onSubmit={(event) => {
            event.preventDefault();
            if (first !== undefined) onAssign(first);
          }}
        >
          <TextField
            label="Person"
            hideLabel
            placeholder="Name, team or e-mail; Enter takes the first"
            autoFocus
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
          <ul className="mt-2">
            {takers.map((taker) => (
              <li key={taker.to}>
                <Button
                  look="quiet"
                  className="h-auto! min-h-11 w-full justify-start! py-1.5 text-left"
                  icon={taker.isTeam && <Users size={15} aria-hidden="true" className="shrink-0" />}
                  onClick={() => onAssign(taker)}
                >
                  <span className="min-w-0 sm:flex sm:items-baseline sm:gap-2">
                    <span className="block truncate">{taker.name}</span>{' '}
                    <span className="block truncate font-normal text-soft max-sm:text-sm">{taker.more}</span>
                  </span>
                </Button>
              </li>
            ))}
          </ul>
          {takers.length === 0 && <p className="mt-2 text-soft">Nobody of sales is called so.</p>}
        </form>
      )}
    </Dialog>
  );
}

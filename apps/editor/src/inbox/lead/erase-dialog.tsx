// Erases a person for good, once whoever asks has read what goes and typed whose it is.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { Lead } from '@baton/worker/api-types';
import { Button } from '../../parts/button.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { TextField } from '../../parts/field.tsx';
import { countInWords } from '../../parts/share.ts';
import { useSay } from '../../parts/toast.tsx';
import { ask } from '../../server/ask.ts';
import { refusalInWords } from '../../server/refusal.ts';
import type { InboxSearch } from '../inbox-search.ts';
import { inboxKey } from '../use-inbox.ts';
import { countOf } from './count-of.ts';
import { leadPath } from './queries.ts';

type Erased = { readonly erased: Readonly<Record<string, number>> };
type Props = { readonly lead: Lead; readonly onClose: () => void };

export function EraseDialog({ lead, onClose }: Props) {
  const [typed, setTyped] = useState('');
  const search: InboxSearch = useSearch({ from: '/shell/inbox' });
  const navigate = useNavigate();
  const queries = useQueryClient();
  const say = useSay();
  const erase = useMutation({
    mutationFn: () => ask<Erased>(`${leadPath(lead.id)}/erase`, { method: 'POST' }),
    onSuccess: async ({ erased }) => {
      const rows = Object.values(erased).reduce((sum, count) => sum + count, 0);
      await navigate({ to: '/inbox', search });
      queries.removeQueries({ queryKey: ['lead', lead.id] });
      say(`Erased for good: ${countInWords(rows)} entries`);
      await queries.invalidateQueries({ queryKey: inboxKey });
    },
    onError: (error) => void say(refusalInWords(error)),
  });
  const isSure = typed.trim().toLowerCase() === lead.email;
  const send = (): void => {
    if (isSure && !erase.isPending) erase.mutate();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Erase ${lead.name} for good?`}
      description="It cannot be undone by anybody."
      actions={
        <>
          <Button onClick={onClose}>Keep</Button>
          <Button look="bad" disabled={!isSure} busy={erase.isPending} onClick={send}>
            Erase for good
          </Button>
        </>
      }
    >
      <form
        className="space-y-4"
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <div>
          <p>What goes:</p>
          <ul className="mt-1 list-disc space-y-1 pl-5 text-soft">
            {lead.aliases.length > 0 && (
              <li>all of it, of {[lead.email, ...lead.aliases.map(({ email }) => email)].join(', ')}</li>
            )}
            <li>
              {countOf(lead.submissions.length, 'submission')} with all answers and consents, also what was
              put aside or never finished
            </li>
            <li>{countOf(lead.handoffs.length, 'handoff')}, the scores, the stages and their reasons</li>
            <li>visits and behaviours, and the browsers they came from</li>
            <li>notes, questions and answers about them</li>
            <li>deliveries with what was sent, and what the audit says of them</li>
          </ul>
          <p className="mt-3 text-soft">
            The ledger keeps that somebody was there, not who. What has left already by mail or webhook has to
            be erased where it went.
          </p>
        </div>
        <TextField
          label={`Type ${lead.email} to erase`}
          autoComplete="off"
          spellCheck={false}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <button type="submit" hidden aria-hidden="true" tabIndex={-1} />
      </form>
    </Dialog>
  );
}

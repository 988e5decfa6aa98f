// A deadline that was missed, and the reason for it: one of five, so that they can be counted.
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Lead } from '@baton/worker/api-types';
import { Button } from '../../parts/button.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { TextArea } from '../../parts/field.tsx';
import { Tag } from '../../parts/state.tsx';
import { useSay } from '../../parts/toast.tsx';
import { ask } from '../../server/ask.ts';
import { refusalInWords } from '../../server/refusal.ts';
import { useRefresh } from '../use-lead-actions.ts';
import { breachReasons, type BreachReason } from './breach-words.ts';

type Handoff = Lead['handoffs'][number];
type Breach = NonNullable<Handoff['breach']>;

const instants = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' });

/** Of every handoff of a lead that was answered too late, or not at all. */
export function Lateness({ lead, mayWrite }: { readonly lead: Lead; readonly mayWrite: boolean }) {
  return lead.handoffs.map(
    (handoff) =>
      handoff.breach !== null && (
        <Late key={handoff.id} handoff={handoff} breach={handoff.breach} mayWrite={mayWrite} />
      ),
  );
}

type LateProps = { readonly handoff: Handoff; readonly breach: Breach; readonly mayWrite: boolean };

function Late({ handoff, breach, mayWrite }: LateProps) {
  const [isAsking, setAsking] = useState(false);
  const say = useSay();
  const refresh = useRefresh();
  const give = useMutation({
    mutationFn: (body: { readonly reason: BreachReason; readonly note?: string }) =>
      ask(`/api/handoffs/${encodeURIComponent(handoff.id)}/breach-reason`, { method: 'POST', body }),
    onSuccess: () => {
      say('Kept why it was late');
      setAsking(false);
    },
    onError: (error) => void say(refusalInWords(error)),
    onSettled: refresh,
  });
  return (
    <div className="mt-3 flex items-start gap-3 rounded-control border border-line px-3 py-2.5">
      <div className="min-w-0 flex-1">
        <p>
          <Tag tone="bad">Late</Tag>{' '}
          <span className="text-sm text-soft">
            was due {instants.format(new Date(breach.at))}
            {handoff.endedAt !== null && ` with ${handoff.owner}`}
          </span>
        </p>
        <p className={breach.reason === null ? 'mt-1 text-soft' : 'mt-1'}>
          {breach.reason === null ? 'Nobody has said why.' : breachReasons[breach.reason]}
        </p>
        {breach.note !== null && <p className="mt-1 whitespace-pre-line text-soft">{breach.note}</p>}
      </div>
      {mayWrite && (
        <Button size="small" onClick={() => setAsking(true)}>
          {breach.reason === null ? 'Say why' : 'Change'}
        </Button>
      )}
      {isAsking && (
        <AskWhy
          breach={breach}
          isBusy={give.isPending}
          onClose={() => setAsking(false)}
          onGive={(reason, note) => give.mutate({ reason, ...(note === '' ? {} : { note }) })}
        />
      )}
    </div>
  );
}

type AskProps = {
  readonly breach: Breach;
  readonly isBusy: boolean;
  readonly onClose: () => void;
  readonly onGive: (reason: BreachReason, note: string) => void;
};

function AskWhy({ breach, isBusy, onClose, onGive }: AskProps) {
  const [reason, setReason] = useState(breach.reason);
  const [note, setNote] = useState(breach.note ?? '');
  const send = (): void => {
    if (reason !== null && !isBusy) onGive(reason, note.trim());
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title="Why was it late?"
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="main" disabled={reason === null} busy={isBusy} onClick={send}>
            Save
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
        <fieldset>
          <legend className="sr-only">Reason</legend>
          {ids.map((id) => (
            <label
              key={id}
              className="flex min-h-9 items-center gap-2.5 rounded-control px-2 has-checked:bg-tint has-focus-visible:outline-2 has-focus-visible:outline-accent"
            >
              <input
                type="radio"
                name="reason"
                value={id}
                checked={reason === id}
                onChange={() => setReason(id)}
                className="size-4 accent-accent outline-none"
              />
              {breachReasons[id]}
            </label>
          ))}
        </fieldset>
        <TextArea
          label="Note"
          maxLength={2000}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
        <button type="submit" hidden aria-hidden="true" tabIndex={-1} />
      </form>
    </Dialog>
  );
}

const ids = ['absent', 'no_answer', 'overloaded', 'system', 'other'] as const;

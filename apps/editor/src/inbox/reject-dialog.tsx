// Why a lead is not a good one: a reason of the agreement, and a note where words are needed.
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { TextArea } from '../parts/field.tsx';
import { Failed, Loading } from '../parts/state.tsx';
import { choicesQuery } from './use-inbox.ts';
import type { Verdict, Waiting } from './use-lead-actions.ts';

type Props = {
  readonly leads: readonly Waiting[];
  readonly onClose: () => void;
  readonly onReject: (verdict: Verdict) => void;
};

export function RejectDialog({ leads, onClose, onReject }: Props) {
  const choices = useQuery(choicesQuery);
  const [reason, setReason] = useState('');
  const [note, setNote] = useState('');
  const firstReason = useRef<HTMLInputElement>(null);
  const [first] = leads;
  const reasons = choices.data?.rejections ?? [];
  const send = (): void => {
    if (reason === '') return;
    onReject({ kind: 'rejected', reason, ...(note.trim() === '' ? {} : { note: note.trim() }) });
  };
  return (
    <Dialog
      open
      onClose={onClose}
      initialFocus={() => firstReason.current ?? true}
      title={leads.length === 1 ? `Reject ${first?.name ?? ''}` : `Reject ${leads.length} leads`}
      description="Marketing reads the reason. It can be taken back for ten minutes."
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="main" disabled={reason === ''} onClick={send}>
            Reject
          </Button>
        </>
      }
    >
      {choices.isPending && <Loading />}
      {choices.isError && <Failed error={choices.error} again={() => void choices.refetch()} />}
      {choices.isSuccess && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            send();
          }}
          className="space-y-4"
        >
          {reasons.length === 0 ? (
            <p className="text-soft">The agreement names no reasons. Say it in a word.</p>
          ) : (
            <fieldset>
              <legend className="mb-1 text-sm font-medium">Why is it not a good lead?</legend>
              {reasons.map(({ id, says }, index) => (
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
                    ref={index === 0 ? firstReason : undefined}
                    // The reasons may come after the window.
                    autoFocus={index === 0}
                    className="size-4 accent-accent outline-none"
                  />
                  {says}
                </label>
              ))}
            </fieldset>
          )}
          {reasons.length === 0 && (
            <TextArea
              label="Reason"
              rows={1}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          )}
          <TextArea
            label="Note"
            hint="What marketing could not know."
            maxLength={2000}
            value={note}
            onChange={(event) => setNote(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send();
            }}
          />
          {/* Enter sends. */}
          <button type="submit" hidden aria-hidden="true" tabIndex={-1} />
        </form>
      )}
    </Dialog>
  );
}

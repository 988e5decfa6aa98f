// Says that two leads are one person: which, which address is the main one, and what becomes of both, before it is done.
import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useId, useState } from 'react';
import type { Lead, MergedLead } from '@baton/worker/api-types';
import { FormDialog } from '../../parts/form-dialog.tsx';
import { TextField } from '../../parts/field.tsx';
import { useSay } from '../../parts/toast.tsx';
import { ask } from '../../server/ask.ts';
import { Refusal, refusalInWords } from '../../server/refusal.ts';
import type { InboxSearch } from '../inbox-search.ts';
import { useRefresh } from '../use-lead-actions.ts';
import { mergedInWords } from './merged-in-words.ts';
import { leadPath } from './queries.ts';

type Props = {
  readonly lead: Lead;
  /** The other one's address; null: it is asked for. */
  readonly other: string | null;
  readonly onClose: () => void;
};

export function MergeDialog({ lead, other, onClose }: Props) {
  const [typed, setTyped] = useState(other ?? '');
  const [isOtherMain, setOtherMain] = useState(false);
  const [isTried, setTried] = useState(false);
  const search: InboxSearch = useSearch({ from: '/shell/inbox' });
  const navigate = useNavigate();
  const refresh = useRefresh();
  const say = useSay();
  const address = typed.trim().toLowerCase();
  const found = useQuery({
    queryKey: ['lead', 'by-address', address],
    queryFn: ({ signal }) =>
      ask<{ readonly leads: readonly Lead[] }>(`/api/leads?email=${encodeURIComponent(address)}`, { signal }),
    enabled: /^\S+@\S+\.\S+$/.test(address),
  });
  const theirs = found.data?.leads[0];
  const [main, gone] = isOtherMain ? [theirs, lead] : [lead, theirs];
  const merge = useMutation({
    mutationFn: (two: { readonly main: Lead; readonly gone: Lead }) =>
      ask<MergedLead>(`${leadPath(two.main.id)}/merge`, { method: 'POST', body: { with: two.gone.id } }),
    onSuccess: async (merged) => {
      say(`${merged.merged.email} is the same person as ${merged.email} from now on`);
      onClose();
      if (merged.lead !== lead.id)
        await navigate({ to: '/inbox/$lead', params: { lead: merged.lead }, search });
    },
    onSettled: refresh,
  });
  const wrong = wrongWith(lead, theirs, isTried && address !== '' && found.isSuccess);
  return (
    <FormDialog
      title="Merge two leads"
      description="They are one person with two addresses. It can be taken apart again."
      send="Merge"
      busy={merge.isPending}
      wrong={merge.error === null ? [] : [refusalInWords(merge.error)]}
      onClose={onClose}
      onSend={() => {
        setTried(true);
        if (main !== undefined && gone !== undefined && main.id !== gone.id) merge.mutate({ main, gone });
      }}
    >
      {other === null && (
        <TextField
          label="The other one’s e-mail address"
          type="email"
          autoComplete="off"
          autoFocus
          value={typed}
          error={isTried && address === '' ? 'Type the address of the other lead.' : wrong}
          onChange={(event) => setTyped(event.target.value)}
        />
      )}
      {found.error !== null && !(found.error instanceof Refusal && found.error.status === 404) && (
        <p role="alert" className="text-bad">
          {refusalInWords(found.error)}
        </p>
      )}
      {theirs !== undefined && theirs.id !== lead.id && main !== undefined && gone !== undefined && (
        <>
          <MainAddress of={[lead, theirs]} isSecond={isOtherMain} onChoose={setOtherMain} />
          <div>
            <p className="text-sm font-medium">What becomes of them</p>
            <ul className="mt-1 list-disc space-y-1 pl-5 text-soft">
              {mergedInWords(main, gone).map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </div>
        </>
      )}
    </FormDialog>
  );
}

function wrongWith(lead: Lead, theirs: Lead | undefined, isSought: boolean): string | undefined {
  if (theirs?.id === lead.id) return 'That is this lead already.';
  return isSought && theirs === undefined ? 'No lead has this address.' : undefined;
}

type MainProps = {
  readonly of: readonly [Lead, Lead];
  readonly isSecond: boolean;
  readonly onChoose: (isSecond: boolean) => void;
};

function MainAddress({ of, isSecond, onChoose }: MainProps) {
  const name = useId();
  return (
    <fieldset>
      <legend className="mb-1 text-sm font-medium">Main address</legend>
      <div className="space-y-1">
        {of.map((one, index) => (
          <label
            key={one.id}
            className="flex items-center gap-2.5 rounded-control border border-line px-3 py-2 has-checked:border-accent"
          >
            <input
              type="radio"
              name={name}
              className="accent-accent"
              checked={isSecond === (index === 1)}
              onChange={() => onChoose(index === 1)}
            />
            <span className="min-w-0">
              <span className="block truncate">{one.email}</span>
              <span className="block truncate text-sm text-soft">
                {one.name === one.email ? 'No name told' : one.name}
                {one.score === null ? '' : ` · ${one.score.total} points`}
              </span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

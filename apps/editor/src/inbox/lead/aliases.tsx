// The other addresses of a lead that was two, and the way back: what was merged last comes apart first.
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Lead, UnmergedLead } from '@baton/worker/api-types';
import { Ago } from '../../parts/ago.tsx';
import { Button } from '../../parts/button.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { useSay } from '../../parts/toast.tsx';
import { ask } from '../../server/ask.ts';
import { refusalInWords } from '../../server/refusal.ts';
import { useRefresh } from '../use-lead-actions.ts';
import { countOf } from './count-of.ts';
import { leadPath } from './queries.ts';

export function Aliases({ lead, mayWrite }: { readonly lead: Lead; readonly mayWrite: boolean }) {
  const [isAsking, setAsking] = useState(false);
  const [latest] = lead.aliases;
  if (latest === undefined) return null;
  return (
    <ul aria-label="Other addresses" className="mt-2 space-y-1 text-sm">
      {lead.aliases.map((alias) => (
        <li key={alias.id} className="flex flex-wrap items-center gap-x-2">
          <span className="min-w-0 truncate">
            <span className="text-soft">also </span>
            {alias.email}
          </span>
          <span className="text-soft">
            · merged by {alias.byName} <Ago at={alias.at} />
          </span>
          {mayWrite && alias.id === latest.id && (
            <Button size="small" className="ml-auto" onClick={() => setAsking(true)}>
              Take apart
            </Button>
          )}
        </li>
      ))}
      {isAsking && <TakeApart lead={lead} alias={latest} onClose={() => setAsking(false)} />}
    </ul>
  );
}

type Props = { readonly lead: Lead; readonly alias: Lead['aliases'][number]; readonly onClose: () => void };

function TakeApart({ lead, alias, onClose }: Props) {
  const say = useSay();
  const refresh = useRefresh();
  const apart = useMutation({
    mutationFn: () => ask<UnmergedLead>(`${leadPath(lead.id)}/unmerge`, { method: 'POST' }),
    onSuccess: ({ restored, email, stays }) => {
      const parts = [
        stays.submissions > 0 ? countOf(stays.submissions, 'submission') : null,
        stays.notes > 0 ? countOf(stays.notes, 'note') : null,
        stays.handoffs > 0 ? countOf(stays.handoffs, 'handoff') : null,
      ].filter((one) => one !== null);
      say(
        parts.length === 0
          ? `${restored.email} is a lead of its own again`
          : `${restored.email} is a lead of its own again; ${parts.join(', ')} since then stay with ${email}`,
      );
      onClose();
    },
    onSettled: refresh,
  });
  const since = lead.submissions.filter(({ at, final }) => final && at > alias.at).length;
  return (
    <Dialog
      open
      onClose={onClose}
      title="Take the two apart?"
      description={`${alias.email} becomes a lead of its own again, as it was when it was merged.`}
      actions={
        <>
          <Button look="quiet" onClick={onClose}>
            Cancel
          </Button>
          <Button look="main" busy={apart.isPending} onClick={() => apart.mutate()}>
            Take apart
          </Button>
        </>
      }
    >
      <p>
        {since === 0
          ? `Nothing was sent since, so ${lead.email} is as it was, too.`
          : `What has come since stays with ${lead.email}: ${countOf(since, 'submission')}, whichever address they came with.`}
      </p>
      <p className="mt-2 text-soft">
        A handoff that gave way is open again, and its owner is told. One that was answered since stays where
        it was answered.
      </p>
      {apart.error !== null && (
        <p role="alert" className="mt-3 text-bad">
          {refusalInWords(apart.error)}
        </p>
      )}
    </Dialog>
  );
}

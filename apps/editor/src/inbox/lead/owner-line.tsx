// With whom a lead is and why with them; a way to give it to somebody else, and to take one that nobody could take.
import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Lead } from '@baton/worker/api-types';
import { Button } from '../../parts/button.tsx';
import { meQuery } from '../../server/queries.ts';
import { AssignDialog } from '../assign-dialog.tsx';
import { useAssign, useClaim } from '../use-assign.ts';

type Props = {
  readonly lead: Lead;
  readonly handoff: Lead['handoffs'][number];
  readonly mayWrite: boolean;
};

export function OwnerLine({ lead, handoff, mayWrite }: Props) {
  const { data: me } = useSuspenseQuery(meQuery);
  const canClaim = mayWrite && handoff.claimable && handoff.verdict === null && me.actor.email !== undefined;
  return (
    <>
      <div className="flex items-start gap-2">
        <p className="flex-1">
          <span className="font-medium">{lead.owner?.name ?? handoff.owner}</span>
          <span className="text-soft"> · {handoff.why}</span>
        </p>
        {mayWrite && <GiveAway lead={lead} />}
      </div>
      {canClaim && <Claim lead={lead} />}
    </>
  );
}

function Claim({ lead }: { readonly lead: Lead }) {
  const claim = useClaim();
  return (
    <div className="mt-3 flex items-center gap-3 rounded-control bg-tint px-3 py-2.5">
      <p className="flex-1 text-sm">Nobody it was meant for could take it. The first to claim it has it.</p>
      <Button
        size="small"
        busy={claim.isPending}
        onClick={() => claim.mutate({ lead: lead.id, name: lead.name })}
      >
        Claim
      </Button>
    </div>
  );
}

function GiveAway({ lead }: { readonly lead: Lead }) {
  const [isOpen, setOpen] = useState(false);
  const assign = useAssign();
  const leads = [{ lead: lead.id, name: lead.name, owner: lead.owner?.email ?? null }];
  return (
    <>
      <Button size="small" busy={assign.isPending} onClick={() => setOpen(true)}>
        Give to
      </Button>
      {isOpen && (
        <AssignDialog
          leads={leads}
          onClose={() => setOpen(false)}
          onAssign={(taker) => {
            assign.mutate({ leads, taker });
            setOpen(false);
          }}
        />
      )}
    </>
  );
}

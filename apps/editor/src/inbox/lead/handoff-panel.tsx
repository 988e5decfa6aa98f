// With whom a lead is, why with them, until when, how long it has taken so far, and what can be said of it.
import { useState } from 'react';
import { Check, X } from 'lucide-react';
import type { Lead } from '@baton/worker/api-types';
import { Ago } from '../../parts/ago.tsx';
import { Button } from '../../parts/button.tsx';
import { Tag } from '../../parts/state.tsx';
import { DeadlineRing } from '../deadline-ring.tsx';
import { RejectDialog } from '../reject-dialog.tsx';
import { spanInWords } from '../time-left.ts';
import { useUndoVerdict, useVerdict } from '../use-lead-actions.ts';
import { Lateness } from './lateness.tsx';
import { OwnerLine } from './owner-line.tsx';
import { Part } from './part.tsx';
import { StageSteps } from './stage-steps.tsx';

type Props = { readonly lead: Lead; readonly mayWrite: boolean };

export function HandoffPanel({ lead, mayWrite }: Props) {
  const [latest] = lead.handoffs;
  if (latest === undefined) {
    return (
      <Part title="Handoff">
        <p className="text-soft">
          {lead.score === null
            ? 'No agreement was in force when this lead came, so nobody judged it.'
            : 'Not handed off: it is not qualified by the agreement. When it does more, it is judged again.'}
        </p>
      </Part>
    );
  }
  const isOpen = latest.verdict === null;
  return (
    <Part
      title="Handoff"
      beside={
        isOpen && (
          <DeadlineRing
            size={22}
            handoff={{
              since: latest.deliveredAt ?? latest.at,
              deadline: latest.deadline,
              running: latest.deliveredAt !== null,
            }}
          />
        )
      }
    >
      <OwnerLine lead={lead} handoff={latest} mayWrite={mayWrite} />
      <Clocks handoff={latest} />
      <Lateness lead={lead} mayWrite={mayWrite} />
      {isOpen ? (
        <Answering handoff={latest.id} name={lead.name} mayWrite={mayWrite} />
      ) : (
        <>
          <Said handoff={latest} mayWrite={mayWrite} lead={lead} />
          {latest.verdict?.kind === 'accepted' && <StageSteps lead={lead} mayWrite={mayWrite} />}
        </>
      )}
    </Part>
  );
}

type Handoff = Lead['handoffs'][number];

/** The system's time and the person's, apart. */
function Clocks({ handoff }: { readonly handoff: Handoff }) {
  const { systemDelay, humanDelay, deliveredAt } = handoff;
  return (
    <dl className="mt-3 grid grid-cols-2 gap-2 text-sm">
      <div className="rounded-control bg-ground px-3 py-2">
        <dt className="text-xs text-soft">Until it was delivered</dt>
        <dd className="font-medium tabular-nums">
          {systemDelay === null
            ? 'Not delivered yet'
            : systemDelay < 60_000
              ? `${(systemDelay / 1000).toFixed(1)} s`
              : spanInWords(systemDelay)}
        </dd>
      </div>
      <div className="rounded-control bg-ground px-3 py-2">
        <dt className="text-xs text-soft">Until somebody answered</dt>
        <dd className="font-medium tabular-nums">
          {humanDelay !== null ? (
            spanInWords(humanDelay)
          ) : deliveredAt === null ? (
            'Has not begun'
          ) : (
            <span>
              since <Ago at={deliveredAt} />
            </span>
          )}
        </dd>
      </div>
    </dl>
  );
}

type AnsweringProps = { readonly handoff: string; readonly name: string; readonly mayWrite: boolean };

function Answering({ handoff, name, mayWrite }: AnsweringProps) {
  const [isRejecting, setRejecting] = useState(false);
  const verdict = useVerdict();
  const leads = [{ handoff, name }];
  return (
    <div className="mt-4 flex gap-2">
      <Button
        look="main"
        className="flex-1"
        disabled={!mayWrite}
        busy={verdict.isPending}
        icon={<Check size={16} aria-hidden="true" />}
        onClick={() => verdict.mutate({ leads, verdict: { kind: 'accepted' } })}
      >
        Accept
      </Button>
      <Button
        className="flex-1"
        disabled={!mayWrite || verdict.isPending}
        icon={<X size={16} aria-hidden="true" />}
        onClick={() => setRejecting(true)}
      >
        Reject
      </Button>
      {isRejecting && (
        <RejectDialog
          leads={leads}
          onClose={() => setRejecting(false)}
          onReject={(given) => {
            verdict.mutate({ leads, verdict: given });
            setRejecting(false);
          }}
        />
      )}
    </div>
  );
}

/** So long a verdict may be taken back, ms; the worker has the last word. */
const undoable = 10 * 60_000;

function Said({
  handoff,
  mayWrite,
  lead,
}: {
  readonly handoff: Handoff;
  readonly mayWrite: boolean;
  readonly lead: Lead;
}) {
  const undo = useUndoVerdict();
  const { verdict } = handoff;
  if (verdict === null) return null;
  const who = verdict.by.replace(/^\w+:/, '');
  const canUndo = mayWrite && Date.now() - Date.parse(verdict.at) < undoable;
  return (
    <div className="mt-3 flex items-start gap-3 rounded-control border border-line px-3 py-2.5">
      <div className="min-w-0 flex-1">
        <p>
          <Tag tone={verdict.kind === 'accepted' ? 'good' : 'bad'}>
            {verdict.kind === 'accepted' ? 'Accepted' : 'Rejected'}
          </Tag>{' '}
          <span className="text-sm text-soft">
            by {who} <Ago at={verdict.at} />
          </span>
        </p>
        {verdict.reason !== null && <p className="mt-1">{verdict.reason.replaceAll('_', ' ')}</p>}
        {verdict.note !== null && <p className="mt-1 whitespace-pre-line text-soft">{verdict.note}</p>}
      </div>
      {canUndo && (
        <Button
          size="small"
          busy={undo.isPending}
          onClick={() => undo.mutate([{ handoff: handoff.id, name: lead.name }])}
        >
          Undo
        </Button>
      )}
    </div>
  );
}

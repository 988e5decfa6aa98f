// What became of an accepted lead, step by step: contacted, SQL, opportunity with its amount, won or lost.
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Lead, LeadStage } from '@baton/worker/api-types';
import { Button } from '../../parts/button.tsx';
import { classes } from '../../parts/classes.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { TextArea, TextField } from '../../parts/field.tsx';
import { useSay } from '../../parts/toast.tsx';
import { ask } from '../../server/ask.ts';
import { refusalInWords } from '../../server/refusal.ts';
import { useRefresh } from '../use-lead-actions.ts';
import { leadPath } from './queries.ts';

type Step = 'contacted' | 'sql' | 'opportunity' | 'won' | 'lost';

const names: Readonly<Record<Step | 'sal', string>> = {
  sal: 'Accepted',
  contacted: 'Contacted',
  sql: 'SQL',
  opportunity: 'Opportunity',
  won: 'Won',
  lost: 'Lost',
};

const way = ['sal', 'contacted', 'sql', 'opportunity', 'won'] as const;

type Move = {
  readonly stage: Step;
  readonly amount?: number;
  readonly currency?: string;
  readonly reason?: string;
};

export function StageSteps({ lead, mayWrite }: { readonly lead: Lead; readonly mayWrite: boolean }) {
  const say = useSay();
  const refresh = useRefresh();
  const [asking, setAsking] = useState<Step | null>(null);
  const move = useMutation({
    mutationFn: (step: Move) => ask<LeadStage>(`${leadPath(lead.id)}/stage`, { method: 'POST', body: step }),
    onSuccess: ({ stage, contactedAt }) => {
      say(
        `${lead.name}: ${stage === 'sal' && contactedAt !== null ? 'contacted' : names[stageKey(stage)].toLowerCase()}`,
      );
      setAsking(null);
    },
    onError: (error) => void say(refusalInWords(error)),
    onSettled: refresh,
  });
  const at = lead.stage === 'sal' && lead.contactedAt !== null ? 'contacted' : lead.stage;
  const index = way.findIndex((step) => step === at);
  const next = nextOf(at);
  return (
    <div className="mt-4">
      {lead.stage !== 'lost' && (
        <ol aria-label="Stages" className="flex gap-1">
          {way.map((step, place) => (
            <li
              key={step}
              aria-current={place === index ? 'step' : undefined}
              className={classes(
                'min-w-0 flex-1 text-xs',
                place <= index ? 'font-medium text-ink' : 'text-soft',
              )}
            >
              <span
                className={classes('mb-1 block h-1 rounded-full', place <= index ? 'bg-accent' : 'bg-line')}
              />
              <span className="block truncate">{names[step]}</span>
            </li>
          ))}
        </ol>
      )}
      {(lead.amount !== null || lead.outcomeReason !== null) && (
        <p className="mt-2 text-sm">
          {lead.amount !== null && (
            <span className="font-medium tabular-nums">{money(lead.amount, lead.currency)}</span>
          )}
          {lead.outcomeReason !== null && <span className="text-soft"> {lead.outcomeReason}</span>}
        </p>
      )}
      {next.length > 0 && (
        <div className="mt-3 flex flex-wrap gap-2">
          {next.map((step, place) => (
            <Button
              key={step}
              size="small"
              look={place === 0 ? 'main' : 'plain'}
              disabled={!mayWrite || move.isPending}
              onClick={() =>
                step === 'contacted' || step === 'sql' ? move.mutate({ stage: step }) : setAsking(step)
              }
            >
              {step === 'opportunity' && at === 'opportunity' ? 'Change the amount' : names[step]}
            </Button>
          ))}
        </div>
      )}
      {asking !== null && (
        <AskStep
          step={asking}
          lead={lead}
          isBusy={move.isPending}
          onClose={() => setAsking(null)}
          onMove={(step) => move.mutate(step)}
        />
      )}
    </div>
  );
}

function stageKey(stage: LeadStage['stage']): Step | 'sal' {
  return stage === 'lead' || stage === 'mql' ? 'sal' : stage;
}

function nextOf(at: string): readonly Step[] {
  switch (at) {
    case 'sal':
      return ['contacted', 'sql', 'lost'];
    case 'contacted':
      return ['sql', 'lost'];
    case 'sql':
      return ['opportunity', 'lost'];
    case 'opportunity':
      return ['won', 'lost', 'opportunity'];
    default:
      return [];
  }
}

function money(amount: number, currency: string | null): string {
  if (currency === null) return amount.toLocaleString('en');
  return new Intl.NumberFormat('en', { style: 'currency', currency, maximumFractionDigits: 0 }).format(
    amount,
  );
}

type AskProps = {
  readonly step: Step;
  readonly lead: Lead;
  readonly isBusy: boolean;
  readonly onClose: () => void;
  readonly onMove: (move: Move) => void;
};

function AskStep({ step, lead, isBusy, onClose, onMove }: AskProps) {
  const [amount, setAmount] = useState(lead.amount === null ? '' : String(lead.amount));
  const [currency, setCurrency] = useState(lead.currency ?? 'EUR');
  const [reason, setReason] = useState('');
  const asksAmount = step !== 'lost';
  const value = Number(amount.replaceAll(/[\s,']/g, ''));
  const isAmount = amount.trim() !== '' && Number.isFinite(value) && value >= 0;
  const isCurrency = /^[A-Z]{3}$/.test(currency);
  const isReady =
    step === 'lost'
      ? reason.trim() !== ''
      : (amount.trim() === '' && step === 'won') || (isAmount && isCurrency);
  const send = (): void => {
    if (!isReady) return;
    onMove({
      stage: step,
      ...(asksAmount && isAmount ? { amount: value, currency } : {}),
      ...(reason.trim() === '' ? {} : { reason: reason.trim() }),
    });
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={`${lead.name}: ${names[step].toLowerCase()}`}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="main" disabled={!isReady} busy={isBusy} onClick={send}>
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
        {asksAmount && (
          <div className="grid grid-cols-[1fr_96px] gap-2">
            <TextField
              label="What it is worth"
              inputMode="decimal"
              value={amount}
              autoFocus
              error={amount.trim() !== '' && !isAmount ? 'Write a number.' : undefined}
              onChange={(event) => setAmount(event.target.value)}
            />
            <TextField
              label="Currency"
              value={currency}
              maxLength={3}
              error={isCurrency ? undefined : 'Three letters.'}
              onChange={(event) => setCurrency(event.target.value.toUpperCase())}
            />
          </div>
        )}
        {step !== 'opportunity' && (
          <TextArea
            label={step === 'lost' ? 'Why was it lost?' : 'Why was it won?'}
            maxLength={500}
            value={reason}
            autoFocus={step === 'lost'}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
        <button type="submit" hidden aria-hidden="true" tabIndex={-1} />
      </form>
    </Dialog>
  );
}

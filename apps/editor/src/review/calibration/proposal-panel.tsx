// What outcomes propose: points with how sure they are, the threshold on their scale, and the way to a draft; or why nothing
// is proposed.
import { pointAt, thresholdByCapacity, thresholdByShare } from '@baton/calibration';
import { useState } from 'react';
import { Panel } from '../../parts/panel.tsx';
import { Tag } from '../../parts/state.tsx';
import { driftInWords, outcomeWords, rankedInWords, type Card, type Result } from './calibration-words.ts';
import { CurvePanel, type WorthInWords } from './curve-panel.tsx';
import { MakeDraft } from './make-draft.tsx';
import { RulesTable, WhiskerLegend } from './rules-table.tsx';

type Props = {
  readonly result: Result;
  readonly worth: WorthInWords | null;
  readonly mayWrite: boolean;
  readonly outdated: boolean;
};

export function ProposalPanel({ result, worth, mayWrite, outdated }: Props) {
  const { proposal, outcome } = result;
  switch (proposal.kind) {
    case 'too_few': {
      const { hits, others, least } = proposal;
      return (
        <Panel title="What outcomes propose">
          <p className="max-w-160 text-pretty">
            It is too early to learn from: {hits} {outcomeWords[outcome]} and {others} not. From {least.all}{' '}
            leads on, with at least {least.each} of each, Baton looks for what tells them apart. Until then
            today’s points stand.
          </p>
        </Panel>
      );
    }
    case 'no_evidence': {
      const { auc, interval } = proposal.heldBack;
      return (
        <Panel title="What outcomes propose">
          <p className="max-w-160 text-pretty">
            <Tag>No evidence</Tag> Nothing that is known of these leads tells who is {outcomeWords[outcome]}{' '}
            better than chance does
            {auc === null ? '' : `: of two leads, it would rank ${rankedInWords(auc, interval)} right`}.
            Nothing is proposed, and today’s points stand. It may be that the forms do not ask what matters.
          </p>
          {proposal.drift && (
            <p className="mt-3 max-w-160 text-sm text-soft text-pretty">
              {driftInWords(proposal.drift, outcome)}
            </p>
          )}
        </Panel>
      );
    }
    case 'card':
      return <CardPanel {...{ result, worth, mayWrite, outdated }} card={proposal} />;
  }
}

/** The acceptance rate that the review measures by. */
const wantedShare = 0.7;

function CardPanel({ result, worth, mayWrite, outdated, card }: Props & { readonly card: Card }) {
  const { outcome, rankedToday, curve, threshold: inForce } = result;
  // Where most are accepted as both teams want it; else as many handoffs as now.
  const now = pointAt(curve, inForce)?.perWeek ?? 0;
  const wanted = outcome === 'accepted' ? thresholdByShare(card.curve, wantedShare) : null;
  const start = (wanted ?? thresholdByCapacity(card.curve, now))?.from ?? card.best / 2;
  const [threshold, setThreshold] = useState(Math.max(1, Math.ceil(start)));
  const { auc, interval } = card.heldBack;
  return (
    <>
      <Panel
        title="What outcomes propose"
        about={`Points found in what was known of each lead when it was handed over. The best lead there could be has ${card.best}.`}
      >
        {auc !== null && (
          <p className="max-w-160 text-lg text-pretty">
            Of two leads, one {outcomeWords[outcome]} and one not, these points rank{' '}
            {rankedInWords(auc, interval)} right
            {rankedToday === null
              ? ''
              : `; today’s rank ${rankedInWords(rankedToday.auc, rankedToday.interval)}`}
            .
          </p>
        )}
        {card.drift && (
          <p className="mt-1 mb-4 max-w-160 text-sm text-soft text-pretty">
            {card.drift.hasMoved && (
              <>
                <Tag tone="warn">It has moved</Tag>{' '}
              </>
            )}
            {driftInWords(card.drift, outcome)}
          </p>
        )}
        <RulesTable rules={card.rules} outcome={outcome} />
        <WhiskerLegend />
      </Panel>
      <CurvePanel
        title="Proposed threshold"
        definition="Each lead with the points of a card that was made without it, so that nothing is promised that was only remembered. The band is for as many leads as a fifth of the past, and wider where the share has moved before. Handoffs a week are counted with the proposed points over the last thirteen weeks."
        file="proposed-threshold"
        points={card.curve}
        reach={card.best}
        inForce={null}
        {...{ outcome, worth, threshold }}
        onMove={setThreshold}
      >
        {mayWrite && (
          <div className="mt-2 flex flex-wrap items-center gap-3 print:hidden">
            <MakeDraft outcome={outcome} what="card" from={threshold} disabled={!card.grounded || outdated} />
            <p className="max-w-120 text-sm text-soft text-pretty">
              {outdated
                ? 'Another agreement has come into force since. Calibrate again first.'
                : card.grounded
                  ? `The agreement with these points and ${threshold} as its threshold; all else stays. It is replayed, changed and signed like any other.`
                  : 'Only what people did tells these leads apart, and by that alone nobody is handed over.'}
            </p>
          </div>
        )}
      </CurvePanel>
    </>
  );
}

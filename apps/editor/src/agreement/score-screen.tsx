// The score at work: its rules, where recent leads stand, what another threshold would do, and a lead to try it on.
import { useQuery } from '@tanstack/react-query';
import { isRecord } from '@baton/schema';
import { Panel } from '../parts/panel.tsx';
import { Empty, Loading } from '../parts/state.tsx';
import { pointsQuery } from '../server/agreement-queries.ts';
import { ContractSection } from './contract-section.tsx';
import { dimensions } from './dimensions.ts';
import { PlanePicture } from './plane-picture.tsx';
import { SpreadPicture } from './spread-picture.tsx';
import { useSections, useTerms, useTermsDraft } from './terms-context.ts';
import { listAt, valueAt, type TermsDraft } from './terms-draft.ts';
import { useFindings } from './use-findings.ts';
import { WhatIf } from './what-if.tsx';

const shown = new Set(['fit', 'engagement', 'intent', 'disqualify', 'tiers', 'handoff']);

export function ScoreScreen() {
  const { me } = useTerms();
  const draft = useTermsDraft();
  const sections = useSections();
  const findings = useFindings();
  const mayRead = me.rights.includes('leads.read');
  const { data: points } = useQuery({ ...pointsQuery, enabled: mayRead });
  const bounds = boundsOf(draft);
  return (
    <div className="mx-auto max-w-290 px-4 py-6 md:px-8">
      <title>Score · Agreement · Baton</title>
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_380px]">
        <div className="min-w-0 space-y-6">
          {mayRead && (
            <Panel
              title="Recent leads over the score"
              about="Move the threshold to see how many would be above it. Their points are those of the agreement in force."
            >
              {points === undefined ? (
                <Loading />
              ) : points.leads.length === 0 ? (
                <Empty title="No lead has a score yet">
                  As soon as somebody submits a form, they stand here.
                </Empty>
              ) : (
                <SpreadPicture leads={points.leads} most={bounds.total} />
              )}
            </Panel>
          )}
          {mayRead && points !== undefined && points.leads.length > 0 && (
            <Panel
              title="Fit and intent"
              about="Who they are goes to the right, what they want goes up. A lead is handed off once it is beyond the line of the threshold."
            >
              <PlanePicture leads={points.leads} tiers={tiersOf(draft)} bounds={bounds} />
            </Panel>
          )}
          <div className="rounded-card border border-line bg-card px-5 pb-6">
            {sections.map((section, index) =>
              shown.has(section.id) ? (
                <ContractSection
                  key={section.id}
                  section={section}
                  number={index + 1}
                  findings={findings.filter((finding) => finding.section === section.id)}
                />
              ) : null,
            )}
          </div>
        </div>
        <div className="lg:sticky lg:top-6">
          <WhatIf />
        </div>
      </div>
    </div>
  );
}

export function tiersOf(draft: TermsDraft): readonly { readonly id: string; readonly from: number }[] {
  return listAt(draft, ['tiers']).flatMap((tier) =>
    isRecord(tier) && typeof tier['from'] === 'number'
      ? [{ id: String(tier['id']), from: tier['from'] }]
      : [],
  );
}

function boundsOf(draft: TermsDraft) {
  const [fit = 0, engagement = 0, intent = 0] = dimensions.map((dimension) => {
    const most = valueAt(draft, ['score', dimension, 'max']);
    return typeof most === 'number' && most > 0 ? most : 0;
  });
  return { fit, engagement, intent, total: fit + engagement + intent };
}

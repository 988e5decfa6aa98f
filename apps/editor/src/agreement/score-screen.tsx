// The score at work: its rules, where leads of a period stand, what another threshold would have done, and a lead to try it on.
import { useState } from 'react';
import { isRecord } from '@baton/schema';
import { Panel } from '../parts/panel.tsx';
import { Segments } from '../parts/segments.tsx';
import { Empty, Failed, Loading } from '../parts/state.tsx';
import { Refusal } from '../server/refusal.ts';
import { ContractSection } from './contract-section.tsx';
import { dimensions } from './dimensions.ts';
import { periods, type PeriodDays } from './periods.ts';
import { PlanePicture } from './plane-picture.tsx';
import { SpreadPicture } from './spread-picture.tsx';
import { useSections, useTerms, useTermsDraft } from './terms-context.ts';
import { listAt, valueAt, type TermsDraft } from './terms-draft.ts';
import { useEvidence } from './use-evidence.ts';
import { useFindings } from './use-findings.ts';
import { WhatIf } from './what-if.tsx';

const shown = new Set(['fit', 'engagement', 'intent', 'disqualify', 'tiers', 'handoff']);

export function ScoreScreen() {
  const { me } = useTerms();
  const sections = useSections();
  const findings = useFindings();
  const mayRead = me.rights.includes('leads.read');
  return (
    <div className="mx-auto max-w-290 px-4 py-6 md:px-8">
      <title>Score · Agreement · Baton</title>
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_380px]">
        {mayRead && (
          <div className="min-w-0 space-y-6">
            <Pictures />
          </div>
        )}
        <div className="min-w-0 lg:sticky lg:top-6 lg:col-start-2 lg:row-span-2 lg:row-start-1 lg:max-h-[calc(100dvh-3rem)] lg:overflow-y-auto">
          <WhatIf />
        </div>
        <div className="min-w-0 rounded-card border border-line bg-card px-5 pb-6 lg:col-start-1">
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
    </div>
  );
}

/** The past under the draft: how leads are spread over the score, and where they stand on the plane. */
function Pictures() {
  const { mayWrite } = useTerms();
  const draft = useTermsDraft();
  const [days, setDays] = useState<PeriodDays>('90');
  const { data: past, error, again } = useEvidence(Number(days));
  const bounds = boundsOf(draft);
  const period = <Segments label="Period" value={days} onChange={setDays} choices={periods} />;
  return (
    <>
      <Panel
        title="Leads over the score"
        about={`Everybody who did something in the period, by what the draft gives them.${mayWrite ? ' Move the threshold to see what it would have handed off.' : ''}`}
        action={period}
      >
        {past !== undefined ? (
          past.leads === 0 ? (
            <Empty title="Nobody did anything in this period">
              As soon as somebody submits a form, they stand here.
            </Empty>
          ) : (
            <SpreadPicture past={past} days={Number(days)} most={bounds.total} />
          )
        ) : error instanceof Refusal && error.status === 422 ? (
          <p className="text-warn">The draft cannot judge yet, so the past says nothing of it.</p>
        ) : error ? (
          <Failed error={error} again={again} />
        ) : (
          <Loading label="Reading the past" />
        )}
      </Panel>
      {past !== undefined && past.leads > 0 && (
        <Panel
          title="Fit and intent"
          about={`Who they are goes to the right, what they want goes up. A lead is handed off once it is beyond the line of the threshold.${past.dots.length < past.leads ? ` The ${past.dots.length} latest are shown.` : ''}`}
        >
          <PlanePicture leads={past.dots} tiers={tiersOf(draft)} bounds={bounds} />
        </Panel>
      )}
    </>
  );
}

function tiersOf(draft: TermsDraft): readonly { readonly id: string; readonly from: number }[] {
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

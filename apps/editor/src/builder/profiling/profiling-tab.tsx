// What is asked of whom, and when: each field's turn, and what a visitor would meet on each visit.
import { useDeferredValue, useMemo } from 'react';
import { queueOf } from '../../draft/edit-queue.ts';
import { useBuilder, useDraft } from '../builder-context.ts';
import { AskList } from './ask-list.tsx';
import { formOfDraft } from './form-of-draft.ts';
import { profilingWarnings } from './profiling-warnings.ts';
import { Queue } from './queue.tsx';
import { VisitPreview } from './visit-preview.tsx';
import { planVisits, visitsWorthSeeing } from './visits-plan.ts';

/** Of a form whose document does not say. */
const usualMost = 3;

export function ProfilingTab() {
  const { attributes } = useBuilder();
  const draft = useDraft((whole) => whole);
  const calm = useDeferredValue(draft);
  const form = useMemo(() => formOfDraft(calm, attributes), [calm, attributes]);
  const most = draft.profiling?.maxProgressive ?? usualMost;
  const waiting = queueOf(draft).length;
  const plans = useMemo(
    () => (form === null ? null : planVisits(form, attributes, Math.min(waiting, 40) + 3)),
    [form, attributes, waiting],
  );
  const warnings = useMemo(() => profilingWarnings(draft, most, plans), [draft, most, plans]);
  const seen = useMemo(() => plans?.slice(0, visitsWorthSeeing(plans)) ?? null, [plans]);
  return (
    <div className="h-full overflow-y-auto bg-ground px-4 py-6 md:px-8">
      <div className="mx-auto grid max-w-300 items-start gap-6 lg:grid-cols-[minmax(0,1fr)_minmax(0,480px)]">
        <div className="min-w-0 space-y-6">
          <Queue most={most} warnings={warnings} />
          <AskList warnings={warnings} />
        </div>
        <VisitPreview plans={seen} form={form} />
      </div>
    </div>
  );
}

// What decides what in a form: as a picture, and as sentences that are changed where they stand.
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { Empty } from '../../parts/state.tsx';
import { useBuilder, useDraft } from '../builder-context.ts';
import { useSurroundings } from '../conditions/use-surroundings.ts';
import { ConditionList } from './condition-list.tsx';
import { logicGraph, type LogicNode } from './logic-graph.ts';
import { LogicMap } from './logic-map.tsx';
import { NewCondition } from './new-condition.tsx';

export function LogicTab() {
  const { mayWrite } = useBuilder();
  const draft = useDraft((whole) => whole);
  const around = useSurroundings(true);
  const graph = useMemo(() => logicGraph(draft, around), [draft, around]);
  const go = useGo();
  if (graph.edges.length === 0) {
    return (
      <Empty title="Everybody is asked everything" action={mayWrite && <NewCondition />}>
        A condition shows a question only to those it is for: “Show Team size when Role is Manager”. Choose
        what it is to decide; then say when.
      </Empty>
    );
  }
  return (
    <div className="h-full overflow-y-auto bg-ground px-4 py-6 md:px-8">
      <div className="mx-auto grid max-w-360 gap-6">
        <section
          aria-label="Map of the logic"
          className="min-w-0 self-start rounded-card border border-line bg-card max-md:hidden"
        >
          <LogicMap graph={graph} onGo={go} />
        </section>
        <section aria-labelledby="conditions" className="min-w-0">
          <div className="mb-3 flex flex-wrap items-center justify-between gap-2">
            <h2 id="conditions" className="text-lg font-semibold">
              Conditions
            </h2>
            {mayWrite && <NewCondition />}
          </div>
          <ConditionList around={around} />
        </section>
      </div>
    </div>
  );
}

/** To the part that a node stands for. What is known besides stands nowhere in the form. */
function useGo(): (node: LogicNode) => void {
  const { store } = useBuilder();
  const form = useDraft(({ id }) => id);
  const navigate = useNavigate();
  return ({ kind, id }) => {
    if (kind === 'source') return;
    if (kind === 'field') store.select({ kind: 'fields', ids: [id] });
    if (kind === 'step') store.select({ kind: 'step', id });
    const tab = kind === 'outcome' ? 'outcomes' : 'build';
    void navigate({ to: '/forms/$form/$tab', params: { form, tab } });
  };
}

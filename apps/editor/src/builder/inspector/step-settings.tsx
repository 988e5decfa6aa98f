// One step: its title, when it is shown, and its place among the others.
import * as z from 'zod';
import { nudgeStep, updateStep } from '../../draft/edit-steps.ts';
import { Button } from '../../parts/button.tsx';
import { useBuildActions } from '../build/build-actions.tsx';
import { useBuilder, useDraft } from '../builder-context.ts';
import { FindingList } from '../checker/finding-list.tsx';
import { useFindingsAt } from '../checker/use-findings.ts';
import { ConditionRow } from './condition-row.tsx';
import { PaneTitle } from './pane-title.tsx';
import { Section } from './section.tsx';
import { SettingText } from './setting.tsx';
import { useSettings } from './use-settings.ts';

const schema = z.object({ title: z.string().max(500, { error: 'At most 500 characters.' }).optional() });

export function StepSettings({ id }: { readonly id: string }) {
  const { store, mayWrite } = useBuilder();
  const { remove } = useBuildActions();
  const step = useDraft((draft) => draft.steps.find((one) => one.id === id));
  const at = useDraft((draft) => draft.steps.findIndex((one) => one.id === id));
  const count = useDraft((draft) => draft.steps.length);
  const findings = useFindingsAt('step', id);
  const settings = useSettings({
    shown: { title: step?.title ?? '' },
    schema,
    disabled: !mayWrite,
    put: ({ title }) => store.edit((draft) => updateStep(draft, id, { title: title ?? '' }), `title ${id}`),
  });
  const nudge = (by: -1 | 1): void => store.edit((draft) => nudgeStep(draft, id, by), `nudge ${id}`);
  return (
    <>
      <PaneTitle>
        Step {at + 1} of {count}
      </PaneTitle>
      {findings && <FindingList findings={findings} />}
      <Section>
        <SettingText
          settings={settings}
          name="title"
          label="Title"
          hint={count > 1 ? 'Also read in the progress of the form.' : 'A form of one step may do without.'}
        />
      </Section>
      <Section>
        <ConditionRow kind="step_shown" id={id} />
      </Section>
      {mayWrite && count > 1 && (
        <Section title="Order">
          <div className="flex flex-wrap gap-2">
            <Button size="small" disabled={at === 0} onClick={() => nudge(-1)}>
              Move up
            </Button>
            <Button size="small" disabled={at === count - 1} onClick={() => nudge(1)}>
              Move down
            </Button>
            <Button size="small" look="bad" onClick={remove}>
              Remove
            </Button>
          </div>
        </Section>
      )}
    </>
  );
}

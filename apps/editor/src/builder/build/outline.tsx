// What the form consists of: its steps and their fields, and what can be added.
import { useState } from 'react';
import { useBuilder } from '../builder-context.ts';
import { useStepIds } from '../use-part.ts';
import { Button } from '../../parts/button.tsx';
import { CheckerButton } from '../checker/checker-button.tsx';
import { classes } from '../../parts/classes.ts';
import { ChevronUp, ListTree, Plus } from 'lucide-react';
import { useBuildActions } from './build-actions.tsx';
import { OutlineStep } from './outline-step.tsx';
import { Palette } from './palette.tsx';
import { useOutlineKeys } from './use-outline-keys.ts';

export function Outline() {
  const { mayWrite } = useBuilder();
  const steps = useStepIds();
  const actions = useBuildActions();
  const keys = useOutlineKeys();
  /** On a phone it is folded away at first. */
  const [isSeen, setSeen] = useState(false);
  return (
    <aside
      aria-label="Steps and fields"
      className="flex min-h-0 flex-col border-line bg-card max-md:row-start-2 md:col-start-1 md:row-start-1 max-md:max-h-[50dvh] max-md:border-t md:border-r"
    >
      <button
        type="button"
        aria-expanded={isSeen}
        onClick={() => setSeen(!isSeen)}
        className="flex h-11 shrink-0 items-center gap-2 px-4 font-medium md:hidden"
      >
        <ListTree size={16} aria-hidden="true" /> Steps and fields
        <ChevronUp
          size={16}
          aria-hidden="true"
          className={classes('ml-auto text-soft', isSeen && 'rotate-180')}
        />
      </button>
      <div
        className={classes('min-h-0 flex-1 overflow-y-auto p-2', !isSeen && 'max-md:hidden')}
        onKeyDown={keys}
      >
        {steps.map((id, index) => (
          <OutlineStep key={id} id={id} index={index} isOnly={steps.length === 1} />
        ))}
        {mayWrite && (
          <Button
            look="quiet"
            size="small"
            className="mt-2 text-soft"
            icon={<Plus size={14} aria-hidden="true" />}
            onClick={() => actions.addStep(steps.length)}
          >
            Add step
          </Button>
        )}
      </div>
      {mayWrite && <Palette />}
      <div className="border-t border-line p-2">
        <CheckerButton />
      </div>
    </aside>
  );
}

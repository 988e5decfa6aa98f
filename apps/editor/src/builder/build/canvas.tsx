// The form as visitors meet it, step under step, to be worked on where it stands.
import { Plus } from 'lucide-react';
import { useBuilder } from '../builder-context.ts';
import { useFormWords } from '../use-form-words.ts';
import { useStepIds } from '../use-part.ts';
import { Button } from '../../parts/button.tsx';
import { useBuildActions } from './build-actions.tsx';
import { CanvasStep } from './canvas-step.tsx';
import { useCanvasGround, useCanvasStyles } from './use-canvas-styles.ts';
import { usePartKeys } from './use-outline-keys.ts';
import { useSelectedInSight } from './use-selected-in-sight.ts';

export function Canvas() {
  const { store, mayWrite } = useBuilder();
  const steps = useStepIds();
  const words = useFormWords();
  const styles = useCanvasStyles();
  const ground = useCanvasGround();
  const { addStep } = useBuildActions();
  const keys = usePartKeys('data-canvas');
  const place = useSelectedInSight();
  return (
    <section
      ref={place}
      aria-label="The form"
      className="col-start-1 row-start-1 min-h-0 overflow-y-auto bg-ground px-4 pt-6 pb-18 md:col-start-2 md:px-8 lg:pb-6"
      onKeyDown={keys}
      onClick={({ target, currentTarget }) => {
        if (target === currentTarget) store.select({ kind: 'form' });
      }}
    >
      <div className="mx-auto max-w-160 space-y-6">
        {steps.map((id, index) => (
          <CanvasStep
            key={id}
            id={id}
            index={index}
            isFirst={index === 0}
            isLast={index === steps.length - 1}
            words={words}
            styles={styles}
            ground={ground}
          />
        ))}
        {mayWrite && (
          <div className="text-center">
            <Button
              look="quiet"
              className="text-soft"
              icon={<Plus size={16} aria-hidden="true" />}
              onClick={() => addStep(steps.length)}
            >
              Add step
            </Button>
          </div>
        )}
      </div>
    </section>
  );
}

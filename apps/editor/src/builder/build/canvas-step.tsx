// One step on the canvas: its title, its fields, and the buttons that lead on.
import { useDroppable } from '@dnd-kit/react';
import { drawButtons, type Words } from '@baton/page/canvas';
import { memo, useMemo } from 'react';
import { updateStep } from '../../draft/edit-steps.ts';
import type { DraftStep } from '../../draft/form-draft.ts';
import { classes } from '../../parts/classes.ts';
import { useBuilder, useDraftState } from '../builder-context.ts';
import { useIsAim, type DropData } from './aim.ts';
import { DropLine } from './drop-line.tsx';
import { CanvasField } from './canvas-field.tsx';
import { CanvasPiece } from './canvas-piece.tsx';
import { InPlaceText } from './in-place-text.tsx';
import type { Ground } from './use-canvas-styles.ts';
import { StepCondition } from './step-condition.tsx';
import { StepTools } from './step-tools.tsx';

type Props = {
  readonly step: DraftStep;
  readonly index: number;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly words: Words;
  readonly styles: CSSStyleSheet;
  readonly ground: Ground;
};

export const CanvasStep = memo(function CanvasStep(props: Props) {
  const { step, index, isFirst, isLast, words, styles, ground } = props;
  const { store, mayWrite } = useBuilder();
  const isSelected = useDraftState(({ selection }) => selection.kind === 'step' && selection.id === step.id);
  const buttons = useMemo(
    () => drawButtons(words, { first: isFirst, last: isLast }),
    [words, isFirst, isLast],
  );
  return (
    <section
      aria-label={step.title ? step.title : `Step ${index + 1}`}
      style={ground}
      className={classes(
        'relative rounded-card border bg-card px-6 pt-5 pb-7 md:px-10',
        isSelected ? 'border-accent' : 'border-line',
      )}
    >
      {isSelected && mayWrite && <StepTools {...{ index, isFirst, isLast }} />}
      <div className="flex items-baseline gap-3">
        <InPlaceText
          label={`Title of step ${index + 1}`}
          value={step.title ?? ''}
          placeholder={isFirst && isLast ? 'Title, if it needs one' : `Step ${index + 1}`}
          disabled={!mayWrite}
          onPress={() => store.select({ kind: 'step', id: step.id })}
          onText={(title) => store.edit((draft) => updateStep(draft, step.id, { title }), `title ${step.id}`)}
          className="text-xl font-semibold"
        />
        <StepCondition step={step.id} isSet={Boolean(step.shownWhen)} isFirst={isFirst} />
      </div>
      {step.fields.map((field, at) => (
        <CanvasField
          key={field.id}
          field={field}
          step={step.id}
          index={at}
          words={words}
          styles={styles}
          conditional={Boolean(step.shownWhen)}
        />
      ))}
      <End step={step.id} index={step.fields.length} isEmpty={step.fields.length === 0} />
      <CanvasPiece html={buttons} styles={styles} />
    </section>
  );
});

function End({
  step,
  index,
  isEmpty,
}: {
  readonly step: string;
  readonly index: number;
  readonly isEmpty: boolean;
}) {
  const data: DropData = { step, index, isEnd: true };
  const { ref } = useDroppable({ id: `canvas-end ${step}`, data });
  const isAim = useIsAim(step, index);
  return (
    <div
      ref={ref}
      className={
        isEmpty ? 'mt-6 rounded-control border border-dashed border-line p-6 text-center text-soft' : 'h-4'
      }
    >
      {isAim && <DropLine />}
      {isEmpty && (
        <>
          Drag a field here, or press <kbd className="rounded border border-line px-1.5 font-sans">/</kbd>
        </>
      )}
    </div>
  );
}

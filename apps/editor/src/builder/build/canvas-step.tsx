// One step on the canvas: its title, its fields, and the buttons that lead on.
import { useDroppable } from '@dnd-kit/react';
import { drawButtons, type Words } from '@baton/page/canvas';
import { memo, useCallback, useMemo } from 'react';
import { updateStep } from '../../draft/edit-steps.ts';
import { classes } from '../../parts/classes.ts';
import { useBuilder, useDraftState } from '../builder-context.ts';
import { useFieldIds, useStep } from '../use-part.ts';
import { useIsAim, type DropData } from './aim.ts';
import { DropLine } from './drop-line.tsx';
import { CanvasField } from './canvas-field.tsx';
import { CanvasPiece } from './canvas-piece.tsx';
import { DrawnInGroups, type DrawField } from './drawn-in-groups.tsx';
import { InPlaceText } from './in-place-text.tsx';
import type { Ground } from './use-canvas-styles.ts';
import { StepCondition } from './step-condition.tsx';
import { StepTools } from './step-tools.tsx';

type Props = {
  readonly id: string;
  readonly index: number;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly words: Words;
  readonly styles: CSSStyleSheet;
  readonly ground: Ground;
};

export const CanvasStep = memo(function CanvasStep(props: Props) {
  const { id, index, isFirst, isLast, words, styles, ground } = props;
  const { store, mayWrite } = useBuilder();
  const isSelected = useDraftState(({ selection }) => selection.kind === 'step' && selection.id === id);
  const title = useStep(id, (step) => step.title) ?? '';
  const conditional = useStep(id, (step) => Boolean(step.shownWhen)) ?? false;
  const fields = useFieldIds(id);
  const draw: DrawField = useCallback(
    (field, at) => (
      <CanvasField key={field} id={field} step={id} index={at} {...{ words, styles, conditional }} />
    ),
    [id, words, styles, conditional],
  );
  const buttons = useMemo(
    () => drawButtons(words, { first: isFirst, last: isLast }),
    [words, isFirst, isLast],
  );
  return (
    <section
      aria-label={title === '' ? `Step ${index + 1}` : title}
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
          value={title}
          placeholder={isFirst && isLast ? 'Title, if it needs one' : `Step ${index + 1}`}
          disabled={!mayWrite}
          onPress={() => store.select({ kind: 'step', id })}
          onText={(text) => store.edit((draft) => updateStep(draft, id, { title: text }), `title ${id}`)}
          className="text-xl font-semibold"
        />
        <StepCondition step={id} isSet={conditional} isFirst={isFirst} />
      </div>
      <DrawnInGroups ids={fields} draw={draw} height={93} />
      <End step={id} index={fields.length} isEmpty={fields.length === 0} />
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

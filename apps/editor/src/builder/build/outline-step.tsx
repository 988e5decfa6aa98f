// A step in the outline, with its fields.
import { useDroppable } from '@dnd-kit/react';
import { memo } from 'react';
import type { DraftStep } from '../../draft/form-draft.ts';
import { classes } from '../../parts/classes.ts';
import { useBuilder, useDraftState } from '../builder-context.ts';
import { FindingSign } from '../checker/finding-sign.tsx';
import { useIsAim, type DropData } from './aim.ts';
import { DropLine } from './drop-line.tsx';
import { OutlineField } from './outline-field.tsx';

type Props = { readonly step: DraftStep; readonly index: number; readonly isOnly: boolean };

export const OutlineStep = memo(function OutlineStep({ step, index, isOnly }: Props) {
  const { store } = useBuilder();
  const isSelected = useDraftState(({ selection }) => selection.kind === 'step' && selection.id === step.id);
  const title = step.title ? step.title : `Step ${index + 1}`;
  return (
    <div role="group" aria-label={title} className="pb-2">
      <button
        type="button"
        data-outline={`step ${step.id}`}
        aria-current={isSelected}
        onClick={() => store.select({ kind: 'step', id: step.id })}
        className={classes(
          'flex h-8 w-full items-center gap-2 rounded-control px-2 text-left text-sm font-semibold',
          isSelected ? 'bg-tint text-accent' : 'hover:bg-ink/6',
        )}
      >
        <span className="truncate">{isOnly && !step.title ? 'Fields' : title}</span>
        <span className="text-xs font-normal text-soft tabular-nums">{step.fields.length}</span>
        {step.shownWhen && <span className="text-xs font-normal text-soft">if …</span>}
        <span className="ml-auto">
          <FindingSign kind="step" id={step.id} />
        </span>
      </button>
      <ul>
        {step.fields.map((field, at) => (
          <OutlineField key={field.id} field={field} step={step.id} index={at} />
        ))}
      </ul>
      <StepEnd step={step.id} index={step.fields.length} isEmpty={step.fields.length === 0} />
    </div>
  );
});

type EndProps = { readonly step: string; readonly index: number; readonly isEmpty: boolean };

function StepEnd({ step, index, isEmpty }: EndProps) {
  const data: DropData = { step, index, isEnd: true };
  const { ref } = useDroppable({ id: `outline-end ${step}`, data });
  const isAim = useIsAim(step, index);
  return (
    <div
      ref={ref}
      className={classes(
        'rounded-control',
        isEmpty ? 'mx-2 border border-dashed border-line px-2 py-1.5 text-xs text-soft' : 'h-1.5',
      )}
    >
      {isAim && <DropLine />}
      {isEmpty && 'Nothing asked here yet'}
    </div>
  );
}

// A field in the outline: what it asks, what it is, and whether it must be answered or comes only at times.
import { useDraggable, useDroppable } from '@dnd-kit/react';
import { Split } from 'lucide-react';
import { memo, type MouseEvent } from 'react';
import { kindName } from '../../draft/edit-fields.ts';
import type { DraftField } from '../../draft/form-draft.ts';
import { classes } from '../../parts/classes.ts';
import { useBuilder } from '../builder-context.ts';
import { useConditionText } from '../conditions/use-condition-text.ts';
import type { FormStore } from '../form-store.ts';
import { extended, toggled } from '../selection.ts';
import { useChosen, useField } from '../use-part.ts';
import { FindingSign } from '../checker/finding-sign.tsx';
import { useIsAim, type DropData } from './aim.ts';
import { DropLine } from './drop-line.tsx';
import { kindSigns } from './kind-signs.ts';
import { useKeptFocus } from './use-kept-focus.ts';

type Props = { readonly id: string; readonly step: string; readonly index: number };

export const OutlineField = memo(function OutlineField(props: Props) {
  const field = useField(props.id);
  return field && <Row {...props} field={field} />;
});

function Row({ field, step, index }: Props & { readonly field: DraftField }) {
  const { store, mayWrite } = useBuilder();
  const isSelected = useChosen(field.id) !== 'no';
  const drag = useDraggable({ id: `outline ${field.id}`, data: { field: field.id }, disabled: !mayWrite });
  const data: DropData = { step, index, isEnd: false };
  const drop = useDroppable({ id: `outline-drop ${field.id}`, data });
  const isAim = useIsAim(step, index);
  const place = useKeptFocus(`outline ${field.id}`);
  const Sign = kindSigns[field.kind];
  return (
    <div
      role="listitem"
      ref={(element) => {
        place.current = element;
        // What cannot be dragged would be said to be disabled; it can still be looked at.
        if (mayWrite) drag.ref(element);
        drop.ref(element);
      }}
      className={classes('group relative', drag.isDragSource && 'opacity-40')}
    >
      {isAim && <DropLine />}
      <button
        type="button"
        data-outline={field.id}
        // Pressed is what dragging says of it while it is taken.
        aria-current={isSelected}
        aria-description={isSelected ? 'Enter goes to its settings' : undefined}
        onClick={(event) => selectBy(store, field.id, event)}
        className={classes(
          'flex h-8 w-full items-center gap-2 rounded-control pr-2 pl-6 text-left',
          isSelected ? 'bg-tint text-accent' : 'hover:bg-ink/6',
        )}
      >
        <Sign size={14} aria-hidden="true" className={isSelected ? '' : 'text-soft'} />
        <span className="min-w-0 flex-1 truncate">{field.label || kindName(field.kind)}</span>
        <span className="sr-only">, {kindName(field.kind)}</span>
        <FindingSign kind="field" id={field.id} />
        {field.shownWhen && <ConditionSign id={field.id} />}
        {field.required && (
          <span className="text-bad" title="Must be answered">
            *<span className="sr-only"> must be answered</span>
          </span>
        )}
      </button>
      {mayWrite && (
        <button
          type="button"
          ref={drag.handleRef}
          aria-label={`Move ${field.label || kindName(field.kind)}`}
          title="Drag, or press space and use the arrows"
          className="absolute bottom-0 left-0 grid h-8 w-6 cursor-grab touch-none place-items-center rounded text-transparent group-hover:text-soft focus-visible:text-soft max-md:text-soft"
        >
          <span aria-hidden="true" className="drawn-grip" />
        </button>
      )}
    </div>
  );
}

/** That it is shown at times only; when, on hover and to be heard. */
function ConditionSign({ id }: { readonly id: string }) {
  const text = useConditionText('field_shown', id);
  const words = text === '' ? 'shown by a condition' : `shown when ${text}`;
  return (
    <span title={words} className="shrink-0 text-soft">
      <Split size={13} aria-hidden="true" />
      <span className="sr-only">, {words}</span>
    </span>
  );
}

/** As everywhere: with Ctrl one more, with Shift all between. */
export function selectBy(store: FormStore, id: string, event: MouseEvent): void {
  const { selection, draft } = store.state.getState();
  if (event.shiftKey) store.select(extended(selection, id, draft));
  else if (event.ctrlKey || event.metaKey) store.select(toggled(selection, id));
  else store.select({ kind: 'fields', ids: [id] });
}

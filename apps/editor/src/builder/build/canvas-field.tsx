// One field on the canvas: drawn as visitors see it, and over it what selects, moves and renames it.
import { useDraggable, useDroppable } from '@dnd-kit/react';
import { drawField, type Words } from '@baton/page/canvas';
import { memo, useMemo, useState } from 'react';
import { kindName, updateField } from '../../draft/edit-fields.ts';
import type { DraftField } from '../../draft/form-draft.ts';
import { shownField } from '../../draft/shown-field.ts';
import { classes } from '../../parts/classes.ts';
import { useBuilder } from '../builder-context.ts';
import { useChosen, useField } from '../use-part.ts';
import { FindingSign } from '../checker/finding-sign.tsx';
import { useIsAim, type DropData } from './aim.ts';
import { DropLine } from './drop-line.tsx';
import { CanvasPiece } from './canvas-piece.tsx';
import { FieldConditions } from './field-conditions.tsx';
import { FieldTools } from './field-tools.tsx';
import { InsertHere } from './insert-here.tsx';
import { InPlaceText } from './in-place-text.tsx';
import { selectBy } from './outline-field.tsx';
import { useKeptFocus } from './use-kept-focus.ts';

type Props = {
  readonly id: string;
  readonly step: string;
  readonly index: number;
  readonly words: Words;
  readonly styles: CSSStyleSheet;
  readonly conditional: boolean;
};

export const CanvasField = memo(function CanvasField(props: Props) {
  const field = useField(props.id);
  return field && <Shown {...props} field={field} />;
});

function Shown(props: Props & { readonly field: DraftField }) {
  const { field, step, index, words, styles, conditional } = props;
  const { store, attributes, mayWrite } = useBuilder();
  const chosen = useChosen(field.id);
  const isSelected = chosen !== 'no';
  const [isNaming, setNaming] = useState(false);
  const drag = useDraggable({ id: `canvas ${field.id}`, data: { field: field.id }, disabled: !mayWrite });
  const data: DropData = { step, index, isEnd: false };
  const drop = useDroppable({ id: `canvas-drop ${field.id}`, data });
  const isAim = useIsAim(step, index);
  const place = useKeptFocus(`canvas ${field.id}`);
  const attribute = field.attribute === undefined ? undefined : attributes.get(field.attribute);
  const html = useMemo(
    () => drawField(shownField(field, attribute), { words, conditional }),
    [field, attribute, words, conditional],
  );
  const name = field.label || kindName(field.kind);
  return (
    <div
      ref={(element) => {
        place.current = element;
        drop.ref(element);
      }}
      className={classes('group relative', drag.isDragSource && 'opacity-40')}
    >
      {mayWrite && <InsertHere step={step} index={index} />}
      {isAim && (
        <div className="absolute inset-x-0 top-2.5 z-10">
          <DropLine />
        </div>
      )}
      {(field.shownWhen || field.requiredWhen) && <FieldConditions id={field.id} />}
      <div className="relative">
        {field.kind === 'hidden' ? (
          <HiddenField field={field} />
        ) : (
          <CanvasPiece html={html} styles={styles} />
        )}
        <button
          // What cannot be dragged would be said to be disabled; it can still be looked at.
          ref={mayWrite ? drag.ref : null}
          type="button"
          data-canvas={field.id}
          // Pressed is what dragging says of it while it is taken.
          aria-current={isSelected}
          aria-description={isSelected ? 'Enter goes to its settings' : undefined}
          aria-label={`${name}, ${kindName(field.kind)}${field.required ? ', must be answered' : ''}`}
          onClick={(event) => selectBy(store, field.id, event)}
          onDoubleClick={() => mayWrite && setNaming(true)}
          onKeyDown={(event) => {
            if (event.key !== 'F2' || !mayWrite) return;
            event.preventDefault();
            setNaming(true);
          }}
          className={classes(
            'absolute -inset-x-3 top-3 -bottom-3 cursor-default rounded-control border-2',
            isSelected ? 'border-accent' : 'border-transparent hover:border-accent/40',
          )}
        />
        {isNaming && (
          <InPlaceText
            label="Question"
            value={field.label}
            placeholder={kindName(field.kind)}
            autoFocus
            onText={(label) =>
              store.edit((draft) => updateField(draft, field.id, { label }), `label ${field.id}`)
            }
            onLeave={() => setNaming(false)}
            className="absolute! inset-x-0 top-5.5 z-10 bg-card text-lg font-medium"
          />
        )}
        <span className="absolute top-5 -left-7 z-10">
          <FindingSign kind="field" id={field.id} />
        </span>
        {chosen === 'alone' && mayWrite && <FieldTools id={field.id} />}
      </div>
    </div>
  );
}

/** What no visitor sees still has to be seen here. */
function HiddenField({ field }: { readonly field: DraftField }) {
  const { default: first } = field;
  const source =
    typeof first !== 'object' || !('from' in first)
      ? 'nothing yet'
      : first.from === 'url'
        ? `“${first.name}” in the page’s address`
        : first.from === 'country'
          ? 'the visitor’s country'
          : 'the e-mail’s domain';
  return (
    <div className="mt-6 rounded-control border border-dashed border-line px-3 py-2.5 text-soft">
      <span className="font-medium">{field.label || kindName(field.kind)}</span> · hidden, filled from{' '}
      {source}
    </div>
  );
}

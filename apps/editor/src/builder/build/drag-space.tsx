// Dragging, by pointer or keys: fields and kinds of fields, onto the outline or the canvas. What is dragged stays where
// it is until it is dropped; a line says where it would go.
import { Accessibility, StyleInjector } from '@dnd-kit/dom';
import {
  DragDropProvider,
  DragOverlay,
  KeyboardSensor,
  type DragEndEvent,
  type DragMoveEvent,
  type DragOverEvent,
  type DragStartEvent,
} from '@dnd-kit/react';
import { useMemo, useState, type ReactNode } from 'react';
import { createStore } from 'zustand/vanilla';
import { fieldKinds, type FieldKind } from '@baton/form';
import { kindName, moveFields } from '../../draft/edit-fields.ts';
import { placeOf, type Gap } from '../../draft/places.ts';
import { pageNonce } from '../../page-nonce.ts';
import { useBuilder } from '../builder-context.ts';
import type { FormStore } from '../form-store.ts';
import { selectedFields } from '../selection.ts';
import { AimContext, gapAt, isDropData, type Aim } from './aim.ts';
import { useBuildActions } from './build-actions.tsx';
import { PatientKeyboardSensor } from './patient-keyboard.ts';

/** How far one press of an arrow moves: about a row of the outline. */
const rowHeight = 34;

const sensors = [
  PatientKeyboardSensor.with({
    offset: { x: 280, y: rowHeight },
    // Space takes; Enter is left to what the part itself does when it is pressed.
    keyboardCodes: {
      start: ['Space'],
      cancel: ['Escape'],
      end: ['Space', 'Enter', 'Tab'],
      up: ['ArrowUp'],
      down: ['ArrowDown'],
      left: ['ArrowLeft'],
      right: ['ArrowRight'],
    },
  }),
];

export function DragSpace({ children }: { readonly children: ReactNode }) {
  const { store, mayWrite } = useBuilder();
  const { add } = useBuildActions();
  const [aim] = useState(() => createStore<Aim>(() => ({ gap: null })));
  const plugins = useMemo(() => pluginsFor(store), [store]);
  if (!mayWrite) return <AimContext value={aim}>{children}</AimContext>;
  return (
    <DragDropProvider
      sensors={(defaults) => [...defaults.filter((sensor) => sensor !== KeyboardSensor), ...sensors]}
      plugins={(defaults) => [...defaults, ...plugins]}
      onDragMove={(event) => aim.setState({ gap: gapOf(event) })}
      onDragOver={(event) => aim.setState({ gap: gapOf(event) })}
      onDragEnd={({ operation: { source }, canceled }) => {
        const { gap } = aim.getState();
        aim.setState({ gap: null });
        if (canceled || gap === null || source === null) return;
        const kind = kindOf(source.data);
        if (kind) add(kind, gap);
        else drop(store, draggedBy(store, source.data), gap);
      }}
    >
      <AimContext value={aim}>{children}</AimContext>
      <DragOverlay dropAnimation={null}>
        {(source) => (
          <div className="w-max max-w-60 truncate rounded-control border border-accent bg-card px-3 py-1.5 font-medium shadow-raised">
            {nameOf(store, source.data)}
          </div>
        )}
      </DragOverlay>
    </DragDropProvider>
  );
}

type Event = DragMoveEvent | DragOverEvent;

function gapOf(event: Event): Gap | null {
  const { target, position } = event.operation;
  const shape = target?.shape;
  if (!target || !shape || !isDropData(target.data)) return null;
  // A move is told of before it is made.
  const moved = 'to' in event && event.to ? event.to.y : position.current.y + byOf(event);
  return gapAt(target.data, moved, shape.center.y);
}

function byOf(event: Event): number {
  return 'by' in event ? (event.by?.y ?? 0) : 0;
}

function drop(store: FormStore, ids: ReadonlySet<string>, gap: Gap): void {
  store.edit((draft) => moveFields(draft, ids, gap));
}

type Data = Readonly<Record<string, unknown>>;

function kindOf({ kind }: Data): FieldKind | undefined {
  return fieldKinds.find((known) => known === kind);
}

/** All that are selected, where one of them is dragged. */
function draggedBy(store: FormStore, { field }: Data): ReadonlySet<string> {
  const id = String(field);
  const selected = selectedFields(store.state.getState().selection);
  return new Set(selected.includes(id) ? selected : [id]);
}

function nameOf(store: FormStore, data: Data): string {
  const kind = kindOf(data);
  if (kind) return kindName(kind);
  const ids = draggedBy(store, data);
  if (ids.size > 1) return `${ids.size} fields`;
  const [id = ''] = ids;
  return placeOf(store.state.getState().draft, id)?.field.label ?? id;
}

/** What is heard while something is dragged, and the page's nonce for the styles that dragging needs. */
function pluginsFor(store: FormStore) {
  let taken = '';
  let last: Gap | null = null;
  const where = (event: Event): string => {
    last = gapOf(event);
    if (last === null) return 'Over nothing.';
    const at = last;
    const step = store.state.getState().draft.steps.findIndex(({ id }) => id === at.step);
    return `Would go to place ${at.index + 1} of step ${step + 1}.`;
  };
  return [
    StyleInjector.configure({ nonce: pageNonce() }),
    Accessibility.configure({
      screenReaderInstructions: {
        draggable:
          'Press space to take it, the arrows to move it, space to drop it, Escape to leave it where it was.',
      },
      announcements: {
        dragstart({ operation: { source } }: DragStartEvent) {
          last = null;
          taken = source ? `${nameOf(store, source.data)} taken.` : '';
          return taken;
        },
        dragmove(event: DragMoveEvent) {
          taken = '';
          return where(event);
        },
        // It is over its own place as soon as it is taken, and only the latest is ever said.
        dragover(event: DragOverEvent) {
          const place = where(event);
          return taken === '' ? place : last === null ? taken : `${taken} ${place}`;
        },
        dragend: ({ canceled }: DragEndEvent) =>
          canceled || last === null ? 'Left where it was.' : 'Dropped.',
      },
    }),
  ];
}

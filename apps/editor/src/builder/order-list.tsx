// A list whose order matters: dragged, moved by Alt and the arrows, or by a handle and keys. It stands as it is told to:
// a line says where what is dragged would go, and whoever owns the order may refuse.
import { Accessibility, StyleInjector } from '@dnd-kit/dom';
import { DragDropProvider, type DragEndEvent } from '@dnd-kit/react';
import { SortableKeyboardPlugin } from '@dnd-kit/dom/sortable';
import { isSortable, useSortable } from '@dnd-kit/react/sortable';
import { GripVertical } from 'lucide-react';
import { useMemo, type KeyboardEvent, type ReactNode } from 'react';
import { classes } from '../parts/classes.ts';
import { pageNonce } from '../page-nonce.ts';
import { DropLine } from './build/drop-line.tsx';

type OrderedItem = {
  readonly id: string;
  /** As it is heard. */
  readonly name: string;
  readonly content: ReactNode;
  /** It is the one that is looked at. */
  readonly isCurrent?: boolean;
  /** It stays where it is. */
  readonly isFixed?: boolean;
};

type Props = {
  readonly label: string;
  readonly items: readonly OrderedItem[];
  readonly onMove: (id: string, to: number) => void;
  readonly disabled: boolean;
};

export function OrderList({ label, items, onMove, disabled }: Props) {
  const plugins = useMemo(() => [StyleInjector.configure({ nonce: pageNonce() }), hearable], []);
  return (
    <DragDropProvider
      plugins={(defaults) => [...defaults, ...plugins]}
      onDragEnd={({ operation: { source, target }, canceled }: DragEndEvent) => {
        if (canceled || !isSortable(source) || !isSortable(target) || source.id === target.id) return;
        onMove(String(source.id), target.index);
      }}
    >
      <ol aria-label={label} className="space-y-2">
        {items.map((item, index) =>
          disabled || item.isFixed ? (
            <li key={item.id} className={lookOf(item)}>
              <span className="w-3 shrink-0" />
              <div className="min-w-0 flex-1">{item.content}</div>
            </li>
          ) : (
            <Item key={item.id} item={item} index={index} onMove={onMove} />
          ),
        )}
      </ol>
    </DragDropProvider>
  );
}

const hearable = Accessibility.configure({
  screenReaderInstructions: {
    draggable: 'Press space to take it, the arrows to move it, space to drop it, Escape to leave it.',
  },
});

type ItemProps = Pick<Props, 'onMove'> & {
  readonly item: OrderedItem;
  readonly index: number;
};

/** Without the plugin that moves the items about by itself, whatever becomes of them. */
const keysAlone = [SortableKeyboardPlugin];

function lookOf({ isCurrent = false }: OrderedItem): string {
  return classes(
    'flex items-stretch rounded-control border',
    isCurrent ? 'border-accent bg-tint' : 'border-line bg-card',
  );
}

function Item({ item, index, onMove }: ItemProps) {
  const { id, name, content } = item;
  const { ref, handleRef, isDragSource, isDropTarget, sortable } = useSortable({
    id,
    index,
    plugins: keysAlone,
  });
  const source = sortable.manager?.dragOperation.source;
  const isBehind = source !== undefined && isSortable(source) && source.index < index;
  const press = (event: KeyboardEvent): void => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    const { target } = event;
    onMove(id, index + (event.key === 'ArrowUp' ? -1 : 1));
    // What is moved in the page loses the focus.
    requestAnimationFrame(() => target instanceof HTMLElement && target.focus());
  };
  return (
    <li
      ref={ref}
      onKeyDown={press}
      className={classes(lookOf(item), 'relative', isDragSource && 'z-10 shadow-raised')}
    >
      {isDropTarget && !isDragSource && (
        <span className={classes('absolute inset-x-0', isBehind ? '-bottom-1.5' : '-top-1.5')}>
          <DropLine />
        </span>
      )}
      <button
        type="button"
        ref={handleRef}
        aria-label={`Move ${name}`}
        title="Drag, or press Alt and an arrow"
        className="grid w-8 shrink-0 cursor-grab touch-none place-items-center rounded-control text-soft hover:text-ink"
      >
        <GripVertical size={14} aria-hidden="true" />
      </button>
      <div className="min-w-0 flex-1">{content}</div>
    </li>
  );
}

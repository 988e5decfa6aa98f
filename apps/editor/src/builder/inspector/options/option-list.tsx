// Options to choose from: added, renamed in place, put in order by dragging or by Alt and the arrows, pasted as lines.
import { Accessibility, StyleInjector } from '@dnd-kit/dom';
import { DragDropProvider, type DragEndEvent, type DragOverEvent, type DragStartEvent } from '@dnd-kit/react';
import { isSortable } from '@dnd-kit/react/sortable';
import type { Option } from '@baton/rules';
import { ListPlus, Plus } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import {
  insertOptions,
  labelsIn,
  mostOptions,
  moveOption,
  removeOption,
} from '../../../draft/edit-options.ts';
import { pageNonce } from '../../../page-nonce.ts';
import { Button } from '../../../parts/button.tsx';
import { OptionRow } from './option-row.tsx';
import { PasteOptions } from './paste-options.tsx';

type Props = {
  readonly options: readonly Option[];
  readonly onOptions: (change: (options: readonly Option[]) => readonly Option[], group?: string) => void;
  readonly disabled: boolean;
};

export function OptionList({ options, onOptions, disabled }: Props) {
  const list = useRef<HTMLOListElement>(null);
  const [isPasting, setPasting] = useState(false);
  const [said, setSaid] = useState('');
  const plugins = useMemo(() => pluginsFor(options), [options]);
  const isFull = options.length >= mostOptions;
  const focusNow = (index: number): void => {
    const input = list.current?.querySelectorAll<HTMLInputElement>('input')[index];
    input?.focus();
    input?.select();
  };
  const focusOn = (index: number): void => {
    requestAnimationFrame(() => focusNow(index));
  };
  const insert = (index: number, labels: readonly string[]): void => {
    onOptions((now) => insertOptions(now, index, labels));
    focusOn(index + labels.length);
  };
  /** Before the next key: whoever types on means the new option. */
  const insertAfter = (index: number, labels: readonly string[]): void => {
    flushSync(() => onOptions((now) => insertOptions(now, index, labels)));
    focusNow(index + labels.length);
  };
  const move = (option: Option, to: number): void => {
    if (to < 0 || to >= options.length) return;
    onOptions((now) => moveOption(now, option.id, to));
    setSaid(`${option.label} moved to place ${to + 1} of ${options.length}.`);
  };
  const remove = (option: Option, index: number): void => {
    onOptions((now) => removeOption(now, option.id));
    setSaid(`${option.label} removed.`);
    focusOn(Math.min(index, options.length - 2));
  };
  return (
    <div>
      <DragDropProvider
        plugins={(defaults) => [...defaults, ...plugins]}
        onDragEnd={({ operation: { source }, canceled }) => {
          if (canceled || !isSortable(source)) return;
          const option = options[source.initialIndex];
          if (option) move(option, source.index);
        }}
      >
        <ol ref={list} aria-label="Options" className="space-y-1">
          {options.map((option, index) => (
            <OptionRow
              key={option.id}
              option={option}
              index={index}
              isOnly={options.length === 1}
              disabled={disabled}
              onOptions={onOptions}
              onMove={(to) => move(option, to)}
              onRemove={() => remove(option, index)}
              onInsert={(labels) => insertAfter(index, labels)}
            />
          ))}
        </ol>
      </DragDropProvider>
      {!disabled && (
        <div className="mt-1.5 flex flex-wrap gap-1">
          <Button
            look="quiet"
            size="small"
            disabled={isFull}
            icon={<Plus size={14} aria-hidden="true" />}
            onClick={() => insert(options.length - 1, [`Option ${options.length + 1}`])}
          >
            Add option
          </Button>
          <Button
            look="quiet"
            size="small"
            disabled={isFull}
            icon={<ListPlus size={14} aria-hidden="true" />}
            onClick={() => setPasting(true)}
          >
            Paste several
          </Button>
        </div>
      )}
      {isPasting && (
        <PasteOptions
          onClose={() => setPasting(false)}
          onText={(text) => onOptions((now) => insertOptions(now, now.length - 1, labelsIn(text)))}
        />
      )}
      <p role="status" className="sr-only">
        {said}
      </p>
    </div>
  );
}

/** What is heard while an option is dragged, and the page's nonce for the styles that dragging needs. */
function pluginsFor(options: readonly Option[]) {
  const nameOf = (id: unknown): string => options.find((option) => option.id === id)?.label ?? 'The option';
  return [
    StyleInjector.configure({ nonce: pageNonce() }),
    Accessibility.configure({
      screenReaderInstructions: {
        draggable: 'Press space to take it, the arrows to move it, space to drop it.',
      },
      announcements: {
        dragstart: ({ operation: { source } }: DragStartEvent) =>
          source ? `${nameOf(source.id)} taken.` : undefined,
        dragover: ({ operation: { source } }: DragOverEvent) =>
          source && isSortable(source) ? `Would go to place ${source.index + 1}.` : undefined,
        dragend: ({ canceled }: DragEndEvent) => (canceled ? 'Left where it was.' : 'Dropped.'),
      },
    }),
  ];
}

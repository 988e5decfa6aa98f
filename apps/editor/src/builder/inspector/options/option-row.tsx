// One option: its name, what moves it, what takes it away.
import { useSortable } from '@dnd-kit/react/sortable';
import type { Option } from '@baton/rules';
import { GripVertical, X } from 'lucide-react';
import * as z from 'zod';
import { labelsIn, renameOption } from '../../../draft/edit-options.ts';
import { IconButton } from '../../../parts/button.tsx';
import { classes } from '../../../parts/classes.ts';
import { words } from '../reading.ts';
import { SettingText } from '../setting.tsx';
import { useSettings } from '../use-settings.ts';

const schema = z.object({ label: words(500, 'An option needs a name.') });

type Props = {
  readonly option: Option;
  readonly index: number;
  readonly isOnly: boolean;
  readonly disabled: boolean;
  readonly onOptions: (change: (options: readonly Option[]) => readonly Option[], group?: string) => void;
  readonly onMove: (to: number) => void;
  readonly onRemove: () => void;
  /** New ones behind this. */
  readonly onInsert: (labels: readonly string[]) => void;
};

export function OptionRow(props: Props) {
  const { option, index, isOnly, disabled, onOptions, onMove, onRemove, onInsert } = props;
  const { ref, handleRef, isDragSource } = useSortable({ id: option.id, index, disabled });
  const settings = useSettings({
    shown: { label: option.label },
    schema,
    disabled,
    put: ({ label }) =>
      label !== undefined && onOptions((now) => renameOption(now, option.id, label), `option ${option.id}`),
  });
  return (
    <li
      ref={ref}
      className={classes('group flex items-start gap-0.5', isDragSource && 'opacity-40')}
      onKeyDown={(event) => {
        const { key, altKey, target } = event;
        const isTyping = target instanceof HTMLInputElement;
        if (altKey && (key === 'ArrowUp' || key === 'ArrowDown') && !disabled) {
          event.preventDefault();
          event.stopPropagation();
          onMove(key === 'ArrowUp' ? index - 1 : index + 1);
        } else if (key === 'Enter' && isTyping && !disabled) {
          event.preventDefault();
          onInsert([`Option ${index + 2}`]);
        }
      }}
      onPaste={(event) => {
        const labels = labelsIn(event.clipboardData.getData('text/plain'));
        if (labels.length < 2 || disabled) return;
        event.preventDefault();
        onInsert(labels);
      }}
    >
      <button
        ref={handleRef}
        type="button"
        disabled={disabled}
        aria-label={`Move ${option.label}`}
        title="Drag, or press Alt with an arrow"
        className="grid h-9 w-6 shrink-0 cursor-grab touch-none place-items-center rounded text-soft disabled:invisible"
      >
        <GripVertical size={14} aria-hidden="true" />
      </button>
      <div className="min-w-0 flex-1">
        <SettingText settings={settings} name="label" label={`Option ${index + 1}`} hideLabel />
      </div>
      <IconButton
        label={`Remove ${option.label}`}
        disabled={disabled || isOnly}
        onClick={onRemove}
        className="shrink-0 text-soft"
      >
        <X size={14} aria-hidden="true" />
      </IconButton>
    </li>
  );
}

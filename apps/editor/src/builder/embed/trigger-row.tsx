// One occasion on which the form opens, and its number or place. Only what works is taken.
import { X } from 'lucide-react';
import { useId, useState } from 'react';
import type { Trigger } from '@baton/form';
import { IconButton } from '../../parts/button.tsx';
import { classes } from '../../parts/classes.ts';
import { controlClasses } from '../../parts/field.tsx';

type Props = {
  readonly trigger: Trigger;
  readonly onChange: (trigger: Trigger) => void;
  readonly onRemove: () => void;
};

export function TriggerRow({ trigger, onChange, onRemove }: Props) {
  return (
    <li className="rounded-control border border-line py-1.5 pr-1.5 pl-3">
      <div className="flex items-start gap-2">
        <div className="min-w-0 flex-1 py-0.5">
          <Sentence trigger={trigger} onChange={onChange} />
        </div>
        <IconButton label="Remove this occasion" onClick={onRemove}>
          <X size={14} aria-hidden="true" />
        </IconButton>
      </div>
    </li>
  );
}

function Sentence({ trigger, onChange }: Pick<Props, 'trigger' | 'onChange'>) {
  switch (trigger.on) {
    case 'delay':
      return (
        <Typed
          before="After"
          after="seconds"
          label="Seconds before it opens"
          value={String(trigger.seconds)}
          wrong="From 0 to 3600 seconds."
          read={(text) => numberIn(text, 0, 3600)}
          onRead={(seconds) => onChange({ ...trigger, seconds })}
        />
      );
    case 'scroll':
      return (
        <Typed
          before="At"
          after="% of the page"
          label="How far they have read, in per cent"
          value={String(trigger.percent)}
          wrong="From 1 to 100 per cent."
          read={(text) => numberIn(text, 1, 100)}
          onRead={(percent) => onChange({ ...trigger, percent })}
        />
      );
    case 'exit':
      return (
        <p className="py-1.5">When they are about to leave. Not on phones: there is no pointer to see.</p>
      );
    case 'click':
      return (
        <Typed
          isWide
          before="At a press on"
          after=""
          label="What is pressed, as a CSS selector"
          value={trigger.selector}
          wrong="No browser understands this selector. Try .my-button or #contact."
          read={selectorIn}
          onRead={(selector) => onChange({ ...trigger, selector })}
        />
      );
  }
}

type TypedProps<T> = {
  readonly before: string;
  readonly after: string;
  readonly label: string;
  readonly value: string;
  readonly wrong: string;
  readonly isWide?: boolean;
  /** Undefined: it does not work. */
  readonly read: (text: string) => T | undefined;
  readonly onRead: (value: T) => void;
};

function Typed<T>({ before, after, label, value, wrong, isWide = false, read, onRead }: TypedProps<T>) {
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const isWrong = typed !== null && read(typed) === undefined;
  return (
    <>
      <div className="flex flex-wrap items-center gap-2">
        <span>{before}</span>
        <input
          type="text"
          inputMode={isWide ? 'text' : 'decimal'}
          spellCheck={false}
          autoComplete="off"
          maxLength={isWide ? 200 : 5}
          aria-label={label}
          aria-invalid={isWrong || undefined}
          aria-describedby={isWrong ? id : undefined}
          value={typed ?? value}
          onChange={({ target }) => {
            setTyped(target.value);
            const next = read(target.value);
            if (next !== undefined) onRead(next);
          }}
          onBlur={() => setTyped(null)}
          className={classes(
            controlClasses,
            'h-8',
            isWide ? 'flex-1 font-mono text-sm!' : 'w-18! tabular-nums',
          )}
        />
        {after !== '' && <span>{after}</span>}
      </div>
      {isWrong && (
        <p id={id} className="mt-1 text-xs text-bad">
          {wrong}
        </p>
      )}
    </>
  );
}

function numberIn(text: string, min: number, max: number): number | undefined {
  const value = Number(text.replace(',', '.'));
  return text.trim() !== '' && value >= min && value <= max ? value : undefined;
}

/** One that no browser understands would keep every press on the page from opening the form. */
function selectorIn(text: string): string | undefined {
  if (text.trim() === '') return undefined;
  try {
    document.createDocumentFragment().querySelector(text);
    return text;
  } catch {
    return undefined;
  }
}

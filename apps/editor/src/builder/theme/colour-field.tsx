// One colour: picked or typed, or following from the others. One that cannot be read says why and offers what can.
import { X } from 'lucide-react';
import { useId, useState } from 'react';
import { readColour, type LowContrast } from '../../draft/edit-theme.ts';
import { Button, IconButton } from '../../parts/button.tsx';
import { classes } from '../../parts/classes.ts';
import { controlClasses } from '../../parts/field.tsx';

type Props = {
  readonly name: string;
  /** Undefined: it follows. */
  readonly given: string | undefined;
  /** What is drawn. */
  readonly shown: string;
  readonly low: LowContrast | undefined;
  readonly onColour: (colour: string | undefined) => void;
};

export function ColourField({ name, given, shown, low, onColour }: Props) {
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const isUnread = typed !== null && typed.trim() !== '' && readColour(typed) === undefined;
  const take = (text: string): void => {
    setTyped(text);
    if (text.trim() === '') return onColour(undefined);
    const colour = readColour(text);
    if (colour !== undefined) onColour(colour);
  };
  const isWrong = isUnread || low !== undefined;
  return (
    <div>
      <div className="flex items-center gap-2">
        <label htmlFor={id} className="min-w-0 flex-1 text-base">
          {name}
        </label>
        {given !== undefined && (
          <IconButton
            size="small"
            label={`${name}: let it follow`}
            onClick={() => {
              setTyped(null);
              onColour(undefined);
            }}
          >
            <X size={14} aria-hidden="true" />
          </IconButton>
        )}
        <div className="relative w-32">
          <input
            type="color"
            aria-label={`${name}, picked`}
            value={given ?? shown}
            onChange={({ target }) => {
              setTyped(null);
              onColour(target.value);
            }}
            className="absolute top-1.5 left-1.5 size-6 cursor-pointer appearance-none overflow-hidden rounded-[5px] border border-line bg-transparent p-0 [&::-moz-color-swatch]:border-0 [&::-webkit-color-swatch]:border-0 [&::-webkit-color-swatch-wrapper]:p-0"
          />
          <input
            id={id}
            type="text"
            value={typed ?? given ?? ''}
            placeholder={shown}
            spellCheck={false}
            autoComplete="off"
            aria-invalid={isWrong || undefined}
            aria-describedby={isWrong ? `${id}-wrong` : undefined}
            onChange={({ target }) => take(target.value)}
            onBlur={() => !isUnread && setTyped(null)}
            className={classes(controlClasses, 'h-9 pl-9.5! tabular-nums')}
          />
        </div>
      </div>
      {isWrong && (
        <div id={`${id}-wrong`} className="mt-1.5 rounded-control bg-bad/8 px-3 py-2 text-sm text-bad">
          {isUnread ? (
            'Colours are six digits, such as #4f60e4.'
          ) : (
            <Low low={low} onTake={(colour) => [setTyped(null), onColour(colour)]} />
          )}
        </div>
      )}
    </div>
  );
}

type LowProps = { readonly low: LowContrast | undefined; readonly onTake: (colour: string) => void };

function Low({ low, onTake }: LowProps) {
  if (low === undefined) return null;
  const { ratio, least, against, suggestion } = low;
  return (
    <div className="space-y-2">
      <p>{`${ratio} : 1 against the ${against}. To be read it takes ${least} : 1.`}</p>
      <Button
        size="small"
        onClick={() => onTake(suggestion)}
        icon={
          <span
            aria-hidden="true"
            className="size-3.5 rounded-full border border-line"
            style={{ background: suggestion }}
          />
        }
      >
        Use {suggestion}
      </Button>
    </div>
  );
}

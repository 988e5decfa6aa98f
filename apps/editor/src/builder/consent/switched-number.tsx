// A limit that holds or does not, and its number. Only a number in its range is taken; what else is typed says so.
import { useId, useState } from 'react';
import { Check, controlClasses } from '../../parts/field.tsx';
import { classes } from '../../parts/classes.ts';

type Props = {
  readonly label: string;
  readonly hint: string;
  readonly unit: string;
  readonly range: { readonly min: number; readonly max: number; readonly step?: number };
  /** Undefined: it does not hold. */
  readonly value: number | undefined;
  /** Where it begins. */
  readonly usual: number;
  readonly onValue: (value: number | undefined) => void;
};

export function SwitchedNumber({ label, hint, unit, range, value, usual, onValue }: Props) {
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const isWrong = typed !== null && !isIn(typed, range);
  return (
    <div className="space-y-2">
      <Check
        label={label}
        hint={hint}
        checked={value !== undefined}
        onChange={({ target }) => {
          setTyped(null);
          onValue(target.checked ? usual : undefined);
        }}
      />
      {value !== undefined && (
        <div className="pl-6.5">
          <div className="flex items-center gap-2">
            <input
              type="number"
              inputMode="numeric"
              step="any"
              {...range}
              aria-label={`${label}: ${unit}`}
              aria-invalid={isWrong || undefined}
              aria-describedby={isWrong ? id : undefined}
              value={typed ?? value}
              onChange={({ target }) => {
                setTyped(target.value);
                if (isIn(target.value, range)) onValue(Number(target.value));
              }}
              onBlur={() => setTyped(null)}
              className={classes(controlClasses, 'h-9 w-24! tabular-nums')}
            />
            <span className="text-soft">{unit}</span>
          </div>
          {isWrong && (
            <p id={id} className="mt-1 text-xs text-bad">
              {`A ${range.step === 1 ? 'whole ' : ''}number from ${range.min} to ${range.max}.`}
            </p>
          )}
        </div>
      )}
    </div>
  );
}

function isIn(text: string, { min, max, step }: Props['range']): boolean {
  const value = Number(text);
  return (
    text.trim() !== '' && value >= min && value <= max && (step === undefined || Number.isInteger(value))
  );
}

// A number on a line between two ends, or none at all.
import { useId } from 'react';
import { Button } from '../../parts/button.tsx';

type Props = {
  readonly label: string;
  readonly unit: string;
  readonly range: { readonly min: number; readonly max: number };
  /** Undefined: nothing is said. */
  readonly value: number | undefined;
  /** Where the line stands then. */
  readonly usual: number;
  /** What holds then, in words. */
  readonly unset: string;
  readonly onValue: (value: number | undefined) => void;
};

export function RangeField({ label, unit, range, value, usual, unset, onValue }: Props) {
  const id = useId();
  return (
    <div>
      <div className="flex h-8 items-center gap-2">
        <label htmlFor={id} className="flex-1 text-sm font-medium">
          {label}
        </label>
        <output htmlFor={id} className="text-sm text-soft tabular-nums">
          {value === undefined ? unset : `${value} ${unit}`}
        </output>
        {value !== undefined && (
          <Button
            size="small"
            look="quiet"
            onClick={() => onValue(undefined)}
            aria-label={`Usual ${label.toLowerCase()}`}
          >
            Usual
          </Button>
        )}
      </div>
      <input
        id={id}
        type="range"
        {...range}
        value={value ?? usual}
        onChange={({ target }) => onValue(target.valueAsNumber)}
        className="w-full accent-accent"
      />
    </div>
  );
}

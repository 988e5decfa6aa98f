// A choice of few, all in sight.
import { useId, type ReactNode } from 'react';
import { classes } from './classes.ts';

type Props<T extends string> = {
  readonly label: string;
  readonly value: T;
  readonly onChange: (value: T) => void;
  readonly choices: readonly { readonly value: T; readonly label: string; readonly icon?: ReactNode }[];
  /** As a question among others: its name above it, as wide as they are. */
  readonly asField?: boolean;
};

export function Segments<T extends string>({ label, value, onChange, choices, asField = false }: Props<T>) {
  const name = useId();
  return (
    <fieldset className="min-w-0">
      <legend className={asField ? 'mb-1 block text-sm font-medium' : 'sr-only'}>{label}</legend>
      <div className="flex rounded-control border border-line bg-card p-0.5">
        {choices.map((choice) => (
          <label
            key={choice.value}
            title={choice.label}
            className={classes(
              'flex h-7 cursor-pointer items-center justify-center gap-1.5 rounded-[6px] px-2.5 text-sm text-soft has-checked:bg-ink/8 has-checked:text-ink has-focus-visible:outline-2 has-focus-visible:outline-accent has-disabled:cursor-not-allowed',
              asField && 'flex-1',
            )}
          >
            <input
              type="radio"
              name={name}
              checked={choice.value === value}
              onChange={() => onChange(choice.value)}
              className="sr-only"
            />
            {choice.icon}
            <span className={choice.icon ? 'sr-only' : 'truncate'}>{choice.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

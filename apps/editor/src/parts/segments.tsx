// A choice of few, all in sight.
import { useId, type ReactNode } from 'react';

type Props<T extends string> = {
  readonly label: string;
  readonly value: T;
  readonly onChange: (value: T) => void;
  readonly choices: readonly { readonly value: T; readonly label: string; readonly icon?: ReactNode }[];
};

export function Segments<T extends string>({ label, value, onChange, choices }: Props<T>) {
  const name = useId();
  return (
    <fieldset className="flex rounded-control border border-line bg-card p-0.5">
      <legend className="sr-only">{label}</legend>
      {choices.map((choice) => (
        <label
          key={choice.value}
          title={choice.label}
          className="flex h-7 cursor-pointer items-center gap-1.5 rounded-[6px] px-2.5 text-sm text-soft has-checked:bg-ink/8 has-checked:text-ink has-focus-visible:outline-2 has-focus-visible:outline-accent"
        >
          <input
            type="radio"
            name={name}
            checked={choice.value === value}
            onChange={() => onChange(choice.value)}
            className="sr-only"
          />
          {choice.icon}
          <span className={choice.icon ? 'sr-only' : ''}>{choice.label}</span>
        </label>
      ))}
    </fieldset>
  );
}

// A question of the editor's own: its name, what it takes, what helps, what is wrong. The controls look alike.
import {
  useId,
  type InputHTMLAttributes,
  type ReactNode,
  type Ref,
  type SelectHTMLAttributes,
  type TextareaHTMLAttributes,
} from 'react';
import { classes } from './classes.ts';

export const controlClasses =
  'w-full min-w-0 bg-card border border-line hover:border-soft rounded-control px-2.5 text-base text-ink aria-invalid:border-bad disabled:opacity-60';

type Around = {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  /** The name is heard, not seen. */
  readonly hideLabel?: boolean;
};

type Given = { readonly id: string; readonly 'aria-describedby'?: string; readonly 'aria-invalid'?: true };

/** A name, a control, and what is said below it. */
function Labelled({
  label,
  hint,
  error,
  hideLabel,
  children,
}: Around & { readonly children: (given: Given) => ReactNode }) {
  const id = useId();
  const about = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div className="min-w-0">
      <label htmlFor={id} className={hideLabel ? 'sr-only' : 'mb-1 block text-sm font-medium'}>
        {label}
      </label>
      {children({
        id,
        ...(about === '' ? {} : { 'aria-describedby': about }),
        ...(error ? { 'aria-invalid': true } : {}),
      })}
      {hint && (
        <p id={`${id}-hint`} className="mt-1 text-xs text-soft">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className="mt-1 text-xs text-bad">
          {error}
        </p>
      )}
    </div>
  );
}

type InputProps = Around & InputHTMLAttributes<HTMLInputElement> & { readonly ref?: Ref<HTMLInputElement> };

export function TextField({ label, hint, error, hideLabel, className, ...rest }: InputProps) {
  return (
    <Labelled {...{ label, hint, error }} hideLabel={hideLabel === true}>
      {(given) => (
        <input type="text" {...rest} {...given} className={classes(controlClasses, 'h-9', className)} />
      )}
    </Labelled>
  );
}

type AreaProps = Around &
  TextareaHTMLAttributes<HTMLTextAreaElement> & { readonly ref?: Ref<HTMLTextAreaElement> };

export function TextArea({ label, hint, error, hideLabel, className, rows = 3, ...rest }: AreaProps) {
  return (
    <Labelled {...{ label, hint, error }} hideLabel={hideLabel === true}>
      {(given) => (
        <textarea {...rest} {...given} rows={rows} className={classes(controlClasses, 'py-1.5', className)} />
      )}
    </Labelled>
  );
}

type SelectProps = Around &
  SelectHTMLAttributes<HTMLSelectElement> & { readonly ref?: Ref<HTMLSelectElement> };

export function SelectField({ label, hint, error, hideLabel, className, children, ...rest }: SelectProps) {
  return (
    <Labelled {...{ label, hint, error }} hideLabel={hideLabel === true}>
      {(given) => (
        <select {...rest} {...given} className={classes(controlClasses, 'h-9 pr-7', className)}>
          {children}
        </select>
      )}
    </Labelled>
  );
}

type CheckProps = Omit<InputHTMLAttributes<HTMLInputElement>, 'type'> & {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly ref?: Ref<HTMLInputElement>;
};

/** A box that is on or off, its name beside it. */
export function Check({ label, hint, className, ...rest }: CheckProps) {
  const id = useId();
  return (
    <div className={classes('flex gap-2.5', className)}>
      <input
        type="checkbox"
        {...rest}
        id={id}
        aria-describedby={hint ? `${id}-hint` : undefined}
        className="mt-0.5 size-4 shrink-0 accent-accent"
      />
      <div className="min-w-0">
        <label htmlFor={id} className="block text-base">
          {label}
        </label>
        {hint && (
          <p id={`${id}-hint`} className="text-xs text-soft">
            {hint}
          </p>
        )}
      </div>
    </div>
  );
}

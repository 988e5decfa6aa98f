// What is pressed: one strong button a screen, quiet ones beside it, and those that are a sign alone.
import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import { classes } from './classes.ts';

type Look = 'main' | 'plain' | 'quiet' | 'bad';

const looks: Readonly<Record<Look, string>> = {
  main: 'bg-accent text-on border-accent hover:brightness-110 font-semibold',
  plain: 'bg-card text-ink border-line hover:border-soft font-medium',
  quiet: 'bg-transparent text-ink border-transparent hover:bg-ink/6 font-medium',
  bad: 'bg-card text-bad border-line hover:border-bad font-medium',
};

const base =
  'inline-flex items-center justify-center gap-2 border rounded-control transition-[filter,background-color,border-color] duration-100 select-none whitespace-nowrap disabled:opacity-50 disabled:pointer-events-none';

export type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & {
  readonly look?: Look;
  readonly size?: 'small' | 'normal';
  /** Something is under way; it cannot be pressed twice. */
  readonly busy?: boolean;
  readonly icon?: ReactNode;
  readonly ref?: Ref<HTMLButtonElement>;
};

/** The class names of a button, for links that look like one. */
export function buttonClasses(look: Look = 'plain', size: 'small' | 'normal' = 'normal'): string {
  return classes(base, looks[look], size === 'small' ? 'h-8 px-2.5 text-sm' : 'h-9 px-3.5 text-base');
}

export function Button({
  look = 'plain',
  size = 'normal',
  busy,
  icon,
  className,
  children,
  ...rest
}: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      aria-busy={busy || undefined}
      aria-disabled={busy || undefined}
      onClick={busy ? undefined : rest.onClick}
      className={classes(buttonClasses(look, size), className)}
    >
      {busy ? <Spinner /> : icon}
      {children}
    </button>
  );
}

/** The class names of a small button that is a sign alone, for parts that bring a button of their own. */
export const iconButtonClasses = classes(base, looks.quiet, 'size-7');

export type IconButtonProps = Omit<ButtonProps, 'children' | 'icon'> & {
  /** What it does: heard, and shown on hover. */
  readonly label: string;
  readonly children: ReactNode;
};

export function IconButton({
  label,
  look = 'quiet',
  size = 'normal',
  className,
  children,
  busy,
  ...rest
}: IconButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      aria-busy={busy || undefined}
      {...rest}
      className={classes(base, looks[look], size === 'small' ? 'size-7' : 'size-9', className)}
    >
      {children}
    </button>
  );
}

function Spinner() {
  return (
    <span
      aria-hidden="true"
      className="size-4 shrink-0 animate-spin rounded-full border-2 border-current border-r-transparent"
    />
  );
}

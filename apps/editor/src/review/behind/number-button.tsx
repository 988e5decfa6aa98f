// A number in a text that opens to the leads behind it; plain words where there are none.
import type { ReactNode } from 'react';
import { classes } from '../../parts/classes.ts';

type Props = {
  readonly onOpen: (() => void) | undefined;
  readonly className?: string;
  readonly children: ReactNode;
};

export function NumberButton({ onOpen, className, children }: Props) {
  if (onOpen === undefined) return <span className={className}>{children}</span>;
  return (
    <button
      type="button"
      onClick={onOpen}
      className={classes(
        'rounded-[3px] text-left underline decoration-line decoration-2 underline-offset-4 hover:decoration-accent print:no-underline',
        className,
      )}
    >
      {children}
    </button>
  );
}

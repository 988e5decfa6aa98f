// A text that is changed where it stands.
import { useEffect, useRef, useState } from 'react';
import { classes } from '../../parts/classes.ts';

type Props = {
  readonly label: string;
  readonly value: string;
  readonly placeholder?: string;
  readonly disabled?: boolean;
  readonly autoFocus?: boolean;
  readonly onText: (text: string) => void;
  readonly onFocus?: () => void;
  readonly onLeave?: () => void;
  readonly className?: string;
};

export function InPlaceText({
  label,
  value,
  placeholder,
  disabled,
  autoFocus,
  onText,
  onFocus,
  onLeave,
  className,
}: Props) {
  const input = useRef<HTMLInputElement>(null);
  const [before, setBefore] = useState(value);
  useEffect(() => {
    if (autoFocus) input.current?.select();
  }, [autoFocus]);
  return (
    <input
      ref={input}
      aria-label={label}
      value={value}
      placeholder={placeholder}
      disabled={disabled}
      maxLength={500}
      onFocus={() => {
        setBefore(value);
        onFocus?.();
      }}
      onChange={({ target }) => onText(target.value)}
      onBlur={onLeave}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Escape') onText(before);
        if (event.key === 'Escape' || event.key === 'Enter') event.currentTarget.blur();
      }}
      className={classes(
        'w-full min-w-0 rounded-[6px] border border-transparent bg-transparent px-1.5 py-0.5 -mx-1.5 hover:border-line focus:border-line disabled:hover:border-transparent',
        className,
      )}
    />
  );
}

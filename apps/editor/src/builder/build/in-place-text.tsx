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
  /** By a pointer: whoever comes by on the way to somewhere else selects nothing. */
  readonly onPress?: () => void;
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
  onPress,
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
      onPointerDown={onPress}
      onFocus={() => setBefore(value)}
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

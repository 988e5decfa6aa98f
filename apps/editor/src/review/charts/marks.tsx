// What can be pointed at in a picture: each bar, row or cell, with what it says, laid over the drawing. They are one stop
// for the tab key, arrow keys go from one to the next, and what has the focus is heard and shown in words. Those that open
// to their leads are buttons.
import { useRef, useState, type KeyboardEvent } from 'react';
import { classes } from '../../parts/classes.ts';
import { nextMark, type Box } from './next-mark.ts';

export type Mark = Box & {
  /** All of it in words. */
  readonly says: string;
  /** Opens it to the leads behind it. */
  readonly onOpen?: (() => void) | undefined;
  /** The drawing has its words, so that they need not be shown once more. */
  readonly isWritten?: boolean;
};

type Props = { readonly marks: readonly Mark[]; readonly width: number };

const bubbleWidth = 240;

export function Marks({ marks, width }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const [stop, setStop] = useState(0);
  const [shown, setShown] = useState<number | null>(null);
  const at = Math.min(stop, marks.length - 1);
  const press = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const next = nextMark(marks, at, event.key);
    if (next === at) return;
    event.preventDefault();
    setStop(next);
    place.current?.querySelector<HTMLElement>(`[data-mark="${next}"]`)?.focus();
  };
  const pointed = shown === null ? undefined : marks[shown];
  const bubble = pointed?.isWritten === true ? undefined : pointed;
  return (
    <div
      ref={place}
      role="group"
      aria-label="In the picture; arrow keys go through it"
      className="absolute inset-0 print:hidden"
      onKeyDown={press}
      onMouseLeave={() => setShown(null)}
      onBlur={() => setShown(null)}
    >
      {marks.map((mark, index) => {
        const shared = {
          'data-mark': index,
          tabIndex: index === at ? 0 : -1,
          'aria-label': mark.says,
          style: { left: mark.x, top: mark.y, width: mark.width, height: mark.height },
          onFocus: () => {
            setStop(index);
            setShown(index);
          },
          onMouseEnter: () => setShown(index),
        };
        return mark.onOpen === undefined ? (
          <span key={index} role="img" className={markClasses} {...shared} />
        ) : (
          <button
            key={index}
            type="button"
            className={classes(markClasses, 'cursor-pointer hover:bg-ink/5')}
            onClick={mark.onOpen}
            {...shared}
          />
        );
      })}
      {bubble !== undefined && (
        <span
          aria-hidden="true"
          className="pointer-events-none absolute z-20 w-max -translate-y-full rounded-control border border-line bg-card px-2 py-1 text-xs text-ink shadow-raised"
          style={{
            maxWidth: bubbleWidth,
            top: bubble.y - 4,
            ...(bubble.x + bubble.width / 2 > width / 2
              ? { right: Math.max(0, width - bubble.x - bubble.width) }
              : { left: Math.max(0, bubble.x) }),
          }}
        >
          {bubble.says}
        </span>
      )}
    </div>
  );
}

const markClasses = classes('absolute rounded-[3px]');

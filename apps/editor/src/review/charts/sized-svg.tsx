// A picture as wide as the place it is in, drawn anew when that changes, so that its words keep their size.
import { useId, type ReactNode } from 'react';
import { useWidth } from '../../parts/use-width.ts';
import { Marks, type Mark } from './marks.tsx';

type Props = {
  /** @param width how wide it is */
  readonly height: number | ((width: number) => number);
  /** @param hatch the fill of what is not certain, told from the rest without colour */
  readonly children: (width: number, hatch: string) => ReactNode;
  /** What can be pointed at in it. */
  readonly marks?: ((width: number) => readonly Mark[]) | undefined;
};

/** Before it is measured. */
const usualWidth = 560;

export function SizedSvg({ height: given, children, marks }: Props) {
  const [place, width] = useWidth(usualWidth);
  const hatch = useId();
  const height = typeof given === 'number' ? given : given(width);
  const pointed = marks?.(width) ?? [];
  return (
    <div ref={place} className="relative min-w-0">
      <svg
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        aria-hidden="true"
        className="block max-w-full font-sans tabular-nums"
      >
        <defs>
          <pattern
            id={hatch}
            width="6"
            height="6"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <line x1="0" y1="0" x2="0" y2="6" className="stroke-soft" strokeWidth="2" />
          </pattern>
        </defs>
        {children(width, `url(#${hatch})`)}
      </svg>
      {pointed.length > 0 && <Marks marks={pointed} width={width} />}
    </div>
  );
}

// Bars one below the other, each with its name above it and its numbers beside it.
import { SizedSvg } from './sized-svg.tsx';

export type Bar = {
  readonly name: string;
  /** As long as the bar is. */
  readonly value: number;
  /** Behind it: what it is a part of, or how far it may still come. */
  readonly whole?: number;
  readonly says: string;
};

type Props = { readonly bars: readonly Bar[]; readonly most?: number };

const rowHeight = 44;

export function RowBars({ bars, most = Math.max(1e-9, ...bars.map(longestOf)) }: Props) {
  return (
    <SizedSvg height={bars.length * rowHeight}>
      {(width, hatch) =>
        bars.map(({ name, value, whole = 0, says }, index) => {
          const long = (of: number): number => Math.max(of > 0 ? 2 : 0, (of / most) * width);
          const top = index * rowHeight;
          return (
            <g key={index}>
              <text x="0" y={top + 14} className="fill-ink text-sm">
                {shortened(name, (width - says.length * 6.4 - 12) / 6.8)}
              </text>
              <text x={width} y={top + 14} textAnchor="end" className="fill-soft text-xs">
                {says}
              </text>
              <rect x="0" y={top + 22} width={width} height="12" rx="3" className="fill-ink/5" />
              {whole > value && (
                <rect x="0" y={top + 22} width={long(whole)} height="12" rx="3" fill={hatch} opacity="0.7" />
              )}
              <rect x="0" y={top + 22} width={long(value)} height="12" rx="3" className="fill-accent" />
            </g>
          );
        })
      }
    </SizedSvg>
  );
}

function longestOf({ value, whole = 0 }: Bar): number {
  return Math.max(value, whole);
}

/** SVG does not do it by itself. */
export function shortened(text: string, most: number): string {
  const room = Math.max(4, Math.floor(most));
  return text.length <= room ? text : `${text.slice(0, room - 1)}…`;
}

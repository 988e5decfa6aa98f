// Shares of won leads as bars, each with the bounds between which it lies for sure enough; the share of all is a line, so
// that one sees what stands out.
import type { Baseline } from '@baton/worker/api-types';
import { percent } from './first-agreement.ts';

export type Bar = Pick<Baseline, 'leads' | 'known' | 'won' | 'interval'> & { readonly label: string };

type Props = { readonly bars: readonly Bar[]; readonly all: number | null };

const [width, row, left, right] = [560, 30, 168, 150];

export function ShareBars({ bars, all }: Props) {
  const most = Math.min(1, Math.max(0.1, ...bars.map(({ interval }) => interval?.[1] ?? 0)));
  const x = (share: number): number => left + (share / most) * (width - left - right);
  const height = bars.length * row;
  return (
    <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true" className="h-auto w-full max-w-180">
      {bars.map(({ label, known, won, interval }, index) => {
        const y = index * row;
        const share = known === 0 ? null : won / known;
        return (
          <g key={label}>
            <text x={left - 10} y={y + 19} textAnchor="end" className="fill-ink text-[12px]">
              {label.length > 24 ? `${label.slice(0, 23)}…` : label}
            </text>
            {share !== null && (
              <rect
                x={left}
                y={y + 6}
                width={Math.max(1, x(share) - left)}
                height={row - 12}
                rx="3"
                className="fill-accent/70"
              />
            )}
            {interval !== null && (
              <g className="stroke-ink">
                <line
                  x1={x(interval[0])}
                  x2={x(interval[1])}
                  y1={y + row / 2}
                  y2={y + row / 2}
                  strokeWidth="1.5"
                />
                <line
                  x1={x(interval[0])}
                  x2={x(interval[0])}
                  y1={y + 10}
                  y2={y + row - 10}
                  strokeWidth="1.5"
                />
                <line
                  x1={x(interval[1])}
                  x2={x(interval[1])}
                  y1={y + 10}
                  y2={y + row - 10}
                  strokeWidth="1.5"
                />
              </g>
            )}
            <text x={width - right + 12} y={y + 19} className="fill-soft text-[12px] tabular-nums">
              {share === null
                ? 'nothing known'
                : `${percent(share)} · ${won} of ${known.toLocaleString('en')}`}
            </text>
          </g>
        );
      })}
      {all !== null && (
        <line x1={x(all)} x2={x(all)} y1="0" y2={height} className="stroke-soft" strokeDasharray="3 4" />
      )}
    </svg>
  );
}

// Shares of won leads as bars, each with the bounds between which it lies for sure enough; the share of all is a line, so
// that one sees what stands out.
import type { Baseline } from '@baton/worker/api-types';
import { shortened } from '../charts/row-bars.tsx';
import { SizedSvg } from '../charts/sized-svg.tsx';
import { percent } from './first-agreement.ts';

export type Bar = Pick<Baseline, 'leads' | 'known' | 'won' | 'interval'> & { readonly label: string };

type Props = { readonly bars: readonly Bar[]; readonly all: number | null };

const [row, bar] = [48, 14];

export function ShareBars({ bars, all }: Props) {
  const most = Math.min(1, Math.max(0.1, ...bars.map(({ interval }) => interval?.[1] ?? 0)));
  const height = bars.length * row;
  return (
    <div className="max-w-180">
      <SizedSvg
        height={height}
        marks={(width) =>
          bars.map((one, index) => ({
            x: 0,
            y: index * row,
            width,
            height: row - 2,
            says: `${one.label}: ${shareInWords(one)}${one.interval === null ? '' : `, between ${percent(one.interval[0])} and ${percent(one.interval[1])}`}`,
          }))
        }
      >
        {(width) => {
          const x = (share: number): number => (share / most) * (width - 2);
          return (
            <>
              {bars.map((one, index) => (
                <ShareBar key={one.label} bar={one} top={index * row} width={width} x={x} />
              ))}
              {all !== null &&
                bars.map(({ label }, index) => (
                  <line
                    key={label}
                    x1={x(all)}
                    x2={x(all)}
                    y1={index * row + 19}
                    y2={index * row + 39}
                    className="stroke-soft"
                    strokeDasharray="3 3"
                  />
                ))}
            </>
          );
        }}
      </SizedSvg>
    </div>
  );
}

type BarProps = {
  readonly bar: Bar;
  readonly top: number;
  readonly width: number;
  readonly x: (share: number) => number;
};

function ShareBar({ bar: one, top, width, x }: BarProps) {
  const { label, known, won, interval } = one;
  const says = shareInWords(one);
  const [from, middle] = [top + 22, top + 22 + bar / 2];
  return (
    <g>
      <text x="0" y={top + 15} className="fill-ink text-sm">
        {shortened(label, (width - says.length * 6.4 - 12) / 7)}
      </text>
      <text x={width} y={top + 15} textAnchor="end" className="fill-soft text-xs">
        {says}
      </text>
      {known > 0 && (
        <rect
          x="0"
          y={from}
          width={Math.max(1, x(won / known))}
          height={bar}
          rx="3"
          className="fill-accent/70"
        />
      )}
      {interval !== null && (
        <path
          d={`M${x(interval[0])} ${middle}H${x(interval[1])}M${x(interval[0])} ${from + 3}v${bar - 6}M${x(interval[1])} ${from + 3}v${bar - 6}`}
          strokeWidth="1.5"
          className="stroke-ink"
        />
      )}
    </g>
  );
}

function shareInWords({ known, won }: Bar): string {
  return known === 0 ? 'nothing known' : `${percent(won / known)} · ${won} of ${known.toLocaleString('en')}`;
}

// Bars side by side, each with its name below it and its number above.
import { countInWords } from '../../parts/share.ts';
import { SizedSvg } from './sized-svg.tsx';

export type Column = {
  readonly name: string;
  readonly value: number;
  /** Behind it: what it is a part of. */
  readonly whole?: number;
  /** It is not certain, as what still waits. */
  readonly isOpen?: boolean;
  /** All of it in words; its name and number, unless there is more. */
  readonly says?: string;
  /** Opens it to the leads behind it. */
  readonly onOpen?: (() => void) | undefined;
};

type Props = {
  readonly columns: readonly Column[];
  readonly height?: number;
  /** Every so many have their name; all, unless there is no room. */
  readonly every?: number;
};

const [above, below] = [18, 20];

export function ColumnBars({ columns, height = 180, every = 1 }: Props) {
  const most = Math.max(1, ...columns.flatMap(({ value, whole = 0 }) => [value, whole]));
  const floor = height - below;
  return (
    <SizedSvg
      height={height}
      marks={(width) =>
        columns.map(({ name, value, says = `${name}: ${countInWords(value)}`, onOpen }, index) => {
          const step = width / columns.length;
          return { x: index * step, y: 0, width: step, height, says, onOpen };
        })
      }
    >
      {(width, hatch) => {
        const step = width / Math.max(1, columns.length);
        const bar = Math.min(48, step * 0.7);
        const tall = (count: number): number => (count / most) * (floor - above);
        return (
          <>
            <line x1="0" x2={width} y1={floor + 0.5} y2={floor + 0.5} className="stroke-line" />
            {columns.map(({ name, value, whole = 0, isOpen = false }, index) => {
              const middle = (index + 0.5) * step;
              const left = middle - bar / 2;
              return (
                <g key={index}>
                  {whole > 0 && (
                    <rect
                      x={left + 0.5}
                      width={bar - 1}
                      y={floor - tall(whole)}
                      height={tall(whole)}
                      rx="2"
                      className="fill-ink/5 stroke-soft"
                    />
                  )}
                  <rect
                    x={left}
                    width={bar}
                    y={floor - tall(value)}
                    height={tall(value)}
                    rx="2"
                    fill={isOpen ? hatch : undefined}
                    className={isOpen ? '' : 'fill-accent'}
                  />
                  {step >= 22 && Math.max(value, whole) > 0 && (
                    <text
                      x={middle}
                      y={floor - tall(Math.max(value, whole)) - 5}
                      textAnchor="middle"
                      className="fill-ink text-xs"
                    >
                      {value}
                    </text>
                  )}
                  {index % every === 0 && (
                    <text x={middle} y={height - 4} textAnchor="middle" className="fill-soft text-xs">
                      {name}
                    </text>
                  )}
                </g>
              );
            })}
          </>
        );
      }}
    </SizedSvg>
  );
}

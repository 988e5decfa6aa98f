// Bars one below the other, each with its name above it and its numbers beside that, or below where there is no room.
import { SizedSvg } from './sized-svg.tsx';

export type Bar = {
  readonly name: string;
  /** As long as the bar is. */
  readonly value: number;
  readonly says: string;
  /** Opens it to the leads behind it. */
  readonly onOpen?: (() => void) | undefined;
  /** Further parts after one another, behind the bar, each to be opened by itself. */
  readonly parts?: readonly BarPart[];
};

type BarPart = {
  readonly value: number;
  /** Hatched is what may still come, outlined what will not. */
  readonly look: 'hatched' | 'outlined';
  readonly says: string;
  readonly onOpen?: (() => void) | undefined;
};

type Props = { readonly bars: readonly Bar[]; readonly most?: number };

const [rowHeight, secondLine, barHeight] = [44, 18, 12];
/** How wide letters are on average, px. */
const [nameLetter, saysLetter] = [7, 6.4];

export function RowBars({ bars, most = Math.max(1e-9, ...bars.map(longestOf)) }: Props) {
  const [narrow, wide] = [bars.length * (rowHeight + secondLine), bars.length * rowHeight];
  const isTight = (width: number): boolean =>
    bars.some(
      ({ name, says }) => Math.min(name.length, 24) * nameLetter + says.length * saysLetter > width - 12,
    );
  return (
    <SizedSvg
      height={(width) => (isTight(width) ? narrow : wide)}
      marks={(width) => {
        const high = isTight(width) ? rowHeight + secondLine : rowHeight;
        return bars.flatMap(({ name, value, says, onOpen, parts = [] }, index) => {
          const top = index * high;
          const long = (of: number): number => (of / most) * width;
          const row = {
            x: 0,
            y: top,
            width,
            height: high - 2,
            says: says === '' ? name : `${name}: ${says}`,
            onOpen,
            isWritten: true,
          };
          let from = long(value);
          const own = parts.flatMap((part) => {
            const [x, length] = [from, long(part.value)];
            from += length;
            const y = top + high - 2 - barHeight - 8;
            // As large as a finger, as far as there is room.
            const reach = Math.max(24, length);
            if (part.value === 0 || part.onOpen === undefined) return [];
            return {
              x: Math.max(0, Math.min(x, width - reach)),
              y,
              width: reach,
              height: barHeight + 10,
              says: `${name}: ${part.says}`,
              onOpen: part.onOpen,
            };
          });
          return [row, ...own];
        });
      }}
    >
      {(width, hatch) => {
        const isBelow = isTight(width);
        const high = isBelow ? rowHeight + secondLine : rowHeight;
        return bars.map(({ name, value, says, parts = [] }, index) => {
          const long = (of: number): number => Math.max(of > 0 ? 2 : 0, (of / most) * width);
          const top = index * high;
          const bar = top + high - 10 - barHeight;
          let from = (value / most) * width;
          return (
            <g key={index}>
              <text x="0" y={top + 14} className="fill-ink text-sm">
                {shortened(name, (isBelow ? width : width - says.length * saysLetter - 12) / nameLetter)}
              </text>
              <text
                x={isBelow ? 0 : width}
                y={isBelow ? top + 14 + secondLine : top + 14}
                textAnchor={isBelow ? 'start' : 'end'}
                className="fill-soft text-xs"
              >
                {says}
              </text>
              <rect x="0" y={bar} width={width} height={barHeight} rx="3" className="fill-ink/5" />
              {parts.map((part, place) => {
                const [x, length] = [from, (part.value / most) * width];
                from += length;
                return (
                  length > 0 && (
                    <rect
                      key={place}
                      x={x + 0.5}
                      y={bar + 0.5}
                      width={Math.max(1, length - 1)}
                      height={barHeight - 1}
                      rx="3"
                      fill={part.look === 'hatched' ? hatch : undefined}
                      className={part.look === 'hatched' ? '' : 'fill-card stroke-soft'}
                    />
                  )
                );
              })}
              <rect x="0" y={bar} width={long(value)} height={barHeight} rx="3" className="fill-accent" />
            </g>
          );
        });
      }}
    </SizedSvg>
  );
}

function longestOf({ value, parts = [] }: Bar): number {
  return value + parts.reduce((sum, part) => sum + part.value, 0);
}

/** SVG does not do it by itself. */
export function shortened(text: string, most: number): string {
  const room = Math.max(4, Math.floor(most));
  return text.length <= room ? text : `${text.slice(0, room - 1)}…`;
}

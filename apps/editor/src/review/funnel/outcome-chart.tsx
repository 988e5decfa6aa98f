// What became of leads, group by group: of each how many, one beside the other. Told apart by how they are filled and by
// their place, not by colour alone. Each opens to its leads.
import type { ReviewFunnel } from '@baton/worker/api-types';
import { countInWords, shareInWords } from '../../parts/share.ts';
import type { ChartTable } from '../charts/chart-table.ts';
import type { Mark } from '../charts/marks.tsx';
import { SizedSvg } from '../charts/sized-svg.tsx';

type Group = Pick<ReviewFunnel['bands']['bands'][number], 'leads' | 'counts'> & {
  readonly name: string;
  /** A line is drawn above it, with these words. */
  readonly begins?: string;
  /** What opens the leads of one outcome, or all. */
  readonly opens: (outcome: Outcome | 'all', count: number) => (() => void) | undefined;
};

type Outcome = keyof ReviewFunnel['bands']['bands'][number]['counts'];

const outcomes = [
  { id: 'won', name: 'Won', className: 'fill-accent' },
  { id: 'sql', name: 'SQL', className: 'fill-accent/60' },
  { id: 'accepted', name: 'Accepted', className: 'fill-accent/25' },
  { id: 'open', name: 'Open', className: 'fill-card stroke-soft' },
  { id: 'rejected', name: 'Rejected', className: 'stroke-soft' },
  { id: 'lost', name: 'Lost', className: 'fill-soft' },
] as const satisfies readonly { readonly id: Outcome; readonly name: string; readonly className: string }[];

const rowHeight = 28;
const legendHeight = 44;
/** Before the bars, and after the longest. */
const [label, rest] = [72, 36];

export function OutcomeChart({ groups }: { readonly groups: readonly Group[] }) {
  const most = Math.max(1, ...groups.map(({ leads }) => leads));
  return (
    <SizedSvg
      height={legendHeight + groups.length * rowHeight + 4}
      marks={(width) => groups.flatMap((group, row) => groupMarks(group, row, (width - label - rest) / most))}
    >
      {(width, hatch) => {
        const scale = (width - label - rest) / most;
        return (
          <>
            <Legend width={width} hatch={hatch} />
            {groups.map(({ name, leads, counts, begins }, row) => {
              const top = legendHeight + row * rowHeight;
              let left = label;
              return (
                <g key={name}>
                  <text x="0" y={top + 18} className="fill-ink text-sm">
                    {name.slice(0, 10)}
                  </text>
                  {outcomes.map(({ id, className }) => {
                    const from = left;
                    const long = counts[id] * scale;
                    left += long;
                    return (
                      long > 0 && (
                        <g key={id}>
                          <rect
                            x={from + 0.5}
                            y={top + 4}
                            width={Math.max(1, long - 1)}
                            height="20"
                            rx="2"
                            fill={id === 'rejected' ? hatch : undefined}
                            className={className}
                          />
                          {long >= 22 && id !== 'rejected' && (
                            <text
                              x={from + long / 2}
                              y={top + 18}
                              textAnchor="middle"
                              className={`text-xs ${onIt[id]}`}
                            >
                              {counts[id]}
                            </text>
                          )}
                        </g>
                      )
                    );
                  })}
                  <text x={left + 6} y={top + 18} className="fill-soft text-xs">
                    {leads === 0 ? '' : countInWords(leads)}
                  </text>
                  {begins !== undefined && (
                    <>
                      <line
                        x1="0"
                        x2={width}
                        y1={top}
                        y2={top}
                        strokeDasharray="4 3"
                        className="stroke-ink"
                      />
                      <text x={width} y={top - 4} textAnchor="end" className="fill-ink text-xs">
                        {begins}
                      </text>
                    </>
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

function groupMarks({ name, leads, counts, opens }: Group, row: number, scale: number): readonly Mark[] {
  const y = legendHeight + row * rowHeight;
  let x = label;
  const all = {
    x: 0,
    y,
    width: label - 4,
    height: rowHeight,
    says: `${name}: ${countInWords(leads)} in all`,
    onOpen: opens('all', leads),
  };
  return [
    all,
    ...outcomes.flatMap(({ id, name: outcome }) => {
      const from = x;
      x += counts[id] * scale;
      const says = `${name}, ${outcome}: ${countInWords(counts[id])}`;
      return counts[id] === 0
        ? []
        : [{ x: from, y, width: x - from, height: rowHeight, says, onOpen: opens(id, counts[id]) }];
    }),
  ];
}

/** The number on each, where it can be read. */
const onIt: Readonly<Record<Outcome, string>> = {
  won: 'fill-on',
  sql: 'fill-ink',
  accepted: 'fill-ink',
  open: 'fill-ink',
  rejected: 'fill-ink',
  lost: 'fill-card',
};

function Legend({ width, hatch }: { readonly width: number; readonly hatch: string }) {
  const columns = width < 480 ? 3 : outcomes.length;
  const step = Math.min(110, width / columns);
  return (
    <>
      {outcomes.map(({ id, name, className }, index) => {
        const [left, top] = [(index % columns) * step, Math.floor(index / columns) * 18];
        return (
          <g key={id}>
            <rect
              x={left + 0.5}
              y={top + 2.5}
              width="11"
              height="11"
              rx="2"
              fill={id === 'rejected' ? hatch : undefined}
              className={className}
            />
            <text x={left + 17} y={top + 12} className="fill-soft text-xs">
              {name}
            </text>
          </g>
        );
      })}
    </>
  );
}

export function outcomeTable(groups: readonly Group[], of: string): ChartTable {
  return {
    opens: groups.map(({ leads, opens }) => opens('all', leads)),
    columns: [of, 'Leads', ...outcomes.map(({ name }) => name), 'Of the judged, rejected'],
    rows: groups.map(({ name, leads, counts }) => [
      name,
      leads,
      ...outcomes.map(({ id }) => counts[id]),
      shareInWords(counts.rejected, leads - counts.open),
    ]),
  };
}

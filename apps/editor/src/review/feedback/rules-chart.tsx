// Of each rule, how often those are rejected whom it gave points, against all others: a dot with where the share lies, and
// a ring for the others. What is more than chance is said in words.
import type { ReviewRejections } from '@baton/worker/api-types';
import { shareInWords } from '../../parts/share.ts';
import type { Slices } from '../behind/use-slices.ts';
import type { ChartTable } from '../charts/chart-table.ts';
import { shortened } from '../charts/row-bars.tsx';
import { SizedSvg } from '../charts/sized-svg.tsx';

type Rule = ReviewRejections['rules'][number];
type Props = Pick<ReviewRejections, 'rules'> & Pick<Slices, 'opens'>;

/** The words beside a rule stand below it where there is no room. */
const [highRow, secondLine, narrow] = [46, 18, 440];

function highOf(width: number): number {
  return width < narrow ? highRow + secondLine : highRow;
}

/** Others are in the table. */
const mostRows = 12;

export function RulesChart({ rules, opens }: Props) {
  const shown = rules.slice(0, mostRows);
  return (
    <SizedSvg
      height={(width) => shown.length * highOf(width) + 18}
      marks={(width) =>
        shown.map((rule, row) => ({
          x: 0,
          y: row * highOf(width),
          width,
          height: highOf(width) - 2,
          says: `${rule.says}: rejected ${ruleInWords(rule)}`,
          onOpen: opens({ kind: 'rule', rule: rule.rule, gave: true }, rule.judged),
          isWritten: true,
        }))
      }
    >
      {(width) => {
        const at = (share: number): number => 7 + share * (width - 14);
        const rowHeight = highOf(width);
        const isBelow = rowHeight > highRow;
        return (
          <>
            {shown.map((rule, row) => {
              const [top, line] = [row * rowHeight, (row + 1) * rowHeight - 17];
              const { says, isNamed, share, interval, others } = rule;
              return (
                <g key={rule.rule}>
                  <text
                    x="0"
                    y={top + 14}
                    className={isNamed ? 'fill-ink text-sm font-semibold' : 'fill-ink text-sm'}
                  >
                    {shortened(`${isNamed ? '▲ ' : ''}${says}`, (isBelow ? width : width - 150) / 7)}
                  </text>
                  <text
                    x={isBelow ? 0 : width}
                    y={isBelow ? top + 14 + secondLine : top + 14}
                    textAnchor={isBelow ? 'start' : 'end'}
                    className="fill-soft text-xs"
                  >
                    {ruleInWords(rule)}
                  </text>
                  <line x1="0" x2={width} y1={line} y2={line} className="stroke-line" />
                  {interval !== null && (
                    <line
                      x1={at(interval[0])}
                      x2={at(interval[1])}
                      y1={line}
                      y2={line}
                      strokeWidth="5"
                      strokeLinecap="round"
                      className="stroke-accent/35"
                    />
                  )}
                  {others.share !== null && (
                    <circle
                      cx={at(others.share)}
                      cy={line}
                      r="5"
                      strokeWidth="2"
                      className="fill-card stroke-soft"
                    />
                  )}
                  {share !== null && <circle cx={at(share)} cy={line} r="5" className="fill-accent" />}
                </g>
              );
            })}
            {[0, 0.5, 1].map((share) => (
              <text
                key={share}
                x={share * width}
                y={shown.length * rowHeight + 12}
                textAnchor={share === 0 ? 'start' : share === 1 ? 'end' : 'middle'}
                className="fill-soft text-xs"
              >
                {shareInWords(share, 1)}
              </text>
            ))}
          </>
        );
      }}
    </SizedSvg>
  );
}

/** `62% of 40 · others 20%`. */
function ruleInWords({ judged, rejected, others }: Rule): string {
  return `${shareInWords(rejected, judged)} of ${judged} · others ${shareInWords(others.rejected, others.judged)}`;
}

export function rulesTable({ rules, opens }: Props): ChartTable {
  return {
    opens: rules.map(({ rule, judged }) => opens({ kind: 'rule', rule, gave: true }, judged)),
    columns: [
      'Rule',
      'Judged',
      'Rejected',
      'Share',
      'Others judged',
      'Others rejected',
      'Times as often',
      'Chance',
      'For all tested',
      'Blamed',
    ],
    rows: rules.map(({ says, judged, rejected, others, ratio, chance, adjusted, blamed }) => [
      says,
      judged,
      rejected,
      shareInWords(rejected, judged),
      others.judged,
      others.rejected,
      ratio === null ? null : Number(ratio.toFixed(2)),
      chance === null ? 'too few' : chanceInWords(chance),
      adjusted === null ? 'too few' : chanceInWords(adjusted),
      blamed,
    ]),
  };
}

/** `0.03`, `< 0.001`. */
export function chanceInWords(chance: number): string {
  return chance < 0.001 ? '< 0.001' : chance.toFixed(3);
}

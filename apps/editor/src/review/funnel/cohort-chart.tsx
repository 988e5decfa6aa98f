// The conversion of each step by the month in which leads came; hatched where some have not had their time yet.
import type { ReviewFunnel } from '@baton/worker/api-types';
import { countInWords, shareInWords } from '../../parts/share.ts';
import type { Slices } from '../behind/use-slices.ts';
import type { ChartTable } from '../charts/chart-table.ts';
import type { Mark } from '../charts/marks.tsx';
import { SizedSvg } from '../charts/sized-svg.tsx';
import { monthInWords, stepInWords, stepNames } from './step-words.ts';

type Props = Pick<ReviewFunnel, 'cohorts'> & Pick<Slices, 'opens'>;

const [rowHeight, header, gap, label] = [36, 24, 3, 92];

export function CohortChart({ cohorts, opens }: Props) {
  const steps = cohorts[0]?.steps.map(({ step }) => step) ?? [];
  return (
    <SizedSvg
      height={header + cohorts.length * rowHeight}
      marks={(width) => cohorts.flatMap((cohort, row) => rowMarks(cohort, row, width, opens))}
    >
      {(width, hatch) => {
        const cell = (width - label) / Math.max(1, steps.length);
        return (
          <>
            {steps.map((step, column) => (
              <text
                key={step}
                x={label + (column + 0.5) * cell}
                y="14"
                textAnchor="middle"
                className="fill-soft text-xs"
              >
                {cell < 72 && step === 'opportunity' ? 'Opp.' : stepNames[step]}
              </text>
            ))}
            {cohorts.map((cohort, row) => {
              const top = header + row * rowHeight;
              return (
                <g key={cohort.month}>
                  <text x="0" y={top + 16} className="fill-ink text-sm">
                    {monthInWords(cohort.month)}
                  </text>
                  <text x="0" y={top + 30} className="fill-soft text-xs">
                    {countInWords(cohort.leads)}
                    {cohort.isWhole ? '' : ', in part'}
                  </text>
                  {cohort.steps.map(({ step, takenOf, of, conversion, waiting }, column) => (
                    <g key={step}>
                      <rect
                        x={label + column * cell + gap}
                        y={top + gap}
                        width={cell - 2 * gap}
                        height={rowHeight - 2 * gap}
                        rx="4"
                        className="fill-accent"
                        fillOpacity={conversion === null ? 0 : 0.06 + 0.44 * conversion}
                        style={{ fillOpacity: conversion === null ? 0 : 0.06 + 0.44 * conversion }}
                      />
                      {waiting > 0 && (
                        <rect
                          x={label + column * cell + gap}
                          y={top + rowHeight - gap - 5}
                          width={cell - 2 * gap}
                          height="5"
                          fill={hatch}
                        />
                      )}
                      <text
                        x={label + (column + 0.5) * cell}
                        y={top + 21}
                        textAnchor="middle"
                        className="fill-ink text-sm"
                      >
                        {shareInWords(takenOf, of)}
                      </text>
                    </g>
                  ))}
                </g>
              );
            })}
          </>
        );
      }}
    </SizedSvg>
  );
}

function rowMarks(
  { month, leads, steps }: Props['cohorts'][number],
  row: number,
  width: number,
  opens: Props['opens'],
): readonly Mark[] {
  const [y, height] = [header + row * rowHeight, rowHeight];
  const cell = (width - label) / Math.max(1, steps.length);
  const name = monthInWords(month);
  return [
    {
      x: 0,
      y,
      width: label,
      height,
      says: `${name}: ${countInWords(leads)} came`,
      onOpen: opens({ kind: 'came', month }, leads),
    },
    ...steps.map(({ step, takenOf, of, waiting }, column) => ({
      x: label + column * cell,
      y,
      width: cell,
      height,
      says: `${name}, ${stepInWords(step)}: ${of === 0 ? 'none old enough' : `${shareInWords(takenOf, of)} of ${countInWords(of)}`}${waiting === 0 ? '' : `, ${countInWords(waiting)} waiting`}`,
      // Who is old enough; while nobody is, who waits.
      onOpen:
        opens({ kind: 'step', step, who: 'old', month }, of) ??
        opens({ kind: 'step', step, who: 'waiting', month }, waiting),
    })),
  ];
}

export function cohortTable({ cohorts, opens }: Props): ChartTable {
  const steps = cohorts[0]?.steps.map(({ step }) => step) ?? [];
  return {
    opens: cohorts.map(({ month, leads }) => opens({ kind: 'came', month }, leads)),
    columns: [
      'Month',
      'Leads',
      ...steps.flatMap((step) => [stepInWords(step), `${stepNames[step]} waiting`]),
    ],
    rows: cohorts.map(({ month, isWhole, leads, steps: own }) => [
      isWhole ? month : `${month}, in part`,
      leads,
      ...own.flatMap(({ takenOf, of, waiting }) => [shareInWords(takenOf, of), waiting]),
    ]),
  };
}

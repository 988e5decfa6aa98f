// A threshold curve with its handle, where teams want it, and the same as a table.
import { pointAt, valueAWeek, type CurvePoint, type Worth } from '@baton/calibration';
import type { ReactNode } from 'react';
import { ChartFrame } from '../charts/chart-frame.tsx';
import type { ChartTable } from '../charts/chart-table.ts';
import type { Outcome } from './calibration-query.ts';
import { outcomesWords, pointInWords } from './calibration-words.ts';
import { CurveLegend, CurvePicture } from './curve-picture.tsx';
import { Presets } from './presets.tsx';

export type WorthInWords = Worth & { readonly currency: string | null };

type Props = {
  readonly title: string;
  readonly definition: string;
  readonly file: string;
  readonly points: readonly CurvePoint[];
  readonly reach: number;
  readonly outcome: Outcome;
  readonly worth: WorthInWords | null;
  readonly threshold: number;
  readonly inForce: number | null;
  readonly onMove: (threshold: number) => void;
  readonly children?: ReactNode;
};

export function CurvePanel({ title, definition, file, points, outcome, worth, threshold, ...more }: Props) {
  const { reach, inForce, onMove, children } = more;
  const said = pointInWords(pointAt(points, threshold), threshold, outcome, worth);
  const many = outcomesWords[outcome];
  return (
    <ChartFrame title={title} definition={definition} file={file} table={tableOf(points, many, worth)}>
      <CurvePicture {...{ points, reach, threshold, inForce, onMove, said }} />
      <CurveLegend
        precision={`of those handed over, ${many}; the band holds the truth 19 times in 20`}
        recall={`of all ${many}, handed over`}
        points={points}
      />
      <p className="mt-4 max-w-160 text-lg text-pretty" aria-live="polite">
        {said}
      </p>
      {inForce !== null && inForce !== threshold && (
        <p className="mt-1 max-w-160 text-sm text-soft text-pretty">
          In force: {lowerFirst(pointInWords(pointAt(points, inForce), inForce, outcome, worth))}
        </p>
      )}
      <Presets {...{ points, outcome, worth, onMove }} />
      {children}
    </ChartFrame>
  );
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

function tableOf(points: readonly CurvePoint[], many: string, worth: WorthInWords | null): ChartTable {
  const rounded = (value: number | null | undefined, by: number): number | null =>
    value === null || value === undefined ? null : Math.round(value * by) / by;
  return {
    columns: [
      'From',
      'Leads known',
      many.charAt(0).toUpperCase() + many.slice(1),
      'Share',
      'Low',
      'High',
      `Of all ${many}`,
      'Handoffs a week',
      ...(worth === null ? [] : ['Worth a week']),
    ],
    rows: points.map((point) => [
      point.from,
      point.leads,
      point.hits,
      rounded(point.precision, 1000),
      rounded(point.interval?.[0], 1000),
      rounded(point.interval?.[1], 1000),
      rounded(point.recall, 1000),
      rounded(point.perWeek, 10),
      ...(worth === null ? [] : [rounded(valueAWeek(point, worth)?.middle, 1)]),
    ]),
  };
}

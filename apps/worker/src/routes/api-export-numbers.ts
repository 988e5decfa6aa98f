// `GET /api/export/numbers`: the shared numbers as a table or line by line: each of them for the period, for the one before, and
// for each piece of the trend.
import { sharedNumbers } from '@baton/review';
import type { ReviewNumbers } from '../api-types.ts';
import type { Operation } from '../openapi/operation.ts';
import { refusals } from '../openapi/refusals.ts';
import { actingDesk, allow } from './access.ts';
import { readQuery } from './api-query.ts';
import { exportContent, exportHeaders, exportQuery, headOf, written, type Line } from './export-lines.ts';
import { handAnswer } from './hand-answer.ts';
import { readReviewQuery, reviewQuerySchema } from './review-query.ts';
import type { App } from './route.ts';

const columns = [
  'number',
  'title',
  'unit',
  'span',
  'from',
  'value',
  'of',
  'low',
  'high',
  'target',
  'promised',
];

export function exportNumbersOperations(): Operation[] {
  return [
    {
      method: 'get',
      path: '/api/export/numbers',
      id: 'exportNumbers',
      right: 'leads.read',
      tag: 'Review',
      summary: 'The shared numbers as a table, or line by line',
      description:
        'Narrowed down like `/api/review/numbers`. `span` is `period`, `before`, or `day`, `week` or `month` of the trend; `from` its first day.',
      query: reviewQuerySchema.extend(exportQuery.shape),
      answers: { 200: { description: 'A line each.', content: exportContent }, ...refusals('invalid') },
    },
  ];
}

export function registerExportNumbers(app: App): void {
  app.get('/api/export/numbers', allow('leads.read'), async (context) => {
    const query = readReviewQuery(context.req.url);
    if (!query.ok) return query.refusal;
    const asked = readQuery(exportQuery, context.req.query());
    if (!asked.ok) return asked.refusal;
    const { format } = asked.value;
    const answer = await actingDesk(context).reviewNumbers(context.get('actor'), query.value);
    if (answer.kind !== 'done') return handAnswer(answer);
    const view: ReviewNumbers = JSON.parse(answer.text);
    const lines = linesOf(view).map((line) => written(format, columns, line));
    return new Response(headOf(format, columns) + lines.join(''), {
      headers: exportHeaders(format, 'numbers'),
    });
  });
}

function linesOf({ numbers, period, before, buckets }: ReviewNumbers): Line[] {
  return numbers.flatMap((number): Line[] => {
    const { title, unit } = sharedNumbers[number.id];
    const line = (
      span: string,
      from: string | undefined,
      counted: ReviewNumbers['numbers'][number]['trend'][number],
    ) => ({
      number: number.id,
      title,
      unit,
      span,
      from: from ?? null,
      value: counted.value,
      of: counted.of,
      low: counted.interval?.[0] ?? null,
      high: counted.interval?.[1] ?? null,
      target: span === 'period' ? (number.target?.value ?? null) : null,
      promised: span === 'period' ? (number.target?.promised ?? null) : null,
    });
    return [
      line('period', period.from, number),
      line('before', before.from, number.before),
      ...number.trend.map((counted, index) => line(buckets.unit, buckets.days[index], counted)),
    ];
  });
}

// `/api/review/report`: the weekly report before it is sent, and sent to whoever asks.
import { schemaIssues } from '@baton/schema';
import * as z from 'zod';
import { publicLimit } from '../body.ts';
import { json, type Operation } from '../openapi/operation.ts';
import { refusals } from '../openapi/refusals.ts';
import { reportSentShape, reviewReportShape } from '../openapi/review-report-shapes.ts';
import { problemResponse } from '../problem.ts';
import { actingDesk, allow } from './access.ts';
import { readBody } from './api-query.ts';
import { handAnswer } from './hand-answer.ts';
import type { App } from './route.ts';

const day = z.iso
  .date('not_a_date')
  .optional()
  .describe('The day on which it would come; it tells of the seven days before. None: today.');

const querySchema = z.object({ day });
const sendSchema = z.strictObject({ day });

export function reviewReportOperations(): Operation[] {
  return [
    {
      method: 'get',
      path: '/api/review/report',
      id: 'readReviewReport',
      right: 'leads.read',
      tag: 'Review',
      summary: 'The weekly report',
      query: querySchema,
      answers: {
        200: { description: 'The report.', content: json(reviewReportShape()) },
        ...refusals('invalid'),
      },
    },
    {
      method: 'post',
      path: '/api/review/report/send',
      id: 'sendReviewReport',
      right: 'leads.read',
      tag: 'Review',
      summary: 'Send the weekly report to oneself, now',
      description: 'By mail, to the person who is signed in; a key has no mailbox.',
      body: json(sendSchema),
      answers: {
        200: { description: 'To whom.', content: json(reportSentShape()) },
        ...refusals('conflict', 'malformed', 'too_large', 'unsupported_type', 'invalid'),
      },
    },
  ];
}

export function registerReviewReport(app: App): void {
  app.get('/api/review/report', allow('leads.read'), async (context) => {
    const read = querySchema.safeParse(context.req.query(), { reportInput: true });
    if (!read.success)
      return problemResponse({ kind: 'invalid', issues: schemaIssues(read.error, ['query']) });
    return handAnswer(await actingDesk(context).weekReport(context.get('actor'), read.data.day ?? null));
  });

  app.post('/api/review/report/send', allow('leads.read'), async (context) => {
    const body = await readBody(context.req.raw, sendSchema, publicLimit);
    if (!body.ok) return body.refusal;
    return handAnswer(await actingDesk(context).sendReport(context.get('actor'), body.value.day ?? null));
  });
}

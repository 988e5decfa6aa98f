// `/api/agreement/replay` and what an agreement is looked at with: what the past says of its rules and thresholds, points of
// recent leads, and how a score came about.
import * as z from 'zod';
import { ownerLimit } from '../body.ts';
import { json, type Operation } from '../openapi/operation.ts';
import { evidenceShape } from '../openapi/evidence-shape.ts';
import { refusals } from '../openapi/refusals.ts';
import { pointListShape, replayShape, scoreHistoryShape } from '../openapi/replay-shapes.ts';
import { problemResponse } from '../problem.ts';
import { actingDesk, allow } from './access.ts';
import { termsAnswer } from './api-agreement.ts';
import { jsonAnswer, readBody, readQuery } from './api-query.ts';
import type { App } from './route.ts';

const longest = 3 * 366 * 86_400_000;

const at = () => z.iso.datetime({ offset: true, error: 'not_an_instant' });
const period = () => ({
  from: at(),
  to: at().describe('At most three years later.'),
});

const replaySchema = z
  .union([
    z.strictObject({ version: z.int().positive().describe('A version, proposed or not.'), ...period() }),
    z.strictObject({ document: z.looseObject({}).describe('An agreement as it is worked on.'), ...period() }),
  ])
  .refine(({ from, to }) => Date.parse(from) < Date.parse(to), {
    path: ['to'],
    params: { code: 'not_later' },
  })
  .refine(({ from, to }) => Date.parse(to) - Date.parse(from) <= longest, {
    path: ['to'],
    params: { code: 'period_too_long' },
  });

const pointsQuery = z.object({ limit: z.coerce.number().int().min(1).max(2000).default(500) });

export function replayOperations(): Operation[] {
  return [
    {
      method: 'post',
      path: '/api/agreement/replay',
      id: 'replayAgreement',
      right: 'leads.read',
      tag: 'Agreement',
      summary: 'What a period would have looked like under another agreement',
      description:
        'Every lead with an event in the period is walked through its whole life twice: under the agreement in force and under the one that is tried, each as if it had always been in force. Nothing is changed. It takes the right to read the workspace as well.',
      body: json(replaySchema),
      answers: {
        200: { description: 'Both, side by side.', content: json(replayShape()) },
        ...refusals('unknown', 'malformed', 'too_large', 'unsupported_type', 'invalid'),
      },
    },
    {
      method: 'post',
      path: '/api/agreement/evidence',
      id: 'agreementEvidence',
      right: 'leads.read',
      tag: 'Agreement',
      summary:
        'What a period says of an agreement: rules that held, where leads stand, what each threshold would bring',
      description:
        'Every lead with an event in the period is walked through its whole life under the agreement that is asked about. Nothing is changed. It takes the right to read the workspace as well.',
      body: json(replaySchema),
      answers: {
        200: { description: 'What was counted.', content: json(evidenceShape()) },
        ...refusals('unknown', 'malformed', 'too_large', 'unsupported_type', 'invalid'),
      },
    },
    {
      method: 'get',
      path: '/api/agreement/points',
      id: 'listPoints',
      right: 'leads.read',
      tag: 'Agreement',
      summary: 'The scores of recent leads',
      query: pointsQuery,
      answers: {
        200: { description: 'The latest first.', content: json(pointListShape()) },
        ...refusals('invalid'),
      },
    },
    {
      method: 'get',
      path: '/api/leads/{id}/scores',
      id: 'readScores',
      right: 'leads.read',
      tag: 'Leads',
      summary: 'How a lead’s score came about',
      parameters: { id: 'The lead’s public id, `lead_…`.' },
      answers: {
        200: { description: 'A line each time it changed.', content: json(scoreHistoryShape()) },
        ...refusals('unknown'),
      },
    },
  ];
}

export function registerReplay(app: App): void {
  app.post('/api/agreement/replay', allow('leads.read'), allow('workspace.read'), async (context) => {
    const body = await readBody(context.req.raw, replaySchema, ownerLimit);
    if (!body.ok) return body.refusal;
    const { from, to, ...what } = body.value;
    const asked = { from: Date.parse(from), to: Date.parse(to) };
    return termsAnswer(await actingDesk(context).replayAgreement(context.get('actor'), what, asked));
  });

  app.post('/api/agreement/evidence', allow('leads.read'), allow('workspace.read'), async (context) => {
    const body = await readBody(context.req.raw, replaySchema, ownerLimit);
    if (!body.ok) return body.refusal;
    const { from, to, ...what } = body.value;
    const asked = { from: Date.parse(from), to: Date.parse(to) };
    return termsAnswer(await actingDesk(context).agreementEvidence(context.get('actor'), what, asked));
  });

  app.get('/api/agreement/points', allow('leads.read'), async (context) => {
    const query = readQuery(pointsQuery, context.req.query());
    if (!query.ok) return query.refusal;
    return jsonAnswer(await actingDesk(context).recentPoints(context.get('actor'), query.value.limit));
  });

  app.get('/api/leads/:id/scores', allow('leads.read'), async (context) => {
    const scores = await actingDesk(context).scoreHistory(context.get('actor'), context.req.param('id'));
    return scores === null ? problemResponse({ kind: 'unknown', what: 'lead' }) : jsonAnswer(scores);
  });
}

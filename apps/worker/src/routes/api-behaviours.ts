// `POST /api/behaviours`: what a lead did elsewhere: a webinar, a reply, a download.
import * as z from 'zod';
import { publicLimit } from '../body.ts';
import { json, type Operation } from '../openapi/operation.ts';
import { refusals } from '../openapi/refusals.ts';
import { problemResponse } from '../problem.ts';
import { instantSchema } from '../read-arrival.ts';
import { actingDesk, allow } from './access.ts';
import { readBody } from './api-query.ts';
import type { App } from './route.ts';

const eventSchema = z.object({
  email: z.string().min(3).max(254),
  event: z.string().min(1).max(200).describe('As a behaviour of the agreement matches it.'),
  at: instantSchema,
});

export function behaviourOperations(): Operation[] {
  return [
    {
      method: 'post',
      path: '/api/behaviours',
      id: 'reportBehaviour',
      right: 'behaviours.report',
      tag: 'Leads',
      summary: 'What a lead did elsewhere',
      description: 'Scores the lead anew at once. The same event at the same instant counts once.',
      body: json(eventSchema),
      answers: {
        202: { description: 'Taken.' },
        ...refusals('malformed', 'unknown', 'too_large', 'unsupported_type', 'invalid'),
      },
    },
  ];
}

export function registerBehaviours(app: App): void {
  app.post('/api/behaviours', allow('behaviours.report'), async (context) => {
    const body = await readBody(context.req.raw, eventSchema, publicLimit);
    if (!body.ok) return body.refusal;
    const { email, event, at } = body.value;
    const known = await actingDesk(context).recordOfLead(context.get('actor'), email.trim().toLowerCase(), [
      { event, at },
    ]);
    if (!known) return problemResponse({ kind: 'unknown', what: 'lead' });
    return new Response(null, { status: 202 });
  });
}

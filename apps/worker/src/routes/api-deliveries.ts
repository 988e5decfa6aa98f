// `/api/deliveries`: every notification with its tries, and another go for those that were given up.
import * as z from 'zod';
import { publicLimit } from '../body.ts';
import { deliveryListShape, deliveryStates } from '../openapi/delivery-shapes.ts';
import { json, type Operation } from '../openapi/operation.ts';
import { refusals } from '../openapi/refusals.ts';
import { problemResponse } from '../problem.ts';
import { actingDesk, allow } from './access.ts';
import { jsonAnswer, listAnswer, paging, readBody, readQuery } from './api-query.ts';
import type { App } from './route.ts';

const deliveriesQuery = z.object({
  state: z.enum(deliveryStates).optional().describe('Only those in this state.'),
  lead: z.string().optional().describe('Only those about this lead.'),
  submission: z.string().optional().describe('Only those about this submission.'),
  destination: z.string().optional().describe('Only those to this destination.'),
  ...paging,
});

const replaySchema = z.strictObject({
  destination: z.string().nullish().describe('Of this one; without: of all, and of the owners’ mail.'),
});

export function deliveryOperations(): Operation[] {
  return [
    {
      method: 'get',
      path: '/api/deliveries',
      id: 'listDeliveries',
      right: 'leads.read',
      tag: 'Deliveries',
      summary: 'Deliveries with their tries, the latest first',
      query: deliveriesQuery,
      answers: {
        200: { description: 'A page of them.', content: json(deliveryListShape()) },
        ...refusals('invalid'),
      },
    },
    {
      method: 'post',
      path: '/api/deliveries/{id}/replay',
      id: 'replayDelivery',
      right: 'deliveries.replay',
      tag: 'Deliveries',
      summary: 'Send a dead or disabled delivery on its way again',
      parameters: { id: 'The delivery’s id, `msg_…`.' },
      answers: {
        202: { description: 'On its way.', content: json(z.strictObject({ replayed: z.literal(true) })) },
        ...refusals('conflict'),
      },
    },
    {
      method: 'post',
      path: '/api/deliveries/replay',
      id: 'replayDeliveries',
      right: 'deliveries.replay',
      tag: 'Deliveries',
      summary: 'Send everything on its way again that was given up',
      description: 'Five hundred at once, the oldest first; `more` says whether to ask again.',
      body: json(replaySchema),
      answers: {
        202: {
          description: 'On their way.',
          content: json(z.strictObject({ replayed: z.int().min(0), more: z.boolean() })),
        },
        ...refusals('malformed', 'too_large', 'unsupported_type', 'invalid'),
      },
    },
  ];
}

export function registerDeliveries(app: App): void {
  app.get('/api/deliveries', allow('leads.read'), async (context) => {
    const query = readQuery(deliveriesQuery, context.req.query());
    if (!query.ok) return query.refusal;
    const { state, lead, submission, destination, limit, before } = query.value;
    const asked = {
      state: state ?? null,
      lead: lead ?? null,
      submission: submission ?? null,
      destination: destination ?? null,
      limit,
      before: before ?? null,
    };
    return listAnswer(await actingDesk(context).deliveries(context.get('actor'), asked));
  });

  app.post('/api/deliveries/replay', allow('deliveries.replay'), async (context) => {
    const body = await readBody(context.req.raw, replaySchema, publicLimit);
    if (!body.ok) return body.refusal;
    const asked = body.value.destination ?? null;
    const replayed = await actingDesk(context).replayAll(context.get('actor'), asked);
    return jsonAnswer(JSON.stringify(replayed), 202);
  });

  app.post('/api/deliveries/:id/replay', allow('deliveries.replay'), async (context) => {
    const replayed = await actingDesk(context).replay(context.get('actor'), context.req.param('id'));
    if (replayed) return jsonAnswer('{"replayed":true}', 202);
    return problemResponse({
      kind: 'conflict',
      detail: 'Only a dead or disabled delivery can be sent again.',
    });
  });
}

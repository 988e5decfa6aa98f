// `GET /api/ledger` and `POST /api/leads`: what became of everything that was accepted, and leads from elsewhere.
import * as z from 'zod';
import { publicLimit } from '../body.ts';
import { origins } from '../desk/origin-form.ts';
import { addedLeadShape, ledgerShape } from '../openapi/hand-shapes.ts';
import { json, type Operation } from '../openapi/operation.ts';
import { refusals } from '../openapi/refusals.ts';
import { instantSchema } from '../read-arrival.ts';
import { actingDesk, allow } from './access.ts';
import { readBody, readQuery } from './api-query.ts';
import { handAnswer } from './hand-answer.ts';
import type { App } from './route.ts';

const ledgerQuery = z.object({
  from: z.iso.date('not_a_date').optional().describe('The first day, UTC; thirty days before the last.'),
  to: z.iso.date('not_a_date').optional().describe('The last day, UTC; today.'),
});

const addSchema = z.strictObject({
  origin: z.enum(origins),
  detail: z.string().trim().min(1).max(200).nullish().describe('Which event, which partner.'),
  attributes: z
    .record(z.string(), z.unknown())
    .describe('By attribute id, the e-mail address among them; what the catalogue does not have is dropped.'),
  events: z
    .array(z.strictObject({ event: z.string().min(1).max(200), at: instantSchema }))
    .max(200)
    .nullish()
    .describe('What they did there, as behaviours of the agreement match it.'),
  key: z
    .string()
    .trim()
    .min(1)
    .max(200)
    .nullish()
    .describe('Tells it from all others of its origin: the same key is taken once.'),
});

export function ledgerOperations(): Operation[] {
  return [
    {
      method: 'get',
      path: '/api/ledger',
      id: 'readLedger',
      right: 'leads.read',
      tag: 'Leads',
      summary: 'The ledger, day by day: every accepted submission is in exactly one state',
      query: ledgerQuery,
      answers: {
        200: { description: 'The days, and their sum.', content: json(ledgerShape()) },
        ...refusals('invalid'),
      },
    },
    {
      method: 'post',
      path: '/api/leads',
      id: 'addLead',
      right: 'leads.write',
      tag: 'Leads',
      summary: 'Add a lead that sales met, or that an event or a partner brought',
      description: 'It is merged by its address, judged, handed over and counted like all others.',
      body: json(addSchema),
      answers: {
        201: { description: 'What became of it.', content: json(addedLeadShape()) },
        ...refusals('malformed', 'too_large', 'unsupported_type', 'invalid'),
      },
    },
  ];
}

export function registerLedger(app: App): void {
  app.get('/api/ledger', allow('leads.read'), async (context) => {
    const query = readQuery(ledgerQuery, context.req.query());
    if (!query.ok) return query.refusal;
    const { from, to } = query.value;
    const asked = { from: from ?? null, to: to ?? null };
    return handAnswer(await actingDesk(context).ledger(context.get('actor'), asked));
  });

  app.post('/api/leads', allow('leads.write'), async (context) => {
    const body = await readBody(context.req.raw, addSchema, publicLimit);
    if (!body.ok) return body.refusal;
    const { origin, detail, attributes, events, key } = body.value;
    const lead = { origin, detail: detail ?? null, attributes, events: events ?? [], key: key ?? null };
    return handAnswer(await actingDesk(context).addLead(context.get('actor'), lead), 201);
  });
}

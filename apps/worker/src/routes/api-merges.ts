// `/api/leads/:id/merge`, `/unmerge` and `/duplicates`: two leads that are one person.
import * as z from 'zod';
import { publicLimit } from '../body.ts';
import { duplicatesShape, mergedShape, unmergedShape } from '../openapi/merge-shapes.ts';
import { json, type Operation } from '../openapi/operation.ts';
import { refusals } from '../openapi/refusals.ts';
import { actingDesk, allow } from './access.ts';
import { readBody } from './api-query.ts';
import { handAnswer } from './hand-answer.ts';
import type { App } from './route.ts';

const mergeSchema = z.strictObject({
  with: z.string().trim().min(1).max(254).describe('The other one: its id, `lead_…`, or its address.'),
});

export function mergeOperations(): Operation[] {
  const common = { tag: 'Leads', parameters: { id: 'The lead’s public id, `lead_…`.' } } as const;
  return [
    {
      ...common,
      method: 'post',
      right: 'leads.write',
      path: '/api/leads/{id}/merge',
      id: 'mergeLeads',
      summary: 'Say that two leads are one person',
      description:
        'This one stays, with its address as the main one; all that hangs on the other goes under it, and what comes with the other address lands here. The further stage stands; of two open handoffs the one of that stands and the other ends. The score is counted anew; nobody is handed off before the next event. Visitors’ browsers learn nothing of it.',
      body: json(mergeSchema),
      answers: {
        200: { description: 'One lead.', content: json(mergedShape()) },
        ...refusals('unknown', 'conflict', 'malformed', 'too_large', 'unsupported_type', 'invalid'),
      },
    },
    {
      ...common,
      method: 'post',
      right: 'leads.write',
      path: '/api/leads/{id}/unmerge',
      id: 'unmergeLead',
      summary: 'Take apart what was merged last',
      description:
        'The other one is a lead of its own again, as it was. What has come since stays with this one, also what came with the other address.',
      answers: {
        200: { description: 'Two leads again.', content: json(unmergedShape()) },
        ...refusals('unknown', 'conflict'),
      },
    },
    {
      ...common,
      method: 'get',
      right: 'leads.read',
      path: '/api/leads/{id}/duplicates',
      id: 'listDuplicates',
      summary: 'Leads that may be the same person',
      answers: {
        200: { description: 'Five at most.', content: json(duplicatesShape()) },
        ...refusals('unknown'),
      },
    },
  ];
}

export function registerMerges(app: App): void {
  app.post('/api/leads/:id/merge', allow('leads.write'), async (context) => {
    const body = await readBody(context.req.raw, mergeSchema, publicLimit);
    if (!body.ok) return body.refusal;
    const id = context.req.param('id');
    return handAnswer(await actingDesk(context).mergeLeads(context.get('actor'), id, body.value.with));
  });

  app.post('/api/leads/:id/unmerge', allow('leads.write'), async (context) =>
    handAnswer(await actingDesk(context).unmergeLead(context.get('actor'), context.req.param('id'))),
  );

  app.get('/api/leads/:id/duplicates', allow('leads.read'), async (context) =>
    handAnswer(await actingDesk(context).duplicates(context.get('actor'), context.req.param('id'))),
  );
}

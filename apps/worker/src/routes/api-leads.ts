// `/api/leads` and `/api/submissions`: who told what, and what became of it.
import * as z from 'zod';
import { ledgerStates } from '../desk/ledger.ts';
import { leadListShape, leadShape, submissionListShape } from '../openapi/lead-shapes.ts';
import { json, type Operation } from '../openapi/operation.ts';
import { refusals } from '../openapi/refusals.ts';
import { problemResponse } from '../problem.ts';
import { actingDesk, allow } from './access.ts';
import { jsonAnswer, listAnswer, paging, readQuery } from './api-query.ts';
import type { App } from './route.ts';

const leadsQuery = z.object({
  email: z.string().optional().describe('The one lead with this address.'),
  ...paging,
});
const submissionsQuery = z.object({
  state: z
    .enum([...ledgerStates, 'abandoned'])
    .optional()
    .describe('Only those in this state of the ledger; `abandoned`: those that nobody has finished.'),
  looked: z
    .enum(['no', 'confirmed', 'released'])
    .optional()
    .describe(
      'Of those that were put aside: only what nobody has looked at, was confirmed, or was released.',
    ),
  ...paging,
});

export function leadOperations(): Operation[] {
  const common = { method: 'get', tag: 'Leads', right: 'leads.read' } as const;
  return [
    {
      ...common,
      path: '/api/leads',
      id: 'listLeads',
      summary: 'Leads, the latest first',
      query: leadsQuery,
      answers: {
        200: { description: 'A page of them.', content: json(leadListShape()) },
        ...refusals('invalid'),
      },
    },
    {
      ...common,
      path: '/api/leads/{id}',
      id: 'readLead',
      summary: 'One lead, with everything that is known of it',
      parameters: { id: 'The lead’s public id, `lead_…`.' },
      answers: { 200: { description: 'The lead.', content: json(leadShape()) }, ...refusals('unknown') },
    },
    {
      ...common,
      path: '/api/submissions',
      id: 'listSubmissions',
      summary: 'Submissions, the latest first, taken up by a lead or not',
      query: submissionsQuery,
      answers: {
        200: { description: 'A page of them.', content: json(submissionListShape()) },
        ...refusals('invalid'),
      },
    },
  ];
}

export function registerLeads(app: App): void {
  app.get('/api/leads', allow('leads.read'), async (context) => {
    const query = readQuery(leadsQuery, context.req.query());
    if (!query.ok) return query.refusal;
    const { email, limit, before } = query.value;
    const address = email === undefined ? null : email.trim().toLowerCase();
    return listAnswer(
      await actingDesk(context).leads(context.get('actor'), {
        email: address,
        limit,
        before: before ?? null,
      }),
    );
  });

  app.get('/api/leads/:id', allow('leads.read'), async (context) => {
    const lead = await actingDesk(context).lead(context.get('actor'), context.req.param('id'));
    return lead === null ? problemResponse({ kind: 'unknown', what: 'lead' }) : jsonAnswer(lead);
  });

  app.get('/api/submissions', allow('leads.read'), async (context) => {
    const query = readQuery(submissionsQuery, context.req.query());
    if (!query.ok) return query.refusal;
    const { state, looked, limit, before } = query.value;
    const asked = { state: state ?? null, looked: looked ?? null, limit, before: before ?? null };
    return listAnswer(await actingDesk(context).submissions(context.get('actor'), asked));
  });
}

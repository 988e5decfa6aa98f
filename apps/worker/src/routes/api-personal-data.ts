// `/api/leads/:id/erase` and `/export`: what a person may ask of whoever keeps their data (GDPR, articles 15 and 17).
import * as z from 'zod';
import { json, type Operation } from '../openapi/operation.ts';
import { refusals } from '../openapi/refusals.ts';
import { actingDesk, allow } from './access.ts';
import { handAnswer } from './hand-answer.ts';
import type { App } from './route.ts';

export function personalDataOperations(): Operation[] {
  const common = {
    right: 'leads.erase',
    tag: 'Leads',
    parameters: { id: 'The lead’s public id, `lead_…`.' },
  } as const;
  const counts = z
    .record(z.string(), z.int())
    .describe('Rows, by table; of `audit`, entries that no longer hold what they said of the person.');
  return [
    {
      ...common,
      method: 'post',
      path: '/api/leads/{id}/erase',
      id: 'eraseLead',
      summary: 'Erase a person for good',
      description:
        'With everything that is kept of them: submissions, also those that were put aside or never finished, behaviours, browsers, handoffs, notes, deliveries with their bodies. What has left already, by mail or webhook, is elsewhere.',
      answers: {
        200: {
          description: 'What was erased.',
          content: json(z.strictObject({ lead: z.string(), erased: counts })),
        },
        ...refusals('unknown'),
      },
    },
    {
      ...common,
      method: 'get',
      path: '/api/leads/{id}/export',
      id: 'exportLead',
      summary: 'All that is kept of a person',
      answers: {
        200: {
          description: 'Every row that is about them, by table.',
          content: json(
            z.strictObject({
              lead: z.string(),
              exportedAt: z.iso.datetime(),
              tables: z.record(z.string(), z.array(z.record(z.string(), z.unknown()))),
            }),
          ),
        },
        ...refusals('unknown'),
      },
    },
  ];
}

export function registerPersonalData(app: App): void {
  app.post('/api/leads/:id/erase', allow('leads.erase'), async (context) =>
    handAnswer(await actingDesk(context).eraseLead(context.get('actor'), context.req.param('id'))),
  );

  app.get('/api/leads/:id/export', allow('leads.erase'), async (context) => {
    const id = context.req.param('id');
    const answer = handAnswer(await actingDesk(context).exportLead(context.get('actor'), id));
    if (answer.ok) answer.headers.set('content-disposition', `attachment; filename="${id}.json"`);
    return answer;
  });
}

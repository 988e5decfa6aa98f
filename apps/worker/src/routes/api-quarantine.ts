// Submissions that were put aside: released, confirmed, and what the list of suspects has learnt of that. And those whose
// judgement failed.
import * as z from 'zod';
import { lookedShape, trustedShape } from '../openapi/hand-shapes.ts';
import { json, type Operation } from '../openapi/operation.ts';
import { refusals } from '../openapi/refusals.ts';
import { actingDesk, allow } from './access.ts';
import { handAnswer } from './hand-answer.ts';
import type { App } from './route.ts';

export function quarantineOperations(): Operation[] {
  const common = { method: 'post', right: 'leads.write', tag: 'Leads' } as const;
  const parameters = { id: 'The submission’s public id, `sub_…`.' };
  const answers = {
    200: { description: 'What it is now.', content: json(lookedShape()) },
    ...refusals('unknown', 'conflict'),
  };
  return [
    {
      ...common,
      path: '/api/submissions/{id}/release',
      id: 'releaseSubmission',
      summary: 'Let a submission that was put aside into the flow',
      description:
        'It keeps the time at which it came, and is merged, judged and handed over now. Whence it came is trusted from now on, for the reasons it was put aside for.',
      parameters,
      answers,
    },
    {
      ...common,
      path: '/api/submissions/{id}/confirm',
      id: 'confirmSubmission',
      summary: 'Confirm that a submission was put aside rightly',
      description: 'It is kept, and may still be released.',
      parameters,
      answers,
    },
    {
      ...common,
      path: '/api/submissions/{id}/judge',
      id: 'judgeSubmission',
      summary: 'Judge a submission again whose judgement failed',
      parameters,
      answers,
    },
    {
      method: 'get',
      path: '/api/trusted',
      id: 'listTrusted',
      right: 'leads.read',
      tag: 'Leads',
      summary: 'Whence something is not suspected any more, and for which reason',
      answers: { 200: { description: 'The latest first.', content: json(trustedShape()) } },
    },
    {
      ...common,
      path: '/api/trusted/{id}/remove',
      id: 'removeTrusted',
      summary: 'Suspect what comes from there again',
      parameters: { id: 'The entry’s id, `tru_…`.' },
      answers: {
        200: { description: 'It is gone.', content: json(z.strictObject({ removed: z.string() })) },
        ...refusals('unknown'),
      },
    },
  ];
}

export function registerQuarantine(app: App): void {
  const mayWrite = allow('leads.write');
  app.post('/api/submissions/:id/release', mayWrite, async (context) =>
    handAnswer(await actingDesk(context).releaseSubmission(context.get('actor'), context.req.param('id'))),
  );
  app.post('/api/submissions/:id/confirm', mayWrite, async (context) =>
    handAnswer(await actingDesk(context).confirmSubmission(context.get('actor'), context.req.param('id'))),
  );
  app.post('/api/submissions/:id/judge', mayWrite, async (context) =>
    handAnswer(await actingDesk(context).judgeAgain(context.get('actor'), context.req.param('id'))),
  );
  app.get('/api/trusted', allow('leads.read'), async (context) =>
    handAnswer(await actingDesk(context).trusted(context.get('actor'))),
  );
  app.post('/api/trusted/:id/remove', mayWrite, async (context) =>
    handAnswer(await actingDesk(context).removeTrusted(context.get('actor'), context.req.param('id'))),
  );
}

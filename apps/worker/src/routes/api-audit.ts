// `GET /api/audit`: who changed what, how it was before and is after. The Desk knows of the workspace, the Gate of its people;
// the ids of both sort by time, so that one list comes of them.
import * as z from 'zod';
import { gateOf } from '../gate-of.ts';
import { auditAreas } from '../desk/audit-actions.ts';
import { auditShape } from '../openapi/audit-shapes.ts';
import { json, type Operation } from '../openapi/operation.ts';
import { refusals } from '../openapi/refusals.ts';
import { actingDesk, allow } from './access.ts';
import { jsonAnswer, paging, readQuery } from './api-query.ts';
import type { App } from './route.ts';

const auditQuery = z.object({
  ...paging,
  area: z.enum(auditAreas).optional().describe('Only what belongs to this part of Baton.'),
  author: z.string().optional().describe('Only what they did, named as in `author`.'),
  subject: z.string().optional().describe('Only what was done to this one.'),
  saves: z.enum(['yes', 'no']).default('yes').describe('`no` leaves out saves of drafts.'),
});

export function auditOperations(): Operation[] {
  return [
    {
      method: 'get',
      path: '/api/audit',
      id: 'listChanges',
      tag: 'Workspace',
      right: 'audit.read',
      summary: 'Who changed what, the latest first',
      query: auditQuery,
      answers: {
        200: {
          description: 'A page of changes.',
          content: json(auditShape()),
        },
        ...refusals('invalid'),
      },
    },
  ];
}

export function registerAudit(app: App): void {
  app.get('/api/audit', allow('audit.read'), async (context) => {
    const query = readQuery(auditQuery, context.req.query());
    if (!query.ok) return query.refusal;
    const { limit, saves, ...wanted } = query.value;
    const asked = { ...wanted, saves: saves === 'yes', limit: limit + 1 };
    const actor = context.get('actor');
    const [ofDesk, ofGate] = await Promise.all([
      actingDesk(context).changes(actor, asked),
      gateOf(context.env).changes(actor, asked),
    ]);
    const { changes } = auditShape().shape;
    const all = [ofDesk, ofGate]
      .flatMap((text) => changes.parse(JSON.parse(text)))
      .sort((a, b) => (a.id < b.id ? 1 : -1));
    const shown = all.slice(0, limit);
    const next = all.length > limit ? (shown.at(-1)?.id ?? null) : null;
    return jsonAnswer(JSON.stringify({ changes: shown, next }));
  });
}

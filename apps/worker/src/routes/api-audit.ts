// `GET /api/audit`: who changed what, how it was before and is after. The Desk knows of the workspace, the Gate of its people;
// the ids of both sort by time, so that one list comes of them.
import * as z from 'zod';
import { gateOf } from '../gate-of.ts';
import { json, named, type Operation } from '../openapi/operation.ts';
import { refusals } from '../openapi/refusals.ts';
import { actingDesk, allow } from './access.ts';
import { jsonAnswer, paging, readQuery } from './api-query.ts';
import type { App } from './route.ts';

const auditQuery = z.object(paging);

const changeShape = named('Change', () =>
  z.strictObject({
    id: z.string(),
    at: z.iso.datetime(),
    author: z.string().describe('`person:<e-mail>`, `key:<id>`, or `owner` for the owner key.'),
    action: z.string().meta({ examples: ['attribute.changed', 'person.invited'] }),
    subject: z.string().describe('The id or e-mail address of what was changed.'),
    before: z.unknown().describe('Null where it was not there.'),
    after: z.unknown().describe('Null where it is gone, or there is nothing to say.'),
  }),
);

const changes = () => z.array(changeShape());

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
          content: json(
            z.strictObject({
              changes: changes(),
              next: z
                .string()
                .nullable()
                .describe('Pass as `before` for the next page; null on the last one.'),
            }),
          ),
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
    const { limit, before = null } = query.value;
    const actor = context.get('actor');
    const [ofDesk, ofGate] = await Promise.all([
      actingDesk(context).changes(actor, before, limit + 1),
      gateOf(context.env).changes(actor, before, limit + 1),
    ]);
    const all = [ofDesk, ofGate]
      .flatMap((text) => changes().parse(JSON.parse(text)))
      .sort((a, b) => (a.id < b.id ? 1 : -1));
    const shown = all.slice(0, limit);
    const next = all.length > limit ? (shown.at(-1)?.id ?? null) : null;
    return jsonAnswer(JSON.stringify({ changes: shown, next }));
  });
}

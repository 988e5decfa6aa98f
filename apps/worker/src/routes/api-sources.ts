// `/api/sources`: the systems that report what became of leads, each with its mapping and its secret.
import * as z from 'zod';
import { publicLimit } from '../body.ts';
import { mappingSchema, sourceKinds } from '../desk/sources/crm-mappings.ts';
import { json, type Operation } from '../openapi/operation.ts';
import { refusals } from '../openapi/refusals.ts';
import { savedSourceShape, sourceListShape, sourceSecretShape } from '../openapi/source-shapes.ts';
import { problemResponse } from '../problem.ts';
import { actingDesk, allow } from './access.ts';
import { readBody } from './api-query.ts';
import { handAnswer } from './hand-answer.ts';
import type { App } from './route.ts';

const sourceSchema = z.strictObject({
  name: z.string().trim().min(1).max(200),
  kind: z.enum(sourceKinds).describe('Whose ready mapping it begins with.'),
  mapping: mappingSchema.default({}).describe('What is otherwise here.'),
});

export function sourceOperations(): Operation[] {
  const common = { right: 'workspace.write', tag: 'Leads' } as const;
  const parameters = { id: 'The source’s id: small letters, digits, `-` and `_`.' };
  const removed = z.strictObject({ removed: z.string() });
  return [
    {
      ...common,
      method: 'get',
      right: 'workspace.read',
      path: '/api/sources',
      id: 'listSources',
      summary: 'Systems that report what became of leads, and what they said last',
      answers: { 200: { description: 'All of them.', content: json(sourceListShape()) } },
    },
    {
      ...common,
      method: 'put',
      path: '/api/sources/{id}',
      id: 'saveSource',
      summary: 'Add or change a source',
      parameters,
      body: json(sourceSchema),
      answers: {
        200: { description: 'The source; of a new one, its secret.', content: json(savedSourceShape()) },
        ...refusals('malformed', 'too_large', 'unsupported_type', 'invalid'),
      },
    },
    {
      ...common,
      method: 'post',
      path: '/api/sources/{id}/secret',
      id: 'rotateSourceSecret',
      summary: 'Give a source a new secret',
      description: 'For a day the old one is good beside it.',
      parameters,
      answers: {
        200: {
          description: 'The new secret, told here and never again.',
          content: json(sourceSecretShape()),
        },
        ...refusals('unknown'),
      },
    },
    {
      ...common,
      method: 'post',
      path: '/api/sources/{id}/remove',
      id: 'removeSource',
      summary: 'Take no more reports from a source',
      parameters,
      answers: { 200: { description: 'It is gone.', content: json(removed) }, ...refusals('unknown') },
    },
  ];
}

export function registerSources(app: App): void {
  const mayWrite = allow('workspace.write');
  app.get('/api/sources', allow('workspace.read'), async (context) =>
    handAnswer(await actingDesk(context).sources(context.get('actor'))),
  );

  app.put('/api/sources/:id', mayWrite, async (context) => {
    const body = await readBody(context.req.raw, sourceSchema, publicLimit);
    if (!body.ok) return body.refusal;
    const id = context.req.param('id');
    if (!/^[a-z0-9][a-z0-9_-]{0,63}$/.test(id))
      return problemResponse({ kind: 'invalid', issues: [{ code: 'bad_id', path: ['id'] }] });
    return handAnswer(await actingDesk(context).saveSource(context.get('actor'), id, body.value));
  });

  app.post('/api/sources/:id/secret', mayWrite, async (context) =>
    handAnswer(await actingDesk(context).rotateSource(context.get('actor'), context.req.param('id'))),
  );

  app.post('/api/sources/:id/remove', mayWrite, async (context) =>
    handAnswer(await actingDesk(context).removeSource(context.get('actor'), context.req.param('id'))),
  );
}

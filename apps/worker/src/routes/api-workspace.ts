// `/api/workspace`: everything but the leads as one document, out and in.
import { isRecord } from '@baton/schema';
import { ownerLimit, readJson } from '../body.ts';
import { gateOf } from '../gate-of.ts';
import { json, type Operation } from '../openapi/operation.ts';
import { refusals } from '../openapi/refusals.ts';
import { importedShape, importResult, workspaceSchema } from '../openapi/workspace-shapes.ts';
import { problemResponse } from '../problem.ts';
import { actingDesk, allow } from './access.ts';
import { jsonAnswer } from './api-query.ts';
import type { App } from './route.ts';

export function workspaceOperations(): Operation[] {
  const document = json(workspaceSchema());
  const common = { path: '/api/workspace', tag: 'Workspace' } as const;
  return [
    {
      ...common,
      method: 'get',
      id: 'exportWorkspace',
      right: 'workspace.read',
      summary: 'The workspace as a document',
      description:
        'Never with a secret. Imported into an empty Baton it gives the same document again, with the agreement as it was signed.',
      answers: { 200: { description: 'The document.', content: document } },
    },
    {
      ...common,
      method: 'put',
      id: 'importWorkspace',
      right: 'forms.write',
      summary: 'Import a document, or a part of one',
      description:
        'What it names is added or replaced by id, nothing is deleted; whole or not at all. A form that is new becomes version 1, a changed one the next version. Marketing may change attributes and forms; all else takes an admin. The signatures an agreement carries are vouched for only while no agreement was ever in force, and never by a key that was made for a program.',
      body: document,
      answers: {
        200: { description: 'Stored.', content: json(importedShape()) },
        ...refusals('malformed', 'too_large', 'unsupported_type', 'invalid'),
      },
    },
  ];
}

export function registerWorkspace(app: App): void {
  app.get('/api/workspace', allow('workspace.read'), async (context) =>
    jsonAnswer(await actingDesk(context).exportWorkspace(context.get('actor'))),
  );

  app.put('/api/workspace', allow('forms.write'), async (context) => {
    const body = await readJson(context.req.raw, ownerLimit);
    if (!body.ok) return problemResponse(body.refusal);
    const text = await actingDesk(context).importWorkspace(context.get('actor'), body.value);
    const imported = importResult().parse(JSON.parse(text));
    if (imported.ok) {
      const name = isRecord(body.value) ? body.value['name'] : undefined;
      if (typeof name === 'string') await gateOf(context.env).nameWorkspace(context.get('actor'), name);
      return jsonAnswer(text);
    }
    if ('forbidden' in imported) {
      const detail = `Only an admin may change: ${imported.forbidden.join(', ')}.`;
      return problemResponse({ kind: 'forbidden', detail });
    }
    const issues = imported.issues.map(({ params, ...issue }) =>
      params === undefined ? issue : { ...issue, params },
    );
    return problemResponse({ kind: 'invalid', issues });
  });
}

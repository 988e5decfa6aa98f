// `GET /api/me`: who acts, on which workspace, and what they may do there.
import type * as z from 'zod';
import { may, rights, type Actor } from '../access/rights.ts';
import { publicUrl } from '../env.ts';
import { gateOf } from '../gate-of.ts';
import { meShape } from '../openapi/me-shapes.ts';
import { json, type Operation } from '../openapi/operation.ts';
import { prefixOf } from '../workspace-id.ts';
import { jsonAnswer } from './api-query.ts';
import type { App } from './route.ts';

export function meOperations(): Operation[] {
  return [
    {
      method: 'get',
      path: '/api/me',
      id: 'readMe',
      right: 'none',
      tag: 'Workspace',
      summary: 'Who acts, on which workspace, and what they may do there',
      answers: { 200: { description: 'Whoever asks.', content: json(meShape()) } },
    },
  ];
}

export function registerMe(app: App): void {
  app.get('/api/me', async (context) => {
    const actor = context.get('actor');
    const { name, workspace, memberships } = await gateOf(context.env).whoActs(actor);
    const me: z.infer<ReturnType<typeof meShape>> = {
      actor: { ...described(actor), ...(name === null ? {} : { name }) },
      rights: rights.filter((right) => may(actor, right)),
      workspace: { id: actor.workspace, name: workspace },
      workspaces: memberships.map(({ workspace: id, ...of }) => ({ id, ...of })),
      address: publicUrl(context.env),
      formPrefix: prefixOf(actor.workspace),
    };
    return jsonAnswer(JSON.stringify(me));
  });
}

function described(actor: Actor): z.infer<ReturnType<typeof meShape>>['actor'] {
  switch (actor.kind) {
    case 'person':
      return { kind: 'person', email: actor.email, role: actor.role };
    case 'key':
      return { kind: 'key', scopes: [...actor.scopes] };
    case 'owner':
      return { kind: 'owner' };
  }
}

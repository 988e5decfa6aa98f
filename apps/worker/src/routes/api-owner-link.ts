// `POST /api/owner-link`: the link that makes its opener the owner, anew, as long as nobody is.
import * as z from 'zod';
import { gateOf } from '../gate-of.ts';
import { json, type Operation } from '../openapi/operation.ts';
import { refusals } from '../openapi/refusals.ts';
import { problemResponse } from '../problem.ts';
import { jsonAnswer } from './api-query.ts';
import type { App } from './route.ts';

const linkShape = () =>
  z.strictObject({ url: z.url().describe('Told this once.'), expiresAt: z.iso.datetime() });

export function ownerLinkOperations(): Operation[] {
  return [
    {
      method: 'post',
      path: '/api/owner-link',
      id: 'makeOwnerLink',
      tag: 'People',
      summary: 'A link that makes its opener the owner',
      description: 'Works once, within a day. One made before stops working.',
      answers: { 201: { description: 'The link.', content: json(linkShape()) }, ...refusals('conflict') },
    },
  ];
}

export function registerOwnerLink(app: App): void {
  app.post('/api/owner-link', async ({ env }) => {
    const link = await gateOf(env).ownerLink();
    if (link === null) return problemResponse({ kind: 'conflict', detail: 'There is an owner already.' });
    return jsonAnswer(JSON.stringify({ ...link, expiresAt: new Date(link.expiresAt).toISOString() }), 201);
  });
}

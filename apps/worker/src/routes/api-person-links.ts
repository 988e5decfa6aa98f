// Links that whoever runs Baton makes with the owner key: the one that makes its opener the owner, as long as nobody is,
// and one to sign in for somebody who gets no mail.
import { schemaIssues } from '@baton/schema';
import * as z from 'zod';
import { publicLimit, readJson } from '../body.ts';
import { gateOf } from '../gate-of.ts';
import type { NewLink } from '../gate/links.ts';
import { json, type Operation } from '../openapi/operation.ts';
import { refusals } from '../openapi/refusals.ts';
import { problemResponse } from '../problem.ts';
import { allow } from './access.ts';
import { jsonAnswer } from './api-query.ts';
import type { App } from './route.ts';

const signInSchema = z.object({ email: z.string().min(3).max(254) });

const linkShape = () =>
  z.strictObject({ url: z.url().describe('Told this once.'), expiresAt: z.iso.datetime() });

export function personLinkOperations(): Operation[] {
  return [
    {
      method: 'post',
      path: '/api/owner-link',
      id: 'makeOwnerLink',
      right: 'links.make',
      tag: 'People',
      summary: 'A link that makes its opener the owner',
      description: 'Works once, within a day. One made before stops working.',
      answers: { 201: { description: 'The link.', content: json(linkShape()) }, ...refusals('conflict') },
    },
    {
      method: 'post',
      path: '/api/sign-in-link',
      id: 'makeSignInLink',
      right: 'links.make',
      tag: 'People',
      summary: 'A link with which a person signs in',
      description: 'For where no mail is set up. Works once, within fifteen minutes.',
      body: json(signInSchema),
      answers: {
        201: { description: 'The link.', content: json(linkShape()) },
        ...refusals('malformed', 'unknown', 'too_large', 'unsupported_type', 'invalid'),
      },
    },
  ];
}

export function registerPersonLinks(app: App): void {
  app.post('/api/owner-link', allow('links.make'), async ({ env }) => {
    const link = await gateOf(env).ownerLink();
    if (link === null) return problemResponse({ kind: 'conflict', detail: 'There is an owner already.' });
    return linkAnswer(link);
  });

  app.post('/api/sign-in-link', allow('links.make'), async ({ env, req }) => {
    const body = await readJson(req.raw, publicLimit);
    if (!body.ok) return problemResponse(body.refusal);
    const read = signInSchema.safeParse(body.value, { reportInput: true });
    if (!read.success) return problemResponse({ kind: 'invalid', issues: schemaIssues(read.error) });
    const link = await gateOf(env).signInLink(read.data.email);
    return link === null ? problemResponse({ kind: 'unknown', what: 'person' }) : linkAnswer(link);
  });
}

function linkAnswer({ url, expiresAt }: NewLink): Response {
  return jsonAnswer(JSON.stringify({ url, expiresAt: new Date(expiresAt).toISOString() }), 201);
}

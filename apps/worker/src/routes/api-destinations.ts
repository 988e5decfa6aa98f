// `/api/destinations`: where notifications go, how it has been going there, and their upkeep. What another side answered
// to a test is told by its status and time, never by its words.
import * as z from 'zod';
import { publicLimit, readJson } from '../body.ts';
import {
  destinationListShape,
  givenDestinationShape,
  rotatedSecretShape,
  savedDestinationShape,
  testedShape,
} from '../openapi/destination-shapes.ts';
import { json, type Operation } from '../openapi/operation.ts';
import { refusals } from '../openapi/refusals.ts';
import { problemResponse } from '../problem.ts';
import { actingDesk, allow } from './access.ts';
import { jsonAnswer, readBody } from './api-query.ts';
import type { App } from './route.ts';

const pausingSchema = z.strictObject({ paused: z.boolean() });

const unknown = (): Response => problemResponse({ kind: 'unknown', what: 'destination' });

export function destinationOperations(): Operation[] {
  const common = { tag: 'Deliveries', right: 'workspace.write' } as const;
  const parameters = { id: 'The destination’s id.' };
  const bodies = refusals('malformed', 'too_large', 'unsupported_type', 'invalid');
  return [
    {
      ...common,
      method: 'get',
      path: '/api/destinations',
      id: 'listDestinations',
      right: 'workspace.read',
      summary: 'Where notifications go, and how it has been going',
      answers: { 200: { description: 'All of them.', content: json(destinationListShape()) } },
    },
    {
      ...common,
      method: 'put',
      path: '/api/destinations/{id}',
      id: 'saveDestination',
      summary: 'Make a destination, or put another in its place',
      description:
        'As in the workspace’s document; its `id` is the one of the address. A new webhook’s secret is told in this answer and never again.',
      parameters,
      body: json(givenDestinationShape()),
      answers: { 200: { description: 'Stored.', content: json(savedDestinationShape()) }, ...bodies },
    },
    {
      ...common,
      method: 'post',
      path: '/api/destinations/{id}/remove',
      id: 'removeDestination',
      summary: 'Remove a destination',
      description: 'What still waits for it is given up; what was delivered stays in the log.',
      parameters,
      answers: { 204: { description: 'It is gone.' }, ...refusals('unknown') },
    },
    {
      ...common,
      method: 'post',
      path: '/api/destinations/{id}/pause',
      id: 'pauseDestination',
      summary: 'Hold back what goes to a destination, or let it go',
      description:
        'While it is paused nothing is tried and nothing is lost: afterwards each delivery has all its tries before it.',
      parameters,
      body: json(pausingSchema),
      answers: { 204: { description: 'So it is.' }, ...refusals('unknown'), ...bodies },
    },
    {
      ...common,
      method: 'post',
      path: '/api/destinations/{id}/secret',
      id: 'rotateSecret',
      summary: 'Give a webhook a new signing secret',
      description: 'For a day both sign: `webhook-signature` then holds two, and either may be verified.',
      parameters,
      answers: {
        200: { description: 'The new one.', content: json(rotatedSecretShape()) },
        ...refusals('unknown'),
      },
    },
    {
      ...common,
      method: 'post',
      path: '/api/destinations/{id}/test',
      id: 'testDestination',
      summary: 'Send an example to a destination',
      description:
        'Once, at once, of type `baton.test`. Sixty an hour. What is answered there is neither told nor kept.',
      parameters,
      answers: {
        200: { description: 'How it went.', content: json(testedShape()) },
        ...refusals('unknown', 'too_many'),
      },
    },
  ];
}

export function registerDestinations(app: App): void {
  app.get('/api/destinations', allow('workspace.read'), async (context) =>
    jsonAnswer(await actingDesk(context).destinations(context.get('actor'))),
  );

  app.put('/api/destinations/:id', allow('workspace.write'), async (context) => {
    const body = await readJson(context.req.raw, publicLimit);
    if (!body.ok) return problemResponse(body.refusal);
    const id = context.req.param('id');
    const saved = await actingDesk(context).saveDestination(context.get('actor'), id, body.value);
    if (saved.kind === 'invalid') return problemResponse({ kind: 'invalid', issues: saved.issues });
    const { secret, warnings } = saved;
    return jsonAnswer(JSON.stringify({ secret, warnings }));
  });

  app.post('/api/destinations/:id/remove', allow('workspace.write'), async (context) => {
    const isGone = await actingDesk(context).removeDestination(context.get('actor'), context.req.param('id'));
    return isGone ? new Response(null, { status: 204 }) : unknown();
  });

  app.post('/api/destinations/:id/pause', allow('workspace.write'), async (context) => {
    const body = await readBody(context.req.raw, pausingSchema, publicLimit);
    if (!body.ok) return body.refusal;
    const id = context.req.param('id');
    const isSo = await actingDesk(context).pauseDestination(context.get('actor'), id, body.value.paused);
    return isSo ? new Response(null, { status: 204 }) : unknown();
  });

  app.post('/api/destinations/:id/secret', allow('workspace.write'), async (context) => {
    const rotated = await actingDesk(context).rotateSecret(context.get('actor'), context.req.param('id'));
    return rotated === null ? unknown() : jsonAnswer(JSON.stringify(rotated));
  });

  app.post('/api/destinations/:id/test', allow('workspace.write'), async (context) => {
    const tested = await actingDesk(context).testDestination(context.get('actor'), context.req.param('id'));
    if (tested === null) return unknown();
    if (tested.kind === 'too_many') {
      const detail = 'Destinations are tested sixty times an hour.';
      return problemResponse({ kind: 'too_many', detail, seconds: 600 });
    }
    const { ok, status, error, milliseconds } = tested;
    return jsonAnswer(JSON.stringify({ ok, status, error, milliseconds }));
  });
}

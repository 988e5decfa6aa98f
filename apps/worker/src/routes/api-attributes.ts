// `/api/attributes`: the catalogue of what can be known of a person or their company, with where it is used.
import * as z from 'zod';
import { ownerLimit, publicLimit, readJson } from '../body.ts';
import {
  attributeListShape,
  givenAttributeShape,
  mergedAttributeShape,
  savedAttributeShape,
} from '../openapi/attribute-shapes.ts';
import { json, type Operation } from '../openapi/operation.ts';
import { refusals } from '../openapi/refusals.ts';
import { problemResponse } from '../problem.ts';
import { actingDesk, allow } from './access.ts';
import { jsonAnswer, readBody } from './api-query.ts';
import { handAnswer } from './hand-answer.ts';
import type { App } from './route.ts';

const archivingSchema = z.strictObject({ archived: z.boolean() });

const mergeSchema = z.strictObject({
  into: z.string().max(200).describe('The id of another of the same type, about the same.'),
  options: z
    .record(z.string(), z.string())
    .default({})
    .describe('For each option whose id the other one lacks: which of its options it is.'),
});

export function attributeOperations(): Operation[] {
  const common = { tag: 'Workspace', right: 'forms.write' } as const;
  const parameters = { id: 'The attribute’s id.' };
  const bodies = refusals('malformed', 'too_large', 'unsupported_type', 'invalid');
  return [
    {
      ...common,
      method: 'get',
      path: '/api/attributes',
      id: 'listAttributes',
      right: 'workspace.read',
      summary: 'The catalogue of attributes, with where each is used and of how many leads it is known',
      answers: { 200: { description: 'All of them.', content: json(attributeListShape()) } },
    },
    {
      ...common,
      method: 'put',
      path: '/api/attributes/{id}',
      id: 'saveAttribute',
      summary: 'Make an attribute, or say something else of one',
      description:
        'Its type and what it is about stay for good. Options may be added, renamed and put in another order; one that is used, or that a lead has, cannot be left out (`option_in_use`).',
      parameters,
      body: json(givenAttributeShape()),
      answers: { 200: { description: 'Stored.', content: json(savedAttributeShape()) }, ...bodies },
    },
    {
      ...common,
      method: 'post',
      path: '/api/attributes/{id}/archive',
      id: 'archiveAttribute',
      summary: 'No longer offer an attribute, or offer it again',
      description: 'Whatever names it goes on. One that was merged cannot be offered again.',
      parameters,
      body: json(archivingSchema),
      answers: {
        200: { description: 'So it is.', content: json(savedAttributeShape()) },
        ...refusals('unknown'),
        ...bodies,
      },
    },
    {
      ...common,
      method: 'post',
      path: '/api/attributes/{id}/merge',
      id: 'mergeAttribute',
      summary: 'Merge an attribute into another',
      description:
        'What leads have said to it fills the other one where that is missing, in the background; from now on its answers also say the other. It is archived. Whatever names it, the signed agreement above all, goes on reading it.',
      parameters,
      body: json(mergeSchema),
      answers: {
        200: { description: 'It is merged.', content: json(mergedAttributeShape()) },
        ...refusals('unknown'),
        ...bodies,
      },
    },
  ];
}

export function registerAttributes(app: App): void {
  app.get('/api/attributes', allow('workspace.read'), async (context) =>
    jsonAnswer(await actingDesk(context).attributes(context.get('actor'))),
  );

  app.put('/api/attributes/:id', allow('forms.write'), async (context) => {
    const body = await readJson(context.req.raw, ownerLimit);
    if (!body.ok) return problemResponse(body.refusal);
    const id = context.req.param('id');
    return handAnswer(await actingDesk(context).saveAttribute(context.get('actor'), id, body.value));
  });

  app.post('/api/attributes/:id/archive', allow('forms.write'), async (context) => {
    const body = await readBody(context.req.raw, archivingSchema, publicLimit);
    if (!body.ok) return body.refusal;
    const id = context.req.param('id');
    const { archived } = body.value;
    return handAnswer(await actingDesk(context).archiveAttribute(context.get('actor'), id, archived));
  });

  app.post('/api/attributes/:id/merge', allow('forms.write'), async (context) => {
    const body = await readBody(context.req.raw, mergeSchema, publicLimit);
    if (!body.ok) return body.refusal;
    const id = context.req.param('id');
    return handAnswer(await actingDesk(context).mergeAttribute(context.get('actor'), id, body.value));
  });
}

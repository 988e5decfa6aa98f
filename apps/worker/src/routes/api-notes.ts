// Notes on a lead, questions between marketing and sales, and a lead's timeline.
import * as z from 'zod';
import { publicLimit } from '../body.ts';
import { noteShape, questionListShape, timelineShape } from '../openapi/hand-shapes.ts';
import { json, type Operation } from '../openapi/operation.ts';
import { refusals } from '../openapi/refusals.ts';
import { actingDesk, allow } from './access.ts';
import { paging, readBody, readQuery } from './api-query.ts';
import { handAnswer } from './hand-answer.ts';
import type { App } from './route.ts';

const text = z.string().trim().min(1, 'required').max(4000);
const side = z.enum(['marketing', 'sales']);

const noteSchema = z.strictObject({
  text,
  to: side.nullish().describe('Makes it a question to this side.'),
  field: z
    .string()
    .min(1)
    .max(200)
    .nullish()
    .describe('An attribute or a field whose data are wrong; goes to marketing unless `to` says otherwise.'),
});

const answerSchema = z.strictObject({ text });

const questionsQuery = z.object({
  to: side.optional().describe('Only those to this side.'),
  lead: z.string().optional().describe('Only those about this lead.'),
  open: z
    .enum(['true', 'false'])
    .optional()
    .describe('Only those that wait for an answer, or only those that have one.'),
  ...paging,
});

const timelineQuery = z.object(paging);

export function noteOperations(): Operation[] {
  const tag = 'Leads';
  const bodies = refusals('unknown', 'malformed', 'too_large', 'unsupported_type', 'invalid');
  const lead = { id: 'The lead’s public id, `lead_…`.' };
  return [
    {
      method: 'post',
      path: '/api/leads/{id}/notes',
      id: 'writeNote',
      right: 'leads.write',
      tag,
      summary: 'Write a note on a lead, or ask one side about it',
      description: 'Who is asked is mailed: of sales the lead’s owner, else everybody of that side.',
      parameters: lead,
      body: json(noteSchema),
      answers: { 201: { description: 'The note.', content: json(noteShape()) }, ...bodies },
    },
    {
      method: 'post',
      path: '/api/notes/{id}/answer',
      id: 'answerNote',
      right: 'leads.write',
      tag,
      summary: 'Answer a question, or say more to it',
      description:
        'An answer of the side that was asked closes the question, and so does one of an admin or a key; others add to it.',
      parameters: { id: 'The note’s public id, `note_…`.' },
      body: json(answerSchema),
      answers: {
        201: { description: 'The question with its answers.', content: json(noteShape()) },
        ...refusals('conflict'),
        ...bodies,
      },
    },
    {
      method: 'get',
      path: '/api/questions',
      id: 'listQuestions',
      right: 'leads.read',
      tag,
      summary: 'Questions between marketing and sales, the latest first',
      query: questionsQuery,
      answers: {
        200: { description: 'A page of them.', content: json(questionListShape()) },
        ...refusals('invalid'),
      },
    },
    {
      method: 'get',
      path: '/api/leads/{id}/timeline',
      id: 'readTimeline',
      right: 'leads.read',
      tag,
      summary: 'Everything that happened to a lead, the latest first',
      parameters: lead,
      query: timelineQuery,
      answers: {
        200: { description: 'A page of it.', content: json(timelineShape()) },
        ...refusals('unknown', 'invalid'),
      },
    },
  ];
}

export function registerNotes(app: App): void {
  app.post('/api/leads/:id/notes', allow('leads.write'), async (context) => {
    const body = await readBody(context.req.raw, noteSchema, publicLimit);
    if (!body.ok) return body.refusal;
    const { text, to, field } = body.value;
    const note = { text, to: to ?? null, field: field ?? null };
    const id = context.req.param('id');
    return handAnswer(await actingDesk(context).writeNote(context.get('actor'), id, note), 201);
  });

  app.post('/api/notes/:id/answer', allow('leads.write'), async (context) => {
    const body = await readBody(context.req.raw, answerSchema, publicLimit);
    if (!body.ok) return body.refusal;
    const id = context.req.param('id');
    return handAnswer(await actingDesk(context).answerNote(context.get('actor'), id, body.value.text), 201);
  });

  app.get('/api/questions', allow('leads.read'), async (context) => {
    const query = readQuery(questionsQuery, context.req.query());
    if (!query.ok) return query.refusal;
    const { to, lead, open, limit, before } = query.value;
    return handAnswer(
      await actingDesk(context).questions(context.get('actor'), {
        to: to ?? null,
        lead: lead ?? null,
        open: open === undefined ? null : open === 'true',
        limit,
        before: before ?? null,
      }),
    );
  });

  app.get('/api/leads/:id/timeline', allow('leads.read'), async (context) => {
    const query = readQuery(timelineQuery, context.req.query());
    if (!query.ok) return query.refusal;
    const { limit, before } = query.value;
    const id = context.req.param('id');
    return handAnswer(
      await actingDesk(context).timeline(context.get('actor'), id, { limit, before: before ?? null }),
    );
  });
}

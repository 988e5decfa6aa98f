// `/api/leads/:id/assign` and `/claim`, `/api/handoffs/:id/breach-reason`, `/api/people/:email/…`: who has which lead, why
// it was late, and what becomes of it when somebody is away or leaves.
import * as z from 'zod';
import { publicLimit } from '../body.ts';
import { breachReasons } from '../desk/clocks/breach-reasons.ts';
import { awayShape, handedOnShape, holdsShape, ownerShape, reasonShape } from '../openapi/clock-shapes.ts';
import { json, type Operation } from '../openapi/operation.ts';
import { refusals } from '../openapi/refusals.ts';
import { problemResponse } from '../problem.ts';
import { actingDesk, allow } from './access.ts';
import { readBody } from './api-query.ts';
import { handAnswer } from './hand-answer.ts';
import type { App } from './route.ts';

const note = z.string().trim().max(2000).nullish();
const person = z.string().trim().min(1).max(200);
const assignSchema = z.strictObject({
  to: person.describe(
    'The e-mail address of a person of the workspace, or the id of a team: whose turn it is.',
  ),
  note: note.describe('Told to both.'),
});
const reasonSchema = z.strictObject({
  reason: z.enum(breachReasons.map(({ id }) => id)),
  note,
});
const awaySchema = z.strictObject({ from: z.iso.date(), to: z.iso.date().describe('The last day.') });
const handOnSchema = z.strictObject({ to: person });

export function assignOperations(): Operation[] {
  const post = { method: 'post', right: 'leads.write', tag: 'Leads' } as const;
  const ofPerson = {
    ...post,
    parameters: { email: 'The person’s e-mail address.' },
  };
  const bodies = refusals('unknown', 'malformed', 'too_large', 'unsupported_type', 'invalid');
  const lead = { id: 'The lead’s public id, `lead_…`.' };
  return [
    {
      ...post,
      path: '/api/leads/{id}/assign',
      id: 'assignLead',
      summary: 'Give a lead to somebody',
      description:
        'An open handoff passes on: it ends, and another begins with a clock of its own. Both people are told.',
      parameters: lead,
      body: json(assignSchema),
      answers: {
        200: { description: 'Who has it now.', content: json(ownerShape()) },
        ...refusals('conflict'),
        ...bodies,
      },
    },
    {
      ...post,
      path: '/api/leads/{id}/claim',
      id: 'claimLead',
      summary: 'Take a lead that nobody could take',
      description:
        'For leads that went to the fallback since nobody they were meant for was available (`claimable`). The first to claim has it; all others are told who.',
      parameters: lead,
      answers: {
        200: { description: 'It is yours.', content: json(ownerShape()) },
        ...refusals('unknown', 'conflict'),
      },
    },
    {
      ...post,
      path: '/api/handoffs/{id}/breach-reason',
      id: 'giveBreachReason',
      summary: 'Say why a deadline was missed',
      parameters: { id: 'The handoff’s public id, `hand_…`.' },
      body: json(reasonSchema),
      answers: {
        200: { description: 'Kept.', content: json(reasonShape()) },
        ...refusals('conflict'),
        ...bodies,
      },
    },
    {
      ...ofPerson,
      method: 'get',
      right: 'leads.read',
      path: '/api/people/{email}/holds',
      id: 'readHolds',
      summary: 'Everything that hangs on a person',
      answers: {
        200: { description: 'All of it.', content: json(holdsShape()) },
        ...refusals('unknown'),
      },
    },
    {
      ...ofPerson,
      right: 'workspace.write',
      path: '/api/people/{email}/hand-on',
      id: 'handOn',
      summary: 'Move all that hangs on a person to another, in one step',
      description: 'But not what the agreement says: that is told back, and changes only by a proposal.',
      body: json(handOnSchema),
      answers: {
        200: { description: 'What moved.', content: json(handedOnShape()) },
        ...refusals('malformed', 'too_large', 'unsupported_type', 'invalid'),
      },
    },
    {
      ...ofPerson,
      path: '/api/people/{email}/away',
      id: 'setAway',
      summary: 'Say that somebody is away for some days',
      description: 'Everybody for themselves; for others, who may change the workspace.',
      body: json(awaySchema),
      answers: {
        200: { description: 'When they are away.', content: json(awayShape()) },
        ...refusals('conflict'),
        ...bodies,
      },
    },
    {
      ...ofPerson,
      path: '/api/people/{email}/back',
      id: 'endAway',
      summary: 'Say that somebody is back, from today',
      answers: {
        200: { description: 'When they were away.', content: json(awayShape()) },
        ...refusals('unknown'),
      },
    },
  ];
}

export function registerAssign(app: App): void {
  app.post('/api/leads/:id/assign', allow('leads.write'), async (context) => {
    const body = await readBody(context.req.raw, assignSchema, publicLimit);
    if (!body.ok) return body.refusal;
    const { to, note } = body.value;
    const assignment = { to, note: textOrNull(note) };
    const desk = actingDesk(context);
    return handAnswer(await desk.assignLead(context.get('actor'), context.req.param('id'), assignment));
  });

  app.post('/api/leads/:id/claim', allow('leads.write'), async (context) =>
    handAnswer(await actingDesk(context).claimLead(context.get('actor'), context.req.param('id'))),
  );

  app.post('/api/handoffs/:id/breach-reason', allow('leads.write'), async (context) => {
    const body = await readBody(context.req.raw, reasonSchema, publicLimit);
    if (!body.ok) return body.refusal;
    const { reason, note } = body.value;
    const id = context.req.param('id');
    const desk = actingDesk(context);
    return handAnswer(await desk.giveBreachReason(context.get('actor'), id, reason, textOrNull(note)));
  });

  app.get('/api/people/:email/holds', allow('leads.read'), async (context) =>
    handAnswer(
      await actingDesk(context).personHolds(context.get('actor'), addressOf(context.req.param('email'))),
    ),
  );

  app.post('/api/people/:email/hand-on', allow('workspace.write'), async (context) => {
    const body = await readBody(context.req.raw, handOnSchema, publicLimit);
    if (!body.ok) return body.refusal;
    const email = addressOf(context.req.param('email'));
    return handAnswer(await actingDesk(context).handOn(context.get('actor'), email, body.value.to));
  });

  app.post('/api/people/:email/away', allow('leads.write'), async (context) => {
    const body = await readBody(context.req.raw, awaySchema, publicLimit);
    if (!body.ok) return body.refusal;
    const email = addressOf(context.req.param('email'));
    const answer = await actingDesk(context).setAway(context.get('actor'), email, body.value);
    return answer === null ? notForOthers() : handAnswer(answer);
  });

  app.post('/api/people/:email/back', allow('leads.write'), async (context) => {
    const email = addressOf(context.req.param('email'));
    const answer = await actingDesk(context).endAway(context.get('actor'), email);
    return answer === null ? notForOthers() : handAnswer(answer);
  });
}

function notForOthers(): Response {
  return problemResponse({
    kind: 'forbidden',
    detail: 'When others are away is for whoever may change the workspace to say.',
  });
}

function addressOf(email: string): string {
  return email.trim().toLowerCase();
}

function textOrNull(text: string | null | undefined): string | null {
  return text === undefined || text === '' ? null : text;
}

// `/api/handoffs/:id/verdict` and `/api/leads/:id/stage`: what sales says of a lead, and what became of it.
import * as z from 'zod';
import { publicLimit } from '../body.ts';
import { salesSteps } from '../desk/hands/stage-steps.ts';
import { givenVerdictShape, stageShape, undoneVerdictShape } from '../openapi/hand-shapes.ts';
import { json, type Operation } from '../openapi/operation.ts';
import { refusals } from '../openapi/refusals.ts';
import { actingDesk, allow } from './access.ts';
import { readBody } from './api-query.ts';
import { handAnswer } from './hand-answer.ts';
import type { App } from './route.ts';

const text = (most: number) => z.string().trim().max(most);

const verdictSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('accepted') }),
  z.strictObject({
    kind: z.literal('rejected'),
    reason: text(200).min(1).describe('The id of a rejection reason of the agreement in force.'),
    note: text(2000).nullish(),
  }),
]);

const amountSchema = z.number().min(0).max(1_000_000_000_000);

const moveSchema = z
  .strictObject({
    stage: z.enum(salesSteps),
    amount: amountSchema.nullish().describe('What the opportunity is worth, or the won deal was.'),
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/, 'not_a_currency')
      .nullish()
      .describe('ISO 4217; needed with an amount.'),
    reason: text(500).nullish().describe('Why it was won or lost; needed when it is lost.'),
    correct: z.boolean().default(false).describe('It was wrong before: any step is taken.'),
  })
  .refine((move) => typeof move.amount !== 'number' || typeof move.currency === 'string', {
    path: ['currency'],
    error: 'required',
  })
  .refine((move) => move.stage !== 'lost' || (move.reason ?? '') !== '', {
    path: ['reason'],
    error: 'required',
  });

export function verdictApiOperations(): Operation[] {
  const common = { method: 'post', right: 'leads.write', tag: 'Verdicts' } as const;
  const bodies = refusals('unknown', 'malformed', 'too_large', 'unsupported_type', 'invalid');
  const handoff = { id: 'The handoff’s public id, `hand_…`.' };
  return [
    {
      ...common,
      path: '/api/handoffs/{id}/verdict',
      id: 'giveVerdictByApi',
      summary: 'Accept a lead, or reject it with a reason',
      description: 'The same as by the link of a notification: the first verdict stands.',
      parameters: handoff,
      body: json(verdictSchema),
      answers: {
        200: { description: 'It stands.', content: json(givenVerdictShape()) },
        409: { description: 'Somebody was faster; this is what stands.', content: json(givenVerdictShape()) },
        ...bodies,
      },
    },
    {
      ...common,
      path: '/api/handoffs/{id}/verdict/undo',
      id: 'undoVerdictByApi',
      summary: 'Take a verdict back, within ten minutes, by whoever gave it',
      parameters: handoff,
      answers: {
        200: { description: 'The handoff is open again.', content: json(undoneVerdictShape()) },
        ...refusals('unknown', 'conflict'),
      },
    },
    {
      ...common,
      path: '/api/leads/{id}/stage',
      id: 'moveStage',
      summary: 'Say what became of an accepted lead',
      description:
        'Step by step: accepted, contacted, SQL, opportunity, won or lost. A step that does not follow is refused with what could follow; `correct` takes it all the same, back as well.',
      parameters: { id: 'The lead’s public id, `lead_…`.' },
      body: json(moveSchema),
      answers: {
        200: { description: 'Where the lead stands.', content: json(stageShape()) },
        ...refusals('conflict'),
        ...bodies,
      },
    },
  ];
}

export function registerVerdictApi(app: App): void {
  app.post('/api/handoffs/:id/verdict', allow('leads.write'), async (context) => {
    const body = await readBody(context.req.raw, verdictSchema, publicLimit);
    if (!body.ok) return body.refusal;
    const { value } = body;
    const note = value.kind === 'rejected' && (value.note ?? '') !== '' ? (value.note ?? null) : null;
    const verdict = value.kind === 'accepted' ? value : { ...value, note };
    const desk = actingDesk(context);
    return handAnswer(await desk.verdictByApi(context.get('actor'), context.req.param('id'), verdict));
  });

  app.post('/api/handoffs/:id/verdict/undo', allow('leads.write'), async (context) =>
    handAnswer(await actingDesk(context).undoVerdictByApi(context.get('actor'), context.req.param('id'))),
  );

  app.post('/api/leads/:id/stage', allow('leads.write'), async (context) => {
    const body = await readBody(context.req.raw, moveSchema, publicLimit);
    if (!body.ok) return body.refusal;
    const { stage, amount, currency, reason, correct } = body.value;
    const move = {
      stage,
      amount: amount ?? null,
      currency: currency ?? null,
      reason: (reason ?? '') === '' ? null : (reason ?? null),
      correct,
    };
    return handAnswer(
      await actingDesk(context).moveStage(context.get('actor'), context.req.param('id'), move),
    );
  });
}

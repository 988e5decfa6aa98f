// `/api/review/money` and `/api/spend`: what channels brought, and what was spent on them.
import { attributionModels, channelKinds } from '@baton/review';
import * as z from 'zod';
import { ownerLimit } from '../body.ts';
import { json, type Operation } from '../openapi/operation.ts';
import { refusals } from '../openapi/refusals.ts';
import { reviewMoneyShape, spendRowShape, spendShape } from '../openapi/review-money-shapes.ts';
import { actingDesk, allow } from './access.ts';
import { readBody, readQuery } from './api-query.ts';
import { handAnswer } from './hand-answer.ts';
import { readReviewQuery, reviewQuerySchema } from './review-query.ts';
import type { App } from './route.ts';

const howSchema = z.object({
  model: z.enum(attributionModels).default('first').describe('How touches share what they led to.'),
  channel: z.enum(channelKinds).default('source'),
});

/** Rows in one go: ten years of forty sources. */
const mostRows = 5_000;

const spendSchema = z.strictObject({ rows: z.array(spendRowShape()).min(1).max(mostRows) });

export function reviewMoneyOperations(): Operation[] {
  const tag = 'Review';
  return [
    {
      method: 'get',
      path: '/api/review/money',
      id: 'readReviewMoney',
      right: 'leads.read',
      tag,
      summary: 'What each channel brought and cost, by a model of attribution',
      query: z.object({ ...reviewQuerySchema.shape, ...howSchema.shape }),
      answers: {
        200: { description: 'The channels, and their sum.', content: json(reviewMoneyShape()) },
        ...refusals('invalid'),
      },
    },
    {
      method: 'get',
      path: '/api/spend',
      id: 'listSpend',
      right: 'leads.read',
      tag,
      summary: 'What was spent, by month and source',
      answers: { 200: { description: 'The latest month first.', content: json(spendShape()) } },
    },
    {
      method: 'put',
      path: '/api/spend',
      id: 'saveSpend',
      right: 'spend.write',
      tag,
      summary: 'Say what was spent, by month and source',
      description: 'A row replaces the one of its month, source and currency; all rows are taken, or none.',
      body: json(spendSchema),
      answers: {
        200: {
          description: 'How many rows are others now.',
          content: json(z.strictObject({ changed: z.int() })),
        },
        ...refusals('malformed', 'too_large', 'unsupported_type', 'invalid'),
      },
    },
  ];
}

export function registerReviewMoney(app: App): void {
  app.get('/api/review/money', allow('leads.read'), async (context) => {
    const query = readReviewQuery(context.req.url);
    if (!query.ok) return query.refusal;
    const how = readQuery(howSchema, context.req.query());
    if (!how.ok) return how.refusal;
    return handAnswer(await actingDesk(context).reviewMoney(context.get('actor'), query.value, how.value));
  });

  app.get('/api/spend', allow('leads.read'), async (context) =>
    handAnswer(await actingDesk(context).spend(context.get('actor'))),
  );

  app.put('/api/spend', allow('spend.write'), async (context) => {
    const body = await readBody(context.req.raw, spendSchema, ownerLimit);
    if (!body.ok) return body.refusal;
    return handAnswer(await actingDesk(context).saveSpend(context.get('actor'), body.value.rows));
  });
}

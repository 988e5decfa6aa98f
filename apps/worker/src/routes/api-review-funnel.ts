// `/api/review/…`: the way of leads, how quickly they are answered, why they are rejected, and what people ask.
import type * as z from 'zod';
import { json, type Operation } from '../openapi/operation.ts';
import { refusals } from '../openapi/refusals.ts';
import {
  reviewAskedShape,
  reviewFunnelShape,
  reviewRejectionsShape,
  reviewSpeedShape,
} from '../openapi/review-funnel-shapes.ts';
import { actingDesk, allow } from './access.ts';
import { handAnswer } from './hand-answer.ts';
import { readReviewQuery, reviewQuerySchema } from './review-query.ts';
import type { App } from './route.ts';

export function reviewFunnelOperations(): Operation[] {
  const read = (part: string, id: string, summary: string, shape: () => z.ZodType): Operation => ({
    method: 'get',
    path: `/api/review/${part}`,
    id,
    right: 'leads.read',
    tag: 'Review',
    summary,
    query: reviewQuerySchema,
    answers: { 200: { description: `${summary}.`, content: json(shape()) }, ...refusals('invalid') },
  });
  return [
    read(
      'funnel',
      'readReviewFunnel',
      'How far leads have come, step by step and month by month, how long it took, and by score',
      reviewFunnelShape,
    ),
    read(
      'speed',
      'readReviewSpeed',
      'How quickly handoffs are answered, what was missed, and when leads come while nobody is there',
      reviewSpeedShape,
    ),
    read(
      'rejections',
      'readReviewRejections',
      'Why leads are rejected: by reason, by source, and by the rule that gave the points',
      reviewRejectionsShape,
    ),
    read('asked', 'readReviewAsked', 'What people ask, and what sales writes about them', reviewAskedShape),
  ];
}

export function registerReviewFunnel(app: App): void {
  app.get('/api/review/funnel', allow('leads.read'), async (context) => {
    const query = readReviewQuery(context.req.url);
    if (!query.ok) return query.refusal;
    return handAnswer(await actingDesk(context).reviewFunnel(context.get('actor'), query.value));
  });

  app.get('/api/review/speed', allow('leads.read'), async (context) => {
    const query = readReviewQuery(context.req.url);
    if (!query.ok) return query.refusal;
    return handAnswer(await actingDesk(context).reviewSpeed(context.get('actor'), query.value));
  });

  app.get('/api/review/rejections', allow('leads.read'), async (context) => {
    const query = readReviewQuery(context.req.url);
    if (!query.ok) return query.refusal;
    return handAnswer(await actingDesk(context).reviewRejections(context.get('actor'), query.value));
  });

  app.get('/api/review/asked', allow('leads.read'), async (context) => {
    const query = readReviewQuery(context.req.url);
    if (!query.ok) return query.refusal;
    return handAnswer(await actingDesk(context).reviewAsked(context.get('actor'), query.value));
  });
}

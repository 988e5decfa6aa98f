// `/api/review`: the numbers that both teams read, and what the numbers of the review can be narrowed down to.
import { json, type Operation } from '../openapi/operation.ts';
import { refusals } from '../openapi/refusals.ts';
import { reviewChoicesShape, reviewNumbersShape } from '../openapi/review-shapes.ts';
import { actingDesk, allow } from './access.ts';
import { handAnswer } from './hand-answer.ts';
import type { App } from './route.ts';
import { readReviewQuery, reviewQuerySchema } from './review-query.ts';

export function reviewOperations(): Operation[] {
  return [
    {
      method: 'get',
      path: '/api/review/numbers',
      id: 'readReviewNumbers',
      right: 'leads.read',
      tag: 'Review',
      summary: 'The shared numbers, against their targets and the period before',
      query: reviewQuerySchema,
      answers: {
        200: { description: 'The numbers.', content: json(reviewNumbersShape()) },
        ...refusals('invalid'),
      },
    },
    {
      method: 'get',
      path: '/api/review/choices',
      id: 'readReviewChoices',
      right: 'leads.read',
      tag: 'Review',
      summary: 'What the review’s numbers can be narrowed down to',
      answers: {
        200: { description: 'Every dimension with its words.', content: json(reviewChoicesShape()) },
      },
    },
  ];
}

export function registerReview(app: App): void {
  app.get('/api/review/numbers', allow('leads.read'), async (context) => {
    const query = readReviewQuery(context.req.url);
    if (!query.ok) return query.refusal;
    return handAnswer(await actingDesk(context).reviewNumbers(context.get('actor'), query.value));
  });

  app.get('/api/review/choices', allow('leads.read'), async (context) =>
    handAnswer(await actingDesk(context).reviewChoices(context.get('actor'))),
  );
}

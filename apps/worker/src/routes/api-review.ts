// `/api/review`: the numbers that both teams read, and what the numbers of the review can be narrowed down to.
import { numberIds, parseSlice } from '@baton/review';
import * as z from 'zod';
import { json, type Operation } from '../openapi/operation.ts';
import { refusals } from '../openapi/refusals.ts';
import {
  reviewBehindShape,
  reviewChoicesShape,
  reviewDefinitionsShape,
  reviewNumbersShape,
  reviewSliceShape,
} from '../openapi/review-shapes.ts';
import { problemResponse } from '../problem.ts';
import { reviewCommitmentsShape } from '../openapi/commitment-shapes.ts';
import { actingDesk, allow } from './access.ts';
import { paging, readQuery } from './api-query.ts';
import { handAnswer } from './hand-answer.ts';
import type { App } from './route.ts';
import { readReviewQuery, reviewQuerySchema } from './review-query.ts';

const pageQuery = z.object({
  limit: paging.limit,
  offset: z.coerce.number().int().min(0).max(10_000_000).default(0),
});

const sliceQuery = pageQuery.extend({
  of: z
    .string()
    .max(300)
    .describe(
      'What is counted, such as `step.sql.stopped`, `missed.person.ann@acme.example` or `rejected.budget`.',
    ),
});

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
      path: '/api/review/numbers/{number}/leads',
      id: 'readReviewBehind',
      right: 'leads.read',
      tag: 'Review',
      summary: 'The leads behind a number, what speaks against it first',
      parameters: { number: 'Its id.' },
      query: reviewQuerySchema.extend(pageQuery.shape),
      answers: {
        200: { description: 'A page of them.', content: json(reviewBehindShape()) },
        ...refusals('invalid', 'unknown'),
      },
    },
    {
      method: 'get',
      path: '/api/review/leads',
      id: 'readReviewSlice',
      right: 'leads.read',
      tag: 'Review',
      summary: 'The leads behind one bar, row or cell of the funnel, the speed of answers or the rejections',
      query: reviewQuerySchema.extend(sliceQuery.shape),
      answers: {
        200: { description: 'A page of them.', content: json(reviewSliceShape()) },
        ...refusals('invalid'),
      },
    },
    {
      method: 'get',
      path: '/api/review/commitments',
      id: 'readReviewCommitments',
      right: 'leads.read',
      tag: 'Review',
      summary:
        'What both sides have promised, how this month goes, and whether people can take what is expected',
      answers: {
        200: { description: 'The board.', content: json(reviewCommitmentsShape()) },
      },
    },
    {
      method: 'get',
      path: '/api/review/definitions',
      id: 'readReviewDefinitions',
      right: 'leads.read',
      tag: 'Review',
      summary: 'How each shared number is counted, and what it is held to',
      answers: {
        200: { description: 'All of them.', content: json(reviewDefinitionsShape()) },
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

  app.get('/api/review/numbers/:number/leads', allow('leads.read'), async (context) => {
    const named = context.req.param('number');
    const number = numberIds.find((id) => id === named);
    if (number === undefined) return problemResponse({ kind: 'unknown', what: 'number' });
    const query = readReviewQuery(context.req.url);
    if (!query.ok) return query.refusal;
    const page = readQuery(pageQuery, context.req.query());
    if (!page.ok) return page.refusal;
    return handAnswer(
      await actingDesk(context).reviewBehind(context.get('actor'), query.value, number, page.value),
    );
  });

  app.get('/api/review/leads', allow('leads.read'), async (context) => {
    const query = readReviewQuery(context.req.url);
    if (!query.ok) return query.refusal;
    const asked = readQuery(sliceQuery, context.req.query());
    if (!asked.ok) return asked.refusal;
    const { of, ...page } = asked.value;
    const slice = parseSlice(of);
    if (slice === null)
      return problemResponse({ kind: 'invalid', issues: [{ code: 'unknown_id', path: ['query', 'of'] }] });
    return handAnswer(await actingDesk(context).reviewSlice(context.get('actor'), query.value, slice, page));
  });

  app.get('/api/review/commitments', allow('leads.read'), async (context) =>
    handAnswer(await actingDesk(context).reviewCommitments(context.get('actor'))),
  );

  app.get('/api/review/definitions', allow('leads.read'), async (context) =>
    handAnswer(await actingDesk(context).reviewDefinitions(context.get('actor'))),
  );

  app.get('/api/review/choices', allow('leads.read'), async (context) =>
    handAnswer(await actingDesk(context).reviewChoices(context.get('actor'))),
  );
}

// `GET /api/forms/:form/numbers`: how a form does, by version, step and day.
import * as z from 'zod';
import { formId } from '../form-place.ts';
import { formNumbersShape } from '../openapi/form-shapes.ts';
import { json, type Operation } from '../openapi/operation.ts';
import { refusals } from '../openapi/refusals.ts';
import { problemResponse } from '../problem.ts';
import { actingDesk, allow } from './access.ts';
import { jsonAnswer, readQuery } from './api-query.ts';
import type { App } from './route.ts';

const numbersQuery = z.object({
  days: z.coerce.number().int().min(1).max(366).default(30).describe('How many, today the last of them.'),
});

export function numberOperations(): Operation[] {
  return [
    {
      method: 'get',
      path: '/api/forms/{form}/numbers',
      id: 'readNumbers',
      right: 'workspace.read',
      tag: 'Forms',
      summary: 'How a form does',
      description:
        'How often it was seen, begun, filled in how far, sent and worth sales’ time, by version and UTC day. A submission counts for the day on which it first came. Sums; nobody is followed.',
      parameters: { form: 'The form’s id.' },
      query: numbersQuery,
      answers: {
        200: { description: 'The numbers.', content: json(formNumbersShape()) },
        ...refusals('unknown', 'invalid'),
      },
    },
  ];
}

export function registerNumbers(app: App): void {
  app.get('/api/forms/:form/numbers', allow('workspace.read'), async (context) => {
    const query = readQuery(numbersQuery, context.req.query());
    if (!query.ok) return query.refusal;
    const form = formId(context.req.param('form'));
    const numbers =
      form === null
        ? null
        : await actingDesk(context).formNumbers(context.get('actor'), form, query.value.days);
    return numbers === null ? problemResponse({ kind: 'unknown', what: 'form' }) : jsonAnswer(numbers);
  });
}

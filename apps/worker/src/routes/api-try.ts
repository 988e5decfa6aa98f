// `POST /api/forms/:form/try`: what would become of a submission if it came now. Stores and sends nothing.
import * as z from 'zod';
import { ownerLimit } from '../body.ts';
import { formId } from '../form-place.ts';
import { json, type Operation } from '../openapi/operation.ts';
import { refusals } from '../openapi/refusals.ts';
import { triedShape } from '../openapi/try-shapes.ts';
import { problemResponse } from '../problem.ts';
import { arrivalOf, submissionSchema } from '../read-arrival.ts';
import { actingDesk, allow } from './access.ts';
import { jsonAnswer, readBody } from './api-query.ts';
import type { App } from './route.ts';

const value = z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]);

/** A body as the form's script sends it, with what is to be imagined. */
const tryingSchema = z.object({
  ...submissionSchema.shape,
  id: submissionSchema.shape.id.nullish().describe('Does not count; nor do version and visitor.'),
  answers: submissionSchema.shape.answers.default({}),
  document: z.looseObject({}).optional().describe('A form to be tried in place of the saved draft.'),
  revision: z.int().min(0).nullish().describe('Refused when another one is saved.'),
  known: z
    .record(z.string(), value)
    .nullish()
    .describe(
      'What an imagined visitor has told before, by attribute; what they have done before is among the behaviours. Absent: nobody knows them.',
    ),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .nullish()
    .describe('Where they are; a browser does not say.'),
});

export function tryOperations(): Operation[] {
  return [
    {
      method: 'post',
      path: '/api/forms/{form}/try',
      id: 'tryForm',
      right: 'leads.read',
      tag: 'Forms',
      summary: 'What would become of a submission now',
      description:
        'Goes the whole way of a real one and undoes it: stores and sends nothing. Leads that are known count, so `workspace.read` alone is not enough, and `leads.read` neither. `final: false`: what the answers so far are worth. The form’s protection is taken as passed, but for the trap.',
      parameters: { form: 'The form’s id.' },
      body: json(tryingSchema),
      answers: {
        200: { description: 'What would be decided.', content: json(triedShape()) },
        ...refusals('malformed', 'unknown', 'conflict', 'too_large', 'unsupported_type', 'invalid'),
      },
    },
  ];
}

export function registerTry(app: App): void {
  app.post('/api/forms/:form/try', allow('leads.read'), allow('workspace.read'), async (context) => {
    const body = await readBody(context.req.raw, tryingSchema, ownerLimit);
    if (!body.ok) return body.refusal;
    const form = formId(context.req.param('form'));
    if (form === null) return problemResponse({ kind: 'unknown', what: 'form' });
    const { id, document, revision, known, country, ...sent } = body.value;
    const place = { origin: null, country: country ?? null, language: null, block: null, device: null };
    const arrival = arrivalOf(form, { ...sent, id: id ?? '' }, place);
    const tried = await actingDesk(context).tryForm(
      context.get('actor'),
      form,
      { document, revision: revision ?? null },
      { arrival, known: known ?? null },
    );
    switch (tried?.kind) {
      case undefined:
        return problemResponse({ kind: 'unknown', what: 'form' });
      case 'tried':
        return jsonAnswer(tried.text);
      case 'overtaken':
        return problemResponse({ kind: 'conflict', detail: `Revision ${tried.revision} is saved.` });
      case 'invalid':
        return problemResponse({ kind: 'invalid', issues: tried.issues });
    }
  });
}

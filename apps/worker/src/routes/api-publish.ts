// `POST /api/forms/:form/publish`: a draft becomes the next version, now or at its hour.
import * as z from 'zod';
import { ownerLimit } from '../body.ts';
import { formId } from '../form-place.ts';
import { draftShape, publishedShape } from '../openapi/form-shapes.ts';
import { json, type Operation } from '../openapi/operation.ts';
import { refusals } from '../openapi/refusals.ts';
import { problemResponse } from '../problem.ts';
import { actingDesk, allow } from './access.ts';
import { jsonAnswer, readBody } from './api-query.ts';
import type { App } from './route.ts';

const publishingSchema = z.strictObject({
  revision: z.int().min(0).describe('The one that was looked at.'),
  note: z.string().max(2000).nullish().describe('What changed, for those who come after.'),
  at: z.iso
    .datetime({ offset: true, error: 'not_an_instant' })
    .nullish()
    .describe('When, within a year; absent: now.'),
  accept: z.boolean().default(false).describe('The warnings have been read.'),
});

const tag = 'Forms';
const parameters = { form: 'The form’s id.' };

export function publishOperations(): Operation[] {
  const draft = json(draftShape());
  const bodies = refusals('malformed', 'too_large', 'unsupported_type', 'invalid');
  return [
    {
      method: 'post',
      path: '/api/forms/{form}/publish',
      id: 'publishForm',
      right: 'forms.write',
      tag,
      summary: 'Publish a draft as the next version',
      description:
        'Refused with errors, and with warnings as long as nobody has accepted them: 422 tells either, under `document`. 409 when the draft was saved since. With `at` it is looked through now and again at that time; saving the draft anew takes the plan back, and what cannot be published then stays a draft, with the reason in the audit.',
      parameters,
      body: json(publishingSchema),
      answers: {
        200: {
          description: 'Visitors meet it from now on, or from `scheduled`.',
          content: json(publishedShape()),
        },
        409: { description: 'Somebody else has saved since then; this is what stands.', content: draft },
        ...refusals('unknown'),
        ...bodies,
      },
    },
    {
      method: 'post',
      path: '/api/forms/{form}/publish/cancel',
      id: 'cancelPublishing',
      right: 'forms.write',
      tag,
      summary: 'Take back what is planned',
      parameters,
      answers: { 204: { description: 'The draft stays one.' }, ...refusals('unknown') },
    },
  ];
}

export function registerPublish(app: App): void {
  app.post('/api/forms/:form/publish', allow('forms.write'), async (context) => {
    const body = await readBody(context.req.raw, publishingSchema, ownerLimit);
    if (!body.ok) return body.refusal;
    const { revision, note, accept, at } = body.value;
    const form = formId(context.req.param('form'));
    const asked = {
      revision,
      note: note ?? null,
      accepted: accept,
      at: typeof at === 'string' ? Date.parse(at) : null,
    };
    const published =
      form === null ? null : await actingDesk(context).publishForm(context.get('actor'), form, asked);
    if (published === null) return problemResponse({ kind: 'unknown', what: 'form' });
    switch (published.kind) {
      case 'published':
      case 'overtaken':
        return jsonAnswer(published.text, published.kind === 'published' ? 200 : 409);
      case 'invalid':
        return problemResponse({ kind: 'invalid', issues: published.issues });
    }
  });

  app.post('/api/forms/:form/publish/cancel', allow('forms.write'), async (context) => {
    const form = formId(context.req.param('form'));
    const isBack = form !== null && (await actingDesk(context).cancelSchedule(context.get('actor'), form));
    return isBack ? new Response(null, { status: 204 }) : problemResponse({ kind: 'unknown', what: 'plan' });
  });
}

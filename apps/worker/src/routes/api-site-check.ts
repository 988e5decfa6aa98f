// `POST /api/forms/:form/site-check`: whether a form is on a page of a website. Nothing of the page is answered but what was seen.
import * as z from 'zod';
import { publicLimit } from '../body.ts';
import { addressPolicy, publicUrl } from '../env.ts';
import { formId } from '../form-place.ts';
import { json, type Operation } from '../openapi/operation.ts';
import { refusals } from '../openapi/refusals.ts';
import { siteCheckShape } from '../openapi/site-check-shape.ts';
import { problemResponse } from '../problem.ts';
import { checkSite, type SiteCheck } from '../site-check/check-site.ts';
import { prefixOf } from '../workspace-id.ts';
import { actingDesk, allow } from './access.ts';
import { jsonAnswer, readBody } from './api-query.ts';
import type { App } from './route.ts';

const checkingSchema = z.strictObject({
  url: z.string().min(1).max(2000).describe('Of the page; without a scheme, https.'),
});

export function siteCheckOperations(): Operation[] {
  return [
    {
      method: 'post',
      path: '/api/forms/{form}/site-check',
      id: 'checkSite',
      right: 'forms.write',
      tag: 'Forms',
      summary: 'Whether a form is on a website',
      description:
        'Fetches the page as anybody would get it and says what stands in it; what scripts add later is not seen. Public addresses alone, at most three redirects, two megabytes and ten seconds; sixty an hour.',
      parameters: { form: 'The form’s id.' },
      body: json(checkingSchema),
      answers: {
        200: {
          description: 'What was seen, also where the page could not be read.',
          content: json(siteCheckShape()),
        },
        ...refusals('malformed', 'unknown', 'too_large', 'unsupported_type', 'invalid', 'too_many'),
      },
    },
  ];
}

export function registerSiteCheck(app: App): void {
  app.post('/api/forms/:form/site-check', allow('forms.write'), async (context) => {
    const body = await readBody(context.req.raw, checkingSchema, publicLimit);
    if (!body.ok) return body.refusal;
    const { env } = context;
    const actor = context.get('actor');
    const form = formId(context.req.param('form'));
    const allowed = form === null ? null : await actingDesk(context).allowSiteCheck(actor, form);
    if (form === null || allowed === null) return problemResponse({ kind: 'unknown', what: 'form' });
    if (allowed.kind === 'too_many') {
      const detail = 'Websites are looked at sixty times an hour.';
      return problemResponse({ kind: 'too_many', detail, seconds: 600 });
    }
    const checked: SiteCheck = await checkSite(
      body.value.url,
      {
        bases: [...new Set([publicUrl(env), new URL(context.req.url).origin])],
        name: prefixOf(actor.workspace) + form,
        websites: allowed.websites,
      },
      addressPolicy(env),
      (input, init) => fetch(input, init),
    );
    return jsonAnswer(JSON.stringify(checked));
  });
}

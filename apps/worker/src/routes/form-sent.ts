// `GET /f/:form/sent/:submission`: what a visitor without a script sees once their answers are stored, as often as they
// load it. Its address holds the public id, which nothing can be sent or read with.
import { formPlace } from '../form-place.ts';
import { page, type Operation } from '../openapi/operation.ts';
import { pageHeaders } from '../page-headers.ts';
import { spokenTo, wishesOf } from '../wishes.ts';
import { formPolicy, notFoundPage } from './form-page.ts';
import type { App } from './route.ts';

export function formSentOperations(): readonly Operation[] {
  return [
    {
      method: 'get',
      path: '/f/{form}/sent/{submission}',
      id: 'formSent',
      tag: 'Forms',
      summary: 'What a form shows once it was sent without JavaScript',
      parameters: { form: 'The form’s id.', submission: 'The submission’s public id.' },
      answers: {
        200: { description: 'The page.', content: page },
        303: { description: 'The form leads elsewhere.', headers: { location: 'Where to.' } },
        404: { description: 'There is no such form or submission, as a page.', content: page },
      },
    },
  ];
}

/** Where the answer to a plain post is shown, in the language that its page was asked for. `form`: as addresses name it. */
export function sentAddress(request: Request, form: string, submission: string): string {
  const language = new URL(request.url).searchParams.get('lang');
  const query = language === null ? '' : `?lang=${encodeURIComponent(language)}`;
  return `/f/${form}/sent/${submission}${query}`;
}

export function registerFormSent(app: App): void {
  app.get('/f/:form/sent/:submission', async (context) => {
    const request = context.req.raw;
    const place = await formPlace(context.env, context.req.param('form'));
    const head = place === null ? null : await place.desk.formHead(place.form);
    const language = head === null ? null : spokenTo(request, head);
    if (place === null || language === null) return notFoundPage(wishesOf(request));
    const sent = await place.desk.formSent(place.form, context.req.param('submission'), language);
    if (sent === null) return notFoundPage(wishesOf(request));
    const fresh = { 'cache-control': 'no-store' };
    if (sent.kind === 'redirect') {
      return new Response(null, { status: 303, headers: { ...fresh, location: sent.url } });
    }
    return new Response(sent.html, { headers: { ...pageHeaders(formPolicy(sent.head)), ...fresh } });
  });
}

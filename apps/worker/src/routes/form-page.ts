// `GET /f/:form` the hosted page and `GET /f/:form.js` the embed: one form, rendered once per version and language.
import { pageStyles, renderNotFound } from '@baton/page/render';
import * as z from 'zod';
import { deskOf } from '../desk-of.ts';
import { scriptHash, wholeScript } from '../form-script.ts';
import { page, script, type Operation } from '../openapi/operation.ts';
import { preferredLanguage } from '../request-facts.ts';
import { problemResponse } from '../problem.ts';
import { ServedCache } from './cache.ts';
import { hashSource, pageHeaders } from '../page-headers.ts';
import type { FormHead } from '../render-form.ts';
import { formId, type App } from './route.ts';
import { onlyGet } from './wrong-method.ts';

export function formPageOperations(): readonly Operation[] {
  const language = z
    .string()
    .optional()
    .describe('A language tag such as `de-AT`, before what the browser asks for.');
  const common = { method: 'get', tag: 'Forms', query: z.object({ lang: language }) } as const;
  const api = z.string().optional().describe('Present: the script brings `window.Baton` along.');
  const parameters = { form: 'The form’s id.' };
  const headers = { etag: 'Changes when the form is published anew.' };
  const same = { description: 'It is what `If-None-Match` names.', headers };
  return [
    {
      ...common,
      path: '/f/{form}',
      id: 'formPage',
      summary: 'The form as a page of its own',
      parameters,
      answers: {
        200: { description: 'The page.', content: page, headers },
        304: same,
        404: { description: 'There is no such form, as a page.', content: page },
      },
    },
    {
      ...common,
      path: '/f/{form}.js',
      route: '/f/:file{[^/]+\\.js}',
      id: 'formScript',
      summary: 'The form as a script that puts itself where its tag stands',
      query: z.object({ lang: language, api }),
      parameters,
      answers: {
        200: { description: 'The script.', content: script, headers },
        304: same,
        404: { description: 'There is no such form: a script that says so on the console.', content: script },
      },
    },
  ];
}

const cache = new ServedCache();
const styleSource = hashSource(pageStyles);

/** Who may show the hosted page in a frame, and where its form may lead. */
export function formPolicy(head: FormHead): Record<string, string> {
  return {
    'script-src': "'self'",
    'connect-src': "'self'",
    'img-src': "'self' data:",
    'style-src': head.styleSource,
    'form-action': head.redirects ? "'self' https:" : "'self'",
    'frame-ancestors': head.websites.length === 0 ? '*' : `'self' ${head.websites.join(' ')}`,
  };
}

/** The page that says a form does not exist. */
export function notFoundPage(language: string | null): Response {
  const html = renderNotFound(language === null ? {} : { language });
  return new Response(html, { status: 404, headers: pageHeaders({ 'style-src': styleSource }) });
}

export function registerFormPage(app: App): void {
  app.get('/f/:file{[^/]+\\.js}', async (context) => {
    const form = formId(context.req.param('file').slice(0, -3));
    const desk = deskOf(context.env);
    const head = form === null ? null : await desk.formHead(form);
    if (form === null || head === null) {
      // A console error tells the website's developer more than a silent 404 of a script would.
      const line = `console.error(${JSON.stringify(`Baton: there is no published form "${form ?? ''}" at this address.`)});`;
      return new Response(line, {
        status: 404,
        headers: { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'no-store' },
      });
    }
    const language = context.req.query('lang') ?? null;
    const headers = {
      'content-type': 'text/javascript; charset=utf-8',
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
      'x-content-type-options': 'nosniff',
    };
    const hosted = context.req.query('hosted') !== undefined;
    const api = context.req.query('api') !== undefined;
    const kind = `${hosted ? 'hosted.' : ''}${api ? 'api.' : ''}js`;
    const key = `${head.hash.slice(0, 20)}.${head.version}.${scriptHash}.${known(language)}.${kind}`;
    const answer = await cache.answer(context.req.raw, key, headers, async () => {
      const call = await desk.formScript(form, language, { hosted, api });
      return call && wholeScript(call);
    });
    return answer ?? problemResponse({ kind: 'unknown', what: 'form' });
  });

  app.all('/f/:file{[^/]+\\.js}', onlyGet);

  app.get('/f/:form', async (context) => {
    const form = formId(context.req.param('form'));
    const desk = deskOf(context.env);
    const asked =
      context.req.query('lang') ?? preferredLanguage(context.req.header('accept-language') ?? null);
    const head = form === null ? null : await desk.formHead(form);
    if (form === null || head === null) return notFoundPage(asked);
    const key = `${head.hash.slice(0, 20)}.${head.version}.${scriptHash}.${known(asked)}.page`;
    const headers = { ...pageHeaders(formPolicy(head)), vary: 'accept-language' };
    const query = [...new URL(context.req.url).searchParams].filter(([name]) => name !== 'lang');
    const page = (): Promise<string | null> => desk.formPage(form, asked, { query });
    // First values from the address make a page of its own, which is not worth keeping.
    if (query.length > 0) {
      const html = await page();
      return html === null
        ? notFoundPage(asked)
        : new Response(html, { headers: { ...headers, 'cache-control': 'no-store' } });
    }
    const answer = await cache.answer(context.req.raw, key, headers, page);
    return answer ?? notFoundPage(asked);
  });
}

/** A language tag that may stand in a cache key: others are served under the form's own language. */
function known(language: string | null): string {
  return language !== null && /^[a-z]{2,3}(-[a-z0-9]{2,8}){0,3}$/i.test(language)
    ? language.toLowerCase()
    : 'own';
}

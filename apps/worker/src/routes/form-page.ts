// `GET /f/:form` the hosted page and `GET /f/:form.js` the embed: one form, rendered once per version and language.
import { visitFacts } from '@baton/form';
import { languageScript, pageStyles, renderNotFound } from '@baton/page/render';
import * as z from 'zod';
import { formPlace } from '../form-place.ts';
import { pagesScript, scriptHash, wholeScript } from '../form-script.ts';
import { page, script, type Operation } from '../openapi/operation.ts';
import { cameFrom, plainVisit } from '../plain-post.ts';
import { requestFacts } from '../read-request.ts';
import { problemResponse } from '../problem.ts';
import { packed, ServedCache } from './cache.ts';
import { hashSource, pageHeaders } from '../page-headers.ts';
import { missingScript } from '../missing-script.ts';
import { embedModes, type FormHead } from '../render-form.ts';
import { spokenTo, variesBy, wishesOf } from '../wishes.ts';
import type { App } from './route.ts';
import { onlyGet } from './wrong-method.ts';

export function formPageOperations(): readonly Operation[] {
  const language = z
    .string()
    .optional()
    .describe('A language tag such as `de-AT`, before what the browser asks for.');
  const common = { method: 'get', tag: 'Forms', query: z.object({ lang: language }) } as const;
  const api = z.string().optional().describe('Present: the script brings `window.Baton` along.');
  const mode = z.enum(embedModes).optional().describe('How the form opens, instead of what it says itself.');
  const journal = z
    .string()
    .optional()
    .describe('Present: no form, only the journal of the visit, for pages without a form.');
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
      query: z.object({ lang: language, api, mode, journal }),
      parameters,
      answers: {
        200: {
          description:
            'The script. Where there is no such form, one that says so on the console: a browser runs no script that comes with a 404.',
          content: script,
          headers: { etag: `${headers.etag} Absent: there is no such form.` },
        },
        304: same,
      },
    },
  ];
}

const cache = new ServedCache();
const styleSource = hashSource(pageStyles);
const scriptHeaders = {
  'content-type': 'text/javascript; charset=utf-8',
  'access-control-allow-origin': '*',
  'cross-origin-resource-policy': 'cross-origin',
  'x-content-type-options': 'nosniff',
};

/** Who may show the hosted page in a frame, and where its form may lead. */
export function formPolicy(head: FormHead): Record<string, string> {
  const check = head.asksTurnstile ? ['https://challenges.cloudflare.com'] : [];
  const frames = [...head.frames, ...check];
  return {
    'script-src': ["'self'", ...check].join(' '),
    'connect-src': "'self'",
    'img-src': "'self' data:",
    'style-src': head.styleSource,
    'form-action': head.redirects ? "'self' https:" : "'self'",
    ...(frames.length > 0 && { 'frame-src': [...new Set(frames)].join(' ') }),
    'frame-ancestors': head.websites.length === 0 ? '*' : `'self' ${head.websites.join(' ')}`,
  };
}

/** The page that says a form does not exist, in the first of these languages that there are words for. */
export function notFoundPage(languages: readonly string[]): Response {
  return new Response(renderNotFound({ languages }), {
    status: 404,
    headers: pageHeaders({ 'style-src': styleSource, 'img-src': "'self'" }),
  });
}

export function registerFormPage(app: App): void {
  app.get('/f/:file{[^/]+\\.js}', async (context) => {
    const place = await formPlace(context.env, context.req.param('file').slice(0, -3));
    const head = place === null ? null : await place.desk.formHead(place.form);
    if (place === null || head === null) {
      const missing = missingScript(context.req.param('file').slice(0, -3), context.req.raw.url);
      return new Response(missing, { headers: { ...scriptHeaders, 'cache-control': 'no-store' } });
    }
    const { desk, form, prefix } = place;
    const asked = context.req.query('lang');
    const language = spokenTo(context.req.raw, head);
    // The language of the browser is a first guess, which the script corrects by that of the page around it.
    const headers = { ...variesBy(context.req.raw, head), ...scriptHeaders };
    const hosted = context.req.query('hosted') !== undefined;
    const api = context.req.query('api') !== undefined;
    const mode = embedModes.find((one) => one === context.req.query('mode')) ?? null;
    const pages = context.req.query('journal') !== undefined;
    const isGuess = asked === undefined && !hosted && !pages;
    const kind = pages
      ? 'journal'
      : `${hosted ? 'hosted.' : ''}${isGuess ? 'guess.' : ''}${api ? 'api.' : ''}${mode ?? ''}.js`;
    const key = `${prefix}${head.hash.slice(0, 20)}.${head.version}.${scriptHash}.${language}.${kind}`;
    const answer = await cache.answer(context.req.raw, key, headers, async () => {
      if (pages) {
        const payload = await desk.pagesPayload(form);
        return payload === null ? '// This form keeps no journal.' : pagesScript(payload);
      }
      const call = await desk.formScript(form, language, { hosted, api, mode });
      return call && (isGuess ? languageScript(head.languages, language) : '') + wholeScript(call);
    });
    return answer ?? problemResponse({ kind: 'unknown', what: 'form' });
  });

  app.all('/f/:file{[^/]+\\.js}', onlyGet);

  app.get('/f/:form', async (context) => {
    const request = context.req.raw;
    const wishes = wishesOf(request);
    const place = await formPlace(context.env, context.req.param('form'));
    const head = place === null ? null : await place.desk.formHead(place.form);
    if (place === null || head === null) return notFoundPage(wishes);
    const { desk, form, prefix } = place;
    const language = spokenTo(request, head);
    const key = `${prefix}${head.hash.slice(0, 20)}.${head.version}.${scriptHash}.${language}.page`;
    const headers = { ...pageHeaders(formPolicy(head)), ...variesBy(request, head) };
    const query = [...new URL(request.url).searchParams].filter(([name]) => name !== 'lang');
    const referrer = cameFrom(request);
    const facts = requestFacts(request);
    const country = head.guessesCountry ? facts.country : null;
    // First values from the address, the country and the way here make a page of its own, which is not worth keeping.
    if (query.length > 0 || referrer !== null || country !== null) {
      const visit = visitFacts(plainVisit(request, facts, referrer));
      const html = await desk.formPage(form, language, { query, country, visit, referrer });
      if (html === null) return notFoundPage(wishes);
      return packed(request, html, { ...headers, 'cache-control': 'no-store' });
    }
    const plain = { query: [], country: null, visit: {}, referrer: null };
    const answer = await cache.answer(request, key, headers, () => desk.formPage(form, language, plain));
    return answer ?? notFoundPage(wishes);
  });
}

// `POST /f/:form`: the form without JavaScript. Names are field ids; the answer is a page, and whatever cannot be
// taken comes back with everything the visitor typed.
import { plainFields } from '@baton/page/render';
import * as z from 'zod';
import { mediaType, publicLimit, readText } from '../body.ts';
import { deskOf } from '../desk-of.ts';
import type { Env } from '../env.ts';
import { bugLine, createLog } from '../log.ts';
import { page, type Operation } from '../openapi/operation.ts';
import { refusals } from '../openapi/refusals.ts';
import { problemResponse } from '../problem.ts';
import { isSubmissionId, readArrival } from '../read-arrival.ts';
import { requestFacts } from '../request-facts.ts';
import type { Refill } from '../render-form.ts';
import { withTurnstile } from '../with-turnstile.ts';
import { formPolicy, notFoundPage, spokenTo } from './form-page.ts';
import { pageHeaders } from '../page-headers.ts';
import { formId, type App } from './route.ts';

export function formPostOperations(): readonly Operation[] {
  const values = z.union([z.string(), z.array(z.string())]);
  return [
    {
      method: 'post',
      path: '/f/{form}',
      id: 'postForm',
      tag: 'Forms',
      summary: 'Send a form without JavaScript',
      description: 'Names are field ids. Whatever cannot be taken comes back with everything that was typed.',
      parameters: { form: 'The form’s id.' },
      body: { 'application/x-www-form-urlencoded': z.record(z.string(), values) },
      answers: {
        ...refusals('malformed', 'origin_refused', 'unsupported_type'),
        200: { description: 'Stored: what the form shows.', content: page },
        303: { description: 'Stored: the form leads elsewhere.', headers: { location: 'Where to.' } },
        404: { description: 'There is no such form.', content: page },
        413: { description: 'It is too long: the form again, empty.', content: page },
        422: { description: 'The form again, filled in, with what is wrong.', content: page },
        500: { description: 'It could not be stored: the form again, filled in.', content: page },
      },
    },
  ];
}

const replySchema = z.object({ submission: z.string(), outcome: z.object({ id: z.string() }) });
const polluting = new Set(['__proto__', 'constructor', 'prototype']);

type Values = Record<string, string | string[]>;

function valuesOf(body: string): Values {
  const values: Values = {};
  const given = new URLSearchParams(body);
  for (const name of new Set(given.keys())) {
    if (polluting.has(name)) continue;
    const all = given.getAll(name);
    values[name] = all.length === 1 ? (all[0] ?? '') : all;
  }
  return values;
}

function textOf(values: Values, name: string): string | null {
  const value = values[name];
  return typeof value === 'string' && value !== '' ? value : null;
}

export function registerFormPost(app: App): void {
  app.post('/f/:form', async (context) => {
    const request = context.req.raw;
    const facts = requestFacts(request, context.env);
    const form = formId(context.req.param('form'));
    const desk = deskOf(context.env);
    const head = form === null ? null : await desk.formHead(form);
    if (form === null || head === null) return notFoundPage(facts.language);
    if (mediaType(request) !== 'application/x-www-form-urlencoded') {
      return problemResponse({ kind: 'unsupported_type', expected: 'application/x-www-form-urlencoded' });
    }
    const language = spokenTo(request, head);
    const html = (text: string | null, status: number): Response =>
      text === null
        ? notFoundPage(language)
        : new Response(text, {
            status,
            headers: { ...pageHeaders(formPolicy(head)), 'cache-control': 'no-store' },
          });
    const body = await readText(request, publicLimit);
    if (!body.ok) {
      if (body.refusal.kind !== 'too_large') return problemResponse(body.refusal);
      return html(await desk.formProblem(form, 'too_large', {}, language), 413);
    }
    const values = valuesOf(body.value);
    const {
      [plainFields.id]: _id,
      [plainFields.version]: _version,
      [plainFields.trap]: trap,
      ...answers
    } = values;
    const given = textOf(values, plainFields.id);
    // An id that no page of ours has made must not cost visitors what they typed.
    const id = given !== null && isSubmissionId(given) ? given : crypto.randomUUID();
    const version = Number(textOf(values, plainFields.version) ?? Number.NaN);
    const arrival = readArrival(
      form,
      {
        id,
        version: Number.isSafeInteger(version) && version > 0 ? version : null,
        final: true,
        answers,
        visitor: null,
        visit: { referrer: request.headers.get('referer') ?? '', url: request.url },
        language,
        trap: typeof trap === 'string' ? trap : '',
      },
      facts,
    );
    const again = async (issues: Refill['issues'], status: number): Promise<Response> =>
      html(await desk.formPage(form, language, { values: answers, issues, submission: id }), status);
    if (!arrival.ok) return problemResponse({ kind: 'invalid', issues: arrival.issues });
    let result: Awaited<ReturnType<typeof desk.submit>>;
    try {
      result = await desk.submit(await withTurnstile(context.env, arrival.value));
    } catch (error) {
      logBug(context.env, error, crypto.randomUUID());
      return html(await desk.formProblem(form, 'failed', answers, language), 500);
    }
    switch (result.kind) {
      case 'stored': {
        const { submission, outcome } = replySchema.parse(JSON.parse(result.reply));
        const answer = await desk.formOutcome(form, { submission, outcome: outcome.id }, language);
        if (answer === null) return notFoundPage(language);
        if (answer.kind === 'redirect') return Response.redirect(answer.url, 303);
        return html(answer.html, 200);
      }
      case 'invalid':
        return again(copied(result.issues), 422);
      case 'origin_refused':
        return problemResponse({ kind: 'origin_refused', origin: result.origin });
      case 'unknown_form':
        return notFoundPage(language);
    }
  });
}

function logBug(env: Env, error: unknown, requestId: string): void {
  createLog(env.BATON_LOG === 'decisions')(bugLine(error, requestId));
}

function copied(
  issues: readonly {
    code: string;
    path: readonly (string | number)[];
    params?: Readonly<Record<string, string | number>>;
  }[],
): Refill['issues'] {
  return issues.map(({ code, path, params }) => ({
    code,
    path: [...path],
    ...(params === undefined ? {} : { params: { ...params } }),
  }));
}

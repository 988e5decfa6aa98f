// `POST /f/:form`: the form without JavaScript. Names are field ids; the answer is a page, and whatever cannot be
// taken comes back with everything the visitor typed. A post that names its step (`baton_step`) is led through the
// steps one by one; any other is the whole form.
import * as z from 'zod';
import { mediaType, plainLimit, readText } from '../body.ts';
import { formPlace } from '../form-place.ts';
import type { Env } from '../env.ts';
import { bugLine, createLog } from '../log.ts';
import { page, type Operation } from '../openapi/operation.ts';
import { refusals } from '../openapi/refusals.ts';
import { problemResponse } from '../problem.ts';
import { plainVisit, readPlainPost } from '../plain-post.ts';
import { readArrival } from '../read-arrival.ts';
import { requestFacts } from '../read-request.ts';
import type { FormHead, Refill } from '../render-form.ts';
import type { StepAnswer, StepAsked } from '../render-step.ts';
import { withTurnstile } from '../with-turnstile.ts';
import { spokenTo, wishesOf } from '../wishes.ts';
import { formPolicy, notFoundPage } from './form-page.ts';
import { sentAddress } from './form-sent.ts';
import { pageHeaders } from '../page-headers.ts';
import type { App } from './route.ts';

export function formPostOperations(): readonly Operation[] {
  const values = z.union([z.string(), z.array(z.string())]);
  return [
    {
      method: 'post',
      path: '/f/{form}',
      id: 'postForm',
      tag: 'Forms',
      summary: 'Send a form without JavaScript',
      description:
        'Names are field ids. Whatever cannot be taken comes back with everything that was typed. The pages of the form itself name the step that was answered (`baton_step`): then that step is checked, and the answer is the page of the next, with all answers so far in it.',
      parameters: { form: 'The form’s id.' },
      body: { 'application/x-www-form-urlencoded': z.record(z.string(), values) },
      answers: {
        ...refusals('malformed', 'origin_refused', 'unsupported_type'),
        200: { description: 'Stored: what the form shows. Or the page of the next step.', content: page },
        303: { description: 'Stored: what the form shows is there.', headers: { location: 'Where to.' } },
        404: { description: 'There is no such form.', content: page },
        413: { description: 'It is too long: the form again, empty.', content: page },
        422: { description: 'The form again, filled in, with what is wrong.', content: page },
        500: { description: 'It could not be stored: the form again, filled in.', content: page },
      },
    },
  ];
}

const replySchema = z.object({ submission: z.string() });

export function registerFormPost(app: App): void {
  app.post('/f/:form', async (context) => {
    const request = context.req.raw;
    const facts = requestFacts(request, context.env);
    const wishes = wishesOf(request);
    const place = await formPlace(context.env, context.req.param('form'));
    const current = place === null ? null : await place.desk.formHead(place.form);
    if (place === null || current === null) return notFoundPage(wishes);
    const { desk, form, prefix } = place;
    if (mediaType(request) !== 'application/x-www-form-urlencoded') {
      return problemResponse({ kind: 'unsupported_type', expected: 'application/x-www-form-urlencoded' });
    }
    const language = spokenTo(request, current);
    const html = (
      text: string | null,
      status: number,
      head: FormHead = current,
      cache = 'no-store',
    ): Response =>
      text === null
        ? notFoundPage(wishes)
        : new Response(text, {
            status,
            headers: { ...pageHeaders(formPolicy(head)), 'cache-control': cache },
          });
    const body = await readText(request, plainLimit);
    if (!body.ok) {
      if (body.refusal.kind !== 'too_large') return problemResponse(body.refusal);
      return html(await desk.formProblem(form, 'too_large', {}, { language, wishes }), 413);
    }
    const post = readPlainPost(body.value);
    const { answers, version, trap, referrer, walk } = post;
    // An id that no page of ours has made must not cost visitors what they typed.
    const id = post.id ?? crypto.randomUUID();
    const visit = plainVisit(request, facts, referrer);
    const read = readArrival(
      form,
      { id, version, final: true, answers, visitor: null, visit, language, trap },
      facts,
    );
    if (!read.ok) return problemResponse({ kind: 'invalid', issues: read.issues });
    let arrival = read.value;
    const { origin } = arrival;
    if (origin !== null && current.websites.length > 0 && !current.websites.includes(origin)) {
      return problemResponse({ kind: 'origin_refused', origin });
    }
    const stepOf = (more: Pick<StepAsked, 'issues' | 'problem'>): Promise<StepAnswer | null> =>
      walk === null
        ? Promise.resolve(null)
        : desk.formStep(arrival, { walk, isNew: post.id === null, language, wishes, referrer, ...more });
    const stepPage = (step: StepAnswer & { kind: 'page' }, status: number): Response =>
      // Back leads to an answer to a post: browsers show it again only where they may keep it.
      html(step.html, status, step.head, step.sensitive ? 'no-store' : 'private, no-cache');

    const step = await stepOf({});
    if (step?.kind === 'page') return stepPage(step, step.bad ? 422 : 200);
    if (step?.kind === 'send') arrival = { ...arrival, version: step.version, secret: step.secret };
    let result: Awaited<ReturnType<typeof desk.submit>>;
    try {
      result = await desk.submit(await withTurnstile(context.env, desk, arrival));
    } catch (error) {
      logBug(context.env, error, crypto.randomUUID());
      const failed = await stepOf({ problem: 'failed' });
      if (failed?.kind === 'page') return stepPage(failed, 500);
      return html(await desk.formProblem(form, 'failed', answers, { language, wishes }), 500);
    }
    switch (result.kind) {
      case 'stored': {
        const { submission } = replySchema.parse(JSON.parse(result.reply));
        const sent = await desk.formSent(form, submission, language);
        if (sent === null) return notFoundPage(wishes);
        if (sent.kind === 'redirect') return seeOther(sent.url);
        if (walk === null) return html(sent.html, 200, sent.head);
        return seeOther(sentAddress(request, prefix + form, submission));
      }
      case 'invalid': {
        const issues = copied(result.issues);
        const bad = await stepOf({ issues });
        if (bad?.kind === 'page') return stepPage(bad, 422);
        const again = { values: answers, issues, submission: id };
        return html(await desk.formPage(form, language, again), 422);
      }
      case 'origin_refused':
        return problemResponse({ kind: 'origin_refused', origin: result.origin });
      case 'unknown_form':
        return notFoundPage(wishes);
    }
  });
}

/** Where what follows is shown, so that loading it again sends nothing again. */
function seeOther(location: string): Response {
  return new Response(null, { status: 303, headers: { location, 'cache-control': 'no-store' } });
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

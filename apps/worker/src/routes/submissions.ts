// `POST /f/:form/submissions`: what the form's script sends.
import { publicLimit, readJson } from '../body.ts';
import { formPlace } from '../form-place.ts';
import { json, type Operation } from '../openapi/operation.ts';
import { refusals } from '../openapi/refusals.ts';
import { replyShape } from '../openapi/reply-shape.ts';
import { problemResponse, type Refusal } from '../problem.ts';
import { readArrival, submissionSchema } from '../read-arrival.ts';
import { requestFacts } from '../read-request.ts';
import { withTurnstile } from '../with-turnstile.ts';
import { corsHeaders, preflight } from './cors.ts';
import type { App } from './route.ts';

export function submissionOperations(): readonly Operation[] {
  const reply = json(replyShape());
  return [
    {
      method: 'post',
      path: '/f/{form}/submissions',
      id: 'submit',
      tag: 'Forms',
      summary: 'Send a form',
      description:
        'The `id` is minted by the sender before the first try and is a secret between it and Baton: sent again, it is answered the same, byte for byte, whatever else changed. `final: false` keeps what was filled in so far and may be repeated. Answers are by field id; what the form does not declare is dropped.',
      parameters: { form: 'The form’s id.' },
      body: json(submissionSchema),
      answers: {
        201: { description: 'Stored.', content: reply },
        200: { description: 'It was stored before.', content: reply },
        ...refusals('malformed', 'origin_refused', 'unknown', 'too_large', 'unsupported_type', 'invalid'),
      },
    },
  ];
}

export function registerSubmissions(app: App): void {
  app.options('/f/:form/submissions', async (context) => {
    const place = await formPlace(context.env, context.req.param('form'));
    const head = place === null ? null : await place.desk.formHead(place.form);
    const origin = context.req.header('origin') ?? null;
    if (head === null) return problemResponse({ kind: 'unknown', what: 'form' });
    if (origin !== null && head.websites.length > 0 && !isWelcome(origin, head.websites, context.req.url)) {
      return problemResponse({ kind: 'origin_refused', origin });
    }
    return preflight(context.req.raw, 'POST');
  });

  app.post('/f/:form/submissions', async (context) => {
    const facts = requestFacts(context.req.raw, context.env);
    const refuse = (refusal: Refusal): Response => withCors(problemResponse(refusal), facts.origin);
    const place = await formPlace(context.env, context.req.param('form'));
    if (place === null) return refuse({ kind: 'unknown', what: 'form' });
    const body = await readJson(context.req.raw, publicLimit);
    if (!body.ok) return refuse(body.refusal);
    const arrival = readArrival(place.form, body.value, facts);
    if (!arrival.ok) return refuse({ kind: 'invalid', issues: arrival.issues });
    const result = await place.desk.submit(await withTurnstile(context.env, place.desk, arrival.value));
    switch (result.kind) {
      case 'stored':
        return new Response(result.reply, {
          status: result.created ? 201 : 200,
          headers: {
            'content-type': 'application/json',
            'cache-control': 'no-store',
            ...corsHeaders(facts.origin),
          },
        });
      case 'unknown_form':
        return refuse({ kind: 'unknown', what: 'form' });
      case 'origin_refused':
        // Without the header that lets it read the answer: this website is not to know more.
        return problemResponse({ kind: 'origin_refused', origin: result.origin });
      case 'invalid':
        return refuse({ kind: 'invalid', issues: result.issues });
    }
  });
}

function isWelcome(origin: string, websites: readonly string[], url: string): boolean {
  return websites.includes(origin) || origin === new URL(url).origin;
}

function withCors(response: Response, origin: string | null): Response {
  for (const [name, value] of Object.entries(corsHeaders(origin))) response.headers.append(name, value);
  return response;
}

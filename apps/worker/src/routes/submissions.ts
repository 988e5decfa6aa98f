// `POST /f/:form/submissions`: what the form's script sends.
import { publicLimit, readJson } from '../body.ts';
import { deskOf } from '../desk-of.ts';
import { problemResponse, type Refusal } from '../problem.ts';
import { readArrival } from '../read-arrival.ts';
import { requestFacts } from '../request-facts.ts';
import { corsHeaders, preflight } from './cors.ts';
import { formId, type App } from './route.ts';

export function registerSubmissions(app: App): void {
  app.options('/f/:form/submissions', async (context) => {
    const form = formId(context.req.param('form'));
    const head = form === null ? null : await deskOf(context.env).formHead(form);
    const origin = context.req.header('origin') ?? null;
    if (head === null) return problemResponse({ kind: 'unknown', what: 'form' });
    if (origin !== null && head.websites.length > 0 && !isWelcome(origin, head.websites, context.req.url)) {
      return problemResponse({ kind: 'origin_refused', origin });
    }
    return preflight(context.req.raw, 'POST');
  });

  app.post('/f/:form/submissions', async (context) => {
    const facts = requestFacts(context.req.raw);
    const refuse = (refusal: Refusal): Response => withCors(problemResponse(refusal), facts.origin);
    const form = formId(context.req.param('form'));
    if (form === null) return refuse({ kind: 'unknown', what: 'form' });
    const body = await readJson(context.req.raw, publicLimit);
    if (!body.ok) return refuse(body.refusal);
    const arrival = readArrival(form, body.value, facts);
    if (!arrival.ok) return refuse({ kind: 'invalid', issues: arrival.issues });
    const result = await deskOf(context.env).submit(arrival.value);
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

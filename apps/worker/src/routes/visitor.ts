// What a form's script asks and tells beside submissions: which questions come next, what a known visitor did, and
// how often a form was seen. None of the answers depends on what others told.
import { schemaIssues } from '@baton/schema';
import * as z from 'zod';
import { publicLimit, readJson } from '../body.ts';
import { formPlace } from '../form-place.ts';
import { json, named, type Operation } from '../openapi/operation.ts';
import { refusals } from '../openapi/refusals.ts';
import { problemResponse, type Refusal } from '../problem.ts';
import { behavioursSchema, occurrenceOf } from '../read-arrival.ts';
import { requestFacts } from '../read-request.ts';
import { corsHeaders, preflight } from './cors.ts';
import type { App } from './route.ts';

const token = z.string().max(200);
const nextSchema = z.object({ visitor: token.nullish() });
const reportSchema = z.object({ visitor: token.nullish(), behaviours: behavioursSchema });
const countSchema = z.object({
  event: z.enum(['view', 'start', 'step']),
  version: z.int().positive(),
  step: z.string().max(200).nullish(),
});

const nextShape = named('Next', () =>
  z.strictObject({
    skip: z.array(z.string()).describe('Fields that are not asked.'),
    ask: z.array(z.string()).describe('Fields that are, of those whose turn it may be.'),
  }),
);

export function visitorOperations(): readonly Operation[] {
  const refused = refusals(
    'malformed',
    'origin_refused',
    'unknown',
    'too_large',
    'unsupported_type',
    'invalid',
  );
  const common = { method: 'post', tag: 'Visitors', parameters: { form: 'The form’s id.' } } as const;
  return [
    {
      ...common,
      path: '/f/{form}/next',
      id: 'nextQuestions',
      summary: 'What this browser is asked',
      description: 'Field ids only, from what this very browser told before; never a value.',
      body: json(nextSchema),
      answers: { 200: { description: 'The fields.', content: json(nextShape()) }, ...refused },
    },
    {
      ...common,
      path: '/f/{form}/behaviours',
      id: 'reportBehaviours',
      summary: 'What a known visitor did',
      description:
        'Each occurrence counts once however often it is reported. A token that nobody has is ignored.',
      body: json(reportSchema),
      answers: { 202: { description: 'Taken.' }, ...refused },
    },
    {
      ...common,
      path: '/f/{form}/counts',
      id: 'count',
      summary: 'That a form was seen, begun, or filled in up to a step',
      description: 'Sums by version and day; no token and no address is kept.',
      body: json(countSchema),
      answers: { 202: { description: 'Taken.' }, ...refused },
    },
  ];
}

type Asked = { readonly form: string; readonly websites: readonly string[]; readonly origin: string | null };

function answer(asked: Asked, status: number, body: string | null): Response {
  const headers = { 'cache-control': 'no-store', ...corsHeaders(asked.origin) };
  return new Response(body, {
    status,
    headers: body === null ? headers : { ...headers, 'content-type': 'application/json' },
  });
}

export function registerVisitor(app: App): void {
  for (const path of ['next', 'behaviours', 'counts'] as const) {
    app.options(`/f/:form/${path}`, (context) => preflight(context.req.raw, 'POST'));
    app.post(`/f/:form/${path}`, async (context) => {
      const { origin } = requestFacts(context.req.raw);
      const refuse = (refusal: Refusal): Response => {
        const response = problemResponse(refusal);
        for (const [name, value] of Object.entries(corsHeaders(origin))) response.headers.append(name, value);
        return response;
      };
      const place = await formPlace(context.env, context.req.param('form'));
      const head = place === null ? null : await place.desk.formHead(place.form);
      if (place === null || head === null) return refuse({ kind: 'unknown', what: 'form' });
      const { desk, form } = place;
      if (origin !== null && head.websites.length > 0 && !head.websites.includes(origin)) {
        return problemResponse({ kind: 'origin_refused', origin });
      }
      const body = await readJson(context.req.raw, publicLimit);
      if (!body.ok) return refuse(body.refusal);
      const asked: Asked = { form, websites: head.websites, origin };
      const invalid = (error: z.ZodError): Response =>
        refuse({ kind: 'invalid', issues: schemaIssues(error) });
      switch (path) {
        case 'next': {
          const read = nextSchema.safeParse(body.value, { reportInput: true });
          if (!read.success) return invalid(read.error);
          const next = await desk.nextQuestions(form, read.data.visitor ?? null);
          return next === null ? refuse({ kind: 'unknown', what: 'form' }) : answer(asked, 200, next);
        }
        case 'behaviours': {
          const read = reportSchema.safeParse(body.value, { reportInput: true });
          if (!read.success) return invalid(read.error);
          const { visitor, behaviours } = read.data;
          if (typeof visitor === 'string') await desk.recordOfVisitor(visitor, behaviours.map(occurrenceOf));
          return answer(asked, 202, null);
        }
        case 'counts': {
          const read = countSchema.safeParse(body.value, { reportInput: true });
          if (!read.success) return invalid(read.error);
          await desk.count(form, read.data.version, read.data.event, read.data.step ?? null);
          return answer(asked, 202, null);
        }
      }
    });
  }
}

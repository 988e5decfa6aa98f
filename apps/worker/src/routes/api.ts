// `/api` under the owner's key: the workspace as a document, its leads, submissions and deliveries.
import * as z from 'zod';
import { ownerLimit, publicLimit, readJson } from '../body.ts';
import { deskOf } from '../desk-of.ts';
import { problemResponse } from '../problem.ts';
import { instantSchema, wireIssue } from '../read-arrival.ts';
import { owner } from './owner.ts';
import type { App } from './route.ts';

const paging = {
  limit: z.coerce.number().int().min(1).max(200).default(50),
  before: z.coerce.number().int().optional(),
};
const leadsQuery = z.object({ email: z.string().optional(), ...paging });
const submissionsQuery = z.object({ state: z.string().optional(), ...paging });
const deliveriesQuery = z.object({
  state: z.string().optional(),
  lead: z.string().optional(),
  submission: z.string().optional(),
  ...paging,
});

const eventSchema = z.object({
  email: z.string().min(3).max(254),
  event: z.string().min(1).max(200),
  at: instantSchema,
});

const importedSchema = z.looseObject({ ok: z.boolean() });

function json(text: string, status = 200): Response {
  return new Response(text, { status, headers: { 'content-type': 'application/json' } });
}

function badQuery(error: z.ZodError): Response {
  const issues = error.issues.map((issue) => ({
    code: issue.code,
    path: ['query', ...issue.path.map(String)],
  }));
  return problemResponse({ kind: 'invalid', issues });
}

export function registerApi(app: App): void {
  app.use('/api/*', owner);

  app.get('/api/workspace', async (context) => json(await deskOf(context.env).exportWorkspace()));

  app.put('/api/workspace', async (context) => {
    const body = await readJson(context.req.raw, ownerLimit);
    if (!body.ok) return problemResponse(body.refusal);
    const text = await deskOf(context.env).importWorkspace(body.value);
    const imported = importedSchema.parse(JSON.parse(text));
    if (imported.ok) return json(text);
    const { issues } = z.object({ issues: z.array(issueSchema) }).parse(imported);
    return problemResponse({ kind: 'invalid', issues: issues.map(exactIssue) });
  });

  app.get('/api/leads', async (context) => {
    const query = leadsQuery.safeParse(context.req.query());
    if (!query.success) return badQuery(query.error);
    const { email, limit, before } = query.data;
    const address = email === undefined ? null : email.trim().toLowerCase();
    return json(await deskOf(context.env).leads({ email: address, limit, before: before ?? null }));
  });

  app.get('/api/leads/:id', async (context) => {
    const lead = await deskOf(context.env).lead(context.req.param('id'));
    return lead === null ? problemResponse({ kind: 'unknown', what: 'lead' }) : json(lead);
  });

  app.get('/api/submissions', async (context) => {
    const query = submissionsQuery.safeParse(context.req.query());
    if (!query.success) return badQuery(query.error);
    const { state, limit, before } = query.data;
    return json(
      await deskOf(context.env).submissions({ state: state ?? null, limit, before: before ?? null }),
    );
  });

  app.post('/api/behaviours', async (context) => {
    const body = await readJson(context.req.raw, publicLimit);
    if (!body.ok) return problemResponse(body.refusal);
    const read = eventSchema.safeParse(body.value, { reportInput: true });
    if (!read.success) return problemResponse({ kind: 'invalid', issues: read.error.issues.map(wireIssue) });
    const { email, event, at } = read.data;
    const known = await deskOf(context.env).recordOfLead(email.trim().toLowerCase(), [{ event, at }]);
    if (!known) return problemResponse({ kind: 'unknown', what: 'lead' });
    return new Response(null, { status: 202 });
  });

  app.get('/api/deliveries', async (context) => {
    const query = deliveriesQuery.safeParse(context.req.query());
    if (!query.success) return badQuery(query.error);
    const { state, lead, submission, limit, before } = query.data;
    const asked = { state: state ?? null, lead: lead ?? null, submission: submission ?? null };
    return json(await deskOf(context.env).deliveries({ ...asked, limit, before: before ?? null }));
  });

  app.post('/api/deliveries/:id/replay', async (context) => {
    const replayed = await deskOf(context.env).replay(context.req.param('id'));
    if (replayed) return json('{"replayed":true}', 202);
    return problemResponse({
      kind: 'conflict',
      detail: 'Only a dead or disabled delivery can be sent again.',
    });
  });
}

const issueSchema = z.object({
  code: z.string(),
  path: z.array(z.union([z.string(), z.number()])),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});

function exactIssue({ code, path, params }: z.infer<typeof issueSchema>): {
  code: string;
  path: (string | number)[];
  params?: Record<string, string | number>;
} {
  return params === undefined ? { code, path } : { code, path, params };
}

// What the API is asked with, in the address and in the body, and how JSON that the Desk has written is answered.
import { schemaIssues } from '@baton/schema';
import * as z from 'zod';
import { readJson } from '../body.ts';
import { problemResponse } from '../problem.ts';

/** How lists are paged: the latest first. */
export const paging = {
  limit: z.coerce.number().int().min(1).max(200).default(50),
  before: z.string().optional().describe('`next` of the page before.'),
};

type Asked<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Response };

/** The query by its schema; what it does not know is ignored. */
export function readQuery<T>(schema: z.ZodType<T>, query: Readonly<Record<string, string>>): Asked<T> {
  const read = schema.safeParse(query, { reportInput: true });
  if (read.success) return { ok: true, value: read.data };
  const issues = schemaIssues(read.error, ['query']);
  return { ok: false, refusal: problemResponse({ kind: 'invalid', issues }) };
}

/** The body by its schema, at most `limit` bytes. */
export async function readBody<T>(request: Request, schema: z.ZodType<T>, limit: number): Promise<Asked<T>> {
  const body = await readJson(request, limit);
  if (!body.ok) return { ok: false, refusal: problemResponse(body.refusal) };
  const read = schema.safeParse(body.value, { reportInput: true });
  if (read.success) return { ok: true, value: read.data };
  return { ok: false, refusal: problemResponse({ kind: 'invalid', issues: schemaIssues(read.error) }) };
}

/** A page of a list; null when it was to go on from an id that nothing has. */
export function listAnswer(page: string | null): Response {
  if (page !== null) return jsonAnswer(page);
  return problemResponse({ kind: 'invalid', issues: [{ code: 'unknown_id', path: ['query', 'before'] }] });
}

export function jsonAnswer(text: string, status = 200): Response {
  return new Response(text, { status, headers: { 'content-type': 'application/json' } });
}

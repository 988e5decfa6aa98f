// A submission's JSON body as an arrival. Refuses what does not have the wire's shape, with the path of each fault;
// what the wire does not declare is dropped here.
import type { Occurrence } from '@baton/agreement';
import { visitFacts } from '@baton/form';
import type { Issue } from '@baton/rules';
import * as z from 'zod';
import type { Arrival } from './desk/arrival.ts';
import { visitOf, type RequestFacts } from './request-facts.ts';
import { toldVisit } from './told-visit.ts';

z.config({ jitless: true });

/** An instant as RFC 3339 or epoch ms; read as epoch ms. */
export const instantSchema = z
  .union([z.iso.datetime({ offset: true }), z.number()])
  .transform((at) => new Date(at).getTime())
  // A number can lie beyond the last instant that a date can say.
  .refine((at) => !Number.isNaN(at));

const behaviour = z
  .object({ path: z.string().max(2000).optional(), event: z.string().max(200).optional(), at: instantSchema })
  .refine((one) => (one.path === undefined) !== (one.event === undefined), { error: 'path_or_event' });

/** Behaviours as a browser or the API reports them. */
export const behavioursSchema = z.array(behaviour).max(200);

const uuid = z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i);

const bodySchema = z.object({
  id: uuid,
  version: z.int().positive().nullish(),
  final: z.boolean().nullish(),
  answers: z.record(z.string(), z.unknown()),
  visitor: z.string().max(200).nullish(),
  visit: z.record(z.string(), z.unknown()).nullish(),
  behaviours: behavioursSchema.nullish(),
  trap: z.string().nullish(),
});

export type ReadArrival =
  | { readonly ok: true; readonly value: Arrival }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/** Reads the body of `POST /f/:form/submissions`. */
export function readArrival(form: string, body: unknown, request: RequestFacts): ReadArrival {
  const parsed = bodySchema.safeParse(body, { reportInput: true });
  if (!parsed.success) return { ok: false, issues: parsed.error.issues.map(wireIssue) };
  const { id, version, final, answers, visitor, visit, behaviours, trap } = parsed.data;
  const journal = toldVisit(visit ?? {});
  return {
    ok: true,
    value: {
      form,
      secret: id.toLowerCase(),
      version: version ?? null,
      final: final ?? true,
      answers,
      visitor: visitor ?? null,
      visit: visitOf(visitFacts(journal), request),
      journal,
      behaviours: (behaviours ?? []).map(occurrenceOf),
      trapped: (trap ?? '') !== '',
      origin: request.origin,
    },
  };
}

/** A reported behaviour as an occurrence. */
export function occurrenceOf(one: z.infer<typeof behaviour>): Occurrence {
  return one.event === undefined ? { path: one.path, at: one.at } : { event: one.event, at: one.at };
}

/** A fault of a body's shape, in our own codes. */
export function wireIssue(issue: z.core.$ZodIssue): Issue {
  const path = issue.path.filter((part) => typeof part !== 'symbol');
  if (issue.code === 'invalid_type' && issue.input === undefined) return { code: 'required', path };
  if (issue.code === 'invalid_type')
    return { code: 'wrong_type', path, params: { expected: issue.expected } };
  if (issue.code === 'too_big') return { code: 'too_many', path, params: { maximum: Number(issue.maximum) } };
  if (path[0] === 'id') return { code: 'not_a_uuid', path };
  if (path.at(-1) === 'at') return { code: 'not_an_instant', path };
  return { code: 'invalid', path };
}

// A submission's JSON body as an arrival. Refuses what does not have the wire's shape, with the path of each fault;
// what the wire does not declare is dropped here, and so is a behaviour that is none: a website may track anything, and a
// journal that remembers it would have every later submission of its visitor refused.
import type { Occurrence } from '@baton/agreement';
import { visitFacts } from '@baton/form';
import type { Issue } from '@baton/rules';
import { schemaIssues } from '@baton/schema';
import * as z from 'zod';
import type { Arrival } from './desk/arrival.ts';
import { visitOf, type RequestFacts } from './request-facts.ts';
import { completeVisit, toldVisit } from './told-visit.ts';

z.config({ jitless: true });

/** An instant as RFC 3339 or epoch ms; read as epoch ms. */
export const instantSchema = z
  .union([z.iso.datetime({ offset: true, error: 'not_an_instant' }), z.number()], 'not_an_instant')
  .transform((at) => new Date(at).getTime())
  // A number can lie beyond the last instant that a date can say.
  .refine((at) => !Number.isNaN(at), 'not_an_instant');

const behaviour = z
  .object({ path: z.string().max(2000).optional(), event: z.string().max(400).optional(), at: instantSchema })
  .refine((one) => (one.path === undefined) !== (one.event === undefined), { error: 'path_or_event' });

/** Behaviours as a browser or the API reports them. */
export const behavioursSchema = z.array(behaviour).max(200);

const uuidPattern = /^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$/;
const uuid = z.string().regex(uuidPattern, 'not_a_uuid');

/** Whether a text can be the secret id of a submission. */
export function isSubmissionId(text: string): boolean {
  return uuidPattern.test(text);
}

/** The body of `POST /f/:form/submissions`. */
export const submissionSchema = z.object({
  id: uuid,
  version: z.int().positive().nullish(),
  final: z.boolean().nullish(),
  answers: z.record(z.string(), z.unknown()),
  visitor: z.string().max(200).nullish(),
  visit: z.record(z.string(), z.unknown()).nullish(),
  behaviours: behavioursSchema.nullish().describe('One that does not have this shape is left out.'),
  language: z.string().max(100).nullish().describe('What the form spoke, for what it shows then.'),
  trap: z.string().nullish(),
  elapsed: z.number().min(0).nullish().describe('Milliseconds from showing the form to sending it.'),
  proof: z
    .string()
    .max(4000)
    .nullish()
    .describe('The proof of work: base64 of the solved challenge; `unavailable` where none could be had.'),
  turnstile: z
    .string()
    .max(4000)
    .nullish()
    .describe('The token of Turnstile; `unavailable` where its widget could not be had.'),
});

export type ReadArrival =
  | { readonly ok: true; readonly value: Arrival }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/** Reads the body of `POST /f/:form/submissions`. */
export function readArrival(form: string, body: unknown, request: RequestFacts): ReadArrival {
  const parsed = submissionSchema.safeParse(withoutOddOnes(body), { reportInput: true });
  if (!parsed.success) return { ok: false, issues: schemaIssues(parsed.error) };
  return { ok: true, value: arrivalOf(form, parsed.data, request) };
}

function withoutOddOnes(body: unknown): unknown {
  if (typeof body !== 'object' || body === null || !('behaviours' in body)) return body;
  const { behaviours } = body;
  if (!Array.isArray(behaviours)) return body;
  return { ...body, behaviours: behaviours.filter((one) => behaviour.safeParse(one).success) };
}

/** A body that was read, as an arrival. */
export function arrivalOf(
  form: string,
  sent: z.infer<typeof submissionSchema>,
  request: RequestFacts,
): Arrival {
  const { id, version, final, answers, visitor, visit, behaviours, language } = sent;
  const { trap, elapsed, proof, turnstile } = sent;
  const told = toldVisit(visit ?? {});
  const facts = visitOf(
    // A page that tells its address is returned to by whoever has a token from it.
    { ...(told['url'] !== undefined && { returning: typeof visitor === 'string' }), ...visitFacts(told) },
    request,
  );
  return {
    form,
    secret: id.toLowerCase(),
    version: version ?? null,
    final: final ?? true,
    answers,
    visitor: visitor ?? null,
    visit: facts,
    journal: completeVisit(told, facts),
    behaviours: (behaviours ?? []).map(occurrenceOf),
    language: language ?? null,
    trapped: (trap ?? '') !== '',
    elapsed: elapsed ?? null,
    proof: proof ?? null,
    turnstile: turnstile ?? null,
    block: request.block,
    origin: request.origin,
  };
}

/** A reported behaviour as an occurrence. */
export function occurrenceOf(one: z.infer<typeof behaviour>): Occurrence {
  return one.event === undefined ? { path: one.path, at: one.at } : { event: one.event, at: one.at };
}

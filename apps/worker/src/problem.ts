// How a refusal is told to whoever called: one tagged union, one exhaustive way to an RFC 9457 problem document.
import type { Issue } from '@baton/rules';

export type Refusal =
  | { readonly kind: 'invalid'; readonly issues: readonly Issue[] }
  | { readonly kind: 'malformed'; readonly code: string; readonly detail: string }
  | { readonly kind: 'unknown'; readonly what: string }
  | { readonly kind: 'origin_refused'; readonly origin: string }
  | { readonly kind: 'unauthorised' }
  | { readonly kind: 'forbidden'; readonly detail: string }
  | { readonly kind: 'too_large'; readonly limit: number }
  | { readonly kind: 'unsupported_type'; readonly expected: string }
  | { readonly kind: 'not_allowed'; readonly allow: string }
  | { readonly kind: 'conflict'; readonly detail: string }
  | { readonly kind: 'too_many'; readonly detail: string; readonly seconds: number }
  | { readonly kind: 'bug'; readonly requestId: string };

type Problem = {
  readonly status: number;
  readonly title: string;
  readonly detail?: string;
  readonly more?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
};

function problemOf(refusal: Refusal): Problem {
  switch (refusal.kind) {
    case 'invalid':
      return { status: 422, title: 'Some values cannot be taken.', more: { issues: refusal.issues } };
    case 'malformed':
      return {
        status: 400,
        title: 'The request cannot be read.',
        detail: refusal.detail,
        more: { code: refusal.code },
      };
    case 'unknown':
      return { status: 404, title: 'There is nothing here.', detail: `No such ${refusal.what}.` };
    case 'origin_refused':
      return {
        status: 403,
        title: 'This website may not send this form.',
        detail: `The form's list of websites does not hold ${refusal.origin}.`,
      };
    case 'unauthorised':
      return {
        status: 401,
        title: 'A key is needed.',
        detail: 'Sign in, or send `Authorization: Bearer …` with a key.',
        headers: { 'www-authenticate': 'Bearer' },
      };
    case 'forbidden':
      return { status: 403, title: 'This is not allowed.', detail: refusal.detail };
    case 'too_large':
      return {
        status: 413,
        title: 'The body is too large.',
        detail: `At most ${refusal.limit} bytes are read.`,
      };
    case 'unsupported_type':
      return { status: 415, title: 'This content type cannot be read.', detail: `Send ${refusal.expected}.` };
    case 'not_allowed':
      return { status: 405, title: 'This method is not allowed here.', headers: { allow: refusal.allow } };
    case 'conflict':
      return { status: 409, title: 'This cannot be done now.', detail: refusal.detail };
    case 'too_many':
      return {
        status: 429,
        title: 'This was asked too often.',
        detail: refusal.detail,
        headers: { 'retry-after': String(refusal.seconds) },
      };
    case 'bug':
      return {
        status: 500,
        title: 'Something broke on our side.',
        detail: 'It has been logged under the request id.',
        more: { requestId: refusal.requestId },
      };
  }
}

/** The problem document for a refusal. `type` is stable per kind. */
export function problemResponse(refusal: Refusal): Response {
  const problem = problemOf(refusal);
  const document = {
    type: `urn:baton:problem:${refusal.kind.replaceAll('_', '-')}`,
    title: problem.title,
    status: problem.status,
    ...(problem.detail === undefined ? {} : { detail: problem.detail }),
    ...problem.more,
  };
  return new Response(JSON.stringify(document), {
    status: problem.status,
    headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store', ...problem.headers },
  });
}

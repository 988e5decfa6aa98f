// How the Desk answers those who work with leads: JSON as it is told, or why nothing has changed.
import type { Issue } from '@baton/rules';

export type HandAnswer =
  | { readonly kind: 'done'; readonly text: string }
  /** Somebody else was first: what stands, as JSON. */
  | { readonly kind: 'taken'; readonly text: string }
  /** It cannot be done now; the sentence says why, and what could be. */
  | { readonly kind: 'refused'; readonly detail: string }
  | { readonly kind: 'invalid'; readonly issues: readonly Issue[] }
  | { readonly kind: 'unknown'; readonly what: string };

export function done(value: object): HandAnswer {
  return { kind: 'done', text: JSON.stringify(value) };
}

export function unknown(what: string): HandAnswer {
  return { kind: 'unknown', what };
}

/** One fault of the body. */
export function invalid(code: string, ...path: (string | number)[]): HandAnswer {
  return { kind: 'invalid', issues: [{ code, path }] };
}

export function refused(detail: string): HandAnswer {
  return { kind: 'refused', detail };
}

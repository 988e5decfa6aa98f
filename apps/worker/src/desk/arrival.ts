// One submission as it reaches the Desk: its shape is checked, its answers are not yet.
import type { Occurrence } from '@baton/agreement';
import type { VisitFacts } from '@baton/form';
import type { Issue } from '@baton/rules';
import type { TurnstileWord } from './suspicion.ts';

export type Arrival = {
  readonly form: string;
  /** The browser's own id of this submission: a secret between it and the worker. */
  readonly secret: string;
  /** The form's version that the visitor saw; null for the current one. */
  readonly version: number | null;
  readonly final: boolean;
  readonly answers: Readonly<Record<string, unknown>>;
  readonly visitor: string | null;
  /** What conditions may read of the visit. */
  readonly visit: VisitFacts;
  /** What sales is told of the visit, as it was sent. */
  readonly journal: Readonly<Record<string, unknown>>;
  readonly behaviours: readonly Occurrence[];
  /** What the form spoke; null: its own language. */
  readonly language: string | null;
  /** Something filled in the field that people cannot see. */
  readonly trapped: boolean;
  /** Ms from showing the form to sending it, as the browser says; null where it does not. */
  readonly elapsed: number | null;
  /** The proof of work, as it came. */
  readonly proof: string | null;
  /** What Turnstile's widget gave the browser; what Turnstile says of it stands in `turnstileWord`. */
  readonly turnstile: string | null;
  readonly turnstileWord?: TurnstileWord;
  /** The block of addresses that it came from; null where that is not known. */
  readonly block: string | null;
  /** The website it came from; null for our own page and for callers that are no browser. */
  readonly origin: string | null;
};

export type Submitted =
  | { readonly kind: 'stored'; readonly created: boolean; readonly reply: string }
  | { readonly kind: 'unknown_form' }
  | { readonly kind: 'origin_refused'; readonly origin: string }
  | { readonly kind: 'invalid'; readonly issues: readonly Issue[] };

// What the builder knows of its draft being kept: always the truth, and never "saved" before it is.
import type { Draft, Issue } from '@baton/worker/api-types';
import type { FormDraft } from '../draft/form-draft.ts';
import type { Clash } from '../draft/merge-drafts.ts';

export type SaveState =
  | { readonly kind: 'saved'; readonly at: string | null }
  /** Something was changed that is not sent yet. */
  | { readonly kind: 'waiting' }
  | { readonly kind: 'saving' }
  /** It is tried again by itself. */
  | { readonly kind: 'failing'; readonly error: unknown }
  /** The worker does not take it, whoever tries how often. */
  | { readonly kind: 'refused'; readonly error: unknown }
  /** Somebody else changed the same things; nothing is sent until somebody chooses. */
  | { readonly kind: 'clashing'; readonly clashes: readonly Clash[]; readonly author: string | null };

/** What the worker last said of the draft. */
export type Judged = {
  readonly revision: number;
  /** What it spoke of: paths lead into this one, whatever was changed since. */
  readonly document: FormDraft | null;
  readonly issues: readonly Issue[];
  readonly warnings: readonly Issue[];
  /** The version that the draft began from; null: it was never published. */
  readonly base: number | null;
  /** When it becomes a version by itself. */
  readonly scheduled: Draft['scheduled'];
};

/** What lies on this device until the worker has it. */
export type Kept = {
  readonly revision: number;
  /** As it was at that revision. */
  readonly from: FormDraft;
  readonly draft: FormDraft;
};

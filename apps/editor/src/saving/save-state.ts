// What the editor knows of a draft being kept: always the truth, and never "saved" before it is.
import type { Clash } from './merge-documents.ts';

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

/** What lies on this device until the worker has it. */
export type Kept<D> = {
  readonly revision: number;
  /** As it was at that revision. */
  readonly from: D;
  readonly draft: D;
};

// Which parties have signed, and what exactly they sign. Makes no hash and checks none cryptographically.
import type { Issue } from '@baton/rules';
import type { Agreement } from './agreement-schema.ts';
import type { Person } from './people.ts';

export type SignatureState = {
  /** Who signed for the party; null while nobody has. */
  readonly marketing: string | null;
  readonly sales: string | null;
  /** Both parties signed. */
  readonly complete: boolean;
  /** Signatures that do not count, with why: `unknown_person`, `not_of_party`, `other_hash`. */
  readonly refused: readonly Issue[];
};

/**
 * RFC 8785. Throws on what JSON cannot hold: undefined, NaN, infinities, lone surrogates, functions, instances.
 */
export function canonicalJson(_value: unknown): string {
  throw new Error('not built yet');
}

/** The text whose SHA-256 the parties sign: the document as given, without `signatures`, canonicalised. */
export function signedContent(_document: unknown): string {
  throw new Error('not built yet');
}

/**
 * Counts the signatures over `hash` that were made by a person of the party they sign for.
 * A signature that carries no hash of its own is over the document it stands in.
 */
export function signatureState(
  _signatures: Agreement['signatures'],
  _people: ReadonlyMap<string, Person>,
  _hash: string,
): SignatureState {
  throw new Error('not built yet');
}

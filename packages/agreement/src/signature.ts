// Which parties have signed, and what exactly they sign. Makes no hash and checks none cryptographically: it
// counts a signature only when a person of that party made it, over this content.
import type { Issue } from '@baton/rules';
import type { Agreement } from './agreement-schema.ts';
import { canonicalJson, isRecord } from './canonical-json.ts';
import type { Person } from './people.ts';

export type Signature = Agreement['signatures'][number];

export type SignatureState = {
  /** Who signed for the party, by e-mail; null while nobody has. */
  readonly marketing: string | null;
  readonly sales: string | null;
  /** Both parties signed this content. */
  readonly complete: boolean;
  /**
   * The signatures that do not count, by position, with why: `other_hash`, `unknown_person`, `not_of_party`.
   */
  readonly refused: readonly Issue[];
};

/**
 * The text whose SHA-256 the parties sign: the document as given, without `signatures`, canonicalised.
 * Throws a TypeError on what is no JSON object; `parseAgreement` refuses such a document.
 */
export function signedContent(document: unknown): string {
  if (!isRecord(document)) throw new TypeError('Only a document can be signed.');
  const { signatures: _, ...content } = document;
  return canonicalJson(content);
}

/**
 * Counts the signatures over `hash` by people of the party they sign for; of several for one party, the first.
 * A signature that carries no hash of its own is over the document it stands in.
 */
export function signatureState(
  signatures: readonly Signature[],
  people: ReadonlyMap<string, Pick<Person, 'party'>>,
  hash: string,
): SignatureState {
  const signed = new Map<Signature['party'], string>();
  const refused: Issue[] = [];
  signatures.forEach((signature, index) => {
    const isOther = signature.hash !== undefined && signature.hash !== hash;
    const code = isOther ? 'other_hash' : signatureRefusal(signature, people);
    if (code !== null) refused.push({ code, path: ['signatures', index], params: { by: signature.by } });
    else if (!signed.has(signature.party)) signed.set(signature.party, signature.by);
  });
  const marketing = signed.get('marketing') ?? null;
  const sales = signed.get('sales') ?? null;
  return { marketing, sales, complete: marketing !== null && sales !== null, refused };
}

/** Why a signature cannot count, whatever it signs; null: it can. */
export function signatureRefusal(
  signature: Signature,
  people: ReadonlyMap<string, Pick<Person, 'party'>>,
): 'unknown_person' | 'not_of_party' | null {
  const person = people.get(signature.by);
  if (person === undefined) return 'unknown_person';
  return person.party === signature.party ? null : 'not_of_party';
}

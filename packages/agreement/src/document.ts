// Reads an agreement document. Refuses it whole, with every fault's path and code, when any part is broken.
import type { Catalogue, Issue, Path } from '@baton/rules';
import type { Agreement } from './agreement-schema.ts';
import type { Person, Team } from './people.ts';

/** What the document may refer to. */
export type AgreementContext = {
  readonly catalogue: Catalogue;
  readonly people: ReadonlyMap<string, Person>;
  readonly teams: ReadonlyMap<string, Team>;
};

export type ParsedAgreement =
  | { readonly ok: true; readonly value: Agreement; readonly warnings: readonly Issue[] }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/**
 * Reads a document of any known format.
 * @param at the path of the document itself, before every issue's own path.
 */
export function parseAgreement(_input: unknown, _context: AgreementContext, _at: Path = []): ParsedAgreement {
  throw new Error('not built yet');
}

// Reads an agreement document. Refuses it whole, with every fault's path and code, when any part is broken; what
// is merely odd (a key nobody knows, a signature that does not count) is a warning.
import type { Catalogue, Issue, Parsed, Path } from '@baton/rules';
import { schemaIssues, unknownKeys } from '@baton/schema';
import { createAgreementSchema, type Agreement } from './agreement-schema.ts';
import { readCanonicalJson, isRecord } from './canonical-json.ts';
import { checkAgreement } from './check-agreement.ts';
import { behaviourIdsOf, duplicateIds } from './document-ids.ts';
import { latestFormat, migrate } from './migrations.ts';
import type { Person, Team } from './people.ts';
import { vocabulariesFor } from './vocabularies.ts';

/** What the document may refer to. */
export type AgreementContext = {
  readonly catalogue: Catalogue;
  /** Null: anybody may be named. So it is for a document that was accepted once, whose people may be gone since. */
  readonly people: ReadonlyMap<string, Person> | null;
  readonly teams: ReadonlyMap<string, Team> | null;
};

export type ParsedAgreement =
  | { readonly ok: true; readonly value: Agreement; readonly warnings: readonly Issue[] }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/**
 * Reads a document of any known format. Faults between parts are told as far as those parts can be read.
 * @param at the path of the document itself, before every issue's own path.
 */
export function parseAgreement(input: unknown, context: AgreementContext, at: Path = []): ParsedAgreement {
  if (!isRecord(input)) {
    return { ok: false, issues: [{ code: input === undefined ? 'required' : 'wrong_type', path: at }] };
  }
  const signable = readCanonicalJson(input, at);
  if (!signable.ok) return signable;
  const format = readFormat(input['format'], at);
  if (!format.ok) return format;
  const document = migrate(input, format.value);

  const { catalogue, people, teams } = context;
  const vocabularies = vocabulariesFor(catalogue, behaviourIdsOf(document));
  const known = { people: people ?? anybody, teams: teams ?? anybody };
  const schema = createAgreementSchema({ ...vocabularies, ...known });
  const parsed = schema.safeParse(document, { reportInput: true });
  if (parsed.success) {
    const { issues, warnings } = checkAgreement(parsed.data, people, at);
    const faults = [...duplicateIds(document, at), ...issues];
    if (faults.length > 0) return { ok: false, issues: faults };
    return { ok: true, value: parsed.data, warnings: [...unknownKeys(schema, document, at), ...warnings] };
  }

  const broken = new Set(parsed.error.issues.map((issue) => issue.path[0]));
  const rest = schema.partial().safeParse(without(document, broken));
  const between = rest.success ? checkAgreement(rest.data, people, at).issues : [];
  return {
    ok: false,
    issues: [...schemaIssues(parsed.error, at), ...duplicateIds(document, at), ...between],
  };
}

const anybody = { has: () => true };

function readFormat(format: unknown, at: Path): Parsed<number> {
  const path = [...at, 'format'];
  if (format === undefined) return { ok: false, issues: [{ code: 'required', path }] };
  if (typeof format !== 'number' || !Number.isInteger(format) || format < 1) {
    return { ok: false, issues: [{ code: 'unknown_format', path }] };
  }
  if (format <= latestFormat) return { ok: true, value: format };
  return { ok: false, issues: [{ code: 'format_too_new', path, params: { format, latest: latestFormat } }] };
}

function without(document: Readonly<Record<string, unknown>>, keys: ReadonlySet<unknown>): unknown {
  return Object.fromEntries(Object.entries(document).filter(([key]) => !keys.has(key)));
}

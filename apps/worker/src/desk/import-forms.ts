// The forms of a workspace document: one that is new becomes version 1, one that changed the next version. A form
// has changed when its document has, or when what it takes from the catalogue has: the options it offers.
import { canonicalJson, type Agreement } from '@baton/agreement';
import { formLogic, withConsent, type Form, type Logic } from '@baton/form';
import type { Catalogue } from '@baton/rules';
import { behaviourIds, type Kept } from '@baton/workspace';
import type { Documents } from './documents.ts';
import type { Parts } from './parts.ts';
import { sha256 } from './sha256.ts';
import { first, number } from './sql.ts';
import { attributesNamedIn } from './snapshot.ts';

export type ImportedForm = { readonly id: string; readonly version: number; readonly changed: boolean };

/** What a form is published among, beside the attributes it names. */
export type FormContext = {
  readonly behaviours: readonly string[] | null;
  readonly tiers: readonly string[] | null;
};

/** Stored in the transaction of the import. */
export function importForms(
  parts: Parts,
  documents: Documents,
  forms: readonly Kept<Form>[],
  occasion: Occasion,
): ImportedForm[] {
  return forms.map((form) => importForm(parts, documents, form, occasion));
}

function importForm(
  parts: Parts,
  documents: Documents,
  { source, value }: Kept<Form>,
  occasion: Occasion,
): ImportedForm {
  const hash = sha256(canonicalJson(source));
  const current = documents.published(value.id);
  const { catalogue } = documents.all();
  if (current !== null && current.hash === hash && isSame(current, value, catalogue)) {
    return { id: value.id, version: current.version, changed: false };
  }
  const version = storeVersion(parts, documents, { value, source, hash, note: null, ...occasion });
  return { id: value.id, version, changed: true };
}

/** Among what a version is published, by whom and when. */
type Occasion = { readonly around: FormContext; readonly author: string; readonly now: number };

type NewVersion = Kept<Form> & Occasion & { readonly hash: string; readonly note: string | null };

/** Stores a form's next version and makes it the current one; gives its number. */
export function storeVersion(
  parts: Parts,
  documents: Documents,
  { value: { id }, source, hash, around, note, author, now }: NewVersion,
): number {
  const latest = first(
    parts.sql,
    `SELECT coalesce(max(version), 0) AS version FROM form_versions WHERE form = ?`,
    id,
  );
  const version = (latest === null ? 0 : number(latest, 'version')) + 1;
  parts.sql.run(
    `INSERT INTO form_versions (form, version, document, context, hash, at, author, note)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    id,
    version,
    JSON.stringify(source),
    formContextJson(source, documents.all().attributes, around),
    hash,
    now,
    author,
    note,
  );
  parts.sql.run(
    `INSERT INTO forms (id, position, version) VALUES (?, (SELECT coalesce(max(position), 0) + 1 FROM forms), ?)
     ON CONFLICT (id) DO UPDATE SET version = excluded.version`,
    id,
    version,
  );
  return version;
}

/** What is kept beside a form's version so that it always reads the same, as JSON. */
function formContextJson(
  source: unknown,
  attributes: Parameters<typeof attributesNamedIn>[1],
  { behaviours, tiers }: FormContext,
): string {
  return JSON.stringify({ attributes: attributesNamedIn(source, attributes), behaviours, tiers });
}

/** What a form may refer to of an agreement; without one, anything. */
export function formContextOf(agreement: Agreement | null): FormContext {
  if (agreement === null) return { behaviours: null, tiers: null };
  return { behaviours: behaviourIds(agreement), tiers: agreement.tiers.map((tier) => tier.id) };
}

/** Whether visitors would meet the very same form. */
function isSame(
  current: { readonly form: Form; readonly logic: Logic },
  next: Form,
  catalogue: Catalogue,
): boolean {
  return met(current.form, current.logic) === met(next, formLogic(next, catalogue));
}

/** All that a visitor meets of a form, for comparing. */
export function met(form: Form, logic: Logic): string {
  // A published form holds the questions of its consent as well.
  const plain: unknown = JSON.parse(JSON.stringify([withConsent(form), logic]));
  return canonicalJson(plain);
}

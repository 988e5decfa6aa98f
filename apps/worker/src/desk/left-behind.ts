// What an import leaves as it was although it no longer goes with what came in: forms that go on as they were
// published, an agreement that goes on as it was signed. Nothing of it is refused; all of it is told, at the part of
// the document that caused it.
import { canonicalJson, parseAgreement } from '@baton/agreement';
import { formLogic, type Form } from '@baton/form';
import { parseForm } from '@baton/form/document';
import type { Attribute, Catalogue, Issue, Path } from '@baton/rules';
import type { Workspace } from '@baton/workspace';
import type { Documents } from './documents.ts';
import { formContextOf, met } from './import-forms.ts';
import { attributesNamedIn, isExtended } from './snapshot.ts';
import { number, text, type Sql } from './sql.ts';
import { storedDraft } from './terms/draft.ts';

type Changed = { readonly index: number; readonly attribute: Attribute };

/** Warnings; asked before the document is stored. */
export function leftBehind(sql: Sql, documents: Documents, workspace: Workspace): Issue[] {
  const { catalogue } = documents.all();
  const changed = workspace.attributes.flatMap((attribute, index) => {
    const before = catalogue.get(attribute.id);
    return before === undefined || meaning(before) === meaning(attribute) ? [] : [{ index, attribute }];
  });
  return [
    ...formsBehind(sql, documents, workspace, changed),
    ...agreementBehind(documents, workspace, changed),
    ...agreementDraftBehind(sql, documents, changed),
    ...destinationsBehind(documents, workspace),
    ...tiersAhead(documents, workspace),
  ];
}

function meaning({ type, ordered = false, options = [] }: Attribute): string {
  return canonicalJson([type, ordered, options.map(({ id, label }) => [id, label])]);
}

/** Stored forms that the document does not name: they are not published anew. */
function formsBehind(
  sql: Sql,
  documents: Documents,
  workspace: Workspace,
  changed: readonly Changed[],
): Issue[] {
  if (changed.length === 0 && workspace.agreement === null) return [];
  const given = new Set(workspace.forms.map(({ value }) => value.id));
  const catalogue: Catalogue = new Map([
    ...documents.all().catalogue,
    ...workspace.attributes.map((attribute) => [attribute.id, attribute] as const),
  ]);
  const around = formContextOf(workspace.agreement?.value ?? documents.standing()?.value ?? null);
  const rows = sql.all(
    `SELECT f.id, v.version, v.document FROM forms f
     JOIN form_versions v ON v.form = f.id AND v.version = f.version ORDER BY f.position`,
  );
  return rows.flatMap((row): Issue[] => {
    const id = text(row, 'id');
    if (given.has(id)) return [];
    const source: unknown = JSON.parse(text(row, 'document'));
    const attributes = changed.map(({ attribute }) => attribute);
    const [named] = attributesNamedIn(source, attributes);
    const cause = changed.find(({ attribute }) => attribute.id === named?.id);
    if (cause === undefined && workspace.agreement === null) return [];
    const path: Path = cause === undefined ? ['agreement'] : ['attributes', cause.index];
    const params = { form: id, version: number(row, 'version') };
    const parsed = parseForm(source, { catalogue, ...around, published: true });
    if (parsed.ok) {
      if (cause === undefined || isMetAsBefore(documents, parsed.value, catalogue)) return [];
      return [{ code: 'form_not_published_anew', path, params }];
    }
    return parsed.issues.slice(0, 1).map((issue) => ({
      code: 'form_no_longer_fits',
      path,
      params: { ...params, problem: issue.code, at: issue.path.join('.') },
    }));
  });
}

function isMetAsBefore(documents: Documents, form: Form, catalogue: Catalogue): boolean {
  const published = documents.published(form.id);
  return published !== null && met(published.form, published.logic) === met(form, formLogic(form, catalogue));
}

/** The agreement that stands judges by the attributes it was signed over. */
function agreementBehind(documents: Documents, workspace: Workspace, changed: readonly Changed[]): Issue[] {
  const standing = documents.standing();
  if (standing === null || (workspace.agreement !== null && standing.state !== 'in_force')) return [];
  return changed.flatMap(({ index, attribute }) => {
    const signed = standing.attributes.find((one) => one.id === attribute.id);
    if (signed === undefined || isExtended(signed, attribute)) return [];
    const params = { attribute: attribute.id, version: standing.version };
    return [{ code: 'agreement_keeps_attribute', path: ['attributes', index], params }];
  });
}

/** What is drafted could be proposed before, and cannot by what its attributes are now. */
function agreementDraftBehind(sql: Sql, documents: Documents, changed: readonly Changed[]): Issue[] {
  if (changed.length === 0) return [];
  const draft = storedDraft(sql);
  const named = attributesNamedIn(
    draft?.document,
    changed.map(({ attribute }) => attribute),
  );
  return named.flatMap((attribute): Issue[] => {
    const { people, teams, catalogue } = documents.all();
    const parsed = (among: Catalogue) => parseAgreement(draft?.document, { catalogue: among, people, teams });
    const after = parsed(new Map(catalogue).set(attribute.id, attribute));
    if (after.ok || !parsed(catalogue).ok) return [];
    const index = changed.find((one) => one.attribute === attribute)?.index ?? 0;
    return after.issues.slice(0, 1).map((issue) => ({
      code: 'agreement_draft_no_longer_fits',
      path: ['attributes', index],
      params: { attribute: attribute.id, problem: issue.code, at: issue.path.join('.') },
    }));
  });
}

/** Stored destinations that ask for a tier which the document's agreement does not have. */
function destinationsBehind(documents: Documents, workspace: Workspace): Issue[] {
  if (workspace.agreement === null) return [];
  const tiers = new Set(workspace.agreement.value.tiers.map((tier) => tier.id));
  const given = new Set(workspace.destinations.map((destination) => destination.id));
  return documents.all().destinations.flatMap(({ destination }) =>
    given.has(destination.id)
      ? []
      : (destination.tiers ?? [])
          .filter((tier) => !tiers.has(tier))
          .map((tier) => ({
            code: 'tier_still_named',
            path: ['agreement', 'tiers'],
            params: { tier, destination: destination.id },
          })),
  );
}

/** Outcomes for tiers that only the proposed agreement has: nobody reaches them before it is in force. */
function tiersAhead(documents: Documents, workspace: Workspace): Issue[] {
  const standing = documents.standing();
  if (standing?.state !== 'in_force') return [];
  const tiers = new Set(standing.value.tiers.map((tier) => tier.id));
  return workspace.forms.flatMap(({ value }, form) =>
    value.outcomes.flatMap(({ when }, index) => {
      if (!when || !('tier' in when) || tiers.has(when.tier)) return [];
      const path = ['forms', form, 'outcomes', index, 'when', 'tier'];
      return [{ code: 'tier_not_in_force', path, params: { tier: when.tier } }];
    }),
  );
}

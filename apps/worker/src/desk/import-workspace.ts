// A workspace document comes in: what it names is added or replaced by id, nothing is deleted. It is stored whole or
// not at all; what was stored before stays readable whatever comes in, and what no longer agrees with it is told.
import type { Issue } from '@baton/rules';
import { parseWorkspace, type Workspace } from '@baton/workspace';
import { checkAddress } from '../channels/address.ts';
import { takeAttributes } from './attributes/import-attributes.ts';
import { recordChange } from './audit.ts';
import { shownAddress } from './chat-address.ts';
import { moveOwed } from './destinations/move-owed.ts';
import { newSecret } from './destinations/secrets.ts';
import type { Documents } from './documents.ts';
import {
  importAgreement,
  strangeSignatures,
  type ImportedAgreement,
  type Importer,
} from './import-agreement.ts';
import { findingsOf } from './form-findings.ts';
import { formContextOf, importForms, type ImportedForm } from './import-forms.ts';
import { leftBehind } from './left-behind.ts';
import type { Parts } from './parts.ts';
import { refreshAt } from './refresh-leads.ts';
import { first, isRecord, text } from './sql.ts';
import { tooLarge } from './too-large.ts';
import { changesBetween, workspaceState } from './workspace-state.ts';

export type Imported =
  | {
      readonly ok: true;
      readonly forms: readonly ImportedForm[];
      readonly agreement: ImportedAgreement | null;
      readonly warnings: readonly Issue[];
    }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/** Reads, checks and stores a workspace document in one transaction; nothing is stored when anything is wrong. */
export function importWorkspace(parts: Parts, documents: Documents, input: unknown, by: Importer): Imported {
  const stored = documents.all();
  const standing = documents.standing();
  const parsed = parseWorkspace(input, {
    attributes: stored.attributes,
    people: [...stored.people.values()],
    teams: [...stored.teams.values()],
    agreement: standing?.value ?? null,
  });
  if (!parsed.ok) return parsed;
  const taken = takeAttributes(parts.sql, parsed.value.attributes, stored.catalogue);
  const workspace = { ...parsed.value, attributes: taken.attributes };
  const issues = [...taken.issues, ...tooLarge(workspace, stored.attributes)];
  if (issues.length > 0) return { ok: false, issues };
  const warnings = [
    ...parsed.warnings,
    ...taken.warnings,
    ...(workspace.agreement === null ? [] : strangeSignatures(workspace.agreement)),
    ...leftBehind(parts.sql, documents, workspace),
    ...addressWarnings(parts, workspace),
  ];
  try {
    const kept = parts.sql.transaction(() => {
      const before = workspaceState(parts.sql);
      const stored = store(parts, documents, workspace, by);
      refreshMerged(parts, taken.merged);
      for (const change of changesBetween(before, workspaceState(parts.sql))) {
        recordChange(parts, by.author, change);
      }
      return stored;
    });
    return { ok: true, ...kept, warnings: [...warnings, ...formFindings(documents, workspace)] };
  } finally {
    documents.forget();
  }
}

function store(
  parts: Parts,
  documents: Documents,
  workspace: Workspace,
  by: Importer,
): { readonly forms: readonly ImportedForm[]; readonly agreement: ImportedAgreement | null } {
  const now = parts.now();
  if (workspace.name !== null) setFact(parts, 'name', workspace.name);
  upsert(
    parts,
    'attributes',
    'id',
    workspace.attributes.map((attribute) => [attribute.id, attribute]),
  );
  upsert(
    parts,
    'people',
    'email',
    workspace.people.map((person) => [person.email, person]),
  );
  upsert(
    parts,
    'teams',
    'id',
    workspace.teams.map((team) => [team.id, team]),
  );
  importDestinations(parts, workspace);
  documents.forget();
  const { attributes, people } = documents.all();
  const around = formContextOf(workspace.agreement?.value ?? documents.standing()?.value ?? null);
  const agreement =
    workspace.agreement === null ? null : importAgreement(parts, workspace.agreement, attributes, people, by);
  const forms = importForms(parts, documents, workspace.forms, { around, author: by.author, now });
  return { forms, agreement };
}

/** Leads that know a merged attribute come to know the other one, in the background. */
function refreshMerged(parts: Parts, merged: readonly string[]): void {
  for (const id of merged) {
    parts.sql.run(
      `INSERT INTO refreshes (kind, subject, after) VALUES ('attribute', ?, 0)
       ON CONFLICT (kind, subject) DO UPDATE SET after = 0`,
      id,
    );
  }
  if (merged.length > 0) refreshAt(parts, parts.now());
}

/** What a careful colleague would say of each form. It is stored all the same. */
function formFindings(documents: Documents, { forms, agreement }: Workspace): Issue[] {
  const { catalogue } = documents.all();
  const known = agreement?.value ?? documents.standing()?.value ?? null;
  return forms.flatMap(({ value }, index) => {
    const { errors, warnings } = findingsOf(value, catalogue, known);
    return [...errors, ...warnings].map((issue) => ({ ...issue, path: ['forms', index, ...issue.path] }));
  });
}

function setFact(parts: Parts, key: string, value: string): void {
  parts.sql.run(
    `INSERT INTO facts (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
    key,
    value,
  );
}

function upsert(
  parts: Parts,
  table: 'attributes' | 'people' | 'teams',
  key: 'id' | 'email',
  entries: readonly (readonly [string, unknown])[],
): void {
  for (const [id, document] of entries) {
    parts.sql.run(
      `INSERT INTO ${table} (${key}, position, document)
       VALUES (?, (SELECT coalesce(max(position), 0) + 1 FROM ${table}), ?)
       ON CONFLICT (${key}) DO UPDATE SET document = excluded.document`,
      id,
      JSON.stringify(document),
    );
  }
}

function importDestinations(parts: Parts, workspace: Workspace): void {
  for (const destination of workspace.destinations) {
    const { secret, ...given } = destination;
    const known = first(parts.sql, `SELECT document, secret FROM destinations WHERE id = ?`, destination.id);
    const document = known === null ? given : withWholeAddress(given, JSON.parse(text(known, 'document')));
    const kept = secret ?? (known === null ? newSecret() : text(known, 'secret'));
    parts.sql.run(
      `INSERT INTO destinations (id, position, document, secret)
       VALUES (?, (SELECT coalesce(max(position), 0) + 1 FROM destinations), ?, ?)
       ON CONFLICT (id) DO UPDATE SET document = excluded.document, secret = excluded.secret,
         disabled_at = CASE WHEN document = excluded.document THEN disabled_at ELSE NULL END`,
      destination.id,
      JSON.stringify(document),
      kept,
    );
    if (known !== null) moveOwed(parts, document);
  }
}

/** Who was shown only whose address it is and brings that back means the one that is stored. */
function withWholeAddress<D extends object>(given: D, stored: unknown): D {
  const [next, before] = [urlOf(given), urlOf(stored)];
  if (next === null || before === null || next.kind !== before.kind) return given;
  const isShown = next.url !== before.url && next.url === shownAddress(before.kind, before.url);
  return isShown ? { ...given, url: before.url } : given;
}

function urlOf(destination: unknown): { readonly kind: string; readonly url: string } | null {
  if (!isRecord(destination)) return null;
  const { kind, url } = destination;
  return typeof kind === 'string' && typeof url === 'string' ? { kind, url } : null;
}

/** Addresses that will be refused when they are called are worth a word now. */
function addressWarnings(parts: Parts, workspace: Workspace): Issue[] {
  return workspace.destinations.flatMap((destination, index) => {
    if (destination.kind === 'email') return [];
    const verdict = checkAddress(destination.url, parts.settings.addresses);
    return verdict.ok ? [] : [{ code: verdict.code, path: ['destinations', index, 'url'] }];
  });
}

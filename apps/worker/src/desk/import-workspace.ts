// A workspace document comes in: what it names is added or replaced by id, nothing is deleted. A form that
// changed becomes the next version. The signatures an agreement carries are vouched for by the owner only while
// no agreement was ever in force; afterwards another agreement is a proposal.
import { canonicalJson, signatureState, signedContent, type Agreement } from '@baton/agreement';
import type { Issue } from '@baton/rules';
import { behaviourIds, parseWorkspace, type Workspace } from '@baton/workspace';
import { createHash } from 'node:crypto';
import { checkAddress } from '../channels/address.ts';
import type { Documents } from './documents.ts';
import { setDue } from './due-work.ts';
import type { Parts } from './parts.ts';
import { first, number, text } from './sql.ts';

export type Imported =
  | {
      readonly ok: true;
      readonly forms: readonly { readonly id: string; readonly version: number; readonly changed: boolean }[];
      readonly agreement: { readonly version: number; readonly hash: string; readonly state: string } | null;
      readonly warnings: readonly Issue[];
    }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/** SHA-256 of a text, as lower-case hexadecimal. */
export function sha256(content: string): string {
  return createHash('sha256').update(content).digest('hex');
}

/** Reads, checks and stores a workspace document in one transaction; nothing is stored when anything is wrong. */
export function importWorkspace(parts: Parts, documents: Documents, input: unknown): Imported {
  const stored = documents.all();
  const parsed = parseWorkspace(input, {
    attributes: stored.attributes,
    people: [...stored.people.values()],
    teams: [...stored.teams.values()],
    agreement: documents.inForce()?.judge.agreement ?? null,
  });
  if (!parsed.ok) return parsed;
  const workspace = parsed.value;
  const now = parts.now();
  const result = parts.sql.transaction(() => {
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
    const agreement = importAgreement(parts, documents, workspace, now);
    documents.forget();
    const forms = importForms(parts, documents, workspace, now);
    parts.sql.run(
      `INSERT INTO audit (at, author, action, detail) VALUES (?, 'owner', 'workspace.imported', ?)`,
      now,
      JSON.stringify({ forms, agreement }),
    );
    return { forms, agreement };
  });
  documents.forget();
  return { ok: true, ...result, warnings: [...parsed.warnings, ...addressWarnings(parts, workspace)] };
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
    const { secret, ...document } = destination;
    const known = first(parts.sql, `SELECT secret FROM destinations WHERE id = ?`, destination.id);
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
  }
}

function newSecret(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return `whsec_${btoa(String.fromCharCode(...bytes))}`;
}

function importAgreement(
  parts: Parts,
  documents: Documents,
  workspace: Workspace,
  now: number,
): { version: number; hash: string; state: string } | null {
  if (workspace.agreement === null) return null;
  const { source } = workspace.agreement;
  const hash = sha256(signedContent(source));
  const people = new Map([
    ...documents.all().people,
    ...workspace.people.map((person) => [person.email, person] as const),
  ]);
  const signed = signatureState(workspace.agreement.value.signatures, people, hash).complete;
  const everInForce =
    first(parts.sql, `SELECT 1 AS yes FROM agreements WHERE in_force_at IS NOT NULL LIMIT 1`) !== null;
  const known = first(
    parts.sql,
    `SELECT version, state FROM agreements WHERE hash = ? AND state IN ('in_force', 'proposed') LIMIT 1`,
    hash,
  );
  if (known !== null && (text(known, 'state') === 'in_force' || everInForce || !signed)) {
    return { version: number(known, 'version'), hash, state: text(known, 'state') };
  }
  const state = signed && !everInForce ? 'in_force' : 'proposed';
  if (known !== null) parts.sql.run(`DELETE FROM agreements WHERE version = ?`, number(known, 'version'));
  const last = first(parts.sql, `SELECT coalesce(max(version), 0) AS version FROM agreements`);
  const version = (last === null ? 0 : number(last, 'version')) + 1;
  parts.sql.run(
    `INSERT INTO agreements (version, hash, document, state, proposed_at, in_force_at) VALUES (?, ?, ?, ?, ?, ?)`,
    version,
    hash,
    JSON.stringify(source),
    state,
    now,
    state === 'in_force' ? now : null,
  );
  if (state === 'in_force') setDue(parts.sql, 'judge', 0, now);
  return { version, hash, state };
}

function importForms(
  parts: Parts,
  documents: Documents,
  workspace: Workspace,
  now: number,
): { id: string; version: number; changed: boolean }[] {
  const context = JSON.stringify(publishingContext(documents, workspace));
  return workspace.forms.map(({ source, value }) => {
    const hash = sha256(canonicalJson(source));
    const known = first(
      parts.sql,
      `SELECT f.version, v.hash FROM forms f JOIN form_versions v ON v.form = f.id AND v.version = f.version WHERE f.id = ?`,
      value.id,
    );
    if (known !== null && text(known, 'hash') === hash) {
      return { id: value.id, version: number(known, 'version'), changed: false };
    }
    const version = known === null ? 1 : number(known, 'version') + 1;
    parts.sql.run(
      `INSERT INTO form_versions (form, version, document, context, hash, at) VALUES (?, ?, ?, ?, ?, ?)`,
      value.id,
      version,
      JSON.stringify(source),
      context,
      hash,
      now,
    );
    parts.sql.run(
      `INSERT INTO forms (id, position, version) VALUES (?, (SELECT coalesce(max(position), 0) + 1 FROM forms), ?)
       ON CONFLICT (id) DO UPDATE SET version = excluded.version`,
      value.id,
      version,
    );
    return { id: value.id, version, changed: true };
  });
}

/** What a form may refer to when it is published, kept with it so that it always reads the same. */
function publishingContext(documents: Documents, workspace: Workspace): Record<string, unknown> {
  const agreement: Agreement | null =
    workspace.agreement?.value ?? documents.inForce()?.judge.agreement ?? null;
  return {
    attributes: documents.all().attributes,
    behaviours: agreement === null ? null : behaviourIds(agreement),
    tiers: agreement?.tiers.map((tier) => tier.id) ?? null,
  };
}

/** Addresses that will be refused when they are called are worth a word now. */
function addressWarnings(parts: Parts, workspace: Workspace): Issue[] {
  return workspace.destinations.flatMap((destination, index) => {
    if (destination.kind === 'email') return [];
    const verdict = checkAddress(destination.url, parts.settings.addresses);
    return verdict.ok ? [] : [{ code: verdict.code, path: ['destinations', index, 'url'] }];
  });
}

// The agreement while somebody writes it: one draft a workspace, saved as it comes, right or not. It judges nobody.
// Whoever saves says which state they began from, so that nobody's work is replaced without a word; a revision is never
// used twice.
import { parseAgreement } from '@baton/agreement';
import type { Issue } from '@baton/rules';
import { isRecord } from '@baton/schema';
import { recordChange } from '../audit.ts';
import type { Context } from '../context.ts';
import { first, number, numberOrNull, text, type Sql } from '../sql.ts';
import { versionInForce } from './versions.ts';

/** Characters of JSON that the draft may take. */
const mostCharacters = 1_000_000;

const hour = 60 * 60_000;

export type AgreementDraft = {
  readonly revision: number;
  /** The version in force that it began from; null: there was none. */
  readonly base: number | null;
  readonly document: unknown;
  readonly at: number;
  /** As the audit names them. */
  readonly author: string;
};

export type CheckedAgreementDraft = AgreementDraft & {
  /** What keeps it from being proposed. */
  readonly issues: readonly Issue[];
  readonly warnings: readonly Issue[];
  /** Another version has come into force since then. */
  readonly outdated: boolean;
};

export type AgreementSaved =
  | { readonly kind: 'saved'; readonly draft: CheckedAgreementDraft }
  /** Somebody else has saved since then: this is what stands; null: nothing. */
  | { readonly kind: 'overtaken'; readonly draft: CheckedAgreementDraft | null }
  | { readonly kind: 'invalid'; readonly issues: readonly Issue[] };

/** What is worked on; null when nobody works on it. */
export function agreementDraft(context: Context): CheckedAgreementDraft | null {
  const draft = storedDraft(context.parts.sql);
  return draft === null ? null : checked(context, draft);
}

/**
 * @param revision what it was when the writer read it; null where there was none
 * @param base the version in force that the draft goes by from now on; undefined: as before
 */
export function saveAgreementDraft(
  context: Context,
  revision: number | null,
  document: unknown,
  author: string,
  base?: number | null,
): AgreementSaved {
  const issues = unsavable(document);
  if (issues.length > 0) return { kind: 'invalid', issues };
  const { parts } = context;
  return parts.sql.transaction((): AgreementSaved => {
    const current = storedDraft(context.parts.sql);
    if ((current?.revision ?? null) !== revision) {
      return { kind: 'overtaken', draft: current === null ? null : checked(context, current) };
    }
    const inForce = versionInForce(parts.sql)?.version ?? null;
    if (base !== undefined && base !== inForce && base !== current?.base) {
      return { kind: 'invalid', issues: [{ code: 'not_in_force', path: ['base'] }] };
    }
    const next: AgreementDraft = {
      revision: lastRevision(context) + 1,
      base: base === undefined ? (current === null ? inForce : current.base) : base,
      document,
      at: parts.now(),
      author,
    };
    parts.sql.run(
      `INSERT INTO agreement_drafts (id, revision, base, document, at, author) VALUES (1, ?, ?, ?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET revision = excluded.revision, base = excluded.base,
         document = excluded.document, at = excluded.at, author = excluded.author`,
      next.revision,
      next.base,
      JSON.stringify(document),
      next.at,
      author,
    );
    noteSave(context, current?.revision ?? null, next.revision, author);
    return { kind: 'saved', draft: checked(context, next) };
  });
}

/** False when there is nothing to drop. */
export function dropAgreementDraft(context: Context, author: string): boolean {
  return context.parts.sql.transaction(() => {
    const stored = storedDraft(context.parts.sql);
    if (stored === null) return false;
    forgetDraft(context);
    const { revision } = stored;
    recordChange(context.parts, author, {
      action: 'agreement.draft_dropped',
      subject: 'draft',
      before: { revision },
    });
    return true;
  });
}

/** Its revision stays counted. */
export function forgetDraft({ parts }: Context): void {
  parts.sql.run(`UPDATE agreement_drafts SET document = NULL`);
}

export function storedDraft(sql: Sql): AgreementDraft | null {
  const row = first(sql, `SELECT * FROM agreement_drafts WHERE document IS NOT NULL`);
  if (row === null) return null;
  return {
    revision: number(row, 'revision'),
    base: numberOrNull(row, 'base'),
    document: JSON.parse(text(row, 'document')),
    at: number(row, 'at'),
    author: text(row, 'author'),
  };
}

function lastRevision({ parts }: Context): number {
  const row = first(parts.sql, `SELECT revision FROM agreement_drafts`);
  return row === null ? 0 : number(row, 'revision');
}

function unsavable(document: unknown): readonly Issue[] {
  if (!isRecord(document))
    return [{ code: 'wrong_type', path: ['document'], params: { expected: 'object' } }];
  const { length } = JSON.stringify(document);
  return length > mostCharacters
    ? [{ code: 'too_long', path: ['document'], params: { max: mostCharacters } }]
    : [];
}

/** The draft as proposing it now would judge it. */
export function checked(context: Context, draft: AgreementDraft): CheckedAgreementDraft {
  const { catalogue, people, teams } = context.documents.all();
  const parsed = parseAgreement(draft.document, { catalogue, people, teams });
  const outdated = draft.base !== (versionInForce(context.parts.sql)?.version ?? null);
  return parsed.ok
    ? { ...draft, issues: [], warnings: parsed.warnings, outdated }
    : { ...draft, issues: parsed.issues, warnings: [], outdated };
}

/** One line an hour for each author: a draft is saved as it is typed. */
function noteSave({ parts }: Context, before: number | null, revision: number, author: string): void {
  const noted = first(
    parts.sql,
    `SELECT 1 FROM audit WHERE action = 'agreement.draft_saved' AND author = ? AND at > ? LIMIT 1`,
    author,
    parts.now() - hour,
  );
  if (noted !== null) return;
  recordChange(parts, author, {
    action: 'agreement.draft_saved',
    subject: 'draft',
    ...(before === null ? {} : { before: { revision: before } }),
    after: { revision },
  });
}

// Where agreements name somebody or a team: the one in force, what is proposed, and the draft. Drafts may be half written:
// whatever is not as it should be names nobody.
import { isRecord } from '@baton/schema';
import type { Context } from '../context.ts';
import { number, text } from '../sql.ts';
import { readableDocument } from '../stored-agreement.ts';
import { storedDraft } from '../terms/draft.ts';

/** An agreement, and how sentences call it. */
export type Paper = {
  readonly kind: 'in_force' | 'proposed' | 'draft';
  readonly called: string;
  readonly document: unknown;
};

type Named = {
  readonly fallback: boolean;
  readonly rules: readonly string[];
  readonly escalations: readonly string[];
  /** Parties. */
  readonly signs: readonly string[];
};

export function papersOf({ parts: { sql }, documents }: Context): readonly Paper[] {
  const inForce = documents.inForce();
  const draft = storedDraft(sql);
  return [
    ...(inForce === null
      ? []
      : [
          {
            kind: 'in_force' as const,
            called: 'The agreement in force',
            document: inForce.judge.agreement,
          },
        ]),
    ...sql
      .all(`SELECT version, document FROM agreements WHERE state = 'proposed' ORDER BY version`)
      .map((row) => ({
        kind: 'proposed' as const,
        called: `Proposal ${number(row, 'version')}`,
        document: readableDocument(text(row, 'document')),
      })),
    ...(draft === null
      ? []
      : [{ kind: 'draft' as const, called: 'The draft of the agreement', document: draft.document }]),
  ];
}

/** Null where the document does not name them. */
export function namesPerson(document: unknown, email: string): Named | null {
  const isThem = (value: unknown): boolean =>
    typeof value === 'string' && value.trim().toLowerCase() === email;
  const routing = field(document, 'routing');
  const named = {
    fallback: isThem(field(field(routing, 'fallback'), 'person')),
    rules: listIn(routing, 'rules')
      .filter((rule) => isThem(field(field(rule, 'to'), 'person')))
      .flatMap((rule) => textIn(rule, 'id')),
    escalations: listIn(document, 'escalate')
      .filter((one) => isThem(field(field(one, 'tell'), 'person')))
      .flatMap((one) => textIn(one, 'at')),
    signs: listIn(document, 'signatures')
      .filter((one) => isThem(field(one, 'by')))
      .flatMap((one) => textIn(one, 'party')),
  };
  const isNamed =
    named.fallback || [named.rules, named.escalations, named.signs].some((list) => list.length > 0);
  return isNamed ? named : null;
}

/** The routing rules that give a team its leads. */
export function rulesTo(document: unknown, team: string): readonly string[] {
  return listIn(field(document, 'routing'), 'rules')
    .filter((rule) => field(field(rule, 'to'), 'team') === team)
    .flatMap((rule) => textIn(rule, 'id'));
}

/** At how much of the follow-up time a team is told. */
export function escalationsTo(document: unknown, team: string): readonly string[] {
  return listIn(document, 'escalate')
    .filter((one) => field(field(one, 'tell'), 'team') === team)
    .flatMap((one) => textIn(one, 'at'));
}

/** The parties for which they have signed what is in force or proposed. */
export function signedFor({ parts: { sql } }: Pick<Context, 'parts'>, email: string): readonly string[] {
  return sql
    .all(
      `SELECT DISTINCT s.party FROM signatures s JOIN agreements a ON a.version = s.agreement
       WHERE s.person = ? AND a.state IN ('in_force', 'proposed') ORDER BY s.party`,
      email,
    )
    .map((row) => text(row, 'party'));
}

function field(value: unknown, key: string): unknown {
  return isRecord(value) ? value[key] : undefined;
}

function listIn(value: unknown, key: string): readonly unknown[] {
  const list = field(value, key);
  return Array.isArray(list) ? list : [];
}

function textIn(value: unknown, key: string): readonly string[] {
  const found = field(value, key);
  return typeof found === 'string' ? [found] : [];
}

// The agreement as the API shows it: what is in force, what is on the table, what is worked on, and which side whoever
// asks may sign for. Reads only. A document that is not what was signed is shown as such.
import { iso } from '../instants.ts';
import type { Person } from '@baton/agreement';
import * as z from 'zod';
import type { Context } from '../context.ts';
import { first, number, text, type Row } from '../sql.ts';
import { readableDocument, soundAgreement } from '../stored-agreement.ts';
import { commentsOf } from './comment.ts';
import { agreementDraft, type CheckedAgreementDraft } from './draft.ts';
import { nextReview } from './review.ts';
import { sides, type Side } from './states.ts';
import { isOver, saidBy, signaturesOf, versionRow, type VersionRow } from './versions.ts';

type View = Readonly<Record<string, unknown>>;

/** Who asks, as far as it matters here. */
export type Asker = { readonly email: string | null; readonly role: string | null };

export function agreementView(context: Context, asker: Asker): View {
  const { sql, now } = context.parts;
  const rows = sql.all(
    `SELECT * FROM agreements WHERE state IN ('in_force', 'proposed') ORDER BY version DESC`,
  );
  const inForce = rows.find((row) => row['state'] === 'in_force') ?? null;
  const proposals = rows.filter((row) => row !== inForce && !isOver(versionRow(row), now()));
  const draft = agreementDraft(context);
  const review = nextReview(context);
  return {
    inForce: inForce === null ? null : wholeVersion(context, inForce),
    proposals: proposals.map((row) => wholeVersion(context, row)),
    draft: draft === null ? null : draftView(context, draft),
    toRescore: toRescore(context),
    ...sideView(context, asker),
    reviewDue: review !== null && review <= now(),
    reviewAt: iso(review),
  };
}

/** All versions, the latest first, without what they say. */
export function versionList(context: Context): View {
  const rows = context.parts.sql.all(`SELECT * FROM agreements ORDER BY version DESC`);
  return { versions: rows.map((row) => versionView(context, row)) };
}

/** Null when there is no such version. */
export function oneVersion(context: Context, version: number): View | null {
  const row = first(context.parts.sql, `SELECT * FROM agreements WHERE version = ?`, version);
  return row === null ? null : wholeVersion(context, row);
}

export function draftView(context: Context, draft: CheckedAgreementDraft): View {
  const { author, at, ...rest } = draft;
  const { by, name } = saidBy(context, author);
  return { ...rest, savedBy: by, savedByName: name, savedAt: iso(at) };
}

/** The side that somebody may sign for, or why they may for none. */
function signingSide(
  people: ReadonlyMap<string, Pick<Person, 'party'>>,
  { email, role }: Asker,
): Side | 'no_role' | 'not_among_people' | 'other_side' {
  const side = sides.find((one) => one === role);
  if (email === null || side === undefined) return 'no_role';
  const person = people.get(email);
  if (person === undefined) return 'not_among_people';
  return person.party === side ? side : 'other_side';
}

function sideView(context: Context, asker: Asker): View {
  const found = signingSide(context.documents.all().people, asker);
  const mySide = sides.find((side) => side === found) ?? null;
  return { mySide, noSide: mySide === null ? found : null };
}

const contextSchema = z.object({ attributes: z.array(z.unknown()) });

function wholeVersion(context: Context, row: Row): View {
  const comments = commentsOf(context, number(row, 'version'));
  return {
    ...versionView(context, row),
    document: readableDocument(text(row, 'document')),
    attributes: attributesIn(text(row, 'context')),
    comments: comments.map(({ id, author, at, text: said }) => ({
      id,
      ...saidBy(context, author),
      at: iso(at),
      text: said,
    })),
  };
}

/** None where somebody has broken them in storage; `sound` tells. */
function attributesIn(json: string): readonly unknown[] {
  const read = contextSchema.safeParse(readableDocument(json));
  return read.success ? read.data.attributes : [];
}

function versionView(context: Context, row: Row): View {
  const version = versionRow(row);
  const { sql, now } = context.parts;
  const over = isOver(version, now());
  const { by, name } = saidBy(context, version.proposedBy);
  return {
    version: version.version,
    hash: version.hash,
    state: over ? 'expired' : version.state,
    base: version.base,
    proposedBy: by,
    proposedByName: name,
    side: version.party,
    proposedAt: iso(version.proposedAt),
    note: version.note,
    answers: version.answers,
    expiresAt: iso(version.expiresAt),
    inForceAt: iso(version.inForceAt),
    replacedAt: version.state === 'replaced' ? iso(version.endedAt) : null,
    ended: endingView(context, version, over),
    reviewed: reviewView(context, version),
    signatures: signaturesOf(sql, version).map((one) => ({
      party: one.party,
      ...saidBy(context, `person:${one.by}`),
      at: iso(one.at),
    })),
    sound: soundAgreement(sql, row).ok,
  };
}

function endingView(context: Context, version: VersionRow, over: boolean): View | null {
  if (over) return { why: 'expired', ...saidBy(context, 'baton'), at: iso(version.expiresAt) };
  if (version.endedWhy === null) return null;
  return { why: version.endedWhy, ...saidBy(context, version.endedBy ?? 'baton'), at: iso(version.endedAt) };
}

function reviewView(context: Context, { reviewedAt, reviewedBy }: VersionRow): View | null {
  return reviewedAt === null ? null : { ...saidBy(context, reviewedBy ?? 'baton'), at: iso(reviewedAt) };
}

/** Leads that an earlier version has judged last. */
function toRescore({ parts, documents }: Context): number {
  const inForce = documents.inForce();
  if (inForce === null) return 0;
  const row = first(
    parts.sql,
    `SELECT count(*) AS many FROM leads WHERE agreement IS NOT NULL AND agreement < ?`,
    inForce.version,
  );
  return row === null ? 0 : number(row, 'many');
}

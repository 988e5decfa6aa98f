// A submission that is taken: merged into its lead, judged, handed over if that is the verdict, stored and answered.
// Nothing here refuses.
import type { Answers } from '@baton/form';
import { toldSubmission } from '../notify/event.ts';
import type { Arrival, Submitted } from './arrival.ts';
import { conclude } from './conclude.ts';
import type { Consented } from './consent.ts';
import type { Context } from './context.ts';
import { withMerged } from './attributes/merged.ts';
import { companyDomainOf, withDerived } from './derived.ts';
import type { HandedOver } from './give-to.ts';
import { judgeEvent, type Judged } from './judge-event.ts';
import { addOccurrences, joinOccurrences, occurrencesOf } from './judging.ts';
import { leadByEmail, newLead, type Lead } from './leads.ts';
import type { LedgerState } from './ledger.ts';
import { underMain } from './merging/under-main.ts';
import type { Posted } from './outbox.ts';
import { outcomeFor, shownIn } from './outcome-shown.ts';
import type { PublishedVersion } from './published-version.ts';
import { first, number, text } from './sql.ts';
import { publicIdOf, storeSubmission, storeVisitor, type KnownRow } from './store-submission.ts';
import type { Suspicion } from './suspicion.ts';
import { attributesTold, toldAtOf, withEarlier } from './told.ts';
import { addressByToken, type Visitor } from './visitors.ts';

/** What came of an arrival. */
export type TakenIn = {
  readonly result: Submitted;
  /** What is to be delivered once it is stored. */
  readonly posted: readonly Posted[];
  /** Null where nothing was decided. */
  readonly decision: {
    readonly state: LedgerState;
    readonly judged: Judged;
    readonly handed: HandedOver | null;
    /** Nobody with this address was known. */
    readonly isNew: boolean;
  } | null;
};

/** What a submission that was put aside keeps when it is taken up. */
export type Kept = {
  readonly reply: string;
  readonly token: string;
  readonly at: number;
  /** Whose it was when it came. */
  readonly address: string;
};

/**
 * In the transaction of the arrival.
 * @param kept it came before and is taken up now: its browser has its answer, and what was told since then stands
 */
export function accept(
  context: Context,
  arrival: Arrival,
  published: PublishedVersion,
  { answers, consent, told: agreed }: Consented,
  visitor: Visitor | null,
  suspicion: Suspicion,
  known: KnownRow,
  kept: Kept | null = null,
): TakenIn {
  const { parts } = context;
  const { sql } = parts;
  const now = parts.now();
  const email = kept?.address ?? addressOf(context, published, answers, visitor) ?? '';
  // Only what is tried is taken in before it says whose it is.
  if (email === '' && arrival.final) throw new Error('A submission was checked without its address.');
  const found = leadByEmail(sql, email);
  if (found !== null) context.meet(found.publicId);
  const lead = found ?? newLead(context.rows.next('leads'), parts.ids.next('lead', now), email, now);
  // Another address under the same token is another person at the same browser: they start a token of their own. So it
  // is where the two are one lead, which no browser is to learn.
  const isOwn = visitor !== null && visitor.lead === lead.id && (visitor.address ?? lead.email) === email;
  const own = isOwn ? visitor : null;
  const token = kept?.token ?? own?.token ?? parts.ids.token();
  // What is said to a merged attribute is said to the other one too, over whatever was said to it before.
  const told = withMerged(context.documents.all().attributes, {
    ...attributesTold(published, answers),
    ...agreed,
  });
  const ownTold =
    kept === null || own === null
      ? { ...own?.attributes, ...told }
      : withEarlier(own.attributes, told, toldAtOf(context, lead.id, own.token), kept.at);
  const view = {
    attributes: withDerived(context, email, ownTold),
    visit: arrival.visit,
    occurrences: joinOccurrences(
      own === null ? [] : occurrencesOf(sql, lead.id, own.token),
      arrival.behaviours,
    ),
  };
  const outcome = outcomeFor(parts, published, context.documents.inForce(), view, now);
  const before = found === null ? null : { lead: found, occurrences: occurrencesOf(sql, lead.id) };
  const isOlder = kept !== null && found !== null && hasToldSince(context, found, kept.at);
  const joining = underMain(lead, email, told);
  const both = isOlder
    ? withEarlier(found.attributes, joining, toldAtOf(context, lead.id), kept.at)
    : { ...found?.attributes, ...joining };
  // A new lead is what its visitor told.
  const attributes = found === null ? view.attributes : withDerived(context, lead.email, both);
  const visit = isOlder ? found.visit : arrival.visit;
  const merged: Lead = { ...lead, attributes, domain: companyDomainOf(attributes), visit };
  const occurrences = joinOccurrences(before?.occurrences ?? [], arrival.behaviours);
  const judged = judgeEvent(context, before, { lead: merged, occurrences }, now);
  const isAgain = kept === null && isRepeat(context, arrival, lead, answers, own, judged, now);
  const state = isAgain ? 'duplicate' : judged.state;

  const publicId = known === null ? parts.ids.next('sub', now) : publicIdOf(context, known.id);
  const answer = (): string =>
    JSON.stringify({
      submission: publicId,
      visitor: token,
      outcome: { id: outcome.id, show: shownIn(published.form, outcome, arrival.language) },
    });
  const reply = kept?.reply ?? answer();
  const row = storeSubmission(context, arrival, published, answers, {
    known,
    publicId,
    reply,
    lead: lead.id,
    visitor: token,
    state,
    agreement: judged.kind === 'judged' ? judged.inForce.version : null,
    final: true,
    suspicion,
    consent,
    address: null,
    unfinishedEmail: null,
    now,
  });
  storeVisitor(context, token, lead, email, view.attributes, now);
  addOccurrences(sql, lead.id, token, arrival.behaviours, now);

  const submission = { row, told: toldSubmission(published, publicId, answers, arrival.journal) };
  const { posted, handed } = conclude(context, { judged, state, occurrences, submission, published }, now);
  const result: Submitted = { kind: 'stored', created: known === null, reply };
  return { result, posted, decision: { state, judged, handed, isNew: found === null } };
}

function hasToldSince({ parts }: Context, lead: Lead, at: number): boolean {
  const row = first(
    parts.sql,
    `SELECT 1 FROM submissions WHERE lead = ? AND at > ? AND final = 1 LIMIT 1`,
    lead.id,
    at,
  );
  return row !== null;
}

/** The address that says whose this is: as told, or where it was not asked again, as this browser told it before. */
export function addressOf(
  context: Context,
  published: PublishedVersion,
  answers: Answers,
  visitor: Visitor | null,
): string | null {
  const told = answers[published.identity];
  return typeof told === 'string' ? told.trim().toLowerCase() : addressByToken(context, visitor);
}

/** The very same answers from the same browser within ten seconds, changing nothing: somebody pressed twice. */
function isRepeat(
  context: Context,
  arrival: Arrival,
  lead: Lead,
  answers: Answers,
  own: Visitor | null,
  judged: Judged,
  now: number,
): boolean {
  if (own === null || arrival.behaviours.length > 0) return false;
  if (judged.kind !== 'judged' || judged.handOff) return false;
  const row = first(
    context.parts.sql,
    `SELECT form, version, visitor, answers, at FROM submissions WHERE lead = ? AND final = 1 ORDER BY at DESC LIMIT 1`,
    lead.id,
  );
  if (row === null || now - number(row, 'at') > 10_000 || text(row, 'visitor') !== own.token) return false;
  if (lead.rejectedAt !== null && lead.rejectedAt >= number(row, 'at')) return false;
  return text(row, 'form') === arrival.form && text(row, 'answers') === JSON.stringify(answers);
}

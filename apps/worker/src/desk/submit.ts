// One arrival, one transaction, one line of thought: check, merge, score, qualify, route, deadline, store with the
// outbox, reply. Refuses answers that the form's own version would refuse; everything else is kept.
import type { Answers } from '@baton/form';
import { isMissing } from '@baton/rules';
import { toldSubmission } from '../notify/event.ts';
import type { Arrival, Submitted } from './arrival.ts';
import { conclude } from './conclude.ts';
import { takeConsent, type Consented } from './consent.ts';
import type { Context } from './context.ts';
import type { PublishedVersion } from './published-version.ts';
import { forgetAt, unfinishedLifetime } from './forget.ts';
import { guard, unguarded } from './guard.ts';
import { companyDomainOf, withDerived } from './derived.ts';
import { judgeEvent, type Judged } from './judge-event.ts';
import { askingOf } from './asking.ts';
import { addOccurrences, joinOccurrences, occurrencesOf } from './judging.ts';
import { newLead, leadByEmail, leadById, type Lead } from './leads.ts';
import { logQuarantine } from './log-decision.ts';
import { outcomeFor, shownIn } from './outcome-shown.ts';
import type { Posted } from './outbox.ts';
import { visitorByToken, type Visitor } from './visitors.ts';
import { first, number, text } from './sql.ts';
import type { Suspicion } from './suspicion.ts';
import { publicIdOf, storeSubmission, storeVisitor, type KnownRow } from './store-submission.ts';
import { takeAnswers } from './take-answers.ts';

/** Takes a submission. The same secret always gets the same reply. */
export function submit(context: Context, arrival: Arrival): Submitted {
  const { parts, documents } = context;
  const known = first(parts.sql, `SELECT id, final, reply FROM submissions WHERE secret = ?`, arrival.secret);
  if (known !== null && number(known, 'final') === 1) {
    return { kind: 'stored', created: false, reply: text(known, 'reply') };
  }
  const published = documents.published(arrival.form, arrival.version);
  if (published === null) {
    if (arrival.version === null || documents.published(arrival.form) === null)
      return { kind: 'unknown_form' };
    return {
      kind: 'invalid',
      issues: [{ code: 'unknown_version', path: ['version'], params: { version: arrival.version } }],
    };
  }
  const { websites } = published.form;
  if (arrival.origin !== null && websites.length > 0 && !websites.includes(arrival.origin)) {
    return { kind: 'origin_refused', origin: arrival.origin };
  }
  const visitor = visitorByToken(context, arrival.visitor);
  const checked = takeAnswers(published, arrival, {
    ...askingOf(published, visitor?.attributes ?? null, arrival.answers),
    partial: !arrival.final,
  });
  if (!checked.ok) return { kind: 'invalid', issues: checked.issues };
  const row = known === null ? null : { id: number(known, 'id'), reply: text(known, 'reply') };
  const guarded = arrival.final ? guard(context, published, arrival, parts.now()) : unguarded;
  const { suspicion } = guarded;
  const consented = takeConsent(published, checked.answers, arrival.language, parts.now());
  const work = (): Submitted & { posted?: readonly Posted[] } => {
    if (!arrival.final) return keepPartial(context, arrival, published, consented.answers, row);
    guarded.remember();
    if (suspicion.reasons.length > 0)
      return quarantine(context, arrival, published, consented, suspicion, row);
    return accept(context, arrival, published, consented, visitor, suspicion, row);
  };
  const { posted = [], ...result } = parts.sql.transaction(work);
  if (posted.length > 0) {
    parts.wake(parts.now() + 20_000);
    parts.later(context.outbox.dispatch(posted));
  }
  return result;
}

/** The answers as attributes of the person or their company. */
function attributesTold(published: PublishedVersion, answers: Answers): Record<string, unknown> {
  const told: Record<string, unknown> = {};
  for (const [field, answer] of Object.entries(answers)) {
    const attribute = published.attributes.get(field);
    if (attribute !== undefined && !isMissing(answer)) told[attribute] = answer;
  }
  return told;
}

function accept(
  context: Context,
  arrival: Arrival,
  published: PublishedVersion,
  { answers, consent, told: agreed }: Consented,
  visitor: Visitor | null,
  suspicion: Suspicion,
  known: KnownRow,
): Submitted & { posted: readonly Posted[] } {
  const { parts } = context;
  const { sql } = parts;
  const now = parts.now();
  const email = addressOf(context, published, answers, visitor);
  const found = leadByEmail(sql, email);
  const lead = found ?? newLead(context.rows.next('leads'), parts.ids.next('lead', now), email, now);
  // Another address under the same token is another person at the same browser: they start a token of their own.
  const own = visitor !== null && visitor.lead === lead.id ? visitor : null;
  const token = own?.token ?? parts.ids.token();
  const told = { ...attributesTold(published, answers), ...agreed };
  const view = {
    attributes: withDerived(context, email, { ...own?.attributes, ...told }),
    visit: arrival.visit,
    occurrences: joinOccurrences(
      own === null ? [] : occurrencesOf(sql, lead.id, own.token),
      arrival.behaviours,
    ),
  };
  const outcome = outcomeFor(parts, published, context.documents.inForce(), view, now);
  const before = found === null ? null : { lead: found, occurrences: occurrencesOf(sql, lead.id) };
  // A new lead is what its visitor told.
  const attributes =
    found === null ? view.attributes : withDerived(context, email, { ...found.attributes, ...told });
  const merged: Lead = { ...lead, attributes, domain: companyDomainOf(attributes), visit: arrival.visit };
  const occurrences = joinOccurrences(before?.occurrences ?? [], arrival.behaviours);
  const judged = judgeEvent(context, before, { lead: merged, occurrences }, now);
  const state = isRepeat(context, arrival, lead, answers, own, judged, now) ? 'duplicate' : judged.state;

  const publicId = known === null ? parts.ids.next('sub', now) : publicIdOf(context, known.id);
  const reply = JSON.stringify({
    submission: publicId,
    visitor: token,
    outcome: { id: outcome.id, show: shownIn(published.form, outcome, arrival.language) },
  });
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
    unfinishedEmail: null,
    now,
  });
  storeVisitor(context, token, lead.id, view.attributes, now);
  addOccurrences(sql, lead.id, token, arrival.behaviours);

  const submission = { row, told: toldSubmission(published, publicId, answers, arrival.journal) };
  const posted = conclude(context, { judged, state, occurrences, submission, published }, now);
  return { kind: 'stored', created: known === null, reply, posted };
}

/** The address that says whose lead this is: as told, or where it was not asked again, of this browser's own lead. */
function addressOf(
  context: Context,
  published: PublishedVersion,
  answers: Answers,
  visitor: Visitor | null,
): string {
  const told = answers[published.identity];
  if (typeof told === 'string') return told.trim().toLowerCase();
  const lead = visitor === null ? null : leadById(context.parts.sql, visitor.lead);
  if (lead === null) throw new Error('A submission was checked without its address.');
  return lead.email;
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

/** It looks like a machine's: kept for a person to look at, told to nobody, answered like any other. */
function quarantine(
  context: Context,
  arrival: Arrival,
  published: PublishedVersion,
  { answers, consent, told }: Consented,
  suspicion: Suspicion,
  known: KnownRow,
): Submitted {
  const { parts } = context;
  const now = parts.now();
  const view = {
    attributes: withDerived(context, String(answers[published.identity] ?? ''), {
      ...attributesTold(published, answers),
      ...told,
    }),
    visit: arrival.visit,
    occurrences: arrival.behaviours,
  };
  const outcome = outcomeFor(parts, published, context.documents.inForce(), view, now);
  const publicId = known === null ? parts.ids.next('sub', now) : publicIdOf(context, known.id);
  const token = parts.ids.token();
  const reply = JSON.stringify({
    submission: publicId,
    visitor: token,
    outcome: { id: outcome.id, show: shownIn(published.form, outcome, arrival.language) },
  });
  storeSubmission(context, arrival, published, answers, {
    known,
    publicId,
    reply,
    lead: null,
    visitor: token,
    state: 'quarantined',
    agreement: null,
    final: true,
    suspicion,
    consent,
    unfinishedEmail: null,
    now,
  });
  const email = answers[published.identity];
  const submission = { id: publicId, form: published.form.id, email: typeof email === 'string' ? email : '' };
  logQuarantine(context, submission, suspicion.reasons, now);
  return { kind: 'stored', created: known === null, reply };
}

/** Not sent yet: kept so that it is not lost, never merged, never judged. */
function keepPartial(
  context: Context,
  arrival: Arrival,
  published: PublishedVersion,
  answers: Answers,
  known: KnownRow,
): Submitted {
  const now = context.parts.now();
  const publicId = known === null ? context.parts.ids.next('sub', now) : publicIdOf(context, known.id);
  const reply =
    known?.reply ?? JSON.stringify({ submission: publicId, visitor: arrival.visitor, outcome: null });
  const email = answers[published.identity];
  storeSubmission(context, arrival, published, answers, {
    known,
    publicId,
    reply,
    lead: null,
    visitor: arrival.visitor,
    state: null,
    agreement: null,
    final: false,
    suspicion: unguarded.suspicion,
    consent: null,
    unfinishedEmail: typeof email === 'string' && !arrival.trapped ? email.trim().toLowerCase() : null,
    now,
  });
  forgetAt(context.parts, 'unfinished', now + unfinishedLifetime);
  return { kind: 'stored', created: known === null, reply };
}

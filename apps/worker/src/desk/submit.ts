// One arrival, one transaction, one line of thought: check, merge, score, qualify, route, deadline, store with the
// outbox, reply. Refuses answers that the form's own version would refuse; everything else is kept.
import type { Answers } from '@baton/form';
import { accept, addressOf, type TakenIn } from './accept.ts';
import type { Arrival, Submitted } from './arrival.ts';
import { withMerged } from './attributes/merged.ts';
import { takeConsent, type Consented } from './consent.ts';
import type { Context } from './context.ts';
import type { PublishedVersion } from './published-version.ts';
import { forgetAt, unfinishedLifetime } from './forget.ts';
import { guard, unguarded } from './guard.ts';
import { withDerived } from './derived.ts';
import { askingOf } from './asking.ts';
import { joinOccurrences, occurrencesOf } from './judging.ts';
import { logQuarantine } from './log-decision.ts';
import { outcomeFor, shownIn } from './outcome-shown.ts';
import { hold } from './held.ts';
import { withoutTrusted } from './trusted.ts';
import { attributesTold } from './told.ts';
import { addressByToken, visitorByToken, type Visitor } from './visitors.ts';
import { first, number, text } from './sql.ts';
import type { Suspicion } from './suspicion.ts';
import { publicIdOf, storeSubmission, type KnownRow } from './store-submission.ts';
import { takeAnswers } from './take-answers.ts';

/** What is stored under a sender's secret. */
export const submissionBySecret = `SELECT id, final, reply FROM submissions WHERE secret = ?`;

/**
 * Takes a submission: all of it but the sending. The same secret always gets the same reply.
 * @param early what is not final is judged all the same, to be undone
 */
export function takeIn(context: Context, arrival: Arrival, early = false): TakenIn {
  const { parts, documents } = context;
  const known = first(parts.sql, submissionBySecret, arrival.secret);
  if (known !== null && number(known, 'final') === 1) {
    return only({ kind: 'stored', created: false, reply: text(known, 'reply') });
  }
  const published = documents.published(arrival.form, arrival.version);
  if (published === null) {
    if (arrival.version === null || documents.published(arrival.form) === null)
      return only({ kind: 'unknown_form' });
    const { version } = arrival;
    return only({
      kind: 'invalid',
      issues: [{ code: 'unknown_version', path: ['version'], params: { version } }],
    });
  }
  const { websites } = published.form;
  if (arrival.origin !== null && websites.length > 0 && !websites.includes(arrival.origin)) {
    return only({ kind: 'origin_refused', origin: arrival.origin });
  }
  const visitor = visitorByToken(context, arrival.visitor);
  const checked = takeAnswers(published, arrival, {
    ...askingOf(published, visitor?.attributes ?? null, arrival.answers),
    partial: !arrival.final,
  });
  if (!checked.ok) return only({ kind: 'invalid', issues: checked.issues });
  const row = known === null ? null : { id: number(known, 'id'), reply: text(known, 'reply') };
  const guarded = arrival.final ? guard(context, published, arrival, parts.now()) : unguarded;
  const address = addressOf(context, published, checked.answers, visitor);
  const suspicion = withoutTrusted(context, guarded.suspicion, address, arrival);
  const consented = takeConsent(published, checked.answers, arrival.language, parts.now());
  return parts.sql.transaction((): TakenIn => {
    if (!arrival.final && !early)
      return only(keepPartial(context, arrival, published, consented.answers, address, row));
    guarded.remember();
    if (suspicion.reasons.length > 0)
      return only(quarantine(context, arrival, published, consented, visitor, address, suspicion, row));
    return accept(context, arrival, published, consented, visitor, suspicion, row);
  });
}

function only(result: Submitted): TakenIn {
  return { result, posted: [], decision: null };
}

/** It looks like a machine's: kept for a person to look at, told to nobody, answered like any other. */
function quarantine(
  context: Context,
  arrival: Arrival,
  published: PublishedVersion,
  { answers, consent, told }: Consented,
  visitor: Visitor | null,
  address: string | null,
  suspicion: Suspicion,
  known: KnownRow,
): Submitted {
  const { parts } = context;
  const now = parts.now();
  // As where it is taken: a browser is answered by what it told itself, and keeps its token for the same address.
  const own = visitor !== null && addressByToken(context, visitor) === address ? visitor : null;
  const said = withMerged(context.documents.all().attributes, {
    ...attributesTold(published, answers),
    ...told,
  });
  const view = {
    attributes: withDerived(context, address ?? '', { ...own?.attributes, ...said }),
    visit: arrival.visit,
    occurrences: joinOccurrences(
      own === null ? [] : occurrencesOf(parts.sql, own.lead, own.token),
      arrival.behaviours,
    ),
  };
  const outcome = outcomeFor(parts, published, context.documents.inForce(), view, now);
  const publicId = known === null ? parts.ids.next('sub', now) : publicIdOf(context, known.id);
  const token = own?.token ?? parts.ids.token();
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
    address,
    unfinishedEmail: null,
    now,
  });
  hold(context, publicId, arrival, told);
  const submission = { id: publicId, form: published.form.id, email: address ?? '' };
  logQuarantine(context, submission, suspicion.reasons, now);
  return { kind: 'stored', created: known === null, reply };
}

/** Not sent yet: kept so that it is not lost, never merged, never judged. */
function keepPartial(
  context: Context,
  arrival: Arrival,
  published: PublishedVersion,
  answers: Answers,
  address: string | null,
  known: KnownRow,
): Submitted {
  const now = context.parts.now();
  const publicId = known === null ? context.parts.ids.next('sub', now) : publicIdOf(context, known.id);
  const reply =
    known?.reply ?? JSON.stringify({ submission: publicId, visitor: arrival.visitor, outcome: null });
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
    address,
    unfinishedEmail: arrival.trapped ? null : address,
    now,
  });
  forgetAt(context.parts, 'unfinished', now + unfinishedLifetime);
  return { kind: 'stored', created: known === null, reply };
}

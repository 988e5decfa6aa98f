// A submission is told to the destinations that asked for every arrival at once, and noted for the owner of a lead in
// hand, who is told of all that happens within some minutes together. One that is judged later than it came is news only
// to those that ask for some tiers: they could not be told before it had one.
import type { Destination } from '@baton/workspace';
import { eventBody, type ToldSubmission } from '../notify/event.ts';
import { activityNotice, type ActivityNews } from '../notify/activity-notice.ts';
import type { Context } from './context.ts';
import { destinationsFor, parcelFor, type Telling } from './destinations.ts';
import { noteForOwner } from './follow-up.ts';
import type { Judged } from './judge-event.ts';
import type { Lead } from './leads.ts';
import type { Posted } from './outbox.ts';
import { first } from './sql.ts';

/** Posts what is owed for an arrival; the hand-over of a lead is told elsewhere. */
export function tellReceived(
  context: Context,
  lead: Lead,
  judged: Judged,
  submission: { readonly row: number; readonly told: ToldSubmission; readonly isAgain: boolean },
  now: number,
): Posted[] {
  const { documents, outbox } = context;
  const judgement = judged.kind === 'judged' ? judged.judgement : null;
  const inForce = judged.kind === 'judged' ? judged.inForce : null;
  const owner = documents.all().people.get(lead.owner ?? '') ?? null;
  const about = { lead: lead.id, handoff: null, submission: submission.row };
  const posted: Posted[] = [];
  const telling: Telling = {
    event: () =>
      eventBody({
        type: 'lead.received',
        at: now,
        lead,
        score: judgement?.score ?? null,
        tier: judgement?.tier ?? null,
        agreement: inForce === null ? null : { version: inForce.version, hash: inForce.hash },
        owner,
        deadline: null,
        submission: submission.told,
        links: null,
      }),
    notice: () => activityNotice(news()),
  };
  for (const destination of destinationsFor(documents, 'lead.received', judgement?.tier ?? null)) {
    if (submission.isAgain && !hasWaited(context, destination, about)) continue;
    posted.push(outbox.post(parcelFor(destination, 'lead.received', about, telling), now));
  }
  if (judged.state === 'in_hand') noteForOwner(context, lead, { submission: submission.row }, now);
  return posted;

  function news(): ActivityNews {
    const { told } = submission;
    const published = documents.published(told.form, told.version);
    if (published === null) throw new Error('A submission to a form that was never published.');
    return {
      lead,
      judgement,
      catalogue: documents.all().catalogue,
      published,
      answers: told.answers,
      visit: told.visit,
    };
  }
}

/** Whether a destination hears of a submission only now that it has a tier. */
function hasWaited(
  { parts: { sql } }: Context,
  destination: Destination,
  { lead, submission }: { readonly lead: number; readonly submission: number },
): boolean {
  if ((destination.tiers ?? []).length === 0) return false;
  // It may have asked for all of them when this one came.
  const told = first(
    sql,
    `SELECT 1 FROM deliveries WHERE lead = ? AND submission = ? AND destination = ? AND type = 'lead.received'`,
    lead,
    submission,
    destination.id,
  );
  return told === null;
}

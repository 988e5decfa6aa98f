// A submission is told to the destinations that asked for every arrival, and to the owner of a lead in hand.
import { eventBody, type ToldSubmission } from '../notify/event.ts';
import { activityMail, type Activity } from '../notify/activity-mail.ts';
import type { Context } from './context.ts';
import { destinationsFor, parcelFor } from './destinations.ts';
import type { Judged } from './judge-event.ts';
import type { Lead } from './leads.ts';
import type { Posted } from './outbox.ts';
import { first, text } from './sql.ts';

/** Posts what is owed for an arrival; the hand-over of a lead is told elsewhere. */
export function tellReceived(
  context: Context,
  lead: Lead,
  judged: Judged,
  submission: { readonly row: number; readonly told: ToldSubmission },
  now: number,
): Posted[] {
  const { documents, outbox, parts } = context;
  const judgement = judged.kind === 'judged' ? judged.judgement : null;
  const inForce = judged.kind === 'judged' ? judged.inForce : null;
  const owner = documents.all().people.get(lead.owner ?? '') ?? null;
  const about = { lead: lead.id, handoff: null, submission: submission.row };
  const posted: Posted[] = [];
  const event = (): string =>
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
    });
  for (const destination of destinationsFor(documents, 'lead.received', judgement?.tier ?? null)) {
    const mail = (): string => JSON.stringify(activityMail(activity(null)));
    const parcel = parcelFor(destination, 'lead.received', about, event, mail);
    if (parcel !== null) posted.push(outbox.post(parcel, now));
  }
  if (parts.settings.mail && judged.state === 'in_hand' && owner !== null) {
    const body = (): string =>
      JSON.stringify(activityMail(activity(handingMail(context, lead, owner.email))));
    const parcel = {
      type: 'lead.received',
      channel: 'email' as const,
      destination: null,
      target: owner.email,
      ...about,
      body,
    };
    posted.push(outbox.post(parcel, now));
  }
  return posted;

  function activity(answers: string | null): Activity {
    const form = documents.published(submission.told.form)?.form.name ?? submission.told.form;
    return {
      lead,
      judgement,
      catalogue: documents.all().catalogue,
      form,
      told: lead.attributes,
      answers,
      open: null,
    };
  }
}

/** The mail that handed this lead to its owner. */
function handingMail(context: Context, lead: Lead, owner: string): string | null {
  const row = first(
    context.parts.sql,
    `SELECT public_id FROM deliveries WHERE lead = ? AND type = 'lead.handed_off' AND channel = 'email' AND target = ?
     ORDER BY id DESC LIMIT 1`,
    lead.id,
    owner,
  );
  return row === null ? null : text(row, 'public_id');
}

// A submission is told to the destinations that asked for every arrival, and to the owner of a lead in hand.
import { eventBody, type ToldSubmission } from '../notify/event.ts';
import { activityNotice, type ActivityNews } from '../notify/activity-notice.ts';
import { mailBody } from '../notify/mail-message.ts';
import type { Context } from './context.ts';
import { destinationsFor, parcelFor, type Telling } from './destinations.ts';
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
    posted.push(outbox.post(parcelFor(destination, 'lead.received', about, telling), now));
  }
  if (parts.settings.mail && judged.state === 'in_hand' && owner !== null) {
    const theirs = (): Partial<ActivityNews> => ({
      isTheirs: true,
      inReplyTo: handingMail(context, lead, owner.email),
      open: openLink(context, lead, owner.email, now),
    });
    posted.push(
      outbox.post(
        {
          type: 'lead.received',
          channel: 'email',
          destination: null,
          target: owner.email,
          ...about,
          body: () => mailBody(activityNotice({ ...news(), ...theirs() })),
        },
        now,
      ),
    );
  }
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
      isTheirs: false,
      inReplyTo: null,
      open: null,
    };
  }
}

/** Where the owner sees the lead: their latest handoff of it. */
function openLink(context: Context, lead: Lead, owner: string, now: number): string | null {
  const row = first(
    context.parts.sql,
    `SELECT public_id FROM handoffs WHERE lead = ? AND owner = ? ORDER BY at DESC, id DESC LIMIT 1`,
    lead.id,
    owner,
  );
  return row === null ? null : context.links.linksFor(text(row, 'public_id'), `person:${owner}`, now).open;
}

/** The mail that handed this lead to its owner. */
export function handingMail(context: Context, lead: Lead, owner: string): string | null {
  const row = first(
    context.parts.sql,
    `SELECT public_id FROM deliveries WHERE lead = ? AND type = 'lead.handed_off' AND channel = 'email' AND target = ?
     ORDER BY id DESC LIMIT 1`,
    lead.id,
    owner,
  );
  return row === null ? null : text(row, 'public_id');
}

// What a lead in hand does is told to its owner: all that happens within ten minutes in one mail, in its order, as an
// answer to the mail that handed the lead over. Noted in the transaction of the event and told from the table of what is
// due, so that a restart loses nothing. Whoever has the lead by then is told.
import type { Occurrence } from '@baton/agreement';
import { bugLine } from '../log.ts';
import { followUpNotice, type Happened } from '../notify/follow-up-notice.ts';
import { mailBody } from '../notify/mail-message.ts';
import type { Context } from './context.ts';
import type { InForce } from './documents.ts';
import { clearDue, setDue } from './due-work.ts';
import { handingMail } from './handing-mail.ts';
import { leadFacts, occurrencesOf } from './judging.ts';
import { leadById, type Lead } from './leads.ts';
import type { Posted } from './outbox.ts';
import { first, number, numberOrNull, record, text, textOrNull, type Row } from './sql.ts';

/** So long things are gathered from the first one on, ms. */
const gathering = 10 * 60_000;

/** What could not be told for a fault of ours is tried again so much later, ms. */
const again = 60_000;

type Noted = { readonly submission: number } | { readonly says: readonly string[] };

/** In the transaction of what has happened. */
export function noteForOwner({ parts }: Context, lead: Lead, noted: Noted, now: number): void {
  // Without mail destinations speak for the owners, and were told.
  if (!parts.settings.mail || lead.owner === null) return;
  const { sql } = parts;
  sql.run(
    `INSERT INTO follow_ups (lead, at, submission, says) VALUES (?, ?, ?, ?)`,
    lead.id,
    now,
    'submission' in noted ? noted.submission : null,
    'says' in noted ? JSON.stringify(noted.says) : null,
  );
  // Told with what is noted already.
  sql.run(
    `INSERT INTO due (kind, subject, at) VALUES ('follow', ?, ?) ON CONFLICT DO NOTHING`,
    lead.id,
    now + gathering,
  );
  parts.wake(now + gathering);
}

/** Sees to it that what is noted of a lead is told. */
export function followSoon({ sql, wake }: Context['parts'], lead: number, now: number): void {
  const isNoted = first(sql, `SELECT 1 FROM follow_ups WHERE lead = ? LIMIT 1`, lead) !== null;
  const isDue = first(sql, `SELECT 1 FROM due WHERE kind = 'follow' AND subject = ?`, lead) !== null;
  if (!isNoted || isDue) return;
  setDue(sql, 'follow', lead, now + gathering);
  wake(now + gathering);
}

/** The behaviours of an event that the agreement gives a meaning, as it says them. */
export function saidOf({ judge }: InForce, added: readonly Occurrence[]): readonly string[] {
  const times = new Map<string, number>();
  for (const occurrence of added)
    for (const { says } of judge.behavioursOf(occurrence)) times.set(says, (times.get(says) ?? 0) + 1);
  return [...times].map(([says, count]) => (count === 1 ? says : `${says} (${count} times)`));
}

/** From the alarm: what is noted of each of these leads goes to whoever has it now. */
export function followUp(context: Context, leads: readonly number[], now: number): Posted[] {
  const { sql, log } = context.parts;
  return leads.flatMap((id) => {
    try {
      return sql.transaction(() => tellOwner(context, id, now));
    } catch (error) {
      log(bugLine(error, `what lead ${id} did`));
      setDue(sql, 'follow', id, now + again);
      return [];
    }
  });
}

function tellOwner(context: Context, id: number, now: number): Posted[] {
  const { parts, documents, outbox } = context;
  const { sql } = parts;
  clearDue(sql, 'follow', id);
  const rows = sql.all(`SELECT * FROM follow_ups WHERE lead = ? ORDER BY id`, id);
  const last = rows.at(-1);
  const lead = leadById(sql, id);
  if (last === undefined || lead === null) return [];
  sql.run(`DELETE FROM follow_ups WHERE lead = ? AND id <= ?`, id, number(last, 'id'));
  const owner = documents.all().people.get(lead.owner ?? '');
  const happened = rows.flatMap((row) => happenedIn(context, row));
  if (owner === undefined || happened.length === 0) return [];
  const inForce = documents.inForce();
  const submission = rows.findLast((row) => row['submission'] !== null);
  return [
    outbox.post(
      {
        type: 'lead.received',
        channel: 'email',
        destination: null,
        target: owner.email,
        lead: id,
        handoff: null,
        submission: submission === undefined ? null : number(submission, 'submission'),
        body: () =>
          mailBody(
            followUpNotice({
              lead,
              judgement: inForce?.judge.judge(leadFacts(lead, occurrencesOf(sql, id)), now) ?? null,
              catalogue: documents.all().catalogue,
              happened,
              timeZone: inForce?.judge.hours.timeZone ?? 'UTC',
              inReplyTo: handingMail(context, lead, owner.email),
              open: openLink(context, lead, owner.email, now),
            }),
          ),
      },
      now,
    ),
  ];
}

function happenedIn(context: Context, row: Row): Happened[] {
  const at = number(row, 'at');
  const id = numberOrNull(row, 'submission');
  if (id === null) {
    const says: unknown = JSON.parse(textOrNull(row, 'says') ?? '[]');
    return Array.isArray(says) ? [{ kind: 'behaviour', at, says: says.map(String) }] : [];
  }
  const sent = first(
    context.parts.sql,
    `SELECT form, version, answers, visit FROM submissions WHERE id = ?`,
    id,
  );
  const published =
    sent === null ? null : context.documents.published(text(sent, 'form'), number(sent, 'version'));
  if (sent === null || published === null) return [];
  const { facts: _facts, ...visit } = record(sent, 'visit');
  return [{ kind: 'submission', at, published, answers: record(sent, 'answers'), visit }];
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

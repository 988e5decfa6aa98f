// What a lead's timeline is made of: one source for each kind of event, in the order in which things follow from each
// other within one instant.
import { authorName } from '../../notify/stage-notice.ts';
import { shownAddress } from '../chat-address.ts';
import type { Context } from '../context.ts';
import type { Lead } from '../leads.ts';
import { number, numberOrNull, record, text, textOrNull, type Row } from '../sql.ts';
import { iso } from '../instants.ts';
import { noteView } from './note-view.ts';
import { visitEvents } from './visit-events.ts';

export type Happened = {
  readonly at: number;
  readonly kind: string;
  /** Tells it from others of its kind at the same instant. */
  readonly key: string;
  readonly told: object;
};

/** What happened at `until` (epoch ms) or before, the latest first, so many at most. */
export type Reach = { readonly until: number; readonly limit: number };

type Source = (context: Context, lead: Lead, reach: Reach) => readonly Happened[];

type Told = (row: Row, context: Context) => object;

/** A source that is one question to storage, which takes the lead, the instant and the limit. */
function source(kind: string, question: string, tell: Told, key: (row: Row) => string): Source {
  return (context, lead, { until, limit }) =>
    context.parts.sql
      .all(question, lead.id, until, limit)
      .map((row) => ({ at: number(row, 'at'), kind, key: key(row), told: tell(row, context) }));
}

const byRow = (row: Row): string => String(number(row, 'id')).padStart(15, '0');

function nameOf({ documents }: Context, by: string): string {
  return authorName(by, documents.all().people);
}

const behaviours = source(
  'behaviour',
  `SELECT what, at, max(visitor) AS visitor FROM occurrences WHERE lead = ? AND at <= ?
   GROUP BY what, at ORDER BY at DESC LIMIT ?`,
  (row) => {
    const what = text(row, 'what');
    const isEvent = what.startsWith('e:');
    return {
      path: isEvent ? null : what.slice(2),
      event: isEvent ? what.slice(2) : null,
      // Told by another system, not by a browser.
      elsewhere: text(row, 'visitor') === '',
    };
  },
  (row) => text(row, 'what'),
);

const submissions = source(
  'submission',
  `SELECT id, public_id, form, version, state, answers, at FROM submissions
   WHERE lead = ? AND final = 1 AND at <= ? ORDER BY at DESC LIMIT ?`,
  (row, { documents }) => ({
    submission: text(row, 'public_id'),
    form: text(row, 'form'),
    formName: documents.published(text(row, 'form'), number(row, 'version'))?.form.name ?? text(row, 'form'),
    version: number(row, 'version'),
    state: textOrNull(row, 'state'),
    answers: Object.keys(record(row, 'answers')).length,
  }),
  byRow,
);

const scores = source(
  'score',
  `SELECT number, at, fit, engagement, intent, total, tier, agreement, cause FROM score_changes
   WHERE lead = ? AND at <= ? ORDER BY at DESC LIMIT ?`,
  (row) => ({
    fit: number(row, 'fit'),
    engagement: number(row, 'engagement'),
    intent: number(row, 'intent'),
    total: number(row, 'total'),
    tier: text(row, 'tier'),
    agreement: number(row, 'agreement'),
    cause: record(row, 'cause'),
    // Of a lead that has gone under this one since.
    merged: number(row, 'number') <= 0,
  }),
  (row) => String(number(row, 'number')).padStart(15, '0'),
);

const handoffs = source(
  'handoff',
  `SELECT id, public_id, owner, why, tier, score, cause, author, coalesce(deadline_in_force, deadline) AS deadline, at FROM handoffs
   WHERE lead = ? AND at <= ? ORDER BY at DESC LIMIT ?`,
  (row, context) => ({
    handoff: text(row, 'public_id'),
    owner: text(row, 'owner'),
    ownerName: nameOf(context, text(row, 'owner')),
    why: text(row, 'why'),
    cause: text(row, 'cause'),
    by: text(row, 'author'),
    byName: nameOf(context, text(row, 'author')),
    tier: text(row, 'tier'),
    total: record(row, 'score')['total'],
    deadline: iso(numberOrNull(row, 'deadline')),
  }),
  byRow,
);

const stages = source(
  'stage',
  `SELECT * FROM stage_changes WHERE lead = ? AND at <= ? ORDER BY at DESC LIMIT ?`,
  (row, context) => ({
    stage: text(row, 'stage'),
    by: text(row, 'author'),
    byName: nameOf(context, text(row, 'author')),
    agreement: numberOrNull(row, 'agreement'),
    amount: numberOrNull(row, 'amount'),
    currency: textOrNull(row, 'currency'),
    reason: textOrNull(row, 'reason'),
    corrected: number(row, 'corrected') === 1,
  }),
  (row) => text(row, 'stage'),
);

const verdicts = source(
  'verdict',
  `SELECT id, public_id, verdict, verdict_by, verdict_at AS at, reason, note, blames FROM handoffs
   WHERE lead = ? AND verdict_at <= ? ORDER BY verdict_at DESC LIMIT ?`,
  (row, context) => {
    const reason = textOrNull(row, 'reason');
    const rejections = context.documents.inForce()?.judge.agreement.rejections ?? [];
    const blames = textOrNull(row, 'blames');
    return {
      handoff: text(row, 'public_id'),
      verdict: text(row, 'verdict'),
      by: text(row, 'verdict_by'),
      byName: nameOf(context, text(row, 'verdict_by')),
      reason,
      reasonSays: rejections.find(({ id }) => id === reason)?.says ?? reason,
      blames: blames === null ? [] : JSON.parse(blames),
      note: textOrNull(row, 'note'),
    };
  },
  byRow,
);

const deliveries = source(
  'delivery',
  `SELECT id, public_id, type, channel, target, state, attempts, created_at AS at, settled_at FROM deliveries
   WHERE lead = ? AND created_at <= ? ORDER BY created_at DESC LIMIT ?`,
  (row) => ({
    delivery: text(row, 'public_id'),
    type: text(row, 'type'),
    channel: text(row, 'channel'),
    to: shownAddress(text(row, 'channel'), text(row, 'target')),
    state: text(row, 'state'),
    attempts: number(row, 'attempts'),
    settledAt: iso(numberOrNull(row, 'settled_at')),
  }),
  byRow,
);

const notes = source(
  'note',
  `SELECT * FROM notes WHERE lead = ? AND question IS NULL AND at <= ? ORDER BY at DESC LIMIT ?`,
  (row, context) => ({ note: noteView(context, row) }),
  byRow,
);

const answers = source(
  'answer',
  `SELECT n.*, q.public_id AS asked FROM notes n JOIN notes q ON q.id = n.question
   WHERE n.lead = ? AND n.at <= ? ORDER BY n.at DESC LIMIT ?`,
  (row, context) => ({
    question: text(row, 'asked'),
    by: text(row, 'author'),
    byName: nameOf(context, text(row, 'author')),
    text: text(row, 'text'),
  }),
  byRow,
);

/** By the kind of what they tell; what stands later follows from what stands before it. */
export const timelineSources: Readonly<Record<string, Source>> = {
  visit: visitEvents,
  behaviour: behaviours,
  submission: submissions,
  score: scores,
  handoff: handoffs,
  verdict: verdicts,
  stage: stages,
  delivery: deliveries,
  note: notes,
  answer: answers,
};

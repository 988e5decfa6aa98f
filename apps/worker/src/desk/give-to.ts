// A handoff comes to be: stored with its owner, its deadline and its reasons, and everybody who is to know is written
// to. All of it belongs to the transaction that led here; whom it goes to is decided before.
import type { Judgement, Occurrence, Person } from '@baton/agreement';
import type { EventType } from '@baton/workspace';
import { eventBody, type ToldSubmission } from '../notify/event.ts';
import { handoffNotice, type HandoffNews } from '../notify/handoff-notice.ts';
import { mailBody } from '../notify/mail-message.ts';
import { deadlineOf } from './clocks/deadline-of.ts';
import type { PassingCause } from './clocks/passing-causes.ts';
import type { Context } from './context.ts';
import { destinationsFor, parcelFor } from './destinations.ts';
import type { InForce } from './documents.ts';
import type { Lead } from './leads.ts';
import type { Posted } from './outbox.ts';
import type { PublishedVersion } from './published-version.ts';
import { changeStage } from './stages.ts';
import type { HandoffRow } from './handoffs.ts';

export type Cause = {
  /** The submission's row and what is told of it; null when behaviour alone led here. */
  readonly submission: { readonly row: number; readonly told: ToldSubmission } | null;
  readonly published: PublishedVersion | null;
};

/** A handoff that goes from one person to another. */
type Passing = {
  readonly cause: PassingCause;
  /** The author's name. */
  readonly by: string;
  readonly note: string | null;
  readonly before: HandoffRow;
  /** Who had it. */
  readonly from: Pick<Person, 'email' | 'name'>;
};

export type Giving = {
  /** The agreement in whose hours the deadline is counted. */
  readonly inForce: InForce;
  /** The version that judged. */
  readonly stamp: { readonly version: number; readonly hash: string };
  readonly lead: Lead;
  readonly occurrences: readonly Occurrence[];
  readonly judgement: Judgement;
  readonly cause: Cause;
  readonly owner: Person;
  /** Why this person, in one line. */
  readonly why: string;
  readonly pooled: boolean;
  /** Null: it was not with anybody. */
  readonly passing: Passing | null;
};

export type HandedOver = {
  readonly lead: Lead;
  readonly owner: Person;
  readonly why: string;
  readonly deadline: number | null;
  readonly posted: readonly Posted[];
};

export const handoffStored = `INSERT INTO handoffs (id, public_id, lead, submission, owner, why, tier, score, agreement, at, deadline,
       cause, author, passed_from, pooled)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;

/** The lead itself is given back, not stored. */
export function giveTo(context: Context, giving: Giving, now: number): HandedOver {
  const { parts, documents } = context;
  const { inForce, stamp, judgement, cause, owner, why, passing } = giving;
  const handedOff = { tier: judgement.tier, agreement: stamp.version, total: judgement.score.total };
  const deadline = deadlineOf(parts.sql, inForce, handedOff, now);
  const publicId = parts.ids.next('hand', now);
  const handoff = context.rows.next('handoffs');
  parts.sql.run(
    handoffStored,
    handoff,
    publicId,
    giving.lead.id,
    cause.submission?.row ?? null,
    owner.email,
    why,
    judgement.tier,
    JSON.stringify(judgement.score),
    stamp.version,
    now,
    deadline,
    passing?.cause ?? 'routed',
    passing?.by ?? 'baton',
    passing?.before.id ?? null,
    giving.pooled ? 1 : 0,
  );
  const given: Lead = {
    ...giving.lead,
    owner: owner.email,
    handoff,
    everHandedOff: true,
    dipped: false,
    rejectedAt: null,
  };
  const lead = changeStage(context, given, 'mql', 'baton', stamp.version, now);
  const posted: Posted[] = [];
  const common = { lead: lead.id, handoff, submission: cause.submission?.row ?? null };
  const told = {
    lead,
    score: judgement.score,
    tier: judgement.tier,
    agreement: stamp,
    owner,
    deadline,
    submission: cause.submission?.told ?? null,
    ...(passing === null ? {} : { more: passingTold(passing, publicId, owner) }),
  };

  for (const { destination, type } of asked()) {
    const holder = `destination:${destination.id}`;
    const links = context.links.linksFor(publicId, holder, now);
    const parcel = parcelFor(destination, type, common, {
      event: () => eventBody({ type, at: now, ...told, links }),
      notice: () => handoffNotice(news(holder)),
    });
    posted.push(context.outbox.post(parcel, now));
  }
  if (parts.settings.mail) {
    const body = (): string => mailBody(handoffNotice(news(`person:${owner.email}`)));
    const mail = { type: 'lead.handed_off', channel: 'email', destination: null } as const;
    posted.push(context.outbox.post({ ...mail, target: owner.email, ...common, body }, now));
  }
  return { lead, owner, why, deadline, posted };

  /** Who is told, and of what. Without mail destinations speak for the owners, so all that hear of handoffs do. */
  function asked(): { destination: ReturnType<typeof destinationsFor>[number]; type: EventType }[] {
    const those = (type: EventType) =>
      destinationsFor(documents, type, judgement.tier).map((destination) => ({ destination, type }));
    if (passing === null) return those('lead.handed_off');
    const reassigned = those('handoff.reassigned');
    if (parts.settings.mail) return reassigned;
    const known = new Set(reassigned.map(({ destination }) => destination.id));
    return [
      ...reassigned,
      ...those('lead.handed_off').filter(({ destination }) => !known.has(destination.id)),
    ];
  }

  function news(holder: string): HandoffNews {
    const submission = cause.submission?.told ?? null;
    return {
      lead,
      judgement,
      inForce: { ...inForce, ...stamp },
      catalogue: documents.all().catalogue,
      owner,
      why,
      says: passing?.note ?? null,
      deadline,
      published: cause.published,
      answers: submission?.answers ?? {},
      visit: submission?.visit ?? lead.visit,
      pages: pagesOf(giving.occurrences),
      links: context.links.linksFor(publicId, holder, now),
    };
  }
}

function pagesOf(occurrences: readonly Occurrence[]): string[] {
  const paths = occurrences.flatMap((one) => (one.path === undefined ? [] : [one.path]));
  return [...new Set(paths)].slice(-12);
}

/** What an event says of a handoff that was passed on: both owners, and why. */
function passingTold(passing: Passing, handoff: string, owner: Person): Readonly<Record<string, unknown>> {
  const { cause, by, note, before, from } = passing;
  return {
    handoff: { id: handoff, before: before.publicId },
    from: { email: from.email, name: from.name },
    to: { email: owner.email, name: owner.name },
    cause,
    by,
    note,
  };
}

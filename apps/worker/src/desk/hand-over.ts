// A lead that qualified is given to one person, with a deadline and the reasons, and everybody who is to know is
// written to. All of it belongs to the transaction of the event that led here.
import {
  routeLead,
  type Judgement,
  type Occurrence,
  type Person,
  type Roster,
  type Turn,
} from '@baton/agreement';
import { eventBody, type ToldSubmission } from '../notify/event.ts';
import { handoffNotice, type HandoffNews } from '../notify/handoff-notice.ts';
import { mailBody } from '../notify/mail-message.ts';
import { companyOwner, ownCompany } from './companies.ts';
import type { Context } from './context.ts';
import { destinationsFor, parcelFor } from './destinations.ts';
import type { InForce } from './documents.ts';
import type { PublishedVersion } from './published-version.ts';
import { leadFacts } from './judging.ts';
import type { Lead } from './leads.ts';
import type { Posted } from './outbox.ts';
import { number, numberOrNull, text } from './sql.ts';
import { changeStage } from './stages.ts';
import { plainChange, tellStage } from './tell-stage.ts';

export type Cause = {
  /** The submission's row and what is told of it; null when behaviour alone led here. */
  readonly submission: { readonly row: number; readonly told: ToldSubmission } | null;
  readonly published: PublishedVersion | null;
};

export type HandedOver = {
  readonly lead: Lead;
  readonly owner: Person;
  readonly why: string;
  readonly deadline: number | null;
  readonly posted: readonly Posted[];
};

/** Routes, sets the deadline, stores the handoff and posts its notifications. */
export function handOver(
  context: Context,
  inForce: InForce,
  lead: Lead,
  occurrences: readonly Occurrence[],
  judgement: Judgement,
  cause: Cause,
  now: number,
): HandedOver {
  const { parts, documents } = context;
  const { judge } = inForce;
  const roster = rosterAt(context, inForce, now);
  const routed = routeLead(
    judge,
    {
      facts: leadFacts(lead, occurrences),
      judgement,
      owner: lead.owner,
      companyOwner: judge.agreement.routing.keepOwner ? companyOwner(context, lead) : null,
    },
    roster,
    now,
  );
  storeTurns(context, roster.turns, routed.turns);
  const owner = roster.people.get(routed.person) ?? {
    email: routed.person,
    name: routed.person,
    party: 'sales',
  };
  const deadline = judge.deadline(now, judgement.tier);
  const publicId = parts.ids.next('hand', now);
  const handoff = context.rows.next('handoffs');
  parts.sql.run(
    `INSERT INTO handoffs (id, public_id, lead, submission, owner, why, tier, score, agreement, at, deadline)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    handoff,
    publicId,
    lead.id,
    cause.submission?.row ?? null,
    owner.email,
    routed.line,
    judgement.tier,
    JSON.stringify(judgement.score),
    inForce.version,
    now,
    deadline,
  );
  const passed: Lead = {
    ...lead,
    owner: owner.email,
    handoff,
    everHandedOff: true,
    dipped: false,
    rejectedAt: null,
  };
  const next = changeStage(context, passed, 'mql', 'baton', inForce.version, now);
  const posted: Posted[] = [];
  const told = {
    lead: next,
    score: judgement.score,
    tier: judgement.tier,
    agreement: { version: inForce.version, hash: inForce.hash },
    owner,
    deadline,
    submission: cause.submission?.told ?? null,
  };
  const common = { lead: lead.id, handoff, submission: cause.submission?.row ?? null };

  for (const destination of destinationsFor(documents, 'lead.handed_off', judgement.tier)) {
    const links = context.links.linksFor(publicId, `destination:${destination.id}`, now);
    const event = { type: 'lead.handed_off', at: now, ...told, links };
    const parcel = parcelFor(destination, 'lead.handed_off', common, {
      event: () => eventBody(event),
      notice: () => handoffNotice(news(`destination:${destination.id}`)),
    });
    posted.push(context.outbox.post(parcel, now));
  }
  if (parts.settings.mail) {
    const body = (): string => mailBody(handoffNotice(news(`person:${owner.email}`)));
    posted.push(
      context.outbox.post(
        {
          type: 'lead.handed_off',
          channel: 'email',
          destination: null,
          target: owner.email,
          ...common,
          body,
        },
        now,
      ),
    );
  }
  posted.push(...tellStage(context, next, plainChange(lead.stage, 'mql', 'baton'), now));
  ownCompany(context, next, owner.email, now);
  return { lead: next, owner, why: routed.line, deadline, posted };

  function news(holder: string): HandoffNews {
    const submission = cause.submission?.told ?? null;
    return {
      lead: next,
      judgement,
      inForce,
      catalogue: documents.all().catalogue,
      owner,
      why: routed.line,
      deadline,
      published: cause.published,
      answers: submission?.answers ?? {},
      visit: submission?.visit ?? next.visit,
      pages: [...new Set(occurrences.flatMap((one) => (one.path === undefined ? [] : [one.path])))].slice(
        -12,
      ),
      links: context.links.linksFor(publicId, holder, now),
    };
  }
}

/** Who could get a lead now, and whose turn it is. */
function rosterAt(context: Context, inForce: InForce, now: number): Roster {
  const { sql } = context.parts;
  const { people, teams } = context.documents.all();
  const limited = [...people.values()].some((person) => person.capacity !== undefined);
  const today = limited ? inForce.judge.hours.localDay(now) : null;
  const handoffsToday = new Map<string, number>();
  if (today !== null) {
    const rows = sql.all(
      `SELECT owner, count(*) AS count FROM handoffs WHERE at >= ? GROUP BY owner`,
      today.start,
    );
    for (const row of rows) handoffsToday.set(text(row, 'owner'), number(row, 'count'));
  }
  const turns = sql.all(`SELECT team, person, weight, last_at FROM turns`).map((row): Turn => ({
    team: text(row, 'team'),
    person: text(row, 'person'),
    weight: number(row, 'weight'),
    lastAt: numberOrNull(row, 'last_at'),
  }));
  return { people, teams, handoffsToday, turns };
}

function storeTurns(context: Context, before: readonly Turn[], after: readonly Turn[]): void {
  if (before === after) return;
  const known = new Set(before);
  const changed = after.filter((turn) => !known.has(turn));
  if (changed.length === 0) return;
  // One statement, however many take turns.
  context.parts.sql.run(
    `INSERT INTO turns (team, person, weight, last_at)
     SELECT value ->> 'team', value ->> 'person', value ->> 'weight', value ->> 'lastAt' FROM json_each(?) WHERE true
     ON CONFLICT (team, person) DO UPDATE SET weight = excluded.weight, last_at = excluded.last_at`,
    JSON.stringify(changed),
  );
}

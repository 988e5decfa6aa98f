// A person gives a lead to a person, or to a team, whose turn it then is; or takes one that nobody could take. With an open handoff the handoff passes on,
// with a clock of its own for whoever has it now; else the lead has another owner and no clock begins.
import { routeToTeam, type Person, type Team } from '@baton/agreement';
import { eventBody } from '../../notify/event.ts';
import { mailBody } from '../../notify/mail-message.ts';
import { personName } from '../../notify/names.ts';
import { passedNotice } from '../../notify/passed-notice.ts';
import { authorName } from '../../notify/stage-notice.ts';
import { recordChange } from '../audit.ts';
import type { Context } from '../context.ts';
import { destinationsFor, parcelFor } from '../destinations.ts';
import { rosterAt, storeTurns } from '../roster.ts';
import { handoffById, type HandoffRow } from '../handoffs.ts';
import { done, invalid, refused, unknown, type HandAnswer } from '../hands/answer.ts';
import { iso } from '../instants.ts';
import { leadById, leadByRef, storeLeadStage, type Lead } from '../leads.ts';
import type { Posted } from '../outbox.ts';
import { passOn } from './pass-on.ts';
import type { PassingCause } from './passing-causes.ts';

export type Assignment = { readonly to: string; readonly note: string | null };

export function assignLead(
  context: Context,
  publicId: string,
  by: string,
  { to, note }: Assignment,
): HandAnswer {
  const lead = leadByRef(context.parts.sql, publicId);
  if (lead === null) return unknown('lead');
  const { people, teams } = context.documents.all();
  const person = people.get(to.trim().toLowerCase());
  if (person === undefined) {
    const team = teams.get(to.trim());
    return team === undefined ? invalid('unknown_person', 'to') : toTeam(context, lead, by, team, note);
  }
  if (lead.owner === person.email) return refused(`${person.name} has it already.`);
  const why = `${authorName(by, people)} gave it to ${person.name}`;
  return moveTo(context, lead, person, { cause: 'assigned', by, why, note });
}

/** Whoever's turn it is has it; not who has it already, nor who is away or at capacity. */
function toTeam(context: Context, lead: Lead, by: string, team: Team, note: string | null): HandAnswer {
  const now = context.parts.now();
  const name = team.name ?? team.id;
  const inForce = context.documents.inForce();
  if (inForce === null) return refused('No agreement is in force, so no team takes turns: name a person.');
  const roster = rosterAt(context, inForce, now);
  const holder = lead.owner === null ? undefined : new Set([lead.owner]);
  const taken = routeToTeam(inForce.judge, team, holder, roster, now);
  if (taken === null) return refused(`Nobody else of ${name} is available now.`);
  const { person, turns } = taken;
  const giver = authorName(by, context.documents.all().people);
  const why = `${giver} gave it to team ${name}: it is ${person.name}’s turn`;
  return moveTo(context, lead, person, { cause: 'assigned', by, why, note }, () =>
    storeTurns(context, roster.turns, turns),
  );
}

/** @param email of whoever claims it; null: nobody who could have a lead */
export function claimLead(context: Context, publicId: string, email: string | null): HandAnswer {
  const { parts, documents } = context;
  const lead = leadByRef(parts.sql, publicId);
  if (lead === null) return unknown('lead');
  if (email === null) return refused('Only somebody who is signed in can claim a lead.');
  const person = documents.all().people.get(email);
  if (person === undefined)
    return refused('You are not among the people of this workspace who can have leads.');
  const handoff = openHandoff(context, lead);
  if (handoff === null || !handoff.pooled) return refused(whoHasIt(context, lead, handoff));
  if (handoff.owner === person.email) {
    parts.sql.run(`UPDATE handoffs SET pooled = 0 WHERE id = ?`, handoff.id);
    return done(ownerView(context, lead.id));
  }
  const why = `${person.name} claimed it when nobody it was meant for could take it`;
  return moveTo(context, lead, person, { cause: 'claimed', by: `person:${email}`, why, note: null });
}

type Move = {
  readonly cause: PassingCause;
  readonly by: string;
  readonly why: string;
  readonly note: string | null;
};

/** @param also what else is written with it */
function moveTo(context: Context, lead: Lead, to: Person, move: Move, also?: () => void): HandAnswer {
  const { parts, outbox } = context;
  const now = parts.now();
  const posted = parts.sql.transaction(() => {
    also?.();
    return giveLead(context, lead, to, move, now);
  });
  if (posted.length > 0) parts.later(outbox.dispatch(posted));
  return done(ownerView(context, lead.id));
}

/** Inside a transaction. */
export function giveLead(
  context: Context,
  lead: Lead,
  to: Person,
  move: Move,
  now: number,
): readonly Posted[] {
  const inForce = context.documents.inForce();
  const handoff = openHandoff(context, lead);
  if (handoff !== null && inForce !== null) {
    return passOn(context, handoff, lead, { inForce, to, ...move }, now);
  }
  storeLeadStage(context.parts.sql, { ...lead, owner: to.email }, now);
  recordChange(context.parts, move.by, {
    action: 'lead.assigned',
    subject: lead.publicId,
    before: { owner: lead.owner },
    after: { owner: to.email },
  });
  return tellOwners(context, { ...lead, owner: to.email }, lead.owner, to, move, now);
}

/** A lead without a handoff has another owner: the destinations that ask for it, and both people, are told. */
function tellOwners(
  context: Context,
  lead: Lead,
  former: string | null,
  to: Person,
  { cause, by, why, note }: Move,
  now: number,
): Posted[] {
  const { documents, outbox, parts } = context;
  const from =
    former === null ? null : (documents.all().people.get(former) ?? { email: former, name: former });
  const about = { lead: lead.id, handoff: null, submission: null };
  const tier = lead.tier ?? '';
  const notice = (isTheirs: boolean) =>
    passedNotice({
      lead,
      tier,
      to: to.name,
      why,
      note,
      isTheirs,
      isLate: false,
      whyLate: null,
      inReplyTo: null,
    });
  const event = (): string =>
    eventBody({
      type: 'handoff.reassigned',
      at: now,
      lead,
      score: null,
      tier: lead.tier,
      agreement: null,
      owner: to,
      deadline: null,
      submission: null,
      links: null,
      more: {
        handoff: null,
        from: from === null ? null : { email: from.email, name: from.name },
        to: { email: to.email, name: to.name },
        cause,
        by,
        note,
      },
    });
  const posted = destinationsFor(documents, 'handoff.reassigned', lead.tier).map((destination) =>
    outbox.post(
      parcelFor(destination, 'handoff.reassigned', about, { event, notice: () => notice(false) }),
      now,
    ),
  );
  if (!parts.settings.mail) return posted;
  const readers = [
    to.email,
    ...(from === null || !documents.all().people.has(from.email) ? [] : [from.email]),
  ];
  for (const email of readers.filter((one) => by !== `person:${one}`)) {
    const mail = { type: 'handoff.reassigned', channel: 'email', destination: null } as const;
    const body = (): string => mailBody(notice(email === to.email));
    posted.push(outbox.post({ ...mail, target: email, ...about, body }, now));
  }
  return posted;
}

function openHandoff(context: Context, lead: Lead): HandoffRow | null {
  return lead.handoff === null ? null : handoffById(context, lead.handoff);
}

function whoHasIt({ documents }: Context, lead: Lead, handoff: HandoffRow | null): string {
  if (lead.owner === null) return 'Nobody has it yet: a lead can be claimed once it has been handed over.';
  const name = documents.all().people.get(lead.owner)?.name ?? lead.owner;
  return handoff === null ? `${name} has it.` : `${name} has it since ${new Date(handoff.at).toISOString()}.`;
}

/** Who has the lead now, and how they came to it. */
function ownerView(context: Context, id: number): object {
  const lead = leadById(context.parts.sql, id);
  if (lead === null) throw new Error('A lead that was given to somebody is gone.');
  const { people } = context.documents.all();
  const named = (email: string): object => ({ email, name: people.get(email)?.name ?? email });
  const handoff = openHandoff(context, lead);
  const before =
    handoff === null || handoff.passedFrom === null ? null : handoffById(context, handoff.passedFrom);
  return {
    lead: lead.publicId,
    name: personName(lead),
    owner: lead.owner === null ? null : named(lead.owner),
    from: before === null ? null : named(before.owner),
    handoff: handoff?.publicId ?? null,
    why: handoff?.why ?? null,
    deadline: iso(handoff?.deadline ?? null),
  };
}

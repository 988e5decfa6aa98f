// A lead that was not answered in time goes to the next in turn, as agreed, and to nobody a second time. Where there is nobody
// else it stays, and the admins are told.
import { routeLead } from '@baton/agreement';
import { personName } from '../../notify/names.ts';
import { companyOwner } from '../companies/company-owner.ts';
import type { Context } from '../context.ts';
import { rosterAt, storeTurns } from '../roster.ts';
import { leadFacts, occurrencesOf } from '../judging.ts';
import type { Lead } from '../leads.ts';
import type { Posted } from '../outbox.ts';
import { handoffById, type HandoffRow } from '../handoffs.ts';
import { alertAdmins } from './alert.ts';
import { judgementOf, passOn } from './pass-on.ts';

/** Inside the transaction of its clock. */
export function reassign(context: Context, handoff: HandoffRow, lead: Lead, now: number): readonly Posted[] {
  const { documents, parts } = context;
  const inForce = documents.inForce();
  if (inForce === null) return [];
  const roster = rosterAt(context, inForce, now);
  const had = whoHadIt(context, handoff);
  const routed = routeLead(
    inForce.judge,
    {
      facts: leadFacts(lead, occurrencesOf(parts.sql, lead.id)),
      judgement: judgementOf(handoff),
      owner: lead.owner,
      companyOwner: inForce.judge.agreement.routing.keepOwner ? companyOwner(context, lead) : null,
      except: had,
    },
    roster,
    now,
  );
  const to = roster.people.get(routed.person);
  const from = roster.people.get(handoff.owner)?.name ?? handoff.owner;
  if (to === undefined || had.has(to.email)) {
    return alertAdmins(
      context,
      {
        kind: 'nobody_else',
        subject: handoff.owner,
        title: 'An overdue lead could not be passed on',
        says: `${personName(lead)} waits for ${from}, the time agreed is over, and routing finds nobody who has not had it. It stays with ${from}.`,
        lead,
      },
      now,
    );
  }
  storeTurns(context, roster.turns, routed.turns);
  const why = `${from} did not answer in time. ${routed.line}`;
  return passOn(context, handoff, lead, { inForce, to, why, cause: 'breach', by: 'baton', note: null }, now);
}

/** By e-mail: its owner, and those before them since it was handed over. */
function whoHadIt(context: Context, handoff: HandoffRow): ReadonlySet<string> {
  const had = new Set<string>();
  for (let one: HandoffRow | null = handoff; one !== null;) {
    had.add(one.owner);
    one = one.passedFrom === null ? null : handoffById(context, one.passedFrom);
  }
  return had;
}

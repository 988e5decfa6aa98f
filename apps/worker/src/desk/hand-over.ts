// A lead that qualified is routed to one person and given to them, in the transaction of the event that led here.
import { routeLead, type Judgement, type Occurrence } from '@baton/agreement';
import { alertOfLeftOver, isLeftOver } from './clocks/left-over.ts';
import { companyOwner, ownCompany } from './companies/company-owner.ts';
import type { Context } from './context.ts';
import type { InForce } from './documents.ts';
import { giveTo, type Cause, type HandedOver } from './give-to.ts';
import { leadFacts } from './judging.ts';
import type { Lead } from './leads.ts';
import { countGiven, rosterAt, storeTurns } from './roster.ts';
import { plainChange, tellStage } from './tell-stage.ts';

/** Routes it, stores the handoff and posts its notifications. */
export function handOver(
  context: Context,
  inForce: InForce,
  lead: Lead,
  occurrences: readonly Occurrence[],
  judgement: Judgement,
  cause: Cause,
  now: number,
): HandedOver {
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
  const stamp = { version: inForce.version, hash: inForce.hash };
  const owner = roster.people.get(routed.person) ?? {
    email: routed.person,
    name: routed.person,
    party: 'sales',
  };
  const { person, why, line } = routed;
  const handed = giveTo(
    context,
    {
      inForce,
      stamp,
      lead,
      occurrences,
      judgement,
      cause,
      owner,
      why: line,
      pooled: isLeftOver(why.code),
      passing: null,
    },
    now,
  );
  countGiven(context, person);
  ownCompany(context, handed.lead, person, now);
  const posted = [
    ...handed.posted,
    ...tellStage(context, handed.lead, plainChange(lead.stage, 'mql', 'baton'), now, {
      score: judgement.score,
      agreement: stamp,
    }),
    ...alertOfLeftOver(context, handed.lead, routed, now),
  ];
  return { ...handed, posted };
}

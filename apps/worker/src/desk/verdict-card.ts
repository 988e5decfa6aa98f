// What somebody sees who follows a link from a notification: the lead as it was handed over, and what is left to say.
import { derivedAttributes } from '@baton/rules';
import type { Context } from './context.ts';
import { personName, companyName, valueInWords } from '../notify/names.ts';
import { leadById } from './leads.ts';
import type { VerdictAction, VerdictClaim } from './verdict-links.ts';
import { passedOn, standingHandoff } from './clocks/standing.ts';
import { handoffByPublicId, type StoredVerdict } from './handoffs.ts';
import { undoWindow } from './verdicts.ts';

export type VerdictCard = {
  /** The lead's public id. */
  readonly lead: string;
  readonly action: VerdictAction;
  readonly name: string;
  readonly company: string;
  readonly email: string;
  readonly tier: string;
  readonly score: unknown;
  readonly why: string;
  readonly owner: string;
  readonly deadline: number | null;
  readonly timeZone: string;
  readonly agreement: number;
  readonly told: readonly { readonly label: string; readonly value: string }[];
  readonly reasons: readonly { readonly id: string; readonly says: string }[];
  readonly verdict: (StoredVerdict & { readonly byName: string; readonly reasonSays: string | null }) | null;
  /** The holder gave the verdict and may still take it back. */
  readonly undoable: boolean;
  /** Who has the lead now, where the holder had it and has it no longer. */
  readonly passedTo: { readonly name: string; readonly at: number } | null;
  readonly breach: {
    readonly at: number;
    readonly reason: string | null;
    readonly note: string | null;
    readonly byName: string | null;
  } | null;
};

export function verdictCard(context: Context, claim: VerdictClaim): VerdictCard | null {
  // What was late is this handoff, whatever has become of it.
  const handoff =
    claim.action === 'breach'
      ? handoffByPublicId(context, claim.handoff)
      : standingHandoff(context, claim.handoff, claim.holder);
  const lead = handoff === null ? null : leadById(context.parts.sql, handoff.lead);
  if (handoff === null || lead === null) return null;
  const { catalogue, people } = context.documents.all();
  const everything = new Map([
    ...catalogue,
    ...derivedAttributes.map((attribute) => [attribute.id, attribute] as const),
  ]);
  const agreement = context.documents.inForce()?.judge.agreement;
  const reasons = (agreement?.rejections ?? []).map(({ id, says }) => ({ id, says }));
  const { verdict } = handoff;
  const passed = passedOn(context, handoff);
  return {
    action: claim.action,
    lead: lead.publicId,
    name: personName(lead),
    company: companyName(lead),
    email: lead.email,
    tier: handoff.tier,
    score: handoff.score,
    why: handoff.why,
    owner: people.get(handoff.owner)?.name ?? handoff.owner,
    deadline: handoff.deadline,
    timeZone: agreement?.hours.timeZone ?? 'UTC',
    agreement: handoff.agreement,
    told: Object.entries(lead.attributes).map(([id, value]) => ({
      label: everything.get(id)?.label ?? id,
      value: valueInWords(everything, id, value),
    })),
    reasons,
    verdict:
      verdict === null
        ? null
        : {
            ...verdict,
            byName: holderName(verdict.by, people),
            reasonSays: reasons.find((one) => one.id === verdict.reason)?.says ?? verdict.reason,
          },
    undoable:
      verdict !== null && verdict.by === claim.holder && context.parts.now() - verdict.at <= undoWindow,
    passedTo:
      passed === null ? null : { name: people.get(passed.owner)?.name ?? passed.owner, at: passed.at },
    breach:
      handoff.breach === null
        ? null
        : {
            ...handoff.breach,
            byName: handoff.breach.by === null ? null : holderName(handoff.breach.by, people),
          },
  };
}

function holderName(holder: string, people: ReadonlyMap<string, { readonly name: string }>): string {
  const separator = holder.indexOf(':');
  const name = holder.slice(separator + 1);
  return holder.startsWith('person:') ? (people.get(name)?.name ?? name) : name;
}

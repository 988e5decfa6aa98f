// What somebody sees who follows a link from a notification: the lead as it was handed over, and what is left to say.
import { derivedAttributes } from '@baton/rules';
import type { Context } from './context.ts';
import { personName, companyName, valueInWords } from '../notify/names.ts';
import { leadById } from './leads.ts';
import type { VerdictAction, VerdictClaim } from './verdict-links.ts';
import { handoffByPublicId, undoWindow, type StoredVerdict } from './verdicts.ts';

export type VerdictCard = {
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
};

export function verdictCard(context: Context, claim: VerdictClaim): VerdictCard | null {
  const handoff = handoffByPublicId(context, claim.handoff);
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
  return {
    action: claim.action,
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
  };
}

function holderName(holder: string, people: ReadonlyMap<string, { readonly name: string }>): string {
  const separator = holder.indexOf(':');
  const name = holder.slice(separator + 1);
  return holder.startsWith('person:') ? (people.get(name)?.name ?? name) : name;
}

// What judges leads, as it runs in the worker, for a draft in this browser. Loaded when a screen first asks for it: it
// brings the calendar and the schemas along.
import {
  checkTerms,
  compileAgreement,
  evidenceKey,
  parseAgreement,
  routeLead,
  type Judge,
  type Judgement,
  type LeadFacts,
  type TermsEvidence,
  type TermsFinding,
} from '@baton/agreement';
import type { Issue } from '@baton/rules';
import type { AgreementEvidence } from '@baton/worker/api-types';
import { handoffsAt } from './spread.ts';
import type { Surroundings } from './terms-context.ts';
import { thresholdPath, valueAt, type TermsDraft } from './terms-draft.ts';

export type Judging =
  | { readonly ok: true; readonly judge: Judge }
  | { readonly ok: false; readonly issues: readonly Issue[] };

export function judgeOf(draft: TermsDraft, { catalogue, people, teams }: Surroundings): Judging {
  const parsed = parseAgreement(draft, { catalogue, people, teams });
  return parsed.ok ? { ok: true, judge: compileAgreement(parsed.value, catalogue) } : parsed;
}

export type Decided = {
  readonly judgement: Judgement;
  /** null: it is not handed off. */
  readonly handoff: { readonly owner: string; readonly why: string; readonly due: number | null } | null;
};

/** What would become of a lead that nobody owns yet, now. Whose turn it is in a team only the worker knows. */
export function decide(
  judge: Judge,
  facts: LeadFacts,
  { people, teams }: Surroundings,
  now: number,
): Decided {
  const judgement = judge.judge(facts, now);
  if (!judgement.qualified) return { judgement, handoff: null };
  const lead = { facts, judgement, owner: null, companyOwner: null };
  const roster = { people, teams, handoffsToday: new Map<string, number>(), turns: [] };
  const { person, line } = routeLead(judge, lead, roster, now);
  const owner = people.get(person)?.name ?? person;
  return { judgement, handoff: { owner, why: line, due: judge.deadline(now, judgement.tier) } };
}

export function findingsOf(
  draft: TermsDraft,
  { catalogue, people, teams }: Surroundings,
  today: string,
  evidence: AgreementEvidence | null,
): readonly TermsFinding[] {
  return checkTerms(draft, { catalogue, people, teams, today }, evidence && pastOf(draft, evidence));
}

function pastOf(draft: TermsDraft, evidence: AgreementEvidence): TermsEvidence {
  const { from, to, leads, held, openDays } = evidence;
  const path = thresholdPath(draft);
  const threshold = path === null ? undefined : valueAt(draft, path);
  const handoffs = typeof threshold === 'number' ? handoffsAt(evidence, threshold) : null;
  return {
    days: Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000),
    leads,
    held: new Map(held.map(({ kind, id, leads: many }) => [evidenceKey(kind, id), many])),
    handoffsADay: handoffs === null || openDays === 0 ? null : Math.round((handoffs * 10) / openDays) / 10,
  };
}

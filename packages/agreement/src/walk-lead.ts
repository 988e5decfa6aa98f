// A lead's story walked again under any agreement: at each of its events it is judged as it would have been, and handed
// off as it would have been. What sales said in truth counts where this walk, too, had handed the lead to them.
import { decideHandoff, newLead, type HandoffState } from './handoff.ts';
import type { Judge, Judgement } from './judge.ts';
import type { LeadFacts, Occurrence } from './lead.ts';

/** In the order of their instants, epoch ms. */
export type LeadEvent =
  /** A submission: what is known of the lead from then on, and what it did that came to be known with it. */
  | {
      readonly kind: 'told';
      readonly at: number;
      readonly attributes: LeadFacts['attributes'];
      readonly visit: LeadFacts['visit'];
      readonly occurrences: readonly Occurrence[];
    }
  /** What came to be known at once. Before the first submission it is only remembered: there is no lead yet. */
  | { readonly kind: 'occurred'; readonly at: number; readonly occurrences: readonly Occurrence[] }
  | { readonly kind: 'accepted' | 'rejected' | 'lost'; readonly at: number };

export type WalkedHandoff = {
  readonly at: number;
  readonly judgement: Judgement;
  readonly facts: LeadFacts;
};

export type Walked = {
  readonly handoffs: readonly WalkedHandoff[];
  /** All that is known at the end; null: nothing was ever told. */
  readonly facts: LeadFacts | null;
  /** Where the lead stands in the end, as far as handing off goes. */
  readonly state: HandoffState;
};

export function walkLead(judge: Judge, events: readonly LeadEvent[]): Walked {
  const handoffs: WalkedHandoff[] = [];
  let known: readonly Occurrence[] = [];
  let state: HandoffState = newLead;
  let facts: LeadFacts | null = null;

  function look(before: LeadFacts | null, after: LeadFacts, at: number): void {
    // It is with somebody, or was and nothing has spoken against that: no event hands it off anew.
    if (state.handedOffBefore && state.rejectedAt === null) return;
    // Below the threshold nothing comes of it, unless it is to be remembered that it was so low.
    if (state.rejectedAt === null && judge.total(after, at) < judge.threshold.from) return;
    const judgement = judge.judge(after, at);
    // Only what was rejected once is asked how it stood before.
    const then = before === null || state.rejectedAt === null ? null : judge.judge(before, at);
    const decision = decideHandoff(state, then, judgement, judge, at);
    if (decision.kind !== 'hand_off') {
      if (decision.dipped !== state.dipped) state = { ...state, dipped: decision.dipped };
      return;
    }
    handoffs.push({ at, judgement, facts: after });
    state = { stage: 'mql', open: true, handedOffBefore: true, rejectedAt: null, dipped: false };
  }

  for (const event of events) {
    if (event.kind === 'told' || event.kind === 'occurred') {
      known = joined(known, event.occurrences);
      const next = factsAfter(facts, event, known);
      if (next === null) continue;
      look(facts, next, event.at);
      facts = next;
    } else state = afterVerdict(state, event.kind, event.at);
  }
  return { handoffs, facts, state };
}

/** What is known of a lead at each of its events from its first submission on. */
export function* knownAtEach(
  events: readonly LeadEvent[],
): Generator<{ readonly at: number; readonly known: LeadFacts }> {
  let occurrences: readonly Occurrence[] = [];
  let facts: LeadFacts | null = null;
  for (const event of events) {
    if (event.kind !== 'told' && event.kind !== 'occurred') continue;
    occurrences = joined(occurrences, event.occurrences);
    facts = factsAfter(facts, event, occurrences);
    if (facts !== null) yield { at: event.at, known: facts };
  }
}

/** Null before the first submission. */
function factsAfter(
  facts: LeadFacts | null,
  event: Extract<LeadEvent, { kind: 'told' | 'occurred' }>,
  occurrences: readonly Occurrence[],
): LeadFacts | null {
  if (event.kind === 'occurred') return facts === null ? null : { ...facts, occurrences };
  const { attributes, visit } = event;
  return { attributes, visit, occurrences };
}

function joined(known: readonly Occurrence[], added: readonly Occurrence[]): readonly Occurrence[] {
  if (added.length === 0) return known;
  return known.length === 0 ? added : [...known, ...added];
}

function afterVerdict(state: HandoffState, kind: 'accepted' | 'rejected' | 'lost', at: number): HandoffState {
  if (kind === 'lost') {
    const wasWithSales = state.stage === 'sal';
    return wasWithSales ? { ...state, stage: 'lost', rejectedAt: at, dipped: false } : state;
  }
  if (!state.open) return state;
  return kind === 'accepted'
    ? { ...state, stage: 'sal', open: false, rejectedAt: null, dipped: false }
    : { ...state, stage: 'lead', open: false, rejectedAt: at, dipped: false };
}

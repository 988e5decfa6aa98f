// Whether an event of a lead hands it off: once per qualification, and again only after a rejection that time or
// a dip of the score has outlived. Pure: the state goes in, the decision and what to remember come out.
import { parseDuration } from './duration.ts';
import type { Judge, Judgement } from './judge.ts';

/** A lead whose handoff awaits its verdict is `mql`. */
export type Stage = 'lead' | 'mql' | 'sal' | 'sql' | 'opportunity' | 'won' | 'lost';

export type HandoffState = {
  readonly stage: Stage;
  /** A handoff awaits its verdict. */
  readonly open: boolean;
  readonly handedOffBefore: boolean;
  /**
   * When the last handoff was rejected, or what came of it was lost, in epoch milliseconds; null when neither.
   * A loss is a rejection that came late: the lead may come back under the same terms.
   */
  readonly rejectedAt: number | null;
  /** Since then, the total was once below the threshold less the hysteresis. False right after a rejection. */
  readonly dipped: boolean;
};

export type HandoffDecision = {
  /** What the event's submission is in the ledger, `hand_off` becoming `handed_off` once it has an owner. */
  readonly kind: 'hand_off' | 'in_hand' | 'nurture' | 'disqualified';
  /** `dipped` of the next state. */
  readonly dipped: boolean;
};

export const newLead: HandoffState = {
  stage: 'lead',
  open: false,
  handedOffBefore: false,
  rejectedAt: null,
  dipped: false,
};

// A sales stage is with somebody, whichever way it came there.
const withSales: Readonly<Record<Stage, boolean>> = {
  lead: false,
  mql: false,
  sal: true,
  sql: true,
  opportunity: true,
  won: true,
  lost: false,
};

const dayLength = 86_400_000;

/**
 * Decides one event. `again` counts exact days of 24 hours from the verdict. A handoff that ended without
 * rejection (taken back) is never repeated: the lead was handed off and nothing has spoken against that.
 * @param before the lead as it was just before the event, judged at the event's instant; null for a new lead.
 */
export function decideHandoff(
  state: HandoffState,
  before: Judgement | null,
  after: Judgement,
  judge: Judge,
  now: number,
): HandoffDecision {
  const floor = judge.threshold.from - judge.agreement.handoff.hysteresis;
  const isLow = (judgement: Judgement | null): boolean => judgement !== null && judgement.score.total < floor;
  const dipped = state.rejectedAt !== null && (state.dipped || isLow(before) || isLow(after));

  if (state.open || withSales[state.stage]) return { kind: 'in_hand', dipped };
  if (after.disqualifiedBy.length > 0) return { kind: 'disqualified', dipped };
  if (!after.qualified || !mayHandOff(state, dipped, judge, now)) return { kind: 'nurture', dipped };
  return { kind: 'hand_off', dipped: false };
}

function mayHandOff(state: HandoffState, dipped: boolean, judge: Judge, now: number): boolean {
  if (state.rejectedAt === null) return !state.handedOffBefore;
  return dipped || hasPassed(judge.agreement.handoff.again, state.rejectedAt, now);
}

function hasPassed(again: string | undefined, since: number, now: number): boolean {
  const wait = again === undefined ? null : parseDuration(again);
  return wait !== null && now >= since + wait.days * dayLength + wait.milliseconds;
}

// Whether an event of a lead hands it off. Pure: the state goes in, the decision and what to remember come out.
import type { Judge, Judgement } from './judge.ts';

/** A handoff awaiting its verdict is `mql`; a rejected one takes the lead back to `lead`. */
export type Stage = 'lead' | 'mql' | 'sal' | 'sql' | 'opportunity' | 'won' | 'lost';

export type HandoffState = {
  readonly stage: Stage;
  /** A handoff awaits its verdict. */
  readonly open: boolean;
  readonly handedOffBefore: boolean;
  /** When the last handoff was rejected, or its lead lost; null when neither. */
  readonly rejectedAt: number | null;
  /** Since then, the total was once below the threshold less the hysteresis. False right after a rejection. */
  readonly dipped: boolean;
};

export type HandoffDecision = {
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

/**
 * Decides one event.
 * @param before the lead as it was just before the event, judged at the event's instant; null for a new lead.
 */
export function decideHandoff(
  _state: HandoffState,
  _before: Judgement | null,
  _after: Judgement,
  _judge: Judge,
  _now: number,
): HandoffDecision {
  throw new Error('not built yet');
}

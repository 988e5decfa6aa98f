// Which step a lead may take next in sales' hands. Pure. A step is a stage or `contacted`, which lies between SAL and
// SQL. Jumps are refused, and so is going back, unless it is said to be the correction of a mistake.
import type { Stage } from '@baton/agreement';

export const salesSteps = ['sal', 'contacted', 'sql', 'opportunity', 'won', 'lost'] as const;

export type SalesStep = (typeof salesSteps)[number];

export type Standing = { readonly stage: Stage; readonly isContacted: boolean; readonly isOpen: boolean };

type Refusal = {
  readonly code: 'not_accepted' | 'not_handed_off' | 'already_there' | 'not_next';
  /** What could be done instead. */
  readonly next: readonly SalesStep[];
};

export type Step = { readonly ok: true } | ({ readonly ok: false } & Refusal);

const nextOf: Readonly<Record<SalesStep, readonly SalesStep[]>> = {
  sal: ['contacted', 'sql', 'lost'],
  contacted: ['sql', 'lost'],
  sql: ['opportunity', 'lost'],
  // Once more: its amount has changed.
  opportunity: ['opportunity', 'won', 'lost'],
  won: [],
  lost: [],
};

/** Where a lead stands among the steps; null while it is not in sales' hands. */
export function stepOf({ stage, isContacted }: Standing): SalesStep | null {
  if (stage === 'lead' || stage === 'mql') return null;
  return stage === 'sal' && isContacted ? 'contacted' : stage;
}

/** The steps that may be taken without saying that something is corrected. */
export function nextSteps(standing: Standing): readonly SalesStep[] {
  const step = stepOf(standing);
  return step === null ? [] : nextOf[step];
}

export function checkStep(standing: Standing, to: SalesStep, isCorrection: boolean): Step {
  const next = nextSteps(standing);
  // Handed over anew: whatever it was before, first there has to be a verdict.
  if (standing.isOpen) return { ok: false, code: 'not_accepted', next: [] };
  const step = stepOf(standing);
  if (step === null) return { ok: false, code: 'not_handed_off', next: [] };
  if (next.includes(to)) return { ok: true };
  if (step === to) return { ok: false, code: 'already_there', next };
  return isCorrection ? { ok: true } : { ok: false, code: 'not_next', next };
}

/**
 * The steps from where a lead stands to where another system says it is: each is taken, so that none is missing when
 * they are counted. Back, or sideways from an end, it is one step.
 */
export function stepsTo(from: SalesStep, to: SalesStep): readonly SalesStep[] {
  const line: readonly SalesStep[] = ['sal', 'contacted', 'sql', 'opportunity', 'won'];
  const [start, end] = [line.indexOf(from), line.indexOf(to)];
  if (to === 'lost' || start < 0 || end <= start) return [to];
  // Nobody has said that there was a talk.
  return line.slice(start + 1, end + 1).filter((step) => step !== 'contacted' || step === to);
}

// Stages, tiers and states of the ledger as people say them.
import type { Tone } from '../parts/state.tsx';
import type { InboxRow } from './inbox-rows.ts';

export const stageNames = {
  lead: 'Lead',
  mql: 'MQL',
  sal: 'Accepted',
  sql: 'SQL',
  opportunity: 'Opportunity',
  won: 'Won',
  lost: 'Lost',
} as const;

export const stateNames = {
  handed_off: 'Handed off',
  in_hand: 'In hand already',
  nurture: 'Nurture',
  disqualified: 'Disqualified',
  quarantined: 'Quarantined',
  duplicate: 'Sent twice',
  unagreed: 'Before any agreement',
  failed: 'Failed',
} as const;

const origins: ReadonlyMap<string, string> = new Map([
  ['origin:sales', 'Added by sales'],
  ['origin:event', 'From an event'],
  ['origin:partner', 'From a partner'],
  ['origin:history', 'From history'],
]);

/** A form by its id, or whence a lead came that no form has sent. */
export function originWords(form: string): string {
  return origins.get(form) ?? form;
}

/** What one sees of where a lead stands. */
export function stageOf({
  stage,
  contacted,
  rejected,
  handoff,
}: Pick<InboxRow, 'stage' | 'contacted' | 'rejected' | 'handoff'>): {
  readonly words: string;
  readonly tone: Tone;
} {
  if (handoff !== null) return { words: 'Waits for an answer', tone: 'accent' };
  if (rejected) return { words: 'Rejected', tone: 'neutral' };
  if (stage === 'sal' && contacted) return { words: 'Contacted', tone: 'good' };
  const tone = stage === 'lost' || stage === 'lead' || stage === 'mql' ? 'neutral' : 'good';
  return { words: stageNames[stage], tone };
}

/** `mql` is MQL, `hot` is Hot. */
export function tierName(tier: string): string {
  if (['mql', 'sal', 'sql'].includes(tier)) return tier.toUpperCase();
  return tier.charAt(0).toUpperCase() + tier.slice(1).replaceAll('_', ' ');
}

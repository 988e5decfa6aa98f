// What becomes of two leads that are merged, in sentences. Pure; the worker decides it by the same order of stages.
import type { Lead } from '@baton/worker/api-types';
import { stageNames } from '../stage-words.ts';
import { countOf } from './count-of.ts';

/** How far a lead has come; somebody lost has come less far than who is still on the way. */
const order: readonly Lead['stage'][] = ['lead', 'lost', 'mql', 'sal', 'sql', 'opportunity', 'won'];

function isOpen(lead: Lead): boolean {
  const [latest] = lead.handoffs;
  return latest !== undefined && latest.verdict === null && latest.endedAt === null;
}

export function mergedInWords(main: Lead, gone: Lead): readonly string[] {
  const isGoneFurther = order.indexOf(gone.stage) > order.indexOf(main.stage);
  const [stands, gives] = isGoneFurther ? [gone, main] : [main, gone];
  const sent = gone.submissions.filter(({ final }) => final).length;
  return [
    `${gone.email} goes under ${main.email}, with ${countOf(sent, 'submission')} and all that is known of it. What comes with it later lands there.`,
    stageLine(main, gone, stands),
    ...ownerLine(stands, gives),
    'The score is counted anew. Nobody is handed off by this.',
    'The visitor learns nothing of it.',
  ];
}

function stageLine(main: Lead, gone: Lead, stands: Lead): string {
  return main.stage === gone.stage
    ? `Both stand at ${stageNames[main.stage]}, and stay there.`
    : `The further stage stands: ${stageNames[stands.stage]}.`;
}

function ownerLine(stands: Lead, gives: Lead): readonly string[] {
  if (!isOpen(gives)) {
    const owner = stands.owner ?? gives.owner;
    return owner === null ? [] : [`${owner.name} has it.`];
  }
  const [keeps, ends] = [stands.owner?.name, gives.owner?.name];
  if (keeps === undefined || !(isOpen(stands) || stands.stage !== 'lead'))
    return ends === undefined ? [] : [`${ends} has it, and still has to answer.`];
  if (stands.owner?.email === gives.owner?.email) return [`${keeps} has both, and keeps one handoff.`];
  return [`${keeps} keeps it. ${ends ?? 'Who has the other one'} is told that there is nothing left to do.`];
}

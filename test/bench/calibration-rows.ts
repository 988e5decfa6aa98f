// A million leads whose outcome is known, calibrated: how long it takes, how much of that is the model, and how much memory
// is in use. The answers of leads come round again, so that the workload itself does not fill the memory; outcomes do not.
import { calibrating, createEvidence, featuresOf, type Calibration } from '@baton/calibration';
import { fixed, printTable, whole } from './measure.ts';
import { randomFrom } from './random.ts';
import { agreementOf, catalogue, leadAttributes, scoreRules } from './score-workload.ts';

const leads = 1_000_000;
const different = 20_000;

export function benchCalibrationRows(): void {
  const random = randomFrom(20);
  const rows = leadAttributes(different).map((lead) => ({ facts: { lead }, chance: chanceOf(lead) }));
  const features = featuresOf(catalogue, agreementOf(scoreRules(30)).score, 'rules');
  const before = inUse();
  let most = 0;
  const look = (): void => {
    most = Math.max(most, inUse() - before);
  };

  const begin = performance.now();
  const evidence = createEvidence(features);
  for (let number = 0; number < leads; number += 1) {
    const row = rows[number % different];
    if (row === undefined) throw new Error('There are no leads.');
    evidence.add(row.facts, random.next() < row.chance, number);
    if (number % 10_000 === 0) look();
  }
  const gathered = performance.now();
  const work = calibrating(evidence.done(), { share: 0.7, mostRules: 25 });
  let found: Calibration | undefined;
  while (found === undefined) {
    const next = work.next();
    look();
    if (next.done === true) found = next.value;
  }
  const end = performance.now();

  printTable(
    `${whole(leads)} leads of ${features.length} features: ${inWords(found)}`,
    ['', 'seconds', 'MB in use at most'],
    [
      ['leads taken in', fixed((gathered - begin) / 1000), ''],
      ['model, card, and what it is worth', fixed((end - gathered) / 1000), ''],
      ['all of it', fixed((end - begin) / 1000), whole(most / 1_000_000)],
    ],
  );
}

/** Sales wins more of the large, of those who decide, and of those who want to see it. */
function chanceOf(lead: Readonly<Record<string, unknown>>): number {
  const isLarge = lead['company_size'] === '1001-5000' || lead['company_size'] === '5001+';
  const isDecider = lead['seniority'] === 'vp' || lead['seniority'] === 'c_level';
  return 0.08 + (isLarge ? 0.2 : 0) + (isDecider ? 0.25 : 0) + (lead['wants_demo'] === true ? 0.15 : 0);
}

/** Bytes: objects, and what is packed outside of them. */
function inUse(): number {
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

function inWords(found: Calibration): string {
  if (found.kind !== 'scorecard') return found.kind;
  return `${found.card.rules.length} rules, AUC ${(found.later?.auc ?? 0).toFixed(3)} on later leads`;
}

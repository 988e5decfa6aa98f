// A million leads whose outcome is known, calibrated: how long it takes, how much of that is the model, and how much memory
// is in use. The answers of leads come round again, so that the workload itself does not fill the memory; outcomes do not.
import { calibrating, createEvidence, featuresOf, type Calibration, type Evidence } from '@baton/calibration';
import type { Facts } from '@baton/rules';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { fixed, printTable, whole } from './measure.ts';
import { randomFrom } from './random.ts';
import { agreementOf, catalogue, leadAttributes, scoreRules } from './score-workload.ts';

const leads = 1_000_000;
const different = 20_000;

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

export function benchCalibrationRows(): void {
  const rows = leadAttributes(different).map((lead) => ({ facts: { lead }, chance: chanceOf(lead) }));
  const gathering = timed(() => gathered(rows, () => undefined));
  const learning = timed(() => learned(gathering.came, () => undefined));

  // A second time, with what is not used any more thrown away before each look.
  const before = inUse();
  let most = 0;
  const look = (): void => {
    most = Math.max(most, inUse() - before);
  };
  learned(gathered(rows, look), look);

  printTable(
    `${whole(leads)} leads of ${features.length} features: ${inWords(learning.came)}`,
    ['', 'seconds', 'MB in use at most'],
    [
      ['leads taken in', fixed(gathering.seconds), ''],
      ['model, card, and what it is worth', fixed(learning.seconds), ''],
      ['all of it', fixed(gathering.seconds + learning.seconds), whole(most / 1_000_000)],
    ],
  );
}

type Row = { readonly facts: Facts; readonly chance: number };

const features = featuresOf(catalogue, agreementOf(scoreRules(30)).score, 'rules');

function gathered(rows: readonly Row[], look: () => void): Evidence {
  const random = randomFrom(20);
  const evidence = createEvidence(features);
  for (let number = 0; number < leads; number += 1) {
    const row = rows[number % different];
    if (row === undefined) throw new Error('There are no leads.');
    evidence.add(row.facts, random.next() < row.chance, number);
    if (number % 50_000 === 0) look();
  }
  return evidence.done();
}

function learned(evidence: Evidence, look: () => void): Calibration {
  const work = calibrating(evidence, { share: 0.7, mostRules: 25 });
  for (let pieces = 0; ; pieces += 1) {
    const next = work.next();
    if (pieces % 50 === 0) look();
    if (next.done === true) return next.value;
  }
}

function timed<T>(work: () => T): { readonly came: T; readonly seconds: number } {
  const begin = performance.now();
  const came = work();
  return { came, seconds: (performance.now() - begin) / 1000 };
}

/** Sales wins more of the large, of those who decide, and of those who want to see it. */
function chanceOf(lead: Readonly<Record<string, unknown>>): number {
  const isLarge = lead['company_size'] === '1001-5000' || lead['company_size'] === '5001+';
  const isDecider = lead['seniority'] === 'vp' || lead['seniority'] === 'c_level';
  return 0.08 + (isLarge ? 0.2 : 0) + (isDecider ? 0.25 : 0) + (lead['wants_demo'] === true ? 0.15 : 0);
}

/** Bytes: objects, and what is packed outside of them. */
function inUse(): number {
  collectGarbage();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

function inWords(found: Calibration): string {
  if (found.kind !== 'scorecard') return found.kind;
  return `${found.card.rules.length} rules, AUC ${(found.later?.auc ?? 0).toFixed(3)} on later leads`;
}

// What it costs to score a lead: Baton's judge beside other rule engines and beside the same rules written out as
// JavaScript, which nothing without `eval` can beat. All have to come to the same totals before they are timed.
import { compileAgreement } from '@baton/agreement';
import { fixed, printTable, spreadOf, takeTurns, times } from './measure.ts';
import { cel } from './score-engines/cel.ts';
import type { Attributes, ScoreEngine } from './score-engines/engine.ts';
import { jsonLogic } from './score-engines/json-logic.ts';
import { jsonRules } from './score-engines/json-rules.ts';
import { straightLine } from './score-engines/straight-line.ts';
import { surveyConditions } from './score-engines/survey.ts';
import {
  agreementOf,
  catalogue,
  leadAttributes,
  leadWith,
  type ScoreRule,
  scoreRules,
} from './score-workload.ts';

const leadCount = 1_024;
const warmUp = 20;
const rounds = 80;
/** A turn takes about so many ms: long enough that what the turn before left in the caches counts for little. */
const turn = 8;

/** No time of computation is told by it: behaviours are not part of the comparison. */
const now = 0;

export async function benchScore(): Promise<void> {
  for (const ruleCount of [30, 300]) {
    const rules = scoreRules(ruleCount);
    const engines = await enginesFor(rules);
    const leads = leadAttributes(leadCount);
    await checkEqual(engines, leads);
    const one = leads.find((lead) => Object.keys(lead).length === 15) ?? {};
    const ofOne = await measure(engines, [one]);
    const ofMany = await measure(engines, leads);
    report(ruleCount, engines, ofOne, ofMany);
  }
}

async function enginesFor(rules: readonly ScoreRule[]): Promise<readonly ScoreEngine[]> {
  return [
    await straightLine(rules, 'contract'),
    await straightLine(rules, 'raw'),
    ...baton(rules),
    ...jsonLogic(rules),
    cel(rules),
    surveyConditions(rules),
    jsonRules(rules),
  ];
}

function baton(rules: readonly ScoreRule[]): readonly ScoreEngine[] {
  const judge = compileAgreement(agreementOf(rules), catalogue);
  const load = (totalOf: (lead: ReturnType<typeof leadWith>) => number) => (leads: readonly Attributes[]) => {
    const known = leads.map(leadWith);
    const nobody = leadWith({});
    return (place: number) => totalOf(known[place] ?? nobody);
  };
  return [
    { name: 'Baton, the total', load: load((lead) => judge.total(lead, now)) },
    { name: 'Baton, judged with reasons', load: load((lead) => judge.judge(lead, now).score.total) },
  ];
}

async function checkEqual(engines: readonly ScoreEngine[], leads: readonly Attributes[]): Promise<void> {
  const [first, ...others] = engines.map(({ name, load }) => ({ name, total: load(leads) }));
  for (const place of leads.keys()) {
    const expected = await first?.total(place);
    for (const { name, total } of others) {
      const found = await total(place);
      if (found !== expected) throw new Error(`${name}: ${found} for lead ${place}, not ${expected}.`);
    }
  }
}

/** µs per lead, by engine, one time per turn. */
async function measure(
  engines: readonly ScoreEngine[],
  leads: readonly Attributes[],
): Promise<ReadonlyMap<ScoreEngine, readonly number[]>> {
  const subjects = engines.map((engine) => ({
    engine,
    total: engine.load(leads),
    next: 0,
    perTurn: 8,
    took: [0],
  }));
  await takeTurns(subjects, warmUp + rounds, async (subject, round) => {
    const { total, perTurn } = subject;
    let sum = 0;
    const begin = performance.now();
    for (let count = 0; count < perTurn; count += 1) {
      const place = (subject.next + count) % leads.length;
      const found = total(place);
      // To wait for what is there already would cost more than it took.
      sum += typeof found === 'number' ? found : await found;
    }
    const ms = performance.now() - begin;
    if (Number.isNaN(sum)) throw new Error('A total is a number.');
    subject.next += perTurn;
    if (round >= warmUp) subject.took.push((ms * 1000) / perTurn);
    else subject.perTurn = Math.max(1, Math.min(65_536, Math.round((perTurn * turn) / ms)));
  });
  return new Map(subjects.map(({ engine, took }) => [engine, took.slice(1)]));
}

type Took = ReadonlyMap<ScoreEngine, readonly number[]>;

function report(ruleCount: number, engines: readonly ScoreEngine[], ofOne: Took, ofMany: Took): void {
  const spread = (took: Took, engine: ScoreEngine | undefined) =>
    spreadOf((engine === undefined ? undefined : took.get(engine)) ?? []);
  const cells = (took: Took, engine: ScoreEngine): string[] => {
    const { p50, p99 } = spread(took, engine);
    return [
      fixed(p50),
      fixed(p99),
      times(p50 / spread(took, engines[0]).p50),
      times(p50 / spread(took, engines[1]).p50),
    ];
  };
  printTable(
    `Score by ${ruleCount} rules: one lead again and again, and ${leadCount} that differ`,
    ['µs per lead', 'one p50', 'p99', '× limit', '× raw', 'many p50', 'p99', '× limit', '× raw'],
    engines.map((engine) => [engine.name, ...cells(ofOne, engine), ...cells(ofMany, engine)]),
  );
}

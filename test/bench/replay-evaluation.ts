// Judging 1,000,000 leads that are never there together: each piece is made, judged and forgotten. What is timed is the
// judging alone, beside the same rules written out as JavaScript over the same leads; what is weighed is the whole
// process, and what the judge keeps. Run by replay.ts.
import { compileAgreement, type Judge } from '@baton/agreement';
import { getHeapStatistics } from 'node:v8';
import { fixed, median, printTable, spreadOf, times, whole } from './measure.ts';
import { straightLine } from './score-engines/straight-line.ts';
import { agreementOf, catalogue, leadPieces, leadWith, scoreRules } from './score-workload.ts';

const million = 1_000_000;
const piece = 250;
const rounds = 3;

const rules = scoreRules(30);
const nobody = leadWith({});
const written = await straightLine(rules, 'contract');
/** Given up in the end, to see what it held. */
let judge: Judge | null = compileAgreement(agreementOf(rules), catalogue);
let heapAtMost = 0;

run(judge, million / 10);
const took = Array.from({ length: rounds }, () => judge && run(judge, million)).flatMap((one) => one ?? []);
const withJudge = inUse();
judge = null;
const kept = withJudge - inUse();
const ofJudge = took.map(({ judged }) => judged);
const ofLimit = took.map(({ limit }) => limit);
printTable(
  `${whole(million)} leads × ${rules.length} rules, evaluation alone, ${whole(piece)} at a time and then forgotten`,
  ['', 'ms', 'by p10', 'by p90', 'µs a lead', '× limit', 'by p10', 'kept MB', 'heap at most', 'process'],
  [
    [
      'Baton, the total',
      ...cells(ofJudge),
      times(median(ofJudge) / median(ofLimit)),
      times(quickest(ofJudge) / quickest(ofLimit)),
      fixed(kept / 1e6),
      whole(heapAtMost / 1e6),
      whole(process.resourceUsage().maxRSS / 1e3),
    ],
    [written.name, ...cells(ofLimit), times(1), times(1), '–', '–', '–'],
  ],
);

/** As if every piece had taken as long as the median one, or as one of the quickest: where others compute too, some wait. */
function cells(pieces: readonly number[]): string[] {
  const { p50, p90 } = spreadOf(pieces);
  const all = million / piece;
  return [whole(p50 * all), whole(quickest(pieces) * all), whole(p90 * all), fixed((p50 * 1000) / piece)];
}

function quickest(pieces: readonly number[]): number {
  return pieces.toSorted((a, b) => a - b)[Math.floor(pieces.length / 10)] ?? Number.NaN;
}

/** The ms that each piece took. */
function run(judging: Judge, count: number): { readonly judged: number; readonly limit: number }[] {
  const next = leadPieces();
  return Array.from({ length: Math.floor(count / piece) }, (_, number) => {
    const attributes = next(piece);
    const leads = attributes.map(leadWith);
    const load = written.load(attributes);
    const byJudge = () => timed((place) => judging.total(leads[place] ?? nobody, 0));
    const byLimit = () => timed((place) => Number(load(place)));
    // Who comes first reads the leads into the processor's cache for the other.
    const isFirst = number % 2 === 0;
    const early = isFirst ? byJudge() : byLimit();
    const late = isFirst ? byLimit() : byJudge();
    if (early.sum !== late.sum) throw new Error(`Totals differ: ${early.sum} and ${late.sum}.`);
    const { total_heap_size: heap, external_memory: external } = getHeapStatistics();
    heapAtMost = Math.max(heapAtMost, heap + external);
    return isFirst ? { judged: early.ms, limit: late.ms } : { judged: late.ms, limit: early.ms };
  });
}

function timed(totalOf: (place: number) => number): { readonly ms: number; readonly sum: number } {
  let sum = 0;
  const begin = performance.now();
  for (let place = 0; place < piece; place += 1) sum += totalOf(place);
  return { ms: performance.now() - begin, sum };
}

/** What is in use once what nobody holds is gone, bytes. */
function inUse(): number {
  globalThis.gc?.();
  const { used_heap_size: used, external_memory: external } = getHeapStatistics();
  return used + external;
}

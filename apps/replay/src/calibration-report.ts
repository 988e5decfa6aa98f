// What outcomes say of points, for programs and for people: the rules with their points and how sure those are, how well
// they told leads apart that they were not made from, and what there is no evidence for.
import {
  thresholdQuality,
  type Calibration,
  type Drift,
  type Interval,
  type Precision,
  type Ranked,
  type ScoreCounts,
} from '@baton/calibration';
import type { Calibrated } from './calibrate-leads.ts';

export function calibrationJson({ calibration, wanted, threshold }: Calibrated) {
  const evidence = evidenceInWords(calibration);
  if (calibration.kind !== 'scorecard') {
    return { testAuc: null, testLift20: null, unconstrainedTestAuc: null, rules: [], evidence };
  }
  const { card, later, heldBack, unconstrained, drift, thresholds } = calibration;
  const test = later ?? heldBack;
  return {
    testAuc: test.auc,
    testLift20: test.lift20,
    unconstrainedTestAuc: unconstrained?.auc ?? null,
    rules: card.rules.map(({ says, points, interval, dimension, when, leads, won }) => ({
      says,
      points,
      interval,
      dimension,
      when,
      leads,
      won,
    })),
    evidence,
    max: card.max,
    heldBack,
    threshold:
      threshold === null
        ? null
        : { wanted, ...threshold, later: later === null ? null : precisionAt(later.counts, threshold.from) },
    thresholds,
    drift,
  };
}

export function calibrationText({ calibration, wanted, threshold, order, train }: Calibrated): string[] {
  const lines = ['What the outcomes say', '', evidenceInWords(calibration), ''];
  if (calibration.kind !== 'scorecard') return lines;
  const { card, later, unconstrained } = calibration;
  const widest = Math.max(...card.rules.map(({ points }) => `+${points}`.length));
  return [
    ...lines,
    ...card.rules.map(
      ({ says, points, interval, leads, won }) =>
        `${`+${points}`.padStart(widest)}  ${says}  (${interval[0]} to ${interval[1]}; ${won} of ${leads} won)`,
    ),
    '',
    thresholdInWords(threshold, wanted),
    ...(later === null || order === null
      ? []
      : [
          `On the last ${percent(1 - train)} by ${order}: ${rankedInWords(later)}.`,
          ...laterInWords(precisionAt(later.counts, threshold?.from ?? Infinity)),
        ]),
    ...(unconstrained === null || unconstrained.auc === null
      ? []
      : [
          `A model of all values, not made simple, has AUC ${unconstrained.auc.toFixed(3)} on the same leads.`,
        ]),
    '',
  ];
}

/** What is known, and what is not, in sentences. */
function evidenceInWords(calibration: Calibration): string {
  switch (calibration.kind) {
    case 'too_few': {
      const { won, lost, least } = calibration;
      return `Too few outcomes to learn from: ${won} won and ${lost} lost. At least ${least.each} of each and ${least.all} in all are needed; nothing is proposed.`;
    }
    case 'no_evidence':
      return [
        `No evidence: what was found in one part of the leads told others no better than chance (${rankedInWords(calibration.heldBack)}). Nothing is proposed.`,
        ...driftInWords(calibration.drift),
      ].join(' ');
    case 'scorecard':
      return [
        `Leads that were held back are told apart by what the others taught: ${rankedInWords(calibration.heldBack)}.`,
        ...driftInWords(calibration.drift),
      ].join(' ');
  }
}

function laterInWords(precision: number | null): string[] {
  return precision === null ? [] : [`There, ${percent(precision)} of those above the threshold were won.`];
}

function driftInWords(drift: Drift | null): string[] {
  if (drift === null || !drift.hasMoved) return [];
  const { before, after } = drift;
  return [
    `The share of won leads has moved, from ${percent(before)} to ${percent(after)}: a threshold brings another share of won leads now than these figures promise.`,
  ];
}

/** The share that was won of the leads from a score up; null of none. */
function precisionAt(counts: ScoreCounts, from: number): number | null {
  return thresholdQuality(counts, [from])[0]?.precision ?? null;
}

function thresholdInWords(threshold: Precision | null, wanted: number): string {
  if (threshold === null) return `No threshold has ${percent(wanted)} won above it.`;
  const { from, precision, interval, recall, share } = threshold;
  return `From ${from} points up ${percent(precision)} are won (${between(interval)}), ${percent(recall)} of all that are won, ${percent(share)} of the leads.`;
}

function rankedInWords({ rows, auc, interval, lift20 }: Ranked): string {
  const figures = [
    ...(auc === null
      ? []
      : [
          `AUC ${auc.toFixed(3)}${interval === null ? '' : ` (${interval.map((bound) => bound.toFixed(3)).join(' to ')})`}`,
        ]),
    ...(lift20 === null ? [] : [`lift at 20% ${lift20.toFixed(2)}×`]),
  ];
  return `${figures.join(', ')}, ${rows.toLocaleString('en')} leads`;
}

function between([low, high]: Interval): string {
  return `${percent(low)} to ${percent(high)}`;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)}%`;
}

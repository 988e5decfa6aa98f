// What a replay found, for programs. Without an outcome there is nothing to rank by: null, and no thresholds.
import { calibrationJson } from './calibration-report.ts';
import type { Findings } from './findings.ts';

export function jsonReport({ rows, bad, tiers, outcome, heldOut, calibration }: Findings) {
  return {
    rows,
    bad,
    tiers: Object.fromEntries(tiers.map(({ id, counts }) => [id, counts.leads])),
    auc: outcome?.auc ?? null,
    lift20: outcome?.lift20 ?? null,
    thresholds: outcome?.thresholds ?? [],
    ...(heldOut === null
      ? {}
      : { heldOut: { rows: heldOut.rows, auc: heldOut.auc, lift20: heldOut.lift20 } }),
    ...(calibration === null ? {} : { calibration: calibrationJson(calibration) }),
  };
}

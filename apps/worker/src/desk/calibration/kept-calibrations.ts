// The last calibration of each outcome, so that looking at it asks no lead anything. It names nobody: what it holds is counts
// of leads that have the same to say.
import { first, text, type Sql } from '../sql.ts';
import type { CalibrationResult } from './calibration-result.ts';
import type { Outcome } from './outcome-of.ts';

export function keptCalibration(sql: Sql, outcome: Outcome): CalibrationResult | null {
  const row = first(sql, `SELECT result FROM calibrations WHERE outcome = ?`, outcome);
  return row === null ? null : JSON.parse(text(row, 'result'));
}

export function keepCalibration(sql: Sql, outcome: Outcome, result: CalibrationResult, now: number): void {
  sql.run(
    `INSERT INTO calibrations (outcome, at, result) VALUES (?, ?, ?)
     ON CONFLICT (outcome) DO UPDATE SET at = excluded.at, result = excluded.result`,
    outcome,
    now,
    JSON.stringify(result),
  );
}

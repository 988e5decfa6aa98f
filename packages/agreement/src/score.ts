// A score and the reasons that add up to it exactly.
import type { DimensionId } from './agreement-schema.ts';

/** One contribution, never zero. `cap` is the id of what a dimension's bounds took or gave. */
export type Reason = {
  readonly id: string;
  readonly says: string;
  readonly dimension: DimensionId;
  readonly points: number;
};

/** Whole numbers; total = fit + engagement + intent = the sum of the reasons' points. */
export type Score = {
  readonly fit: number;
  readonly engagement: number;
  readonly intent: number;
  readonly total: number;
  readonly reasons: readonly Reason[];
};

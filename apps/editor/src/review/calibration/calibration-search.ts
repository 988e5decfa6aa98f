// What the calibration screen shows, as its address says it.
import { readReviewSearch, type ReviewSearch } from '../review-search.ts';
import type { Outcome } from './calibration-query.ts';

export type CalibrationSearch = ReviewSearch & { readonly outcome?: Exclude<Outcome, 'accepted'> };

export function readCalibrationSearch(search: Record<string, unknown>): CalibrationSearch {
  const { outcome } = search;
  return {
    ...readReviewSearch(search),
    ...(outcome === 'sql' || outcome === 'won' ? { outcome } : {}),
  };
}

// What is asked of the worker about calibration, each outcome under its key.
import { queryOptions } from '@tanstack/react-query';
import type { Calibration } from '@baton/worker/api-types';
import { ask } from '../../server/ask.ts';

export type Outcome = Calibration['outcome'];

const calibrationPath = '/api/calibration';

export function calibrationQuery(outcome: Outcome) {
  return queryOptions({
    queryKey: ['calibration', outcome],
    queryFn: ({ signal }) => ask<Calibration>(`${calibrationPath}?outcome=${outcome}`, { signal }),
    staleTime: 10_000,
    // Somebody else's run is seen when it is done.
    refetchInterval: ({ state }) => (state.data?.running === true ? 3000 : false),
  });
}

/** Reads every lead: it may take a minute. */
export function calibrate(outcome: Outcome): Promise<Calibration> {
  return ask<Calibration>(calibrationPath, { method: 'POST', body: { outcome } });
}

export type Drafted = {
  readonly outcome: Outcome;
  readonly what: 'card' | 'threshold';
  readonly from: number;
  readonly replace: boolean;
};

export function makeDraft(drafted: Drafted): Promise<unknown> {
  return ask(`${calibrationPath}/draft`, { method: 'POST', body: drafted });
}

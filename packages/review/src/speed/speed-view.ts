// How quickly leads are answered, which deadlines were missed, and when leads come while nobody is there.
import type { Counting } from '../numbers/shared-number.ts';
import type { Period } from '../period.ts';
import { arrivalsOf, type Arrivals, type Staff } from './arrivals.ts';
import { breachesOf, type Breaches } from './breaches.ts';
import { firstTouchOf, handoffsIn, type FirstTouch } from './first-touch.ts';
import { localHoursOf } from './local-hours.ts';

export type SpeedView = {
  readonly touch: FirstTouch;
  readonly breaches: Breaches;
  readonly arrivals: Arrivals;
};

/** How it is counted, in words. */
export const speedDefinitions = {
  touch:
    'Of what was handed over in the period: from the delivery to the owner until their first answer, a verdict or passing it on. What has not been answered yet counts against a limit as soon as it has waited longer, and so does what was passed on without an answer; else what was passed on counts nowhere.',
  breaches:
    'Of what was handed over in the period and had a deadline: how much was not answered by then. The hour is that of the handoff, on the clocks of the agreement’s time zone; the reason is what people said of it.',
  arrivals:
    'Leads that came in the period, by weekday and hour on the clocks of the agreement’s time zone. Somebody is there in the opening hours of the agreement while not all whom its routing names are away.',
} as const;

export function speedOf(counting: Counting, period: Period, staff: Staff): SpeedView {
  const local = localHoursOf(period);
  const places = handoffsIn(counting, period);
  return {
    touch: firstTouchOf(counting, places, staff.hours),
    breaches: breachesOf(counting, places, local),
    arrivals: arrivalsOf(counting, period, local, staff),
  };
}

// Which day and hour it is somewhere. The offset is looked up once a day, so on the two days of a year on which clocks
// change, hours may be one off: nothing here is decided by a single hour.
import { Temporal } from 'temporal-polyfill';

const hour = 3_600_000;
const day = 24 * hour;

type LocalTime = {
  /** Since 1970, there. */
  readonly day: number;
  /** Monday is 0. */
  readonly weekday: number;
  readonly hour: number;
};

export type LocalClock = (at: number) => LocalTime;

export function localClock(timeZone: string): LocalClock {
  const offsets = new Map<number, number>();
  const offsetAt = (at: number): number => {
    const on = Math.floor(at / day);
    const known = offsets.get(on);
    if (known !== undefined) return known;
    const noon = Temporal.Instant.fromEpochMilliseconds(on * day + day / 2);
    const offset = noon.toZonedDateTimeISO(timeZone).offsetNanoseconds / 1e6;
    offsets.set(on, offset);
    return offset;
  };
  return (at) => {
    const local = at + offsetAt(at);
    const on = Math.floor(local / day);
    return { day: on, weekday: (((on + 3) % 7) + 7) % 7, hour: Math.floor((local - on * day) / hour) };
  };
}

/** `2027-03-01` of a day since 1970. */
export function isoDay(since1970: number): string {
  return new Date(since1970 * day).toISOString().slice(0, 10);
}

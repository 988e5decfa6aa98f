import { describe, expect, test } from 'vitest';
import { chanceFrom } from './chance.ts';
import { dropIn, isOver, type Drop } from './drop.ts';
import { fallIn, type Series } from './tally.ts';

/** Of a day of a form on a website: most come in the day. */
const hours = [1, 1, 1, 1, 1, 2, 4, 8, 15, 20, 22, 21, 18, 19, 21, 20, 18, 15, 12, 10, 9, 7, 4, 2];
const ofADay = hours.reduce((sum, one) => sum + one, 0);
/** A Thursday, as day 0 since 1970 was. */
const history = 63;

type Story = {
  /** Of an average day. */
  readonly views: number;
  readonly rate: number;
  /** Days differ by this share of the rate besides. */
  readonly moody: number;
  /** So much lower at weekends. */
  readonly weekend: number;
  /** The rate is multiplied by this from the end of the history on. */
  readonly after?: number;
};

/** Hour by hour, from the end of the history on; the first drop that is found in a run of days. */
function drops(story: Story, seed: number, days: number, wanted = Infinity): (Drop & { at: number })[] {
  const chance = chanceFrom(seed);
  const series: Series = {
    first: 0,
    of: new Float64Array(history + days),
    hits: new Float64Array(history + days),
  };
  const found: (Drop & { at: number })[] = [];
  for (let day = 0; day < history + days && found.length < wanted; day += 1) {
    const isWeekend = day % 7 === 2 || day % 7 === 3;
    const mood = 1 + story.moody * chance.normal();
    const rate =
      story.rate * (isWeekend ? 1 - story.weekend : 1) * mood * (day < history ? 1 : (story.after ?? 1));
    const views = story.views * (isWeekend ? 0.4 : 1.24) * (0.9 + 0.2 * chance.even());
    for (const [hour, share] of hours.entries()) {
      const came = chance.poisson((views * share) / ofADay);
      series.of[day] = (series.of[day] ?? 0) + came;
      series.hits[day] = (series.hits[day] ?? 0) + chance.binomial(came, Math.min(0.99, Math.max(0, rate)));
      if (day < history) continue;
      const drop = dropIn(series, day);
      // One that is known is one alert, however often it is seen.
      if (drop !== null && day - (found.at(-1)?.to ?? -99) > 7)
        found.push({ ...drop, at: (day - history) * 24 + hour });
    }
  }
  return found;
}

describe('without a change', () => {
  const stories: readonly Story[] = [
    { views: 20, rate: 0.5, moody: 0, weekend: 0 },
    { views: 60, rate: 0.3, moody: 0.1, weekend: 0.2 },
    { views: 300, rate: 0.3, moody: 0.15, weekend: 0.2 },
    { views: 600, rate: 0.05, moody: 0, weekend: 0.3 },
  ];
  test('looked at every hour, one year in twenty cries out at most', { timeout: 120_000 }, () => {
    const years = Number(process.env['BATON_ALERT_YEARS'] ?? 12) / stories.length;
    let loud = 0;
    for (const [index, story] of stories.entries())
      for (let year = 0; year < years; year += 1)
        if (drops(story, 1_000 * index + year, 365, 1).length > 0) loud += 1;
    // Of few years one is more than one in twenty.
    expect(loud).toBeLessThanOrEqual(Math.max(1, (years * stories.length) / 20));
  });
});

describe('a rate that is halved', () => {
  test('is found within a week where eighteen would come a day, in nine of ten', () => {
    const found = Array.from(
      { length: 20 },
      (_, seed) => drops({ views: 60, rate: 0.3, moody: 0.05, weekend: 0.1, after: 0.5 }, seed, 7, 1)[0],
    );
    expect(found.filter((drop) => drop !== undefined).length).toBeGreaterThanOrEqual(18);
  });

  test('is found within two days where a hundred would come, and dated within a day', () => {
    for (let seed = 0; seed < 8; seed += 1) {
      const [drop] = drops({ views: 330, rate: 0.3, moody: 0.05, weekend: 0.1, after: 0.5 }, seed, 2, 1);
      expect(drop?.at ?? Infinity).toBeLessThanOrEqual(48);
      expect(Math.abs((drop?.since ?? 0) - history)).toBeLessThanOrEqual(1);
      expect(drop?.fall).toBeGreaterThan(0.3);
    }
  });
});

describe('nothing is said', () => {
  const steady = (days: number, of: number, hits: number): Series => ({
    first: 0,
    of: new Float64Array(days).fill(of),
    hits: new Float64Array(days).fill(hits),
  });

  test('of a form that has been counted for less than two weeks', () => {
    const series = steady(20, 500, 200);
    series.hits.fill(0, 19);
    expect(dropIn(series, 19)).toBe(null);
  });

  test('of a day of which too little has come', () => {
    const series = steady(80, 500, 200);
    series.of[79] = 20;
    series.hits[79] = 0;
    expect(dropIn(series, 79)).toBe(null);
    series.of[79] = 500;
    expect(dropIn(series, 79)).toMatchObject({ from: 79, since: 79, fall: 1 });
  });

  test('of a drop that nobody would act upon, however sure it is', () => {
    const series = steady(80, 50_000, 20_000);
    series.hits.fill(17_000, 73);
    expect(dropIn(series, 79)).toBe(null);
  });

  test('against days of a drop that is known', () => {
    const series = steady(120, 500, 200);
    // Low for seven weeks, well for three, and low again: so it is by the days between alone.
    series.hits.fill(60, 50, 99);
    series.hits[119] = 60;
    expect(dropIn(series, 119)).toBe(null);
    expect(dropIn(series, 119, (day) => day < 50 || day >= 99)).toMatchObject({ fall: 0.7 });
  });
});

test('a drop is over when the rate has come back most of the way', () => {
  const series: Series = { first: 0, of: new Float64Array([100, 100]), hits: new Float64Array([38, 37]) };
  const before = { of: 1_000, hits: 400 };
  expect(isOver(series, 1, { before, fall: 0.5 })).toBe(true);
  expect(isOver(series, 1, { before, fall: 0.2 })).toBe(false);
});

test('fewer of as many is a fall, and as many is none', () => {
  expect(fallIn({ of: 100, hits: 40 }, { of: 100, hits: 40 })).toBeCloseTo(0);
  expect(fallIn({ of: 100, hits: 40 }, { of: 100, hits: 60 })).toBeLessThan(-2.8);
  // Against R: 2 * sum(x * log(x / E)) for the table 40 60 / 20 80 is 9.66.
  expect(fallIn({ of: 100, hits: 40 }, { of: 100, hits: 20 }) ** 2).toBeCloseTo(9.66, 2);
});

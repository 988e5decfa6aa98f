// The funnel, the speed of answers and the rejections are what anybody would count who went through the tables by hand,
// whatever happened, in zones whose clocks change. BATON_FAULT_RUNS makes the run longer, BATON_FAULT_SEED another one.
import { expect, test } from 'vitest';
import { funnelOf, rejectionsOf, speedOf } from '@baton/review';
import type { Asked } from '../../apps/worker/src/desk/review/review-desk.ts';
import { chanceFrom, type Chance } from '../faults/chance.ts';
import { randomHistory, type History } from './review/random-history.ts';
import {
  dateIn,
  slowArrivals,
  slowFunnel,
  slowRejections,
  slowSpeed,
  type Question,
} from './review/slow-way.ts';

const given = process.env['BATON_FAULT_RUNS'];
const runs = Number(given ?? 3);
const seed = Number(process.env['BATON_FAULT_SEED'] ?? 1);

/** As the histories' agreement has them, and whom its routing names. */
const openings = { mon: [['09:00', '17:30']], wed: [['08:00', '12:00']], fri: [['00:00', '24:00']] } as const;
const staff = ['ann@baton.example', 'bob@baton.example'];

function askedOf({ bench }: History, { from, to, source, person }: Question): Asked {
  const reading = bench.desk.review.reading();
  while (reading?.step() === true);
  const filter = {
    ...(source === null ? {} : { source: [source] }),
    ...(person === null ? {} : { person: [person] }),
  };
  const seen: Asked[] = [];
  bench.desk.review.answer({ from, to, by: 'lead', filter, team: [] }, (asked) => {
    seen.push(asked);
    return {};
  });
  const [asked] = seen;
  if (asked === undefined) throw new Error('It was not answered.');
  return asked;
}

function questionFrom(chance: Chance, { bench, timeZone, start }: History): Question {
  const first = start + chance.between(0, Math.floor((bench.now - start) / 2));
  return {
    from: dateIn(timeZone, chance.happens(0.4) ? start : first),
    to: dateIn(timeZone, first + chance.between(0, bench.now - first)),
    timeZone,
    source: chance.happens(0.3) ? chance.oneOf(['google', 'linkedin', 'direct']) : null,
    person: chance.happens(0.3) ? chance.oneOf(['ann@baton.example', 'vp@baton.example']) : null,
  };
}

function steps(view: ReturnType<typeof funnelOf> | ReturnType<typeof funnelOf>['cohorts'][number]) {
  return view.steps.map(({ step, from, taken, waiting, of, takenOf, medianDays, p90Days }) => {
    const near = (days: number | null): unknown => (days === null ? null : expect.closeTo(days, 8));
    return { step, from, taken, waiting, of, takenOf, medianDays: near(medianDays), p90Days: near(p90Days) };
  });
}

function filled(counts: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));
}

function compareFunnel({ bench }: History, question: Question, asked: Asked): number {
  const view = funnelOf(asked, asked.period);
  const slow = slowFunnel(bench.sql, bench.now, question);
  for (const [index, { days }] of Object.values(view.horizons).entries())
    expect(days).toBeCloseTo(slow.horizons[index] ?? NaN, 8);
  expect(slow.whole).toEqual(steps(view));
  expect(slow.cohorts).toEqual(Object.fromEntries(view.cohorts.map((one) => [one.month, steps(one)])));
  const bands = [
    ...view.bands.bands.flatMap(({ from, counts }) =>
      Object.entries(counts).map(([outcome, count]) => [`${from} ${outcome}`, count] as const),
    ),
    ...view.bands.tiers.flatMap(({ tier, counts }) =>
      Object.entries(counts).map(([outcome, count]) => [`${tier} ${outcome}`, count] as const),
    ),
  ];
  expect(filled(Object.fromEntries(bands))).toEqual(slow.bands);
  return view.steps.reduce((sum, { taken, waiting }) => sum + taken + waiting, 0);
}

function compareSpeed(history: History, question: Question, asked: Asked, away: string): number {
  const { bench } = history;
  const { touch, breaches, arrivals } = speedOf(asked, asked.period, {
    hours: asked.hours,
    people: asked.staff,
  });
  const slow = slowSpeed(bench.sql, bench.now, question);
  const { touched, undelivered, passedOn, clock } = touch;
  expect({ touched, undelivered, passedOn }).toEqual({
    touched: slow.touched,
    undelivered: slow.undelivered,
    passedOn: slow.passedOn,
  });
  expect(clock.within.map(({ minutes, touched: quick, of }) => ({ minutes, touched: quick, of }))).toEqual(
    slow.within,
  );
  if (slow.median === null) expect(clock.medianMinutes).toBeNull();
  else expect(clock.medianMinutes).toBeCloseTo(slow.median, 8);
  expect([breaches.breached, breaches.of]).toEqual([slow.missed, slow.due]);
  const people = Object.fromEntries(breaches.people.map(({ person, breached }) => [person, breached]));
  expect(filled(people)).toEqual(slow.byPerson);
  expect(filled(Object.fromEntries(breaches.hours.map(({ breached }, hour) => [hour, breached])))).toEqual(
    slow.byHour,
  );
  expect(Object.fromEntries(breaches.reasons.map(({ reason, count }) => [reason, count]))).toEqual(
    slow.byReason,
  );
  const there = staff.filter((one) => question.person === null || one === question.person);
  const present = (date: string): number =>
    there.filter((one) => one !== 'ann@baton.example' || date !== away).length;
  const week = slowArrivals(bench.sql, bench.now, question, openings, present);
  expect([arrivals.arrived, arrivals.unattended]).toEqual([week.arrived, week.unattended]);
  for (const [place, weekday] of ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].entries())
    for (const [hour, cell] of (arrivals.week[place] ?? []).entries()) {
      const own = week.cells[`${weekday} ${hour}`] ?? { arrived: 0, time: 0, open: 0, people: 0 };
      expect(cell.arrived).toBe(own.arrived);
      expect(cell.open, `${weekday} ${hour}`).toBeCloseTo(own.time === 0 ? 0 : own.open / own.time, 8);
      expect(cell.people, `${weekday} ${hour}`).toBeCloseTo(own.time === 0 ? 0 : own.people / own.time, 8);
    }
  return breaches.breached + touched;
}

function compareRejections({ bench }: History, question: Question, asked: Asked): number {
  const view = rejectionsOf(asked, asked.period);
  const slow = slowRejections(bench.sql, question);
  expect(view.judged).toBe(slow.judged);
  expect(Object.fromEntries(view.reasons.map(({ reason, count }) => [reason, count]))).toEqual(slow.reasons);
  for (const { trend, count } of view.reasons) expect(trend.reduce((sum, one) => sum + one, 0)).toBe(count);
  expect(filled(Object.fromEntries(view.sources.map(({ source, rejected }) => [source, rejected])))).toEqual(
    slow.sources,
  );
  const rules = view.rules.map(({ rule, judged, rejected, blamed }) => [rule, [judged, rejected, blamed]]);
  expect(Object.fromEntries(rules)).toEqual(slow.rules);
  for (const { judged, others } of view.rules) expect(judged + others.judged).toBe(slow.leads);
  return view.rejected;
}

test(
  'the way of leads, the speed of answers and the rejections equal a slow recount over the tables, whatever happened',
  { timeout: Math.max(180_000, runs * 60_000) },
  async () => {
    const seen = { funnel: 0, speed: 0, rejections: 0 };
    for (let run = 0; run < runs; run += 1) {
      const chance = chanceFrom(seed * 104_729 + run);
      const history = await randomHistory(chance, 220);
      const { bench, timeZone, start } = history;
      const away = dateIn(timeZone, start + chance.between(0, bench.now - start));
      // In the past it changes nobody's turn, only who was there.
      bench.desk.clocks.setAway('ann@baton.example', 'person:ann@baton.example', { from: away, to: away });
      const whole = { from: dateIn(timeZone, start), to: dateIn(timeZone, bench.now), timeZone };
      const questions: Question[] = [{ ...whole, source: null, person: null }];
      for (let times = 0; times < 4; times += 1) questions.push(questionFrom(chance, history));
      for (const question of questions) {
        const asked = askedOf(history, question);
        seen.funnel += compareFunnel(history, question, asked);
        seen.speed += compareSpeed(history, question, asked, away);
        seen.rejections += compareRejections(history, question, asked);
      }
    }
    // The histories are worth nothing if they tell of nothing.
    for (const [part, count] of Object.entries(seen)) expect(count, part).toBeGreaterThan(0);
    if (given !== undefined) console.log(`${runs} histories`, seen);
  },
);

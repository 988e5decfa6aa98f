// Every shared number is what anybody would count who went through the tables by hand, whatever happened: over random
// histories, in any period, narrowed down or not, by lead or by company. BATON_FAULT_RUNS makes the run longer,
// BATON_FAULT_SEED another one.
import { describe, expect, test } from 'vitest';
import { numberIds, numbersOf, type NumbersView } from '@baton/review';
import { chanceFrom, type Chance } from '../faults/chance.ts';
import { randomHistory, type History } from './review/random-history.ts';
import { dayIn, slowNumbers, type Question, type Slow } from './review/slow-numbers.ts';

const asked = process.env['BATON_FAULT_RUNS'];
const runs = Number(asked ?? 3);
const seed = Number(process.env['BATON_FAULT_SEED'] ?? 1);
const dayLength = 86_400_000;

function fast({ bench }: History, { from, to, by, source, person }: Question): NumbersView {
  const reading = bench.desk.review.reading();
  while (reading?.step() === true);
  const filter = {
    ...(source === null ? {} : { source: [source] }),
    ...(person === null ? {} : { person: [person] }),
  };
  const seen: NumbersView[] = [];
  bench.desk.review.answer({ from, to, by, filter, team: [] }, (all) => {
    const view = numbersOf(all, all.period);
    seen.push(view);
    return view;
  });
  const [view] = seen;
  if (view === undefined) throw new Error('It was not answered.');
  return view;
}

function expectSame(told: NumbersView['numbers'][number], slow: Slow | undefined, why: string): void {
  if (slow === undefined) throw new Error(`Nobody counts ${told.id}.`);
  expect(told.of, why).toBe(slow.of);
  if (slow.value === null) expect(told.value, why).toBeNull();
  else expect(told.value, why).toBeCloseTo(slow.value, 8);
  if (slow.parts !== undefined) {
    const parts = Object.fromEntries(told.parts.map(({ id, word, value }) => [`${id} ${word}`, value]));
    expect(parts, why).toEqual(slow.parts);
  }
  for (const [id, value] of Object.entries(slow.beside ?? {})) {
    const beside = told.beside.find((one) => one.id === id)?.value ?? null;
    if (value === null) expect(beside, why).toBeNull();
    else expect(beside, `${why} ${id}`).toBeCloseTo(value, 8);
  }
  const { interval, value } = told;
  if (interval !== null && value !== null) {
    expect(interval[0]).toBeLessThan(value + 1e-9);
    expect(interval[1]).toBeGreaterThan(value - 1e-9);
  }
}

function compare(history: History, question: Question, why: string): number {
  const { bench } = history;
  const view = fast(history, question);
  const slowly = (from: string, to: string) => slowNumbers(bench.sql, bench.now, { ...question, from, to });
  const [now, before] = [slowly(question.from, question.to), slowly(view.before.from, view.before.to)];
  let seen = 0;
  for (const number of view.numbers) {
    expectSame(number, now[number.id], `${why} ${number.id}`);
    const earlier = { ...number, ...number.before, parts: [], beside: [] };
    const { value, of } = before[number.id] ?? { value: null, of: -1 };
    expectSame(earlier, { value, of }, `${why} ${number.id} before`);
    if (number.of > 0) seen += 1;
  }
  for (const [index, first] of view.buckets.days.entries()) {
    const next = view.buckets.days[index + 1];
    const last = next === undefined ? question.to : dayBefore(next);
    const slow = slowly(first, last);
    for (const number of view.numbers) {
      const told = number.trend[index];
      expect(told?.of, `${why} ${number.id} from ${first}`).toBe(slow[number.id]?.of);
    }
  }
  return seen;
}

function dayBefore(date: string): string {
  return new Date(Date.parse(date) - dayLength).toISOString().slice(0, 10);
}

function questionFrom(chance: Chance, { bench, timeZone, start }: History): Question {
  const first = start + chance.between(0, bench.now - start);
  const from = chance.happens(0.3) ? start : first;
  const day = dayIn(timeZone, from);
  const to = dayIn(timeZone, from + chance.between(0, Math.max(0, bench.now - from)));
  const isMonth = chance.happens(0.3);
  return {
    from: isMonth ? `${day.slice(0, 7)}-01` : day,
    to: isMonth ? dayBefore(monthAfter(day)) : to,
    timeZone,
    by: 'lead',
    source: chance.happens(0.3) ? chance.oneOf(['google', 'linkedin', 'direct']) : null,
    person: chance.happens(0.3) ? chance.oneOf(['ann@baton.example', 'vp@baton.example']) : null,
  };
}

function monthAfter(day: string): string {
  const [year = 0, month = 0] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10);
}

describe('the seven numbers', () => {
  test(
    'equal a slow recount over the tables, whatever happened',
    { timeout: Math.max(120_000, runs * 20_000) },
    async () => {
      const seen = new Map<string, number>();
      for (let run = 0; run < runs; run += 1) {
        const chance = chanceFrom(seed * 7_919 + run);
        const history = await randomHistory(chance, 220);
        const { bench, timeZone, start } = history;
        const whole = { from: dayIn(timeZone, start), to: dayIn(timeZone, bench.now), timeZone };
        const any = { source: null, person: null };
        for (const by of ['lead', 'company'] as const) {
          const question = { ...whole, ...any, by };
          compare(history, question, `run ${run}, all by ${by}`);
          for (const { id, of } of fast(history, question).numbers) seen.set(id, (seen.get(id) ?? 0) + of);
        }
        for (let times = 0; times < 6; times += 1) {
          const question = questionFrom(chance, history);
          compare(history, question, `run ${run}, ${JSON.stringify(question)}`);
        }
      }
      // The histories are worth nothing if they tell of nothing.
      for (const id of numberIds) expect(seen.get(id) ?? 0, id).toBeGreaterThan(0);
      if (asked !== undefined) console.log(`${runs} histories`, Object.fromEntries(seen));
    },
  );

  test('each open to as many leads as they count', { timeout: 60_000 }, async () => {
    const history = await randomHistory(chanceFrom(seed + 99), 150);
    const { bench, timeZone, start } = history;
    const period = { from: dayIn(timeZone, start), to: dayIn(timeZone, bench.now) };
    const question: Question = { ...period, timeZone, by: 'lead', source: null, person: null };
    for (const { id, of, beside } of fast(history, question).numbers) {
      const young = beside.find((one) => one.id === 'too_young')?.value ?? 0;
      const answer = bench.desk.review.behind({ ...period, by: 'lead', filter: {}, team: [] }, id, {
        limit: 1_000,
        offset: 0,
      });
      expect(answer.kind === 'done' ? JSON.parse(answer.text) : answer).toMatchObject({
        total: of + young,
        leads: { length: of + young },
      });
    }
  });
});

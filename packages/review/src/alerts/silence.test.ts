import { describe, expect, test } from 'vitest';
import { chanceFrom } from './chance.ts';
import { silenceIn, silenceLimit, usualOf } from './silence.ts';

const zone = 'Europe/Berlin';
const hour = 3_600_000;
const day = 24 * hour;
/** Monday 1 March 2027, 00:00 in Berlin. */
const end = Date.parse('2027-02-28T23:00:00Z');

/** Leads of so many days before and after the end, by office hours, fewer at weekends. */
function leadsOf(perDay: number, seed: number, from: number, to: number): number[] {
  const chance = chanceFrom(seed);
  const found: number[] = [];
  for (let at = from; at < to; at += hour) {
    const local = new Date(at + hour);
    const isWeekend = [0, 6].includes(local.getUTCDay());
    const isOffice = local.getUTCHours() >= 9 && local.getUTCHours() < 18;
    const mean = perDay * (isWeekend ? 0.3 : 1.28) * (isOffice ? 0.1 : 0.1 / 15);
    for (let many = chance.poisson(mean); many > 0; many -= 1)
      found.push(at + Math.floor(chance.even() * hour));
  }
  return found.toSorted((one, other) => one - other);
}

describe('a form that gets leads every day', () => {
  const leads = leadsOf(10, 1, end - 56 * day, end);
  const usual = usualOf(leads, end, zone);
  const last = leads.at(-1) ?? 0;

  test('is silent after two working days without any, and not after one night', () => {
    if (usual === null) throw new Error('It has leads.');
    expect(silenceIn(usual, last, end + 10 * hour)).toBe(null);
    const silence = silenceIn(usual, last, end + 40 * hour);
    expect(silence?.expected).toBeGreaterThan(silenceLimit(usual));
  });

  test('is told at no hour of the night', () => {
    if (usual === null) throw new Error('It has leads.');
    expect(silenceIn(usual, last, end + 51 * hour)).toBe(null);
    expect(silenceIn(usual, last, end + 58 * hour)).not.toBe(null);
  });

  test('may be silent on days on which nobody is expected', () => {
    if (usual === null) throw new Error('It has leads.');
    const off = new Set(['2027-03-01', '2027-03-02']);
    expect(silenceIn(usual, last, end + 40 * hour, (one) => off.has(one))).toBe(null);
  });
});

test('a form that rarely gets any is never silent', () => {
  expect(usualOf(leadsOf(0.3, 2, end - 56 * day, end), end, zone)).toBe(null);
});

test('leads that come in crowds make silence less surprising', () => {
  const leads = leadsOf(10, 3, end - 56 * day, end);
  const crowds = leads.flatMap((at) => (Math.floor(at / day) % 3 === 0 ? [at, at, at] : []));
  const [even, crowded] = [usualOf(leads, end, zone), usualOf(crowds, end, zone)];
  if (even === null || crowded === null) throw new Error('They have leads.');
  expect(silenceLimit(crowded)).toBeGreaterThan(2 * silenceLimit(even));
});

test('without a change, one year in twenty cries out at most', { timeout: 120_000 }, () => {
  const years = Number(process.env['BATON_ALERT_YEARS'] ?? 12);
  let loud = 0;
  for (let year = 0; year < years; year += 1) {
    const leads = leadsOf([1, 4, 15][year % 3] ?? 1, 100 + year, end - 56 * day, end + 365 * day);
    let usual = usualOf(leads, end, zone);
    let next = 0;
    for (let at = end; at < end + 365 * day; at += hour) {
      if ((at - end) % (7 * day) === 0) usual = usualOf(leads, at, zone);
      while ((leads[next] ?? Infinity) <= at) next += 1;
      const last = leads[next - 1] ?? 0;
      // What lasts less than half a day is never silence here, and most of the hours are that.
      if (usual === null || at - last < day / 2 || silenceIn(usual, last, at) === null) continue;
      loud += 1;
      break;
    }
  }
  // Of few years one is more than one in twenty.
  expect(loud).toBeLessThanOrEqual(Math.max(1, years / 20));
});

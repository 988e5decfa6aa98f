import { plainText } from '@baton/rules';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { changesArbitrary } from '../agreement-arbitraries.ts';
import { exampleDocument, when } from '../example-agreement.ts';
import { diffInWords } from './diff-in-words.ts';
import { changedAt, leavesOf, names } from './samples.ts';

const { score, tiers, handoff, routing, hours } = exampleDocument;
const { fit, intent } = score;

function told(changes: object, before: unknown = exampleDocument): readonly string[] {
  return diffInWords(before, { ...exampleDocument, ...changes }, names).map(({ says }) => plainText(says));
}

test('the threshold, points, times and names are told with what they were', () => {
  const [hot, mql, nurture] = tiers;
  expect(told({ tiers: [{ ...hot, followUp: 'PT30M' }, { ...mql, from: 60 }, nurture] })).toEqual([
    'Tier hot, answered: within 15 minutes of business time → within 30 minutes of business time',
    'Threshold (tier mql): 50 points → 60 points',
  ]);
  expect(told({ handoff: { ...handoff, tier: 'hot', again: undefined } })).toEqual([
    'Threshold: mql (50 points) → hot (75 points)',
    'After a rejection, by time alone: after 90 days → never',
  ]);
  const [size, vp, free] = fit.rules;
  const rules = [size, { ...vp, points: 15, says: 'VP' }, free];
  expect(told({ score: { ...score, fit: { max: 50, rules } } })).toEqual([
    'Fit, at most: 60 points → 50 points',
    'Fit rule VP or above, its words: “VP or above” → “VP”',
    'Fit rule VP or above: 20 points → 15 points',
  ]);
  expect(
    told({ routing: { ...routing, fallback: { person: 'ann@example.com' }, keepOwner: false } }),
  ).toEqual(['Fallback: Vik Sand → Ann Berg', 'Owners keep their leads: yes → no']);
});

test('conditions are told as sentences, whatever changed within', () => {
  const [size, ...others] = fit.rules;
  const or = { ...when({ field: 'lead.budget', operator: '>', value: 1000 }), combinator: 'or' };
  const rules = [{ ...size, when: or }, ...others];
  expect(told({ score: { ...score, fit: { ...fit, rules } } })).toEqual([
    'Fit rule More than 50 people, holds: when Company size is at least 51-200 → when Budget is more than 1,000',
  ]);
});

test('what is new and what is gone is said whole', () => {
  const disqualify = [
    { id: 'free', says: 'Free mail', when: when({ field: 'lead.email_kind', operator: '=', value: 'free' }) },
  ];
  expect(told({ disqualify })).toEqual([
    'New disqualifier — Free mail: never handed off when Kind of e-mail address is Free.',
    'No longer: disqualifier — Student: never handed off when Job title contains “student”.',
  ]);
  expect(told({ score: { ...score, intent: { ...intent, behaviours: [] } } })).toEqual([
    'No longer: intent behaviour — Viewed pricing: 15 points for each view of a page whose path matches /pricing*, at most 30 points in all.',
  ]);
  expect(told({}, { ...exampleDocument, escalate: [] })).toEqual([
    'When nobody follows up: nothing → At 80% of the follow-up time, the owner is told; at 100% of the follow-up time, Vik Sand is told; at 150% of the follow-up time, the lead passes to the next person',
  ]);
});

test('a rule that comes earlier has moved', () => {
  const rules = routing.rules.toReversed();
  expect(told({ routing: { ...routing, rules } })).toEqual(['Routing rule big moved: now first']);
});

test('hours are told by the day', () => {
  const week = { ...hours.week, fri: [['09:00', '15:00']], sat: [['10:00', '12:00']] };
  expect(told({ hours: { ...hours, week, holidays: ['2026-12-25'] } })).toEqual([
    'Friday: from 09:00 to 17:30 → from 09:00 to 15:00',
    'Saturday: closed → from 10:00 to 12:00',
    'Holidays: none → December 25, 2026',
  ]);
});

test('who signed is no difference, and a default that is written out is told as such', () => {
  expect(told({ signatures: [] })).toEqual([]);
  expect(told({ review: { every: 'quarter' } })).toHaveLength(1);
  expect(told({ routing: { ...routing, keepOwner: undefined } })).toEqual([
    'Owners keep their leads: yes → no',
  ]);
});

test('what no word is known for is told by its path', () => {
  expect(told({ colour: { of: 'ink' } })).toEqual(['colour: nothing → {"of":"ink"}']);
  expect(diffInWords(null, exampleDocument, names).length).toBeGreaterThan(5);
  expect(diffInWords(3, 'x', names)).toHaveLength(1);
});

const documents = changesArbitrary.map((changes) => {
  const { signatures: _, ...rest } = exampleDocument;
  return { ...rest, ...changes };
});

test('nothing changed is nothing told, and one change anywhere is told in its place', () => {
  fc.assert(
    fc.property(documents, fc.nat(), (document, choice) => {
      expect(diffInWords(document, structuredClone(document), names)).toEqual([]);
      const places = leavesOf(document, new Set(['number', 'boolean', 'string']));
      const place = places[choice % places.length] ?? [];
      const changes = diffInWords(document, changedAt(document, place), names);
      expect(changes.length, place.join('/')).toBeGreaterThan(0);
      for (const { path, says } of changes) {
        expect(path[0]).toBe(place[0]);
        expect(plainText(says).trim()).not.toBe('');
      }
    }),
  );
});

import { plainText } from '@baton/rules';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { changesArbitrary } from '../agreement-arbitraries.ts';
import { exampleAgreement, exampleDocument, when } from '../example-agreement.ts';
import { agreementInWords } from './agreement-in-words.ts';
import { changedAt, leavesOf, names } from './samples.ts';
import type { Section, SectionId } from './sections.ts';
import { summaryInWords } from './summary-in-words.ts';

const inWords = (document: unknown): readonly Section[] => agreementInWords(document, names);
const textOf = (document: unknown): string =>
  inWords(document)
    .flatMap(({ sentences }) => sentences.map(({ words }) => plainText(words)))
    .join('\n');

function section(id: SectionId, document: unknown = exampleDocument): readonly string[] {
  const found = inWords(document).find((one) => one.id === id);
  return found?.sentences.map(({ words }) => plainText(words)) ?? [];
}

test('rules and behaviours say when they give how many points', () => {
  expect(section('fit')).toEqual([
    'Fit counts for no less than 0 and at most 60 points.',
    'More than 50 people: 30 points when Company size is at least 51-200.',
    'VP or above: 20 points when Seniority is at least Vice president.',
    'Writes from a free address: 15 points less when Kind of e-mail address is Free.',
  ]);
  expect(section('intent')).toEqual([
    'Intent counts for no less than 0 and at most 40 points.',
    'Asked for a demo: 25 points when Wants a demo is yes.',
    'Viewed pricing: 15 points for each view of a page whose path matches /pricing*, at most 30 points in all.',
    'What somebody did is worth half after every 30 days.',
  ]);
  expect(section('engagement').at(2)).toBe(
    'Attended the webinar: 12 points for each event webinar_attended.',
  );
});

test('tiers stand from the highest down, with the time to answer', () => {
  expect(section('tiers')).toEqual([
    'hot: 75 points or more — answered within 15 minutes of business time.',
    'mql: 50 points or more, below 75 points — answered within 4 hours of business time.',
    'nurture: 0 points or more, below 50 points — no follow-up time.',
  ]);
});

test('who is handed off, to whom, and when again', () => {
  expect(section('disqualify')).toEqual(['Student: never handed off when Job title contains “student”.']);
  expect(section('handoff')).toEqual([
    'A lead is handed off once, when it reaches the tier mql: from 50 points on.',
    'Beside the score, nothing else is required.',
    'Behaviour alone never qualifies: a rule of fit or intent that gives points must hold as well.',
    'After a rejection it is handed off again only if its score has since been below 45 points (5 points under the threshold) and it is qualified anew, or later, as follows.',
    'A rejected lead that is qualified is handed off again once 90 days have passed since the verdict.',
  ]);
  expect(section('routing')).toEqual([
    'A lead whose owner is known, or its company’s owner, goes to that owner.',
    'First: when Country is one of Germany or France, to team EMEA, whose members take turns.',
    'Else: when Score in all is at least 90, to Cid Rossi.',
    'If no rule holds, it goes to Vik Sand, and so it does when whom it is meant for is away, at capacity or gone.',
  ]);
});

test('hours, escalation, promises, reasons and the review are said', () => {
  const hours = { ...exampleDocument.hours, holidays: ['2026-12-25', '2027-01-01'] };
  expect(section('hours', { ...exampleDocument, hours })).toEqual([
    'Business time runs Monday to Friday from 09:00 to 17:30.',
    'Times are those of the time zone Europe/Berlin.',
    'Closed on December 25, 2026 and January 1, 2027.',
  ]);
  expect(section('escalate')).toEqual([
    'At 80% of the follow-up time, the owner is told.',
    'At 100% of the follow-up time, Vik Sand is told.',
    'At 150% of the follow-up time, the lead passes to the next person.',
  ]);
  const commitments = {
    marketing: { qualifiedPerMonth: 120, answerWithin: 'P1D' },
    sales: { followUpInTime: 0.9, accept: 0.07 },
  };
  expect(section('commitments', { ...exampleDocument, commitments })).toEqual([
    'Marketing brings 120 qualified leads a month.',
    'Marketing answers questions about a lead within 1 business day.',
    'Sales follows up in time on 90% of what it is handed.',
    'Sales accepts 7% of what it is handed.',
  ]);
  expect(section('rejections')).toEqual(['Company too small — speaks against More than 50 people.']);
  expect(section('review')).toEqual(['Both sides look at this again every quarter.']);
});

test('who is gone is said to be gone', () => {
  const routing = {
    rules: [{ id: 'a', when: when({ field: 'lead.lost', operator: '=', value: 1 }), to: { team: 'x' } }],
    fallback: { person: 'gone@example.com' },
  };
  const sentences = inWords({ ...exampleDocument, routing }).find(({ id }) => id === 'routing')?.sentences;
  const gone = sentences?.flatMap(({ words }) => words.filter(({ as }) => as === 'gone'));
  expect(gone?.map(({ text }) => text)).toEqual([
    'something that is gone',
    'the team x, which is gone',
    'gone@example.com, who is gone',
  ]);
});

test.each([undefined, null, [], 'text', { score: 3, tiers: [null, 7], routing: { rules: [[]] } }])(
  'there are words for what is no agreement: %j',
  (document) => {
    expect(inWords(document)).toHaveLength(13);
    expect(summaryInWords(document, names).length).toBeGreaterThan(3);
  },
);

test('what was parsed reads as what was written', () => {
  expect(inWords(exampleAgreement())).toEqual(inWords(exampleDocument));
});

test('the summary is five to eight sentences with the numbers of the document', () => {
  const said = summaryInWords(exampleDocument, names).map(({ words }) => plainText(words));
  expect(said).toEqual([
    'Sales is handed everybody who has 50 points or more, not by behaviour alone; never whom this meets: Student.',
    'Who they are gives at most 60 points, what they did 25 points and what they want 40 points: 125 points in all.',
    'What counts most: More than 50 people (30 points), Asked for a demo (25 points) and VP or above (20 points).',
    'Sales answers hot within 15 minutes of business time and mql within 4 hours of business time.',
    'An owner keeps their leads; 2 rules send the others to team EMEA or Cid Rossi, and what is left goes to Vik Sand.',
    'Business time runs Monday to Friday from 09:00 to 17:30, Europe/Berlin.',
    'At 80% of the follow-up time, the owner is told; at 100% of the follow-up time, Vik Sand is told; at 150% of the follow-up time, the lead passes to the next person.',
  ]);
});

const documents = changesArbitrary.map((changes) => ({ ...exampleDocument, ...changes }));

test('of a random agreement everything is said once, with its points', () => {
  fc.assert(
    fc.property(documents, (document) => {
      const sentences = inWords(document).flatMap((one) => one.sentences);
      const at = (path: readonly (string | number)[]): string => {
        const found = sentences.filter((one) => one.path.join('/') === path.join('/'));
        expect(found, path.join('/')).toHaveLength(1);
        return plainText(found[0]?.words ?? []);
      };
      for (const id of ['fit', 'engagement', 'intent'] as const) {
        const { rules, behaviours, max } = document.score[id];
        for (const [index, rule] of rules.entries())
          expect(at(['score', id, 'rules', index])).toContain(` ${Math.abs(rule.points)} point`);
        for (const [index, behaviour] of behaviours.entries())
          expect(at(['score', id, 'behaviours', index])).toContain(` ${Math.abs(behaviour.points)} point`);
        expect(at(['score', id, 'max'])).toContain(` ${max} point`);
      }
      for (const index of document.tiers.keys()) at(['tiers', index]);
      for (const index of document.disqualify.keys()) at(['disqualify', index]);
      for (const index of document.routing.rules.keys()) at(['routing', 'rules', index]);
      for (const index of document.escalate.keys()) at(['escalate', index]);
    }),
  );
});

test('where one number is another, or a yes a no, the words are others', () => {
  fc.assert(
    fc.property(documents, fc.nat(), (document, choice) => {
      const { format: _, ...terms } = document;
      const places = leavesOf(terms, new Set(['number', 'boolean']));
      const place = places[choice % places.length] ?? [];
      expect(textOf(changedAt(terms, place)), place.join('/')).not.toBe(textOf(terms));
    }),
    { numRuns: 200 },
  );
});

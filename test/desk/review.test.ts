// What the review counts from, as the Desk reads it.
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { fillWithLeads } from './many-leads.ts';
import { arrivalOf, nodeDesk, type NodeDesk } from './desk-on-node.ts';
import { smallWorkspace } from './small-workspace.ts';
import type { ReviewQuery } from '../../apps/worker/src/desk/review/review-desk.ts';
import type { Counting } from '@baton/review';

const everything: ReviewQuery = { from: null, to: null, by: 'lead', filter: {}, team: [] };

function readAll({ desk }: NodeDesk): number {
  const reading = desk.review.reading();
  if (reading === null) return 0;
  let steps = 1;
  while (reading.step()) steps += 1;
  return steps;
}

/** The facts that a question is answered from. */
function countingOf(bench: NodeDesk, query: Partial<ReviewQuery> = {}): Counting {
  readAll(bench);
  let found: Counting | null = null;
  bench.desk.review.answer({ ...everything, ...query }, (asked) => {
    found = asked;
    return {};
  });
  if (found === null) throw new Error('Nothing was asked.');
  return found;
}

function begun(): NodeDesk {
  const bench = nodeDesk();
  expect(bench.desk.importWorkspace(smallWorkspace).ok).toBe(true);
  return bench;
}

function send({ desk }: NodeDesk, more: Parameters<typeof arrivalOf>[1] = {}): void {
  const answers = { email: 'ann@a.example', size: '51-500', role: 'manager', team: 3 };
  expect(desk.intake.submit(arrivalOf(answers, more)).kind).toBe('stored');
}

const touchesTold = [
  { at: '2026-12-01T10:00:00Z', utm_source: 'Google', utm_medium: 'CPC' },
  { at: '2026-12-20T10:00:00Z', referrer: 'https://news.example/a' },
];

describe('the facts', () => {
  test('hold where a lead came from, each touch once however often it was told', () => {
    const bench = begun();
    const journal = { utm_source: 'LinkedIn', utm_campaign: 'Launch', touches: touchesTold };
    for (let times = 0; times < 2; times += 1) send(bench, { journal, visit: { country: 'AT' } });
    const { facts } = countingOf(bench);
    const { leads, touches, words } = facts;
    expect(leads.count).toBe(1);
    expect(words.source[leads.of.source[0] ?? 0]).toBe('linkedin');
    expect(words.campaign[leads.of.campaign[0] ?? 0]).toBe('launch');
    expect(words.country[leads.of.country[0] ?? 0]).toBe('AT');
    expect([...touches.source].map((code) => words.source[code])).toEqual(['google', 'news.example']);
  });

  test('are read again when something was written, and only then', () => {
    const bench = begun();
    expect(readAll(bench)).toBe(1);
    expect(readAll(bench)).toBe(0);
    send(bench);
    expect(countingOf(bench).facts.leads.count).toBe(1);
    expect(readAll(bench)).toBe(0);
  });

  test('of many leads are read in pieces, and rest in between', () => {
    const bench = begun();
    fillWithLeads(bench, 2_500);
    expect(readAll(bench)).toBe(13);
    send(bench);
    expect(readAll(bench)).toBe(0);
    bench.now += 2_000;
    expect(readAll(bench)).toBe(13);
  });

  test('by company are as many as there are companies, and keep every handoff', () => {
    const bench = begun();
    fillWithLeads(bench, 1_500);
    bench.sql.run(`UPDATE leads SET domain = 'company' || (id % 400) || '.example' WHERE id > 10`);
    const [leads, companies] = [countingOf(bench), countingOf(bench, { by: 'company' })];
    const domains = bench.sql.all(`SELECT count(DISTINCT domain) AS count FROM leads`);
    expect([{ count: companies.facts.leads.count }]).toEqual(domains);
    expect(companies.facts.handoffs.count).toBe(leads.facts.handoffs.count);
  });
});

describe('narrowed down', () => {
  test('are leads by their own words, and handoffs by who has them', () => {
    const bench = begun();
    fillWithLeads(bench, 500);
    const { facts, selection } = countingOf(bench, { filter: { person: ['ann@baton.example'] } });
    const chosen = [...selection.handoffs.keys()].filter((place) => selection.handoffs[place] === 1);
    expect(chosen.length).toBeGreaterThan(0);
    for (const place of chosen)
      expect(facts.words.person[facts.handoffs.person[place] ?? 0]).toBe('ann@baton.example');
    expect([...countingOf(bench, { filter: { source: ['nowhere'] } }).selection.leads]).not.toContain(1);
  });

  test('a period that ends before it begins is refused', () => {
    const bench = begun();
    readAll(bench);
    const answer = bench.desk.review.answer(
      { ...everything, from: '2027-02-01', to: '2027-01-01' },
      () => ({}),
    );
    expect(answer).toMatchObject({ kind: 'invalid', issues: [{ code: 'not_a_period' }] });
  });
});

test('what can be chosen from is what there is', () => {
  const bench = begun();
  send(bench, { journal: { utm_source: 'Google' } });
  readAll(bench);
  const choices = bench.desk.review.choices();
  const told: unknown = choices.kind === 'done' ? JSON.parse(choices.text) : null;
  expect(z.looseObject({ leads: z.number() }).parse(told)).toMatchObject({
    leads: 1,
    timeZone: 'Europe/Berlin',
    dimensions: { source: [{ word: 'google', count: 1 }] },
  });
});

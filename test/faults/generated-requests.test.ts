// Whatever a body is, the worker answers in its own words and stores nothing that the form does not declare.
// BATON_FAULT_BODIES says how many are tried.
import { Agent } from 'node:http';
import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Baton, jsonOf, objectIn, objectsIn, startBaton, textIn } from './baton.ts';
import { someBody } from './generated-bodies.ts';
import { type Answer, call } from './post.ts';

const count = Number(process.env['BATON_FAULT_BODIES'] ?? 3_000);
const connections = 8;

let baton: Baton;

beforeAll(async () => {
  baton = await startBaton([]);
});

afterAll(async () => {
  await baton.close();
});

const declared = {
  answers: ['email', 'name', 'role', 'size', 'team'],
  attributes: ['company_domain', 'company_size', 'email', 'email_kind', 'name', 'role', 'team_size'],
  visit: 'url referrer referrer_host page_path language device returning facts at touches'.split(' '),
  facts: ['utm_source', 'referrer_host', 'page_path', 'language', 'device', 'returning'],
};

const options = { size: ['1-10', '11-50', '51-500'], role: ['manager', 'student', 'other'] };

test(
  `${count} generated bodies: none breaks the worker, and nothing undeclared is stored`,
  async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: connections });
    const url = `${baton.instance.url}/f/demo/submissions`;
    const headers = { 'content-type': 'application/json' };
    let taken = 0;
    let refused = 0;
    const judge = (body: string, answer: Answer): void => {
      if (answer.status === 201 || answer.status === 200) {
        taken += 1;
        expect(Object.keys(jsonOf(answer)).sort()).toEqual(['outcome', 'submission', 'visitor']);
      } else {
        refused += 1;
        expect([answer.status, body]).toEqual([expect.toBeOneOf([400, 413, 422]), body]);
        expect(answer.headers['content-type']).toBe('application/problem+json');
        expect(jsonOf(answer)).toMatchObject({ status: answer.status, title: expect.any(String) });
      }
    };
    await fc.assert(
      fc.asyncProperty(fc.array(someBody, { minLength: 32, maxLength: 32 }), async (bodies) => {
        await Promise.all(bodies.map(async (body) => judge(body, await call(url, { headers, body, agent }))));
      }),
      { numRuns: Math.ceil(count / 32), endOnFailure: false },
    );
    agent.destroy();
    // A generator that only makes nonsense, or none, would prove little.
    expect(taken).toBeGreaterThan(count / 5);
    expect(refused).toBeGreaterThan(count / 5);

    const submissions = await baton.all('submissions');
    for (const stored of submissions) {
      const answers = objectIn(stored, 'answers');
      const visit = objectIn(stored, 'visit');
      expect(undeclared(answers, declared.answers)).toEqual([]);
      expect(undeclared(withoutCampaign(visit), declared.visit)).toEqual([]);
      expect(undeclared(objectIn(visit, 'facts'), declared.facts)).toEqual([]);
      for (const touch of objectsIn(visit, 'touches')) {
        expect(undeclared(withoutCampaign(touch), declared.visit)).toEqual([]);
      }
      for (const [field, known] of Object.entries(options)) {
        if (answers[field] !== undefined) expect(known).toContain(answers[field]);
      }
      if (answers['team'] !== undefined) expect(answers['team']).toSatisfy(Number.isFinite);
      if (stored['final'] === true) expect(textIn(answers, 'email')).toMatch(/^[^\s@]+@[^\s@]+$/);
    }
    for (const lead of await baton.all('leads')) {
      expect(undeclared(objectIn(lead, 'attributes'), declared.attributes)).toEqual([]);
      expect(lead['stage']).toBeOneOf(['lead', 'mql']);
      expect(objectIn(lead, 'score')['total']).toBeLessThanOrEqual(125);
    }
    expect(baton.bugs).toEqual([]);
  },
  60_000 + count * 30,
);

function undeclared(object: Readonly<Record<string, unknown>>, known: readonly string[]): string[] {
  return Object.keys(object).filter((key) => !known.includes(key));
}

/** A bent `utm_source` may still be some part of a campaign, and those are taken by their form. */
function withoutCampaign(visit: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(visit).filter(([key]) => !/^utm_[a-z_]+$/.test(key)));
}

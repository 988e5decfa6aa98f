import { expect, test } from 'vitest';
import { decide, judgeOf } from './judging.ts';
import { behavioursOf, factsOf, nobodyYet, pathsRead } from './imagined-lead.ts';
import { templateAgreement } from './template.ts';

const people = new Map([
  ['vp@example.com', { email: 'vp@example.com', name: 'Vik Sand', party: 'sales' as const }],
]);
const around = { catalogue: new Map(), people, teams: new Map() };
const draft = templateAgreement({
  attributes: new Map(),
  fallback: 'vp@example.com',
  timeZone: 'Europe/Berlin',
});
const monday = Date.parse('2026-11-23T10:00:00Z');

function judged() {
  const judging = judgeOf(draft, around);
  if (!judging.ok) throw new Error(JSON.stringify(judging.issues));
  return judging.judge;
}

test('the template is an agreement that can judge, and asks for what it reads', () => {
  expect(judged().threshold.id).toBe('mql');
  expect(pathsRead(draft)).toEqual(['lead.seniority', 'lead.email_kind']);
});

test('an imagined lead is decided as a real one: points, tier, owner, deadline', () => {
  const attributes = { seniority: 'director', email_kind: 'business' };
  const lead = { ...nobodyYet, attributes, seen: { pricing: 1 } };
  const { judgement, handoff } = decide(judged(), factsOf(lead, behavioursOf(draft), monday), around, monday);
  expect(judgement.score.total).toBe(60);
  expect(judgement.score.reasons.reduce((sum, { points }) => sum + points, 0)).toBe(60);
  expect(handoff).toMatchObject({ owner: 'Vik Sand', due: monday + 4 * 3_600_000 });
});

test('what was done long ago is worth less, and behaviour alone is not handed off', () => {
  const seen = { pricing: 2, article: 3, demo_page: 1 };
  const behaviours = behavioursOf(draft);
  const fresh = decide(judged(), factsOf({ ...nobodyYet, seen }, behaviours, monday), around, monday);
  const old = decide(
    judged(),
    factsOf({ ...nobodyYet, seen, daysAgo: 30 }, behaviours, monday),
    around,
    monday,
  );
  expect(old.judgement.score.intent).toBe(fresh.judgement.score.intent / 2);
  expect(fresh.handoff).toBeNull();
});

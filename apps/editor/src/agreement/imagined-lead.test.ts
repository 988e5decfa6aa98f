import { expect, test } from 'vitest';
import { decide, judgeOf } from './judging.ts';
import { behavioursOf, factsOf, nobodyYet, pathsRead } from './imagined-lead.ts';
import { templateAgreement } from './template.ts';
import { withValueAt } from './terms-draft.ts';

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
  const lead = { ...nobodyYet, attributes, seen: { pricing: { times: 1, daysAgo: 0 } } };
  const { judgement, handoff } = decide(judged(), factsOf(lead, behavioursOf(draft), monday), around, monday);
  expect(judgement.score.total).toBe(60);
  expect(judgement.score.reasons.reduce((sum, { points }) => sum + points, 0)).toBe(60);
  expect(handoff).toMatchObject({ owner: 'Vik Sand', due: monday + 4 * 3_600_000 });
});

test('each behaviour is as old as it is said to be: worth less, and no handoff by itself', () => {
  const seen = (pricing: number, articles: number) => ({
    pricing: { times: 2, daysAgo: pricing },
    article: { times: 3, daysAgo: articles },
    demo_page: { times: 1, daysAgo: pricing },
  });
  const decided = (pricing: number, articles: number) => {
    const facts = factsOf({ ...nobodyYet, seen: seen(pricing, articles) }, behavioursOf(draft), monday);
    return decide(judged(), facts, around, monday);
  };
  const fresh = decided(0, 0).judgement.score;
  expect(decided(30, 0).judgement.score).toMatchObject({
    intent: fresh.intent / 2,
    engagement: fresh.engagement,
  });
  expect(decided(0, 365).judgement.score).toMatchObject({ intent: fresh.intent, engagement: 0 });
  // A reason each.
  expect(fresh.reasons.map(({ id }) => id).toSorted()).toEqual(['article', 'demo_page', 'pricing']);
  expect(decided(0, 0).handoff).toBeNull();
});

test('of a question with several answers each option counts that was given', () => {
  const tools = {
    id: 'tools',
    label: 'Tools',
    type: 'choices' as const,
    about: 'company' as const,
    options: ['crm', 'mail', 'chat'].map((id) => ({ id, label: id })),
  };
  const uses = (id: string, points: number) => ({
    id,
    says: `Uses ${id}`,
    points,
    when: { combinator: 'and', rules: [{ field: 'lead.tools', operator: 'contains', value: id }] },
  });
  const rules = [uses('crm', 10), uses('mail', 5), uses('chat', -3)];
  const wide = { ...around, catalogue: new Map([['tools', tools]]) };
  const judging = judgeOf(withValueAt(draft, ['score', 'fit', 'rules'], rules), wide);
  if (!judging.ok) throw new Error(JSON.stringify(judging.issues));
  const facts = factsOf({ ...nobodyYet, attributes: { tools: ['crm', 'chat'] } }, [], monday);
  expect(decide(judging.judge, facts, wide, monday).judgement.score.reasons).toMatchObject([
    { says: 'Uses crm', points: 10 },
    { says: 'Uses chat', points: -3 },
  ]);
});

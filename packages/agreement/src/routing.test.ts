import { expect, test } from 'vitest';
import { exampleJudge, leadWith, people, teams } from './example-agreement.ts';
import type { LeadFacts } from './lead.ts';
import { routeLead, type LeadToRoute, type Roster } from './routing.ts';

const now = Date.parse('2026-11-23T12:00:00+01:00');
const judge = exampleJudge();
const german = leadWith({ country: 'DE' });
const strong = leadWith(
  { country: 'US', company_size: '51-200', seniority: 'vp', wants_demo: true },
  {
    occurrences: [{ path: '/pricing', at: now + 90 * 86_400_000 }],
  },
);

function route(facts: LeadFacts, lead: Partial<LeadToRoute> = {}, roster: Partial<Roster> = {}, at = now) {
  return routeLead(
    judge,
    { facts, judgement: judge.judge(facts, at), owner: null, companyOwner: null, ...lead },
    { people, teams, handoffsToday: new Map(), turns: [], ...roster },
    at,
  );
}

test('the first rule that holds decides', () => {
  const { person, why, line } = route(german);
  expect(person).toBe('ann@example.com');
  expect(why).toEqual({ code: 'rule_team', params: { rule: 'emea', team: 'EMEA', person: 'Ann Berg' } });
  expect(line).toBe('Rule "emea" names team EMEA: it is Ann Berg\'s turn');
});

test('a rule may read the score, and name a person', () => {
  expect(route(strong)).toMatchObject({
    person: 'cid@example.com',
    why: { code: 'rule_person' },
    line: 'Rule "big" names Cid Rossi',
  });
});

test('where no rule holds the fallback gets it', () => {
  expect(route(leadWith({}))).toMatchObject({
    person: 'vp@example.com',
    why: { code: 'fallback_no_rule', params: { person: 'Vik Sand' } },
    turns: [],
  });
});

test('an owner keeps the lead, and the owner of the company before any rule', () => {
  expect(route(german, { owner: 'bob@example.com', companyOwner: 'cid@example.com' })).toMatchObject({
    person: 'bob@example.com',
    why: { code: 'owner' },
  });
  expect(route(german, { companyOwner: 'cid@example.com' })).toMatchObject({
    person: 'cid@example.com',
    why: { code: 'company_owner' },
    line: 'Cid Rossi owns this company',
  });
});

test('an owner who left does not count', () => {
  expect(route(german, { owner: 'gone@example.com', companyOwner: 'bob@example.com' }).person).toBe(
    'bob@example.com',
  );
  expect(route(german, { owner: 'gone@example.com', companyOwner: 'gone@example.com' }).why.code).toBe(
    'rule_team',
  );
});

test('owners keep nothing where the agreement does not say so', () => {
  const other = exampleJudge({ routing: { fallback: { person: 'vp@example.com' } } });
  const lead = {
    facts: german,
    judgement: other.judge(german, now),
    owner: 'bob@example.com',
    companyOwner: null,
  };
  const roster = { people, teams, handoffsToday: new Map<string, number>(), turns: [] };
  expect(routeLead(other, lead, roster, now).why.code).toBe('fallback_no_rule');
});

test('an owner who is away or at capacity sends the lead to the fallback', () => {
  const december = Date.parse('2026-12-02T12:00:00+01:00');
  expect(route(german, { owner: 'cid@example.com' }, {}, december)).toMatchObject({
    person: 'vp@example.com',
    why: { code: 'fallback_away', params: { meant: 'Cid Rossi' } },
    line: 'Cid Rossi is away: Vik Sand is the fallback',
  });
  const handoffsToday = new Map([['bob@example.com', 2]]);
  expect(route(german, { owner: 'bob@example.com' }, { handoffsToday })).toMatchObject({
    person: 'vp@example.com',
    why: { code: 'fallback_at_capacity' },
  });
  expect(
    route(german, { owner: 'bob@example.com' }, { handoffsToday: new Map([['bob@example.com', 1]]) }).person,
  ).toBe('bob@example.com');
});

test('being away begins and ends with the days where the office is', () => {
  const code = (instant: string) => route(strong, {}, {}, Date.parse(instant)).why.code;
  expect(code('2026-11-30T23:59:59+01:00')).toBe('rule_person');
  expect(code('2026-12-01T00:00:00+01:00')).toBe('fallback_away');
  expect(code('2026-12-03T23:59:59+01:00')).toBe('fallback_away');
  expect(code('2026-12-04T00:00:00+01:00')).toBe('rule_person');
});

test('a team passes over whoever is away, at capacity, or left', () => {
  const december = Date.parse('2026-12-02T12:00:00+01:00');
  const handoffsToday = new Map([['bob@example.com', 2]]);
  const members = ['gone@example.com', 'cid@example.com', 'bob@example.com', 'ann@example.com'];
  const crowd = new Map([['emea', { id: 'emea', members }]]);
  expect(route(german, {}, { handoffsToday, teams: crowd }, december).person).toBe('ann@example.com');
  const absent = new Map([['emea', { id: 'emea', members: members.slice(0, 3) }]]);
  expect(route(german, {}, { handoffsToday, teams: absent }, december)).toMatchObject({
    person: 'vp@example.com',
    why: { code: 'fallback_team_unavailable', params: { team: 'emea' } },
    line: 'Nobody in team emea is available: Vik Sand is the fallback',
  });
});

test('a rule that names somebody who left sends the lead to the fallback', () => {
  expect(route(german, {}, { teams: new Map() })).toMatchObject({
    person: 'vp@example.com',
    why: { code: 'fallback_unknown', params: { rule: 'emea', meant: 'emea' } },
  });
});

test('the fallback gets it even when away', () => {
  const away = [{ from: '2026-01-01', to: '2026-12-31' }];
  const onHoliday = new Map([...people].map(([email, person]) => [email, { ...person, away, capacity: 0 }]));
  expect(route(german, {}, { people: onHoliday }).person).toBe('vp@example.com');
});

test('a lead that is taken from somebody goes to somebody else', () => {
  const except = new Set(['ann@example.com']);
  const first = route(german, { owner: 'ann@example.com', except });
  expect(first.person).toBe('bob@example.com');
  expect(route(strong, { except: new Set(['cid@example.com']) })).toMatchObject({
    person: 'vp@example.com',
    line: 'It was taken from Cid Rossi: Vik Sand is the fallback',
  });
});

test('turns are kept from lead to lead', () => {
  let turns: Roster['turns'] = [];
  const given = Array.from({ length: 10 }, (_, index) => {
    const routed = route(german, {}, { turns }, now + index);
    turns = routed.turns;
    return routed.person[0];
  });
  // Weights 3, 1, 1.
  expect(given.join('')).toBe('abacaabaca');
});

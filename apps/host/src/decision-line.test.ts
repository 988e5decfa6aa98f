import { expect, test } from 'vitest';
import { bugText, coloured, decisionText, lateDeliveryText, plain } from './decision-line.ts';
import type { DecisionLine, DeliveryLine } from './log-line.ts';

const friday = Date.parse('2026-11-20T09:00:04Z');

const decision: DecisionLine = {
  baton: 'decision',
  at: friday,
  submission: 'sub_1',
  form: 'demo',
  email: 'lena@nordlager.example',
  score: { fit: 58, engagement: 0, intent: 26, total: 84 },
  tier: 'hot',
  state: 'handed_off',
  owner: { email: 'amelie@rampline.example', name: 'Amelie Brandt' },
  deadline: '2026-11-20T09:15:04Z',
  timeZone: 'Europe/Berlin',
  why: null,
  deliveries: ['d1', 'd2'],
};

const delivery: DeliveryLine = {
  baton: 'delivery',
  id: 'd1',
  submission: 'sub_1',
  kind: 'webhook',
  to: 'http://127.0.0.1:8789/webhook',
  attempt: 1,
  state: 'delivered',
  ms: 4,
  sinceSubmission: 7,
  status: 204,
  error: null,
  nextAt: null,
};

const say = (line: Partial<DecisionLine>, deliveries: readonly DeliveryLine[] = []): string =>
  decisionText({ ...decision, ...line }, deliveries, plain, 'UTC');

test('a handoff says who, how many points, to whom, until when and what was delivered', () => {
  expect(say({}, [delivery, { ...delivery, kind: 'email', ms: 11.4 }])).toBe(
    '09:00:04  lena@nordlager.example · demo · 58/0/26 = 84 · hot · Amelie Brandt by Fri 10:15 (15 min) · webhook 4 ms · e-mail 11 ms',
  );
});

test('a deadline stands on the clock of the agreement’s zone, with the date when it is far', () => {
  expect(say({ timeZone: 'America/New_York' })).toContain('by Fri 04:15 (15 min)');
  expect(say({ deadline: '2026-11-23T08:15:00Z' })).toContain('by Mon 09:15 (2 d 23 h)');
  expect(say({ deadline: '2026-11-20T13:00:04Z' })).toContain('(4 h)');
  expect(say({ deadline: '2026-11-20T10:30:04Z' })).toContain('(1 h 30 min)');
  expect(say({ deadline: '2026-12-01T08:15:00Z' })).toContain('by Tue 1 Dec 09:15');
  expect(say({ deadline: null })).toContain('· Amelie Brandt');
  expect(say({ deadline: null })).not.toContain('by');
});

test.each([
  [{ state: 'in_hand' }, 'hot · in hand with Amelie Brandt'],
  [{ state: 'nurture', tier: 'nurture', owner: null }, '58/0/26 = 84 · nurture'],
  [{ state: 'nurture', tier: 'mql', owner: null }, 'mql · not qualified'],
  [{ state: 'disqualified', tier: 'mql', owner: null }, '= 84 · disqualified'],
  [{ state: 'quarantined', score: null, tier: null, owner: null }, 'demo · quarantined'],
  [{ state: 'unagreed', score: null, tier: null, owner: null }, 'stored, no agreement in force'],
  [{ state: 'failed', score: null, tier: null, owner: null }, 'judging it failed'],
])('%o ends as %s', (line, words) => {
  expect(say(line)).toContain(words);
});

test.each([
  [{ state: 'waiting', status: 500, nextAt: '2026-11-20T09:00:09Z' }, 'webhook 500, again at 09:00:09'],
  [{ state: 'waiting', status: null, error: 'timeout', nextAt: null }, 'webhook timeout'],
  [{ state: 'dead', status: 500, attempt: 14 }, 'webhook 500, given up after 14 tries'],
  [{ state: 'dead', status: null, error: 'bad_address' }, 'webhook bad_address, given up after 1 try'],
  [{ state: 'disabled', status: 410 }, 'webhook 410, destination switched off'],
  [{ attempt: 3 }, 'webhook 4 ms at try 3'],
])('a delivery with %o is told as: %s', (line, words) => {
  expect(say({}, [{ ...delivery, ...line }])).toContain(words);
});

test('a late delivery names its lead and where it went', () => {
  const text = lateDeliveryText({ ...delivery, attempt: 2 }, friday, 'lena@nordlager.example', plain, 'UTC');
  expect(text).toBe(
    '09:00:04  lena@nordlager.example · webhook 4 ms at try 2 to http://127.0.0.1:8789/webhook',
  );
});

test('what came from outside cannot move the cursor, break the line or change colours', () => {
  const text = say({
    email: 'a\u001b[2J@b.c',
    form: 'x\ny',
    owner: { email: 'o', name: 'N\u202eame\u0007' },
  });
  // oxlint-disable-next-line no-control-regex -- exactly these must be gone
  expect(text).not.toMatch(/[\u0000-\u001f\u202e]/);
});

test('colours are only set where they are asked for', () => {
  expect(say({})).not.toContain('\u001b');
  expect(decisionText(decision, [], coloured, 'UTC')).toContain('\u001b[32mAmelie Brandt\u001b[39m');
});

test('a bug names the request that the visitor’s answer names', () => {
  const text = bugText({ baton: 'bug', requestId: 'r1', message: 'no such table', stack: 'at desk' }, plain);
  expect(text).toBe('Something broke: no such table (request r1)\nat desk');
});

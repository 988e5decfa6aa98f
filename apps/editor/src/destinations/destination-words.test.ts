import { expect, test } from 'vitest';
import { failureInWords, statusInWords, whatInWords, type Destination } from './destination-words.ts';

const working: Destination = {
  id: 'crm',
  kind: 'webhook',
  to: 'https://crm.example/hook',
  on: ['lead.handed_off'],
  tiers: [],
  pausedAt: null,
  disabledAt: null,
  refused: null,
  failing: null,
  waiting: 0,
  givenUp: 0,
  recent: [{ id: 'msg_1', state: 'delivered', at: '2027-01-04T09:00:00.000Z', milliseconds: 4, error: null }],
  previousSecretUntil: null,
};

const word = (more: Partial<Destination>): string =>
  statusInWords({ ...working, ...more }, () => 'an hour ago').word;

test('what goes there is told in a line', () => {
  expect(whatInWords({ on: ['lead.handed_off'], tiers: [] })).toBe('Handoffs');
  expect(whatInWords({ on: ['lead.handed_off', 'lead.rejected', 'handoff.breached'], tiers: ['hot'] })).toBe(
    'Handoffs, rejected leads, and missed deadlines, of hot',
  );
  expect(whatInWords({ on: [], tiers: [] })).toBe('Nothing');
});

test('of several things the most pressing one is told', () => {
  expect(word({})).toBe('Working');
  expect(word({ recent: [] })).toBe('Not used yet');
  const failing = { since: '2027-01-04T09:00:00.000Z', failures: 3, rests: false };
  expect(word({ failing, waiting: 2 })).toBe('Failing');
  expect(word({ failing, pausedAt: '2027-01-04T09:00:00.000Z' })).toBe('Paused');
  expect(word({ failing, disabledAt: '2027-01-04T09:00:00.000Z' })).toBe('Stopped');
  expect(word({ refused: 'private_address' })).toBe('Refused');
  expect(statusInWords({ ...working, failing, waiting: 2 }, () => 'an hour ago').says).toBe(
    '3 tries have failed; the first an hour ago. 2 deliveries wait.',
  );
});

test('every failure has a sentence, also one that is new', () => {
  expect(failureInWords('timeout', null)).toContain('ten seconds');
  expect(failureInWords('http_503', 503)).toBe('It answered 503.');
  expect(failureInWords('slack_user_not_found', 200)).toBe('Slack said: user not found.');
  expect(failureInWords('smtp_451', 451)).toBe('The mail server said: 451.');
  expect(failureInWords('something_new', null)).toBe('It failed: something_new.');
});

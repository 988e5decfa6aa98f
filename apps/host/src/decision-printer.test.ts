import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { plain } from './decision-line.ts';
import { type DecisionPrinter, createDecisionPrinter } from './decision-printer.ts';
import { readLogLine } from './log-line.ts';

let lines: string[];
let printer: DecisionPrinter;

beforeEach(() => {
  vi.useFakeTimers();
  lines = [];
  printer = createDecisionPrinter({ write: (line) => lines.push(line), style: plain });
});
afterEach(() => vi.useRealTimers());

function take(line: object): void {
  const read = readLogLine(JSON.stringify(line));
  if (read === null) throw new Error('No such line.');
  printer.take(read);
}

const decide = (deliveries: string[], submission = 's1'): void =>
  take({
    baton: 'decision',
    at: 0,
    submission,
    form: 'demo',
    email: 'a@b.c',
    state: 'nurture',
    tier: 'nurture',
    deliveries,
  });
const deliver = (id: string, more: object = {}): void =>
  take({
    baton: 'delivery',
    id,
    submission: 's1',
    kind: 'webhook',
    to: 'http://x/',
    attempt: 1,
    state: 'delivered',
    ms: 3,
    ...more,
  });

test('a decision without deliveries is printed at once', () => {
  decide([]);
  expect(lines).toEqual([expect.stringMatching(/a@b\.c · demo · nurture$/)]);
});

test('a decision is printed as soon as its last delivery is there', () => {
  decide(['d1', 'd2']);
  deliver('d1');
  expect(lines).toEqual([]);
  deliver('d2', { kind: 'email', ms: 9 });
  expect(lines).toEqual([expect.stringMatching(/webhook 3 ms · e-mail 9 ms$/)]);
});

test('a delivery told before its decision waits for it', () => {
  deliver('d1');
  expect(lines).toEqual([]);
  decide(['d1']);
  expect(lines).toEqual([expect.stringContaining('webhook 3 ms')]);
  vi.advanceTimersByTime(5_000);
  expect(lines).toHaveLength(1);
});

test('after a second the decision is printed with what it has, the rest gets lines of its own', () => {
  decide(['d1', 'd2']);
  deliver('d1');
  vi.advanceTimersByTime(999);
  expect(lines).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(lines).toEqual([expect.stringMatching(/webhook 3 ms$/)]);
  deliver('d2', { state: 'waiting', status: 500, nextAt: '2026-11-20T09:00:09Z' });
  expect(lines[1]).toMatch(/a@b\.c · webhook 500, again at .* to http:\/\/x\/$/);
});

test('a failed first try belongs to the decision, its next try does not', () => {
  decide(['d1']);
  deliver('d1', { state: 'waiting', status: 503 });
  expect(lines[0]).toContain('webhook 503');
  deliver('d1', { attempt: 2 });
  expect(lines[1]).toContain('webhook 3 ms at try 2');
});

test('a delivery that belongs to no submission is printed at once, one whose decision never comes after a second', () => {
  deliver('d1', { submission: null, kind: 'email' });
  expect(lines).toHaveLength(1);
  deliver('d2', { submission: 's9' });
  expect(lines).toHaveLength(1);
  vi.advanceTimersByTime(1_000);
  expect(lines).toHaveLength(2);
});

test('a bug is printed at once', () => {
  take({ baton: 'bug', requestId: 'r1', message: 'boom', stack: 'at x' });
  expect(lines).toEqual(['Something broke: boom (request r1)\nat x']);
});

test('flushing prints all that waits, once', () => {
  decide(['d1']);
  decide(['d9'], 's2');
  deliver('d7', { submission: 's7' });
  printer.flush();
  vi.advanceTimersByTime(5_000);
  expect(lines).toHaveLength(3);
});

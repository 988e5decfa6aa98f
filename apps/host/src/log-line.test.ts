import { expect, test } from 'vitest';
import { readLogLine } from './log-line.ts';

test('a decision is read, with absent parts as nothing', () => {
  const text =
    '{"baton":"decision","at":5,"submission":"s","form":"demo","state":"unagreed","score":null,"deliveries":["d",7]}';
  expect(readLogLine(text)).toEqual({
    baton: 'decision',
    at: 5,
    submission: 's',
    form: 'demo',
    state: 'unagreed',
    email: null,
    score: null,
    tier: null,
    owner: null,
    deadline: null,
    timeZone: null,
    why: null,
    deliveries: ['d'],
  });
});

test('a line is found behind what a tool prints before it', () => {
  expect(readLogLine('[log] {"baton":"bug","requestId":"r","message":"m","stack":"s"}')).toMatchObject({
    message: 'm',
  });
});

test.each([
  'plain words',
  '{"baton":"decision"}',
  '{"baton":"decision","at":"now","submission":"s","form":"f","state":"x"}',
  '{"baton":"delivery","id":"d"}',
  '{"baton":"something"}',
  '{"baton":"bug"',
  '["baton"]',
])('%s is somebody else’s output', (text) => {
  expect(readLogLine(text)).toBeNull();
});

import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkAnswers } from './check-answers.ts';
import { readyLogic } from './form-logic.ts';
import { compileLogic } from './logic.ts';
import { nextStep } from './next-step.ts';
import type { Walk } from './next-step.ts';

const is = (field: string, value: string) =>
  ({ combinator: 'and', rules: [{ field: `answer.${field}`, operator: '=', value }] }) as const;

const logic = compileLogic(
  readyLogic({
    steps: [
      {
        id: 'you',
        fields: [
          { id: 'email', kind: 'email', required: true },
          { id: 'role', kind: 'choice', options: ['manager', 'student'] },
          { id: 'team', kind: 'number', required: true, shownWhen: is('role', 'manager') },
          { id: 'source', kind: 'hidden' },
        ],
      },
      {
        id: 'firm',
        shownWhen: { ...is('role', 'student'), not: true },
        fields: [{ id: 'size', kind: 'text', required: true }],
      },
      { id: 'last', fields: [{ id: 'more', kind: 'text' }] },
    ],
  }),
);

const walk = (answers: object, more: Partial<Walk> = {}) =>
  nextStep((how) => checkAnswers(logic, answers, { visit: {}, ...more, ...how }), {
    from: 'you',
    way: 'on',
    seen: new Set(['email', 'role', 'size', 'more']),
    ...more,
  });
const asked = (step: string) => ({ kind: 'ask', step, issues: [] });

test('a step that is answered leads to the next, and the last to sending', () => {
  const answers = { email: 'a@b.example', size: 'small' };
  expect(walk(answers)).toEqual(asked('firm'));
  expect(walk(answers, { from: 'firm' })).toEqual(asked('last'));
  expect(walk(answers, { from: 'last' })).toEqual({ kind: 'send' });
});

test('only the step just answered is checked', () => {
  expect(walk({ email: 'no address' })).toEqual({
    kind: 'ask',
    step: 'you',
    issues: [{ code: 'not_email', path: ['answers', 'email'] }],
  });
  expect(walk({}, { from: 'last' })).toEqual({ kind: 'send' });
});

test('a question that an answer brought up is asked before going on, without blame, and once', () => {
  const answers = { email: 'a@b.example', role: 'manager' };
  expect(walk(answers)).toEqual({ ...asked('you'), fresh: 'team' });
  const seen = new Set(['email', 'role', 'team']);
  expect(walk(answers, { seen })).toMatchObject({ issues: [{ code: 'required' }] });
  expect(walk({ ...answers, team: '4' }, { seen })).toEqual(asked('firm'));
  // It was answered although it was never in sight: nothing is left to ask.
  expect(walk({ ...answers, team: '4' })).toEqual(asked('firm'));
});

test('what is wrong is told before what is new', () => {
  expect(walk({ role: 'manager' })).toEqual({
    kind: 'ask',
    step: 'you',
    issues: [{ code: 'required', path: ['answers', 'email'] }],
  });
});

test('a step without anything to see is passed over, forth and back', () => {
  const answers = { email: 'a@b.example', role: 'student' };
  expect(walk(answers)).toEqual(asked('last'));
  expect(walk(answers, { from: 'last', way: 'back' })).toEqual(asked('you'));
  expect(walk(answers, { from: 'firm' })).toEqual(asked('you'));
});

test('back is never refused, and from the first step or an unknown one it leads to the first', () => {
  expect(walk({}, { from: 'firm', way: 'back' })).toEqual(asked('you'));
  expect(walk({}, { from: 'you', way: 'back' })).toEqual(asked('you'));
  expect(walk({}, { from: 'nowhere', way: 'back' })).toEqual(asked('you'));
});

test('what this visitor is not asked binds nothing and makes no step', () => {
  expect(walk({}, { skipped: new Set(['email']) })).toEqual(asked('firm'));
  expect(walk({ email: 'a@b.example' }, { skipped: new Set(['size']) })).toEqual(asked('last'));
});

test('whoever answers what is asked arrives, whatever was answered', () => {
  const right: Record<string, string> = { email: 'a@b.example', team: '4', size: 'small' };
  fc.assert(
    fc.property(fc.constantFrom('manager', 'student', ''), fc.boolean(), (role, wander) => {
      const answers: Record<string, string> = { role };
      let from = 'you';
      let turns = 0;
      let seen = new Set(['email', 'role', 'size', 'more']);
      for (;;) {
        const next = walk(answers, { from, seen });
        if (next.kind === 'send') break;
        if (wander && turns === 2) expect(walk(answers, { from, way: 'back', seen }).kind).toBe('ask');
        for (const { path } of next.issues) answers[String(path[1])] = right[String(path[1])] ?? '';
        if (next.fresh !== undefined) seen = new Set([...seen, next.fresh]);
        from = next.step;
        expect((turns += 1)).toBeLessThan(12);
      }
      expect('team' in answers).toBe(role === 'manager');
      expect('size' in answers).toBe(role !== 'student');
    }),
  );
});

test('where all answers are reviewed, that comes last, and what is bettered leads straight back to it', () => {
  const good = { email: 'a@b.example', size: 'small' };
  const reviewed = (answers: object, more: Partial<Walk>) => walk(answers, { review: true, ...more });
  expect(reviewed(good, { from: 'last' })).toEqual(asked('_review'));
  expect(reviewed(good, { from: '_review' })).toEqual({ kind: 'send' });
  expect(reviewed(good, { from: '_review', way: 'back' })).toEqual(asked('last'));
  const change = { from: '_review', way: 'change', change: 'size' } as const;
  expect(reviewed(good, change)).toEqual({ ...asked('firm'), fresh: 'size' });
  // What is not there, or no longer, is not led to.
  expect(reviewed(good, { ...change, change: 'nothing' })).toEqual(asked('last'));
  expect(reviewed(good, { from: 'firm', returns: true })).toEqual(asked('_review'));
  expect(reviewed({ email: 'a@b.example' }, { from: 'you', returns: true })).toEqual(asked('firm'));
});

import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { exampleJudge, leadWith } from './example-agreement.ts';
import { decideHandoff, newLead, type HandoffState, type Stage } from './handoff.ts';
import type { Judge, Judgement } from './judge.ts';

const day = 86_400_000;
const now = Date.UTC(2026, 10, 23, 12);

// The threshold is 50, the hysteresis 5, again after 90 days. A budget is what a lead's total is.
const steps = Array.from({ length: 100 }, (_, index) => ({
  id: `p${index}`,
  says: 'One more',
  points: 1,
  when: { combinator: 'and', rules: [{ field: 'lead.budget', operator: '>', value: index }] },
}));
const dial = { score: { fit: { max: 100, rules: steps } }, rejections: [] };
const judge = exampleJudge(dial);
const at = (total: number, more: Readonly<Record<string, unknown>> = {}): Judgement =>
  judge.judge(leadWith({ budget: total, ...more }), now);
const student = { job_title: 'student' };

const rejected: HandoffState = {
  stage: 'lead',
  open: false,
  handedOffBefore: true,
  rejectedAt: now - 10 * day,
  dipped: false,
};

function decide(state: HandoffState, before: number | null, after: number | Judgement, using: Judge = judge) {
  const judged = typeof after === 'number' ? at(after) : after;
  return decideHandoff(state, before === null ? null : at(before), judged, using, now);
}

test('a new lead that is qualified is handed off, one that is not is nurtured', () => {
  expect(decide(newLead, null, 50)).toEqual({ kind: 'hand_off', dipped: false });
  expect(decide(newLead, null, 49)).toEqual({ kind: 'nurture', dipped: false });
  expect(decide(newLead, null, at(90, student))).toEqual({ kind: 'disqualified', dipped: false });
});

test('a lead whose handoff awaits its verdict is in hand', () => {
  const open = { ...newLead, stage: 'mql' as const, open: true, handedOffBefore: true };
  expect(decide(open, 60, 80).kind).toBe('in_hand');
  expect(decide(open, 60, 10).kind).toBe('in_hand');
  expect(decide(open, 60, at(80, student)).kind).toBe('in_hand');
});

test.each(['sal', 'sql', 'opportunity', 'won'] as const)(
  'a lead that is %s is never handed off anew',
  (stage) => {
    expect(decide({ ...newLead, stage }, 10, 80).kind).toBe('in_hand');
    expect(decide({ ...rejected, stage, rejectedAt: now - 400 * day, dipped: true }, 10, 80).kind).toBe(
      'in_hand',
    );
  },
);

test('a rejected lead that stays qualified is not handed off again', () => {
  expect(decide(rejected, 60, 80)).toEqual({ kind: 'nurture', dipped: false });
  expect(decide(rejected, 45, 80)).toEqual({ kind: 'nurture', dipped: false });
});

test('a rejected lead that once fell below the threshold less the hysteresis comes back', () => {
  expect(decide(rejected, 60, 44)).toEqual({ kind: 'nurture', dipped: true });
  expect(decide({ ...rejected, dipped: true }, 60, 80)).toEqual({ kind: 'hand_off', dipped: false });
});

test('falling between two events counts, as it stood just before the second', () => {
  expect(decide(rejected, 44, 80)).toEqual({ kind: 'hand_off', dipped: false });
});

test('having fallen is remembered until the lead is qualified', () => {
  const fallen = decide(rejected, 60, at(44, student));
  expect(fallen).toEqual({ kind: 'disqualified', dipped: true });
  expect(decide({ ...rejected, dipped: fallen.dipped }, 44, 49)).toEqual({ kind: 'nurture', dipped: true });
});

test('what was low before the rejection does not count', () => {
  expect(decide({ ...newLead, open: true, handedOffBefore: true, stage: 'mql' }, 10, 20).dipped).toBe(false);
});

test('a rejected lead comes back once its time has passed, to the millisecond', () => {
  expect(decide({ ...rejected, rejectedAt: now - 90 * day }, 60, 60).kind).toBe('hand_off');
  expect(decide({ ...rejected, rejectedAt: now - 90 * day + 1 }, 60, 60).kind).toBe('nurture');
  expect(decide({ ...rejected, rejectedAt: now - 90 * day }, 60, 49).kind).toBe('nurture');
});

test('without a time for it, no time brings a rejected lead back', () => {
  const never = exampleJudge({ ...dial, handoff: { tier: 'mql', hysteresis: 5 } });
  expect(decide({ ...rejected, rejectedAt: 0 }, 60, 60, never).kind).toBe('nurture');
});

test('a lost lead comes back as a rejected one does', () => {
  const lost = { ...rejected, stage: 'lost' as const };
  expect(decide(lost, 60, 60).kind).toBe('nurture');
  expect(decide(lost, 44, 60).kind).toBe('hand_off');
  expect(decide({ ...lost, rejectedAt: now - 90 * day }, 60, 60).kind).toBe('hand_off');
});

test('a handoff that was taken back without a verdict is not repeated', () => {
  expect(decide({ ...newLead, stage: 'mql', handedOffBefore: true }, 10, 80).kind).toBe('nurture');
});

// A lead's life as the words of the agreement have it, kept as the list of all that happened and asked anew each
// time; nothing in it is a flag.
type Event =
  | { readonly kind: 'event'; readonly drift: number; readonly total: number; readonly student: boolean }
  | { readonly kind: 'verdict'; readonly verdict: 'rejected' | 'sal' | 'won' | 'lost' }
  | { readonly kind: 'wait'; readonly days: number };

type Past =
  | { readonly kind: 'handed_off' }
  | { readonly kind: 'seen'; readonly low: boolean }
  | { readonly kind: 'verdict'; readonly verdict: string; readonly at: number };

function mayBeHandedOff(past: readonly Past[], qualified: boolean, time: number): boolean {
  if (!qualified) return false;
  const lastHandoff = past.findLastIndex(({ kind }) => kind === 'handed_off');
  if (lastHandoff === -1) return true;
  const verdict = past.findLastIndex(({ kind }, index) => kind === 'verdict' && index > lastHandoff);
  const given = past[verdict];
  if (given?.kind !== 'verdict') return false;
  if (given.verdict !== 'rejected' && given.verdict !== 'lost') return false;
  const fell = past.slice(verdict).some((entry) => entry.kind === 'seen' && entry.low);
  return fell || time - given.at >= 90 * day;
}

const eventArbitrary: fc.Arbitrary<Event> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('event' as const),
      drift: fc.integer({ min: -25, max: 0 }),
      total: fc.integer({ min: 30, max: 70 }),
      student: fc.integer({ min: 0, max: 9 }).map((one) => one === 0),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('verdict' as const),
      verdict: fc.constantFrom('rejected', 'rejected', 'rejected', 'sal', 'won', 'lost'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('wait' as const), days: fc.integer({ min: 1, max: 60 }) }),
  },
);

test('a lead is handed off exactly when its whole past allows it, and once per qualification', () => {
  const totals = new Map<string, Judgement>();
  const judged = (total: number, isStudent: boolean): Judgement => {
    const key = `${total} ${isStudent}`;
    const known = totals.get(key) ?? at(total, isStudent ? student : {});
    totals.set(key, known);
    return known;
  };
  let handoffs = 0;
  let returns = 0;
  fc.assert(
    fc.property(fc.array(eventArbitrary, { minLength: 10, maxLength: 60, size: 'max' }), (events) => {
      let state: HandoffState = newLead;
      let time = now;
      let total = 0;
      let isNew = true;
      const past: Past[] = [];
      for (const event of events) {
        time += 1000;
        if (event.kind === 'wait') time += event.days * day;
        else if (event.kind === 'verdict') {
          const mayLose = state.stage === 'sal' && event.verdict !== 'rejected' && event.verdict !== 'sal';
          if (!state.open && !mayLose) continue;
          past.push({ kind: 'verdict', verdict: event.verdict, at: time });
          state = afterVerdict(state, event.verdict, time);
        } else {
          const before = Math.max(0, total + event.drift);
          total = event.total;
          const after = judged(total, event.student);
          if (!isNew) past.push({ kind: 'seen', low: before < 45 });
          past.push({ kind: 'seen', low: total < 45 });
          const decision = decideHandoff(state, isNew ? null : judged(before, false), after, judge, time);
          isNew = false;
          const expected = mayBeHandedOff(past, after.qualified, time);
          expect(decision.kind === 'hand_off').toBe(expected);
          state = { ...state, dipped: decision.dipped };
          if (decision.kind !== 'hand_off') continue;
          if (state.handedOffBefore) returns += 1;
          handoffs += 1;
          past.push({ kind: 'handed_off' });
          state = { stage: 'mql', open: true, handedOffBefore: true, rejectedAt: null, dipped: false };
        }
      }
    }),
    { numRuns: 2000 },
  );
  expect(handoffs).toBeGreaterThan(1000);
  expect(returns).toBeGreaterThan(100);
});

function afterVerdict(
  state: HandoffState,
  verdict: 'rejected' | 'sal' | 'won' | 'lost',
  time: number,
): HandoffState {
  const stage: Stage = verdict === 'rejected' ? 'lead' : verdict;
  const isRejection = verdict === 'rejected' || verdict === 'lost';
  return { ...state, stage, open: false, rejectedAt: isRejection ? time : null, dipped: false };
}

// The past walked again: under the agreement in force it comes to what is stored, exactly; under another one it says
// what would have been.
import { walkLead, type Judge } from '@baton/agreement';
import { Documents } from '../../apps/worker/src/desk/documents.ts';
import { readStories, type Reading } from '../../apps/worker/src/desk/terms/lead-stories.ts';
import { replayedJudge } from '../../apps/worker/src/desk/terms/replayed-judge.ts';
import { Replay, type ReplayView } from '../../apps/worker/src/desk/terms/replay.ts';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { arrivalOf, mondayMorning, nodeDesk, type NodeDesk } from './desk-on-node.ts';
import { sign } from './sign.ts';
import { smallWorkspace } from './small-workspace.ts';
import { leadOf, stored } from './views.ts';

const day = 86_400_000;
const { signatures, ...agreement } = smallWorkspace.agreement;

function ready(): NodeDesk {
  const bench = nodeDesk({ mail: false });
  expect(bench.desk.importWorkspace(smallWorkspace)).toMatchObject({ ok: true });
  return bench;
}

function withThreshold(from: number): object {
  const tiers = agreement.tiers.map((tier) => (tier.id === 'mql' ? { ...tier, from } : tier));
  return { ...agreement, tiers };
}

function replayed(
  bench: NodeDesk,
  document: object,
  from = mondayMorning - day,
  to = bench.now + 1,
): ReplayView {
  const begun = bench.desk.terms.replay({ document }, { from, to });
  if (begun.kind !== 'replay') throw new Error(JSON.stringify(begun));
  while (begun.replay.step());
  return begun.replay.view();
}

function sent(
  bench: NodeDesk,
  email: string,
  size: string,
  role = 'other',
  behaviours: { path: string; at: number }[] = [],
): void {
  bench.now += 20_000;
  stored(bench.desk.intake.submit(arrivalOf({ email, size, role, team: 3 }, { behaviours })));
}

test('a higher threshold: fewer handoffs, who they are, and what became of them', async () => {
  const bench = ready();
  sent(bench, 'a@one.example', '51-500', 'manager');
  sent(bench, 'b@two.example', '51-500', 'manager', [{ path: '/pricing', at: bench.now }]);
  sent(bench, 'c@three.example', '51-500');
  await bench.settle();
  say(bench, 'a@one.example', 'accepted');
  const view = replayed(bench, withThreshold(70));
  expect(view).toMatchObject({
    leads: 3,
    before: {
      handoffs: 2,
      tiers: [
        { tier: 'hot', handoffs: 1 },
        { tier: 'mql', handoffs: 1, leads: 1 },
        { tier: 'nurture', leads: 1 },
      ],
    },
    after: { handoffs: 1 },
    switched: {
      gained: 0,
      lost: 1,
      list: [
        {
          name: 'a@one.example',
          outcome: 'accepted',
          stage: 'sal',
          before: { total: 60, handedOff: true },
          after: { tier: 'nurture', handedOff: false },
        },
      ],
    },
    companies: { before: 2, after: 1 },
    waiting: 0,
    sampled: null,
  });
  expect(view.weeks).toContainEqual({ week: '2027-01-04', before: 2, after: 1 });
  expect(view.before.owners.reduce((sum, { handoffs }) => sum + handoffs, 0)).toBe(2);
});

test('a lower one: who would wait for their next event, and a signature floods nobody', async () => {
  const bench = ready();
  sent(bench, 'a@one.example', '11-50');
  sent(bench, 'b@two.example', '1-10', 'manager');
  const view = replayed(bench, withThreshold(30));
  expect(view).toMatchObject({ waiting: 1, switched: { gained: 1, lost: 0 } });
  const imported = bench.desk.importWorkspace({ format: 1, agreement: withThreshold(30) });
  expect(imported).toMatchObject({ agreement: { version: 2, state: 'proposed' } });
  sign(bench, 2, 'marketing', 'cmo@baton.example');
  expect(sign(bench, 2, 'sales', 'vp@baton.example')).toBe('in_force');
  await bench.runUntil(bench.now + 1000);
  expect(leadOf(bench, 'a@one.example').handoffs).toEqual([]);
  bench.desk.recordOfLead('a@one.example', [{ path: '/x', at: bench.now }]);
  await bench.settle();
  expect(leadOf(bench, 'a@one.example').handoffs).toHaveLength(1);
});

test('only what happened in the period counts, and who was handed off before is not again', () => {
  const bench = ready();
  sent(bench, 'a@one.example', '51-500', 'manager');
  bench.now += 40 * day;
  sent(bench, 'a@one.example', '51-500', 'manager');
  sent(bench, 'b@two.example', '51-500', 'manager');
  const view = replayed(bench, withThreshold(55), bench.now - 7 * day);
  expect(view).toMatchObject({ leads: 2, before: { handoffs: 1 }, after: { handoffs: 1 } });
  const all = replayed(bench, withThreshold(55));
  expect(all.before.handoffs).toBe(2);
  expect(all.weeks.reduce((sum, week) => sum + week.before, 0)).toBe(2);
});

test('a document that could not run is refused; a draft that is tried judges nobody', () => {
  const bench = ready();
  const period = { from: mondayMorning, to: mondayMorning + day };
  expect(bench.desk.terms.replay({ document: { format: 1 } }, period)).toMatchObject({ kind: 'invalid' });
  expect(bench.desk.terms.replay({ version: 7 }, period)).toEqual({ kind: 'refused', why: 'unknown' });
  sent(bench, 'a@one.example', '11-50');
  replayed(bench, withThreshold(10));
  sent(bench, 'b@two.example', '11-50');
  expect(leadOf(bench, 'b@two.example').handoffs).toEqual([]);
});

test('a version that one side has signed is tried like any other, and still judges nobody', () => {
  const bench = ready();
  sent(bench, 'a@one.example', '11-50');
  const imported = bench.desk.importWorkspace({ format: 1, agreement: withThreshold(10) });
  expect(imported).toMatchObject({ agreement: { version: 2, state: 'proposed' } });
  expect(sign(bench, 2, 'marketing', 'cmo@baton.example')).toBe('signed');
  const begun = bench.desk.terms.replay({ version: 2 }, { from: mondayMorning - day, to: bench.now + 1 });
  if (begun.kind !== 'replay') throw new Error(JSON.stringify(begun));
  while (begun.replay.step());
  expect(begun.replay.view()).toMatchObject({ before: { handoffs: 0 }, after: { handoffs: 1 }, waiting: 1 });
  sent(bench, 'b@two.example', '11-50');
  expect(leadOf(bench, 'b@two.example')).toMatchObject({ handoffs: [], agreement: { version: 1 } });
});

test('where there are more leads than it may read, it takes some evenly, and says so', () => {
  const bench = ready();
  for (let number = 0; number < 30; number += 1) sent(bench, `lead${number}@x.example`, '51-500', 'manager');
  const reading = readingOf(bench);
  const replay = new Replay(reading, judgeOf(reading, 1), { from: 0, to: bench.now + 1 }, 10);
  while (replay.step());
  expect(replay.view()).toMatchObject({
    leads: 10,
    before: { handoffs: 10 },
    sampled: { taken: 10, of: 30 },
  });
});

const ada = 'ada@engines.example';
const [form] = smallWorkspace.forms;
if (form === undefined) throw new Error('A workspace without forms.');

test('what a consent told is known from then on, not before', () => {
  const bench = nodeDesk();
  const may = {
    combinator: 'and',
    rules: [{ field: 'lead.may_write', operator: '=', value: true }],
  };
  const { fit } = agreement.score;
  const rules = [...fit.rules, { id: 'may', says: 'May be written to', points: 20, when: may }];
  const terms = { ...agreement, score: { ...agreement.score, fit: { ...fit, rules } } };
  const imported = bench.desk.importWorkspace({
    ...smallWorkspace,
    attributes: [
      ...smallWorkspace.attributes,
      { id: 'may_write', label: 'May be written to', type: 'boolean', about: 'person' },
    ],
    agreement: { ...terms, signatures },
    forms: [{ ...form, consent: { marketing: { text: 'Write to me', attribute: 'may_write' } } }],
  });
  expect(imported).toMatchObject({ ok: true });
  const answers = { email: ada, size: '51-500', role: 'other' };
  stored(bench.desk.intake.submit(arrivalOf(answers)));
  bench.now += 9 * day;
  stored(bench.desk.intake.submit(arrivalOf({ ...answers, baton_marketing: true })));
  expect(leadOf(bench, ada)).toMatchObject({ attributes: { may_write: true }, handoffs: [{}] });
  expect(replayed(bench, terms, bench.now - day)).toMatchObject({ before: { handoffs: 1 } });
});

test('what was told to an attribute that was merged is known from then on, not before', () => {
  const bench = nodeDesk();
  const [role, ...others] = smallWorkspace.attributes.toReversed();
  const former = { ...role, id: 'former_role', label: 'Former role' };
  const [step, ...steps] = form.steps;
  const fields = step?.fields.map((field) =>
    field.id === 'role' ? { ...field, attribute: 'former_role' } : field,
  );
  expect(
    bench.desk.importWorkspace({
      ...smallWorkspace,
      attributes: [...others, role, former],
      forms: [{ ...form, steps: [{ ...step, fields }, ...steps] }],
    }),
  ).toMatchObject({ ok: true });
  const merged = { format: 1, attributes: [{ ...former, mergedInto: 'role' }] };
  expect(bench.desk.importWorkspace(merged)).toMatchObject({ ok: true });
  const answers = { email: ada, size: '51-500', team: 3 };
  stored(bench.desk.intake.submit(arrivalOf({ ...answers, role: 'other' })));
  bench.now += 9 * day;
  stored(bench.desk.intake.submit(arrivalOf({ ...answers, role: 'manager' })));
  expect(leadOf(bench, ada)).toMatchObject({ attributes: { role: 'manager' }, handoffs: [{}] });
  expect(replayed(bench, agreement, bench.now - day)).toMatchObject({ before: { handoffs: 1 } });
});

function guarded(): NodeDesk {
  const bench = nodeDesk();
  bench.desk.importWorkspace({ ...smallWorkspace, forms: [{ ...form, protection: { minSeconds: 5 } }] });
  return bench;
}

/** Put aside, as nobody types that fast. */
function putAside(bench: NodeDesk, size: string, role: string): string {
  const answers = { email: ada, size, role, team: 3 };
  return stored(bench.desk.intake.submit(arrivalOf(answers, { elapsed: 1 }))).reply.submission;
}

test('what was put aside is replayed when it was released, not when it came', () => {
  const bench = guarded();
  const aside = putAside(bench, '51-500', 'manager');
  bench.now += 9 * day;
  bench.desk.as({ kind: 'owner', workspace: 'main' }).hands.release(aside);
  expect(leadOf(bench, ada).handoffs).toHaveLength(1);
  expect(replayed(bench, agreement, bench.now - day)).toMatchObject({ before: { handoffs: 1 } });
});

test('what was released late says nothing over what was told since it came', () => {
  const bench = guarded();
  const aside = putAside(bench, '51-500', 'manager');
  const tell = (size: string): void => {
    bench.now += day;
    const answers = { email: ada, size, role: 'other' };
    stored(bench.desk.intake.submit(arrivalOf(answers, { elapsed: 9000 })));
  };
  tell('1-10');
  bench.now += day;
  bench.desk.as({ kind: 'owner', workspace: 'main' }).hands.release(aside);
  tell('11-50');
  const [story] = readStories(readingOf(bench), 0, 10);
  const told = story?.events.flatMap((event) => (event.kind === 'told' ? [event] : [])) ?? [];
  expect(told.map(({ at }) => (at - mondayMorning) / day)).toEqual([1, 2, 3]);
  expect(told.map(({ attributes }) => attributes)).toMatchObject([
    { company_size: '1-10', role: 'other' },
    { company_size: '1-10', role: 'other', team_size: 3 },
    { company_size: '11-50', role: 'other' },
  ]);
});

test('what was released late stands for what nothing was told of since it came', () => {
  const bench = guarded();
  const tell = (answers: object): void => {
    bench.now += day;
    stored(bench.desk.intake.submit(arrivalOf({ email: ada, ...answers }, { elapsed: 9000 })));
  };
  const shown = () => ({ ...leadOf(bench, ada).attributes });
  tell({ size: '1-10', role: 'other' });
  const first = shown();
  bench.now += day;
  const aside = putAside(bench, '51-500', 'manager');
  // Of the role nothing.
  tell({ size: '11-50' });
  const second = shown();
  bench.now += day;
  bench.desk.as({ kind: 'owner', workspace: 'main' }).hands.release(aside);
  const released = shown();
  expect(released).toMatchObject({ company_size: '11-50', role: 'manager', team_size: 3 });
  tell({ size: '1-10', role: 'student' });
  const [story] = readStories(readingOf(bench), 0, 10);
  const told = story?.events.flatMap((event) => (event.kind === 'told' ? [event.attributes] : []));
  expect(told).toEqual([first, second, released, shown()]);
});

/** What the walk reads, over the same storage. */
function readingOf(bench: NodeDesk): Reading {
  const parts = { sql: bench.sql, now: () => bench.now };
  return { parts, documents: new Documents({ ...parts, log: () => undefined }) };
}

function judgeOf(reading: Reading, version: number): Judge {
  const found = replayedJudge(reading, { version });
  if (found.kind !== 'judge') throw new Error(found.kind);
  return found.judge;
}

/** Follows the accept link of the latest notification of a lead, as the CRM would. */
function say(bench: NodeDesk, email: string, kind: 'accepted' | 'rejected'): void {
  const event = bench.sent.findLast(
    ({ target, body }) => target === 'https://crm.example/hook' && body.includes(email),
  );
  const link = /"accept":"[^"]*\/v\/([^"]+)"/.exec(event?.body ?? '')?.[1];
  if (link === undefined) return;
  const nonce = bench.desk.verdicts.nonce(link);
  if (nonce === null) return;
  const rejected = { kind: 'rejected', reason: 'too_small', note: null } as const;
  bench.desk.verdicts.give(link, nonce, kind === 'accepted' ? { kind } : rejected);
}

const who = fc.integer({ min: 0, max: 3 }).map((lead) => `lead${lead}@model.example`);
const step = fc.oneof(
  fc.record({
    kind: fc.constant('sent' as const),
    who,
    size: fc.constantFrom('1-10', '11-50', '51-500', ''),
    role: fc.constantFrom('manager', 'other', 'student'),
    paths: fc.array(fc.constantFrom('/pricing', '/blog/a', '/x'), { maxLength: 3 }),
  }),
  fc.record({ kind: fc.constant('did' as const), who, path: fc.constantFrom('/pricing', '/blog/b') }),
  fc.record({ kind: fc.constant('said' as const), who, verdict: fc.constantFrom('accepted', 'rejected') }),
  fc.record({ kind: fc.constant('waited' as const), days: fc.integer({ min: 1, max: 60 }) }),
);

test('walked again under the agreement in force, every lead comes to its stored score and its handoffs', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 25 }), async (steps) => {
      const bench = ready();
      for (const one of steps) {
        bench.now += 11_000;
        if (one.kind === 'waited') bench.now += one.days * day;
        if (one.kind === 'did') bench.desk.recordOfLead(one.who, [{ path: one.path, at: bench.now }]);
        if (one.kind === 'said') say(bench, one.who, one.verdict === 'accepted' ? 'accepted' : 'rejected');
        if (one.kind === 'sent') {
          const behaviours = one.paths.map((path, place) => ({ path, at: bench.now - place * 1000 }));
          const answers = {
            email: one.who,
            role: one.role,
            ...(one.size === '' ? {} : { size: one.size }),
            team: 3,
          };
          bench.desk.intake.submit(arrivalOf(answers, { behaviours }));
        }
        await bench.settle();
      }
      const reading = readingOf(bench);
      const judge = judgeOf(reading, 1);
      const rows = bench.sql.all(`SELECT id, score, tier, scored_at FROM leads ORDER BY id`);
      const stories = readStories(reading, 0, 1000);
      expect(stories.map(({ lead }) => lead.id)).toEqual(rows.map(({ id }) => id));
      for (const [place, { lead, events }] of stories.entries()) {
        const { handoffs, facts } = walkLead(judge, events);
        if (facts === null) throw new Error('Nothing was told.');
        const { score, tier } = judge.judge(facts, Number(rows[place]?.['scored_at']));
        expect({ score, tier }).toEqual({
          score: JSON.parse(String(rows[place]?.['score'])),
          tier: rows[place]?.['tier'],
        });
        const stored = bench.sql.all(
          `SELECT at, score, tier FROM handoffs WHERE lead = ? ORDER BY at`,
          lead.id,
        );
        expect(
          handoffs.map(({ at, judgement }) => ({ at, score: judgement.score, tier: judgement.tier })),
        ).toEqual(stored.map((row) => ({ ...row, score: JSON.parse(String(row['score'])) })));
      }
    }),
    { numRuns: Number(process.env['BATON_MODEL_RUNS'] ?? 20) },
  );
});

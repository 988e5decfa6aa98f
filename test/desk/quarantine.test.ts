// What was put aside and then released, the list that learns of it, and the ledger that adds up all the while.
import { expect, test } from 'vitest';
import * as z from 'zod';
import type { HandAnswer } from '../../apps/worker/src/desk/hands/answer.ts';
import { arrivalOf, nodeDesk, type NodeDesk } from './desk-on-node.ts';
import { smallWorkspace, unsigned } from './small-workspace.ts';
import { allLeads, leadOf, statesOf, stored } from './views.ts';

const day = 86_400_000;
const [form] = smallWorkspace.forms;
const guarded = {
  ...smallWorkspace,
  people: [...smallWorkspace.people, { email: 'boss@baton.example', name: 'Boss', party: 'admin' }],
  forms: [{ ...form, protection: { minSeconds: 5, maxPerHour: 2 } }],
};
const good = { name: 'Ada', size: '51-500', role: 'manager', team: 12 };
const behaviours = [{ path: '/pricing', at: Date.parse('2027-01-04T08:59:00Z') }];

function hands(bench: NodeDesk) {
  return bench.desk.as({ kind: 'owner', workspace: 'main' }).hands;
}

function read(answer: HandAnswer): Record<string, unknown> {
  if (answer.kind !== 'done') throw new Error(JSON.stringify(answer));
  return z.record(z.string(), z.unknown()).parse(JSON.parse(answer.text));
}

const ledger = (bench: NodeDesk) => read(hands(bench).ledger({ from: null, to: null }))['total'];

function quick(bench: NodeDesk, email: string, more: object = {}) {
  return stored(
    bench.desk.intake.submit(arrivalOf({ email, ...good }, { elapsed: 900, behaviours, ...more })),
  );
}

/** A browser that has sent before, and a form that asks for its address so often. */
function knownDesk(ask: string): { readonly bench: NodeDesk; readonly visitor: string | null } {
  const bench = nodeDesk();
  const steps = form?.steps.map((step) => ({
    ...step,
    fields: step.fields.map((field) => (field.id === 'email' ? { ...field, ask } : field)),
  }));
  const forms = [{ ...form, protection: { minSeconds: 5 }, steps }];
  expect(bench.desk.importWorkspace({ ...guarded, forms })).toMatchObject({ ok: true });
  const answers = { email: 'ada@engines.example', size: '1-10', role: 'other' };
  const { reply } = stored(bench.desk.intake.submit(arrivalOf(answers, { elapsed: 9000 })));
  bench.now += 60_000;
  return { bench, visitor: reply.visitor };
}

function guardedDesk(): NodeDesk {
  const bench = nodeDesk();
  expect(bench.desk.importWorkspace(guarded)).toMatchObject({ ok: true });
  return bench;
}

test('what is released goes the way of all others, with the time and the answer it came with', async () => {
  const bench = guardedDesk();
  const arrival = arrivalOf({ email: 'ada@engines.example', ...good }, { elapsed: 900, behaviours });
  const { reply } = stored(bench.desk.intake.submit(arrival));
  const came = new Date(bench.now).toISOString();
  expect(allLeads(bench)).toEqual([]);
  bench.now += 3 * 3_600_000;
  expect(read(hands(bench).release(reply.submission))).toMatchObject({
    state: 'handed_off',
    looked: 'released',
  });
  const lead = leadOf(bench, 'ada@engines.example');
  expect(lead).toMatchObject({
    stage: 'mql',
    // The price page was seen, as it told when it came.
    score: { fit: 60, intent: 15 },
    submissions: [{ at: came, reasons: ['too_quick'], lookedBy: 'owner', state: 'handed_off' }],
  });
  await bench.settle();
  expect(bench.sent.some(({ target }) => target === 'ann@baton.example')).toBe(true);
  expect(stored(bench.desk.intake.submit(arrival)).reply).toEqual(reply);
  expect(hands(bench).release(reply.submission).kind).toBe('refused');
  expect(hands(bench).confirm(reply.submission).kind).toBe('refused');
  // The browser is known by the token that it was given then.
  const again = bench.desk.intake.submit(
    arrivalOf({ email: 'ada@engines.example', ...good }, { elapsed: 9000, visitor: reply.visitor }),
  );
  expect(stored(again).reply.visitor).toBe(reply.visitor);
  expect(ledger(bench)).toMatchObject({ accepted: 2, balanced: true, states: { quarantined: 0 } });
});

test('what a known browser sends without its address is released to its lead', () => {
  const { bench, visitor } = knownDesk('untilKnown');
  const aside = stored(bench.desk.intake.submit(arrivalOf(good, { elapsed: 100, visitor })));
  expect(read(hands(bench).release(aside.reply.submission))).toMatchObject({ looked: 'released' });
  expect(leadOf(bench, 'ada@engines.example').submissions).toHaveLength(2);
  expect(read(hands(bench).trusted())).toMatchObject({
    trusted: [{ kind: 'domain', value: 'engines.example' }],
  });
  const again = stored(
    bench.desk.intake.submit(arrivalOf({ ...good, name: 'A' }, { elapsed: 100, visitor })),
  );
  expect(again.created).toBe(true);
  expect(leadOf(bench, 'ada@engines.example').submissions).toHaveLength(3);
});

test.each([
  ['put aside', { elapsed: 100 }],
  ['not finished', { final: false }],
  ['not finished, by a machine', { final: false, trapped: true }],
])('what a known browser sends without its address is shown and erased with its lead: %s', (_what, how) => {
  const { bench, visitor } = knownDesk('untilKnown');
  stored(bench.desk.intake.submit(arrivalOf({ name: 'Unmistakable', role: 'student' }, { ...how, visitor })));
  const lead = leadOf(bench, 'ada@engines.example').id;
  expect(JSON.stringify(hands(bench).exportLead(lead))).toContain('Unmistakable');
  expect(hands(bench).erase(lead).kind).toBe('done');
  expect(bench.sql.all(`SELECT answers FROM submissions`)).toEqual([]);
});

test('a known browser whose submission is put aside keeps its token, and what it told before and after', () => {
  const { bench, visitor } = knownDesk('always');
  const email = 'ada@engines.example';
  const aside = arrivalOf({ email, name: 'Ada', role: 'manager', team: 12 }, { elapsed: 100, visitor });
  const { reply } = stored(bench.desk.intake.submit(aside));
  expect(reply.visitor).toBe(visitor);
  expect(bench.desk.nextQuestions('demo', visitor)?.skip).toContain('size');
  bench.now += 60_000;
  const later = arrivalOf({ email, name: 'Ada Byron' }, { elapsed: 9000, visitor });
  expect(stored(bench.desk.intake.submit(later)).reply.visitor).toBe(visitor);
  hands(bench).release(reply.submission);
  expect(
    JSON.parse(String(bench.sql.all(`SELECT attributes FROM visitors`)[0]?.['attributes'])),
  ).toMatchObject({ name: 'Ada Byron', team_size: 12, company_size: '1-10' });
});

test('another address under the same token starts a token of its own, also where it is put aside', () => {
  const { bench, visitor } = knownDesk('always');
  const other = quick(bench, 'eve@engines.example', { visitor }).reply;
  expect(other.visitor).not.toBe(visitor);
  hands(bench).release(other.submission);
  expect(bench.sql.all(`SELECT token FROM visitors ORDER BY created_at`)).toEqual([
    { token: visitor },
    { token: other.visitor },
  ]);
});

test('what a browser is shown goes by what its token told before, also where it is put aside', () => {
  const bench = guardedDesk();
  const email = 'ada@engines.example';
  const send = (answers: object, more: object) =>
    stored(bench.desk.intake.submit(arrivalOf({ email, ...answers }, more))).reply;
  const { visitor } = send(good, { elapsed: 9000, behaviours });
  bench.now += 60_000;
  expect(send({}, { elapsed: 100, visitor })).toMatchObject({ outcome: { id: 'booked' } });
  // Whoever only types the same address is shown nothing of it.
  expect(send({ size: '1-10' }, { elapsed: 100 })).not.toMatchObject({ outcome: { id: 'booked' } });
  const other = send({ size: '1-10', role: 'other' }, { elapsed: 9000 });
  bench.now += 60_000;
  const same = { size: '51-500', role: 'manager', team: 3 };
  expect(send(same, { elapsed: 100, visitor: other.visitor })).toMatchObject({ outcome: { id: 'thanks' } });
});

test('what was told since then is not undone by what is released later', () => {
  const bench = guardedDesk();
  const { reply } = quick(bench, 'ada@engines.example', { visit: { utm_source: 'old' } });
  bench.now += 60_000;
  const later = { email: 'ada@engines.example', name: 'Ada Byron', size: '11-50' };
  stored(bench.desk.intake.submit(arrivalOf(later, { elapsed: 9000, visit: { utm_source: 'new' } })));
  hands(bench).release(reply.submission);
  expect(leadOf(bench, 'ada@engines.example')).toMatchObject({
    attributes: { name: 'Ada Byron', company_size: '11-50', role: 'manager', team_size: 12 },
    visit: { utm_source: 'new' },
  });
});

test('of what is released later, the latest that was told stands for each attribute', () => {
  const { bench, visitor } = knownDesk('always');
  const email = 'ada@engines.example';
  const aside = arrivalOf({ email, name: 'A', size: '51-500', role: 'other' }, { elapsed: 100, visitor });
  const { reply } = stored(bench.desk.intake.submit(aside));
  const known = () => JSON.parse(String(bench.sql.all(`SELECT attributes FROM visitors`)[0]?.['attributes']));
  // Nothing of what was put aside is known by the token before it is released.
  expect(known()).toMatchObject({ company_size: '1-10' });
  expect(known()).not.toHaveProperty('name');
  expect(bench.desk.nextQuestions('demo', visitor)?.skip).not.toContain('name');
  bench.now += 60_000;
  // Nothing of the size: it is known by the token.
  stored(bench.desk.intake.submit(arrivalOf({ email, name: 'Ada' }, { elapsed: 9000, visitor })));
  hands(bench).release(reply.submission);
  const latest = { name: 'Ada', company_size: '51-500' };
  expect(leadOf(bench, email).attributes).toMatchObject(latest);
  expect(known()).toMatchObject(latest);
});

test('a release teaches the list, for that reason and sender alone, until it is taken off', () => {
  const bench = guardedDesk();
  const block = '192.0.2.0/24';
  const { reply } = quick(bench, 'ada@engines.example', { block });
  hands(bench).release(reply.submission);
  quick(bench, 'bob@engines.example');
  quick(bench, 'eve@elsewhere.example', { block });
  expect(statesOf(bench, 'bob@engines.example')).toEqual(['handed_off']);
  expect(statesOf(bench, 'eve@elsewhere.example')).toEqual(['handed_off']);
  quick(bench, 'mal@others.example');
  quick(bench, 'gus@engines.example', { trapped: true });
  expect(allLeads(bench)).toHaveLength(3);
  const list = z
    .array(z.looseObject({ id: z.string(), kind: z.string(), value: z.string().nullable() }))
    .parse(read(hands(bench).trusted())['trusted']);
  expect(list).toMatchObject([
    { kind: 'block', value: null, reason: 'too_quick', submission: reply.submission },
    { kind: 'domain', value: 'engines.example', reason: 'too_quick', author: 'owner' },
  ]);
  expect(JSON.stringify(bench.sql.all(`SELECT * FROM trusted`))).not.toContain('192.0.2');
  for (const { id } of list) expect(hands(bench).removeTrusted(id).kind).toBe('done');
  expect(hands(bench).removeTrusted(list[0]?.id ?? '').kind).toBe('unknown');
  quick(bench, 'ann@engines.example');
  expect(allLeads(bench)).toHaveLength(3);
});

test('an address that anybody may type lifts no limit, and free mail is trusted by its address alone', () => {
  const bench = guardedDesk();
  const block = '192.0.2.0/24';
  const send = (email: string) =>
    stored(bench.desk.intake.submit(arrivalOf({ email, ...good }, { elapsed: 9000, block })));
  send('a@engines.example');
  send('b@engines.example');
  const third = send('c@engines.example').reply;
  expect(read(hands(bench).release(third.submission))).toMatchObject({ looked: 'released' });
  expect(read(hands(bench).trusted())).toMatchObject({ trusted: [{ kind: 'block', reason: 'too_many' }] });
  const free = quick(bench, 'somebody@gmail.com').reply;
  hands(bench).release(free.submission);
  expect(read(hands(bench).trusted())).toMatchObject({
    trusted: [{ kind: 'email', value: 'somebody@gmail.com' }, { kind: 'block' }],
  });
});

test('what is confirmed stays and is no work any more; it may still be released', () => {
  const bench = guardedDesk();
  const { reply } = quick(bench, 'ada@engines.example');
  const page = { state: 'quarantined', limit: 10, before: null } as const;
  expect(bench.desk.submissions({ ...page, looked: 'no' })?.submissions).toHaveLength(1);
  expect(read(hands(bench).confirm(reply.submission))).toMatchObject({
    state: 'quarantined',
    looked: 'confirmed',
  });
  expect(bench.desk.submissions({ ...page, looked: 'no' })?.submissions).toEqual([]);
  expect(bench.desk.submissions({ ...page, looked: 'confirmed' })?.submissions).toHaveLength(1);
  expect(read(hands(bench).release(reply.submission))).toMatchObject({ state: 'handed_off' });
  expect(hands(bench).release('sub_none').kind).toBe('unknown');
});

test('every accepted submission is in one state, and the sum is what was accepted', () => {
  const bench = nodeDesk();
  bench.desk.importWorkspace({ ...guarded, agreement: Object(unsigned()).agreement });
  const sent = (email: string, more: object = {}, answers: object = good) =>
    stored(bench.desk.intake.submit(arrivalOf({ email, ...answers }, { elapsed: 9000, ...more })));
  sent('waits@engines.example');
  bench.desk.importWorkspace(guarded);
  sent('hot@engines.example');
  sent('hot@engines.example');
  sent('cold@engines.example', {}, { size: '1-10' });
  sent('pupil@engines.example', {}, { size: '1-10', role: 'student' });
  quick(bench, 'bot@engines.example');
  const partial = arrivalOf({ email: 'half@engines.example' }, { final: false });
  stored(bench.desk.intake.submit(partial));
  expect(ledger(bench)).toMatchObject({ accepted: 6, balanced: true });
  bench.now += day;
  stored(
    bench.desk.intake.submit({
      ...partial,
      final: true,
      elapsed: 9000,
      answers: { ...partial.answers, ...good },
    }),
  );
  expect(ledger(bench)).toEqual({
    accepted: 7,
    erased: 0,
    states: {
      handed_off: 2,
      in_hand: 1,
      nurture: 1,
      disqualified: 1,
      quarantined: 1,
      duplicate: 0,
      unagreed: 1,
      failed: 0,
    },
    unknown: 0,
    balanced: true,
  });
  expect(hands(bench).ledger({ from: '2027-02-01', to: '2027-01-01' }).kind).toBe('invalid');
});

test('a submission that went missing is cried out about once a day, to the admins and the log', async () => {
  const bench = guardedDesk();
  quick(bench, 'ada@engines.example');
  stored(bench.desk.intake.submit(arrivalOf({ email: 'b@engines.example', ...good }, { elapsed: 9000 })));
  await bench.runUntil(bench.now + 1.5 * day);
  expect(bench.sent.filter(({ target }) => target === 'boss@baton.example')).toEqual([]);
  bench.sql.run(`DELETE FROM submissions WHERE state = 'quarantined'`);
  stored(bench.desk.intake.submit(arrivalOf({ email: 'c@engines.example', ...good }, { elapsed: 9000 })));
  await bench.runUntil(bench.now + day);
  const mails = bench.sent.filter(({ target }) => target === 'boss@baton.example');
  expect(mails).toHaveLength(1);
  expect(mails[0]?.body).toContain('2 accepted, 1 in the ledger');
  expect(bench.lines).toContainEqual(
    expect.objectContaining({ baton: 'bug', message: expect.stringContaining('does not add up') }),
  );
});

test('a day whose first submission came before the day before was looked at is looked at too', async () => {
  const bench = guardedDesk();
  const send = (email: string) =>
    stored(bench.desk.intake.submit(arrivalOf({ email, ...good }, { elapsed: 9000 })));
  send('a@engines.example');
  const midnight = (Math.floor(bench.now / day) + 1) * day;
  await bench.runUntil(midnight + 5 * 60_000);
  send('b@engines.example');
  await bench.runUntil(midnight + 60 * 60_000);
  send('c@engines.example');
  bench.sql.run(`DELETE FROM submissions WHERE at >= ?`, midnight);
  await bench.runUntil(midnight + day);
  const told = (): number => bench.sent.filter(({ target }) => target === 'boss@baton.example').length;
  expect(told()).toBe(0);
  await bench.runUntil(midnight + day + 60 * 60_000);
  expect(told()).toBe(1);
});

test('a failed judgement can be had again', () => {
  const bench = guardedDesk();
  const { reply } = stored(
    bench.desk.intake.submit(arrivalOf({ email: 'a@engines.example', size: '1-10' }, { elapsed: 9000 })),
  );
  expect(hands(bench).judgeAgain(reply.submission).kind).toBe('refused');
  bench.sql.run(`UPDATE submissions SET state = 'failed', agreement = NULL`);
  expect(read(hands(bench).judgeAgain(reply.submission))).toMatchObject({ state: 'nurture' });
  expect(ledger(bench)).toMatchObject({ states: { nurture: 1, failed: 0 }, balanced: true });
});

test('a lead from an event is judged, handed over and counted like all others, once for its key', async () => {
  const bench = guardedDesk();
  const lead = {
    origin: 'event' as const,
    detail: 'Expo 2027',
    attributes: {
      email: ' Ada@Engines.example ',
      name: 'Ada',
      company_size: '51-500',
      role: 'manager',
      nonsense: 1,
    },
    events: [{ event: 'talked', at: bench.now }],
    key: 'row 7',
  };
  expect(read(hands(bench).addLead(lead))).toMatchObject({ isNew: true, state: 'handed_off' });
  expect(read(hands(bench).addLead(lead))).toMatchObject({ isNew: false, state: 'handed_off' });
  expect(leadOf(bench, 'ada@engines.example')).toMatchObject({
    attributes: { name: 'Ada', company_size: '51-500' },
    visit: { utm_source: 'event', utm_campaign: 'Expo 2027' },
    submissions: [{ form: 'origin:event', version: 0, state: 'handed_off' }],
  });
  await bench.settle();
  const mail = bench.sent.find(({ target }) => target === 'ann@baton.example');
  expect(mail?.body).toContain('From an event');
  expect(mail?.body).toContain('51–500');
  const wrong = { ...lead, key: null, attributes: { email: 'nobody', company_size: 'huge' } };
  expect(hands(bench).addLead(wrong)).toMatchObject({
    kind: 'invalid',
    issues: expect.arrayContaining([
      expect.objectContaining({ code: 'not_email', path: ['attributes', 'email'] }),
    ]),
  });
  expect(ledger(bench)).toMatchObject({ accepted: 1, balanced: true });
});

// What a form's protection does with arrivals: put aside with the reasons, answered like all others, never refused.
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import * as z from 'zod';
import type { Arrival } from '../../apps/worker/src/desk/arrival.ts';
import { arrivalOf, mondayMorning, nodeDesk, type NodeDesk } from './desk-on-node.ts';
import { smallWorkspace } from './small-workspace.ts';
import { allLeads, leadOf, stored } from './views.ts';

function guarded(protection: unknown): NodeDesk {
  const bench = nodeDesk();
  const [form] = smallWorkspace.forms;
  const forms = [
    { ...form, protection },
    { ...form, id: 'other', protection },
  ];
  expect(bench.desk.importWorkspace({ ...smallWorkspace, forms })).toMatchObject({ ok: true });
  return bench;
}

let people = 0;

/** Sends as somebody new; the reasons it was put aside for, if it was, and what was not checked. */
function send(bench: NodeDesk, more: Partial<Arrival> = {}): { reasons: string[]; unchecked: string[] } {
  people += 1;
  const email = `person${people}@x.example`;
  const { created, reply } = stored(bench.desk.intake.submit(arrivalOf({ email, size: '1-10' }, more)));
  expect(created).toBe(true);
  // Nothing in the reply tells who was put aside.
  expect(Object.keys(reply)).toEqual(['submission', 'visitor', 'outcome']);
  expect(reply).toMatchObject({ outcome: { id: 'thanks' } });
  const page = bench.desk.submissions({ state: null, limit: 1, before: null });
  const seen = submissionView.parse(page?.submissions[0]);
  expect(seen.id).toBe(reply.submission);
  expect(seen.state).toBe(seen.reasons.length > 0 ? 'quarantined' : 'nurture');
  expect(allLeads(bench, email)).toHaveLength(seen.reasons.length > 0 ? 0 : 1);
  return { reasons: seen.reasons, unchecked: seen.unchecked };
}

const submissionView = z.looseObject({
  id: z.string(),
  state: z.string(),
  reasons: z.array(z.string()),
  unchecked: z.array(z.string()),
});

function rows(bench: NodeDesk, table: 'limits' | 'used_proofs'): number {
  return Number(bench.sql.all(`SELECT count(*) AS many FROM ${table}`)[0]?.['many']);
}

/** Does the work of a challenge. */
function prove(bench: NodeDesk, form = 'demo'): string {
  const challenge = bench.desk.challenge(form);
  if (challenge === null) throw new Error('No challenge.');
  for (let number = 0; number <= challenge.maxnumber; number += 1) {
    const hash = createHash('sha256').update(`${challenge.salt}${number}`).digest('hex');
    if (hash === challenge.challenge) return inBase64({ ...challenge, number });
  }
  throw new Error('The work cannot be done.');
}

function inBase64(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64');
}

function changed(proof: string, change: Record<string, unknown>): string {
  return inBase64({ ...z.record(z.string(), z.unknown()).parse(JSON.parse(atob(proof))), ...change });
}

const work = { proofOfWork: { cost: 1000 } };

test('where nothing is declared, nothing is asked, counted or kept', () => {
  const bench = guarded({});
  const asked: string[] = [];
  const untold = bench.sql.all.bind(bench.sql);
  bench.sql.all = (statement, ...values) => {
    asked.push(statement);
    return untold(statement, ...values);
  };
  stored(
    bench.desk.intake.submit(arrivalOf({ email: 'a@x.example', size: '1-10' }, { block: '203.0.113.0/24' })),
  );
  expect(asked.filter((statement) => /limits|used_proofs|facts/.test(statement))).toEqual([]);
  bench.sql.all = untold;
  expect(rows(bench, 'limits')).toBe(0);
  expect(bench.desk.challenge('demo')).toBeNull();
  expect(bench.desk.challenge('nobody')).toBeNull();
  const everything = { elapsed: 0, proof: 'nonsense', turnstileWord: 'failed' } as const;
  expect(send(bench, everything)).toEqual({ reasons: [], unchecked: [] });
});

test('one that was put aside is in the log with its reasons', () => {
  const bench = guarded({ minSeconds: 3 });
  expect(send(bench, { elapsed: 20, trapped: true }).reasons).toEqual(['trap', 'too_quick']);
  expect(bench.lines).toContainEqual(
    expect.objectContaining({ baton: 'decision', state: 'quarantined', why: 'trap, too_quick' }),
  );
});

test('a flood from one block is put aside, and people from elsewhere and other forms go on', () => {
  const bench = guarded({ maxPerHour: 3 });
  const flood = Array.from({ length: 50 }, () => send(bench, { block: '203.0.113.0/24' }).reasons);
  expect(flood.slice(0, 3)).toEqual([[], [], []]);
  expect(new Set(flood.slice(3).map(String))).toEqual(new Set(['too_many']));
  expect(send(bench, { block: '2001:db8:1:2::/64' }).reasons).toEqual([]);
  expect(send(bench, { block: '203.0.113.0/24', form: 'other' }).reasons).toEqual([]);
  // What is over the limit takes no room.
  expect(rows(bench, 'limits')).toBe(5);
  bench.now += 60 * 60_000;
  expect(send(bench, { block: '203.0.113.0/24' }).reasons).toEqual([]);
});

test('where addresses are not known, a form has one limit, ten times as wide', () => {
  const bench = guarded({ maxPerHour: 2 });
  const reasons = Array.from({ length: 22 }, () => send(bench).reasons.join());
  expect(reasons.slice(0, 20).every((reason) => reason === '')).toBe(true);
  expect(reasons.slice(20)).toEqual(['too_many', 'too_many']);
});

test('what is counted is bounded, tells no address, and is forgotten with its salt', async () => {
  const bench = guarded({ maxPerHour: 1 });
  bench.sql.transaction(() => {
    for (let number = 0; number < 20_500; number += 1)
      bench.sql.run(`INSERT INTO limits (key, at) VALUES (?, ?)`, `k${number}`, bench.now);
  });
  send(bench, { block: '203.0.113.0/24' });
  expect(rows(bench, 'limits')).toBe(20_000);
  const kept = JSON.stringify([
    ...bench.sql.all(`SELECT * FROM limits`),
    ...bench.sql.all(`SELECT * FROM facts`),
  ]);
  expect(kept).not.toContain('203.0.113');
  const salt = () => bench.sql.all(`SELECT value FROM facts WHERE key = 'limit_salt'`)[0]?.['value'];
  expect(salt()).toEqual(expect.any(String));
  await bench.runUntil(bench.now + 2 * 60 * 60_000);
  expect(rows(bench, 'limits')).toBe(0);
  expect(salt()).toBeUndefined();
  // All that is left to do is to look whether the day's ledger adds up.
  expect(bench.sql.all(`SELECT kind FROM due`)).toEqual([{ kind: 'ledger' }]);
});

test('a salt is thrown away within a day however much is counted', async () => {
  const bench = guarded({ maxPerHour: 100 });
  send(bench, { block: '203.0.113.0/24' });
  const salt = () => bench.sql.all(`SELECT value FROM facts WHERE key = 'limit_salt'`)[0]?.['value'];
  const first = salt();
  for (let quarter = 1; quarter <= 101; quarter += 1) {
    await bench.runUntil(mondayMorning + quarter * 15 * 60_000);
    send(bench, { block: '203.0.113.0/24' });
  }
  expect(salt()).toEqual(expect.any(String));
  expect(salt()).not.toBe(first);
});

test('work that was done lets one submission pass, once', () => {
  const bench = guarded(work);
  const proof = prove(bench);
  expect(send(bench, { proof })).toEqual({ reasons: [], unchecked: [] });
  expect(send(bench, { proof }).reasons).toEqual(['proof_used']);
});

test('the same submission again is the same answer, whatever its proof', () => {
  const bench = guarded(work);
  const arrival = arrivalOf({ email: 'twice@x.example', size: '1-10' }, { proof: prove(bench) });
  const { reply } = stored(bench.desk.intake.submit(arrival));
  expect(stored(bench.desk.intake.submit(arrival))).toEqual({ created: false, reply });
  expect(leadOf(bench, 'twice@x.example').submissions).toHaveLength(1);
});

test('work is not used up by what was refused or is not final', () => {
  const bench = guarded(work);
  const proof = prove(bench);
  expect(bench.desk.intake.submit(arrivalOf({ email: 'no address' }, { proof })).kind).toBe('invalid');
  stored(bench.desk.intake.submit(arrivalOf({ email: 'p@x.example' }, { proof, final: false })));
  expect(send(bench, { proof }).reasons).toEqual([]);
});

test('work is not taken when it is late, forged, of another form, or none', () => {
  const bench = guarded(work);
  const proof = prove(bench);
  const salt = z.object({ salt: z.string() }).parse(JSON.parse(atob(proof))).salt;
  expect(send(bench).reasons).toEqual(['proof_missing']);
  for (const wrong of [
    changed(proof, { signature: '0'.repeat(64) }),
    changed(proof, { signature: '' }),
    changed(proof, { salt: salt.replace('expires=1', 'expires=9') }),
    changed(proof, { salt: salt.replace(/&$/, '') }),
    changed(proof, { number: -1 }),
    changed(proof, { number: '7' }),
    changed(proof, { algorithm: 'SHA-1' }),
    prove(bench, 'other'),
    'nonsense',
    inBase64([]),
    inBase64(null),
    'A'.repeat(3000),
    '',
  ]) {
    expect(send(bench, { proof: wrong }).reasons).toEqual(['proof_wrong']);
  }
  const late = prove(bench);
  bench.now += 60 * 60_000;
  expect(send(bench, { proof: late }).reasons).toEqual(['proof_expired']);
});

test('used challenges are forgotten when nobody could use them any more', async () => {
  const bench = guarded(work);
  send(bench, { proof: prove(bench) });
  expect(rows(bench, 'used_proofs')).toBe(1);
  const again = bench.restart();
  await again.runUntil(again.now + 2 * 60 * 60_000);
  expect(rows(again, 'used_proofs')).toBe(0);
});

test('when a check is down people pass, and what was not checked is noted', () => {
  const bench = guarded({ ...work, turnstile: { siteKey: 'k' } });
  const proof = prove(bench);
  expect(send(bench, { proof, turnstileWord: 'unchecked' })).toEqual({
    reasons: [],
    unchecked: ['turnstile'],
  });
  const down = { proof: 'unavailable', turnstileWord: 'passed' } as const;
  for (let time = 0; time < 10; time += 1) {
    expect(send(bench, down)).toEqual({ reasons: [], unchecked: ['proof'] });
  }
  // By then it is more likely a machine that says so.
  expect(send(bench, down).reasons).toEqual(['proof_missing']);
  expect(send(bench, { proof: prove(bench), turnstileWord: 'failed' }).reasons).toEqual(['turnstile_failed']);
});

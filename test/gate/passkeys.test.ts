// Passkeys: made by somebody who is signed in, used by whoever holds them; each challenge answered once, here, by the key it
// was made with.
import { beforeEach, expect, test } from 'vitest';
import * as z from 'zod';
import { idOf, memberOf, minute, nodeGate, ownerOf, type NodeGate } from './gate-on-node.ts';
import { SoftAuthenticator } from './soft-authenticator.ts';

const site = { origin: 'https://baton.example', host: 'baton.example' };
const elsewhere = { origin: 'https://evil.example', host: 'evil.example' };

let bench: NodeGate;
let admin: string;
let device: SoftAuthenticator;

beforeEach(async () => {
  bench = nodeGate();
  admin = ownerOf(bench);
  device = new SoftAuthenticator();
});

type Task = Awaited<ReturnType<NodeGate['gate']['beginSignIn']>>;
const challengeOf = ({ options }: Task) =>
  z.object({ challenge: z.string() }).parse(JSON.parse(options)).challenge;

async function make(session = admin, at = site): Promise<boolean> {
  const task = await bench.gate.beginPasskey(session, site);
  if (task === null) throw new Error('Nobody is signed in.');
  const answer = device.make(challengeOf(task), at);
  return bench.gate.makePasskey(session, site, task.ticket, answer, 'Firefox on Linux');
}

async function signIn(more: { at?: typeof site; flags?: number; by?: SoftAuthenticator } = {}) {
  const task = await bench.gate.beginSignIn(site);
  const answer = (more.by ?? device).use(challengeOf(task), more.at ?? site, more.flags);
  return bench.gate.signInByPasskey(site, task.ticket, { ...answer, id: device.id }, 'Chrome', null);
}

test('a passkey that was made signs its person in', async () => {
  expect(await make()).toBe(true);
  expect(bench.gate.passkeys(admin)).toMatchObject([{ name: 'Firefox on Linux', usedAt: null }]);
  bench.now += minute;
  const secret = await signIn();
  expect(bench.gate.signedIn(secret ?? '')?.person.email).toBe('ada@engines.example');
  expect(bench.gate.passkeys(admin)).toMatchObject([{ usedAt: bench.now }]);
});

test('a challenge is good for one answer, within five minutes', async () => {
  await make();
  const task = await bench.gate.beginSignIn(site);
  const answer = device.use(challengeOf(task), site);
  const use = () => bench.gate.signInByPasskey(site, task.ticket, answer, 'Chrome', null);
  expect(await use()).not.toBeNull();
  expect(await use()).toBeNull();
  const late = await bench.gate.beginSignIn(site);
  bench.now += 5 * minute;
  const tooLate = device.use(challengeOf(late), site);
  expect(await bench.gate.signInByPasskey(site, late.ticket, tooLate, 'Chrome', null)).toBeNull();
});

test('an answer from another website, without the person, or by another key, is refused', async () => {
  expect(await make(admin, elsewhere)).toBe(false);
  expect(await make()).toBe(true);
  expect(await signIn({ at: elsewhere })).toBeNull();
  expect(await signIn({ flags: 0x01 })).toBeNull();
  expect(await signIn({ by: new SoftAuthenticator() })).toBeNull();
  expect(await signIn()).not.toBeNull();
});

test('a challenge for making one is nobody else’s, nor for signing in', async () => {
  const eve = await memberOf(bench, admin, 'eve@x.example', 'viewer');
  const task = await bench.gate.beginPasskey(admin, site);
  const answer = device.make(challengeOf(task ?? { ticket: '', options: '{}' }), site);
  expect(await bench.gate.makePasskey(eve, site, task?.ticket ?? '', answer, 'Chrome')).toBe(false);
  const open = await bench.gate.beginSignIn(site);
  const made = device.make(challengeOf(open), site);
  expect(await bench.gate.makePasskey(admin, site, open.ticket, made, 'Chrome')).toBe(false);
  expect(await bench.gate.beginPasskey('nobody', site)).toBeNull();
});

test('a passkey is its person’s alone, and goes with them', async () => {
  const eve = await memberOf(bench, admin, 'eve@x.example', 'viewer');
  expect(await make(eve)).toBe(true);
  // The same device for another person: it has a credential of its own there.
  expect(await make(admin)).toBe(false);
  expect(bench.gate.removePasskey(admin, device.id)).toBe(false);
  bench.gate.removeMember(admin, idOf(bench, admin, 'eve@x.example'));
  expect(bench.sql.all(`SELECT * FROM passkeys`)).toEqual([]);
  expect(await signIn()).toBeNull();
});

test('one that was taken away signs nobody in', async () => {
  await make();
  expect(bench.gate.removePasskey(admin, device.id)).toBe(true);
  expect(await signIn()).toBeNull();
  const told = bench.gate.changes({ kind: 'owner', workspace: 'main' }, { limit: 10 });
  expect(new Set(told.map(({ action }) => action))).toEqual(
    new Set(['person.joined', 'passkey.made', 'passkey.removed']),
  );
});

test('however many challenges are asked for, they fill nothing, and the latest is good', async () => {
  await make();
  for (let at = 0; at < 2100; at += 1) await bench.gate.beginSignIn(site);
  expect(bench.sql.all(`SELECT count(*) AS many FROM challenges`)).toEqual([{ many: 2000 }]);
  bench.now += 1;
  expect(await signIn()).not.toBeNull();
});

// Several workspaces: who makes them, who is in which, and that an admin of one is nobody in another.
import { beforeEach, expect, test } from 'vitest';
import { idOf, mailedSecret, memberOf, nodeGate, ownerOf, type NodeGate } from './gate-on-node.ts';

let bench: NodeGate;
let owner: string;

beforeEach(() => {
  bench = nodeGate();
  owner = ownerOf(bench);
  bench.now += 1;
});

const acme = { id: ' Acme ', name: 'Acme Ltd' };
const eve = 'eve@acme.example';

test('an admin of the first workspace makes another, and works in it from then on', () => {
  expect(bench.gate.makeWorkspace(owner, acme)).toEqual({ kind: 'made', workspace: 'acme' });
  expect(bench.gate.isWorkspace('acme')).toBe(true);
  expect(bench.gate.signedIn(owner)).toMatchObject({
    membership: { workspace: 'acme', name: 'Acme Ltd', role: 'admin' },
    memberships: [{ workspace: 'main' }, { workspace: 'acme' }],
  });
  expect(bench.gate.enterWorkspace(owner, 'main')).toBe(true);
  expect(bench.gate.signedIn(owner)?.membership?.workspace).toBe('main');
});

test('names that cannot be taken are told', () => {
  const make = (id: string, name = 'A') => bench.gate.makeWorkspace(owner, { id, name });
  expect(make('main')).toEqual({ kind: 'invalid', fields: ['taken'] });
  for (const id of ['', 'a', '1a', 'a~b', 'a/b', 'a'.repeat(41)]) {
    expect([id, make(id)]).toEqual([id, { kind: 'invalid', fields: ['id'] }]);
  }
  expect(make('good', ' ')).toEqual({ kind: 'invalid', fields: ['name'] });
});

test('an admin of another workspace makes none, and sees nobody of the first', async () => {
  await memberOf(bench, owner, 'first@engines.example', 'viewer');
  bench.gate.makeWorkspace(owner, acme);
  const admin = await memberOf(bench, owner, eve, 'admin');
  expect(bench.gate.makeWorkspace(admin, { id: 'more', name: 'More' })).toEqual({ kind: 'not_allowed' });
  expect(bench.gate.members(admin)?.members.map(({ email }) => email)).toEqual(['ada@engines.example', eve]);
  expect(bench.gate.enterWorkspace(admin, 'main')).toBe(false);
  bench.gate.enterWorkspace(owner, 'main');
  const first = idOf(bench, owner, 'first@engines.example');
  expect(bench.gate.member(admin, first)).toBeNull();
  expect(bench.gate.changeRole(admin, first, 'admin')).toBe('unknown');
  expect(bench.gate.removeMember(admin, first)).toBe('unknown');
});

test('somebody in two workspaces has a role in each; removed from one, they work on in the other', async () => {
  const secret = await memberOf(bench, owner, eve, 'viewer');
  bench.gate.makeWorkspace(owner, acme);
  await bench.gate.invite(owner, eve, 'marketing');
  expect(bench.gate.linkCard(mailedSecret(bench))).toMatchObject({ isKnown: true, workspace: 'Acme Ltd' });
  const joined = bench.gate.enter(mailedSecret(bench), { name: '', email: '' }, 'Chrome', null);
  const there = joined.kind === 'in' ? joined.secret : '';
  expect(bench.gate.signedIn(there)?.membership).toMatchObject({ workspace: 'acme', role: 'marketing' });
  expect(bench.gate.signedIn(secret)?.membership).toMatchObject({ workspace: 'main', role: 'viewer' });
  expect(bench.gate.removeMember(owner, idOf(bench, owner, eve))).toBe('done');
  expect(bench.gate.signedIn(there)).toBeNull();
  expect(bench.gate.signedIn(secret)?.memberships).toMatchObject([{ workspace: 'main' }]);
});

test('the audit of one workspace says nothing of another', async () => {
  bench.gate.makeWorkspace(owner, acme);
  await memberOf(bench, owner, eve, 'viewer');
  const of = (workspace: string) =>
    JSON.stringify(
      bench.gate.changes({ kind: 'owner', workspace }, { limit: 100 }).map(({ subject }) => subject),
    );
  expect(of('main')).toBe('["ada@engines.example"]');
  expect(of('acme')).toContain(eve);
});

// Keys for programs: shown once, kept as a hash, within their scopes, until an admin revokes them.
import { beforeEach, expect, test } from 'vitest';
import { may, rights, type Right } from '../../apps/worker/src/access/rights.ts';
import { roles } from '../../apps/worker/src/access/roles.ts';
import { memberOf, minute, nodeGate, ownerOf, type NodeGate } from './gate-on-node.ts';

let bench: NodeGate;
let admin: string;

beforeEach(() => {
  bench = nodeGate();
  admin = ownerOf(bench);
});

function made(scopes: Parameters<NodeGate['gate']['makeKey']>[2]): { id: string; secret: string } {
  const key = bench.gate.makeKey(admin, 'CRM', scopes);
  if (key.kind !== 'made') throw new Error(`No key: ${key.kind}`);
  return { id: key.key.id, secret: key.secret };
}

test('a key acts on its workspace within its scopes, and no more', () => {
  const { id, secret } = made(['leads', 'read']);
  expect(secret).toMatch(/^bk_\w{32}$/);
  const actor = bench.gate.actorByKey(secret);
  expect(actor).toEqual({ kind: 'key', id, scopes: ['read', 'leads'], workspace: 'main' });
  const had: Right[] = actor === null ? [] : rights.filter((right) => may(actor, right));
  expect(had).toEqual(['leads.read', 'workspace.read']);
  expect(bench.gate.actorByKey(`${secret}x`)).toBeNull();
});

test('it cannot be read from the storage, and says by its end which one it is', () => {
  const { secret } = made(['leads']);
  expect(JSON.stringify(bench.sql.all(`SELECT * FROM api_keys`))).not.toContain(secret);
  expect(bench.gate.keys(admin)).toMatchObject([{ name: 'CRM', hint: secret.slice(-4), usedAt: null }]);
});

test('when it was used last is kept to the minute', () => {
  const { secret } = made(['leads']);
  const used = () => bench.gate.keys(admin)?.[0]?.usedAt;
  const begun = bench.now;
  bench.gate.actorByKey(secret);
  expect(used()).toBe(begun);
  bench.now += minute - 1;
  bench.gate.actorByKey(secret);
  expect(used()).toBe(begun);
  bench.now += 1;
  bench.gate.actorByKey(secret);
  expect(used()).toBe(begun + minute);
});

test('a revoked key opens nothing; both are in the audit', () => {
  const { id, secret } = made(['write']);
  expect(bench.gate.revokeKey(admin, id)).toBe('done');
  expect(bench.gate.actorByKey(secret)).toBeNull();
  expect(bench.gate.revokeKey(admin, id)).toBe('unknown');
  const done = bench.changes().map(({ action }) => action);
  expect(new Set(done)).toEqual(new Set(['person.joined', 'key.made', 'key.revoked']));
});

test('a key needs a name and a scope', () => {
  expect(bench.gate.makeKey(admin, ' ', [])).toEqual({ kind: 'invalid', fields: ['name', 'scopes'] });
});

test.each(roles.filter((role) => role !== 'admin'))('%s makes, sees and revokes none', async (role) => {
  const { id, secret } = made(['read']);
  const other = await memberOf(bench, admin, 'eve@x.example', role);
  expect(bench.gate.keys(other)).toBeNull();
  expect(bench.gate.makeKey(other, 'Mine', ['write'])).toEqual({ kind: 'not_allowed' });
  expect(bench.gate.revokeKey(other, id)).toBe('not_allowed');
  expect(bench.gate.actorByKey(secret)).not.toBeNull();
});

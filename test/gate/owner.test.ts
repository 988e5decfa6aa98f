// The first to come in: a link that makes its opener the owner, once, while nobody is; and the session that follows.
import { expect, test } from 'vitest';
import { ada, day, hour, nodeGate, ownerOf, secretOf } from './gate-on-node.ts';

test('the owner’s link makes its opener the admin of the first workspace, and a session', () => {
  const bench = nodeGate();
  const secret = ownerOf(bench);
  expect(bench.gate.signedIn(secret)).toMatchObject({
    person: ada,
    membership: { workspace: 'main', role: 'admin' },
  });
  expect(bench.changes()).toEqual([
    { action: 'person.joined', author: 'person:ada@engines.example', subject: 'ada@engines.example' },
  ]);
});

test('looking at a link changes nothing, using it ends it, and nobody becomes owner after somebody has', () => {
  const bench = nodeGate();
  const { gate } = bench;
  const link = secretOf(gate.ownerLink()?.url);
  for (let look = 0; look < 3; look += 1) expect(gate.linkCard(link)).toEqual({ kind: 'owner' });
  expect(gate.enter(link, ada, 'Firefox', null).kind).toBe('in');
  expect(gate.linkCard(link)).toBeNull();
  expect(gate.enter(link, { name: 'Eve', email: 'eve@x.example' }, 'Firefox', null).kind).toBe('not_good');
  expect(gate.ownerLink()).toBeNull();
  expect(bench.sql.all(`SELECT email FROM people`)).toEqual([{ email: ada.email }]);
});

test('a new link ends the one before, and each ends after a day', () => {
  const bench = nodeGate();
  const { gate } = bench;
  const first = secretOf(gate.ownerLink()?.url);
  const second = secretOf(gate.ownerLink()?.url);
  expect(gate.linkCard(first)).toBeNull();
  bench.now += day - 1;
  expect(gate.linkCard(second)).not.toBeNull();
  bench.now += 1;
  expect(gate.linkCard(second)).toBeNull();
  expect(gate.enter(second, ada, 'Firefox', null).kind).toBe('not_good');
});

test('a name or an address that is none leaves the link as it was', () => {
  const { gate } = nodeGate();
  const link = secretOf(gate.ownerLink()?.url);
  const tried = gate.enter(
    link,
    { name: ' ', email: 'ada@x.example\r\nbcc: eve@x.example' },
    'Firefox',
    null,
  );
  expect(tried).toEqual({ kind: 'invalid', fields: ['name', 'email'] });
  expect(gate.linkCard(link)).not.toBeNull();
  expect(gate.enter(link, { name: ' Ada ', email: ' ADA@engines.example ' }, 'Firefox', null).kind).toBe(
    'in',
  );
});

test('neither a link nor a session can be read from the storage', () => {
  const bench = nodeGate();
  const { gate, sql } = bench;
  const link = secretOf(gate.ownerLink()?.url);
  expect(JSON.stringify(sql.all(`SELECT * FROM links`))).not.toContain(link);
  const entered = gate.enter(link, ada, 'Firefox', null);
  const secret = entered.kind === 'in' ? entered.secret : '';
  expect(secret).toMatch(/^\w{32}$/);
  expect(JSON.stringify(sql.all(`SELECT * FROM sessions`))).not.toContain(secret);
});

test('a session ends after thirty days, or seven without a visit', () => {
  const bench = nodeGate();
  const { gate } = bench;
  const idle = ownerOf(bench);
  bench.now += 7 * day - hour;
  expect(gate.signedIn(idle)).not.toBeNull();
  bench.now += 7 * day;
  expect(gate.signedIn(idle)).toBeNull();
  const other = nodeGate();
  const busy = ownerOf(other);
  for (let days = 0; days < 29; days += 1) {
    other.now += day;
    expect(other.gate.signedIn(busy)).not.toBeNull();
  }
  other.now += day;
  expect(other.gate.signedIn(busy)).toBeNull();
});

test('signing out ends this session; ending another one leaves this', () => {
  const bench = nodeGate();
  const { gate } = bench;
  const here = ownerOf(bench);
  expect(gate.sessions(here)).toMatchObject([{ browser: 'Firefox on Linux', isThis: true }]);
  expect(gate.endSession(here, 'ses_nobody')).toBe(false);
  expect(gate.endSession('nobody', gate.sessions(here)[0]?.id ?? '')).toBe(false);
  gate.signOut(here);
  expect(gate.signedIn(here)).toBeNull();
  expect(gate.sessions(here)).toEqual([]);
});

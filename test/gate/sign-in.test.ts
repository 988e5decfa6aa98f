// Signing in by e-mail: once, within fifteen minutes, and without telling anybody whose address is known.
import { expect, test } from 'vitest';
import { ada, hour, mailedSecret, minute, nodeGate, ownerOf } from './gate-on-node.ts';

const block = '192.0.2.0/24';
const nobody = { name: '', email: '' };

test('a known address gets a link that signs in once', async () => {
  const bench = nodeGate();
  ownerOf(bench);
  expect(bench.gate.askForLink(' ADA@engines.example', block)).toBe('sent');
  await bench.settle();
  expect(bench.mails).toMatchObject([{ to: ada.email, subject: 'Sign in to Baton' }]);
  const link = mailedSecret(bench);
  expect(bench.gate.linkCard(link)).toEqual({ kind: 'sign_in', email: ada.email });
  const entered = bench.gate.enter(link, nobody, 'Firefox', null);
  expect(entered.kind === 'in' && bench.gate.signedIn(entered.secret)?.person).toMatchObject(ada);
  expect(bench.gate.enter(link, nobody, 'Firefox', null).kind).toBe('not_good');
  expect(JSON.stringify(bench.sql.all(`SELECT * FROM links`))).not.toContain(link);
});

test('it ends after fifteen minutes, and when another is asked for', async () => {
  const bench = nodeGate();
  ownerOf(bench);
  bench.gate.askForLink(ada.email, block);
  await bench.settle();
  const first = mailedSecret(bench);
  bench.gate.askForLink(ada.email, block);
  await bench.settle();
  expect(bench.gate.linkCard(first)).toBeNull();
  bench.now += 15 * minute - 1;
  expect(bench.gate.linkCard(mailedSecret(bench))).not.toBeNull();
  bench.now += 1;
  expect(bench.gate.enter(mailedSecret(bench), nobody, 'Firefox', null).kind).toBe('not_good');
});

test('an address that nobody has hears the same, and nothing is looked up before it does', async () => {
  const bench = nodeGate();
  ownerOf(bench);
  const statements: string[] = [];
  const all = bench.sql.all.bind(bench.sql);
  Object.assign(bench.sql, {
    all: (statement: string, ...values: string[]) => {
      statements.push(statement);
      return all(statement, ...values);
    },
  });
  const said = ['ada@engines.example', 'eve@engines.example'].map((email) => {
    statements.length = 0;
    return [bench.gate.askForLink(email, block), [...statements]];
  });
  expect(said[1]).toEqual(said[0]);
  expect(String(said[0])).not.toMatch(/people|memberships/);
  await bench.settle();
  expect(bench.mails.map(({ to }) => to)).toEqual([ada.email]);
  expect(bench.gate.askForLink('not an address', block)).toBe('not_email');
});

test('no more than five links an address in a quarter of an hour, whoever asks and whether or not it is known', async () => {
  for (const email of [ada.email, 'eve@x.example']) {
    const bench = nodeGate();
    ownerOf(bench);
    const asked = Array.from({ length: 7 }, (_, at) => bench.gate.askForLink(email, `192.0.${at}.0/24`));
    expect(asked).toEqual([...Array.from({ length: 5 }, () => 'sent'), 'too_many', 'too_many']);
    await bench.settle();
    expect(bench.mails.length).toBe(email === ada.email ? 5 : 0);
    bench.now += 15 * minute;
    expect(bench.gate.askForLink(email, block)).toBe('sent');
  }
});

test('no more than thirty an hour from one block of addresses', () => {
  const bench = nodeGate();
  const ask = (at: number, from: string | null) => bench.gate.askForLink(`p${at}@x.example`, from);
  for (let at = 0; at < 30; at += 1) expect(ask(at, block)).toBe('sent');
  expect(ask(30, block)).toBe('too_many');
  const many = bench.sql.all(`SELECT * FROM limits`).length;
  for (let at = 1000; at < 1100; at += 1) expect(ask(at, block)).toBe('too_many');
  expect(bench.sql.all(`SELECT * FROM limits`).length).toBe(many);
  expect(ask(31, '198.51.100.0/24')).toBe('sent');
  for (let at = 100; at < 400; at += 1) expect(ask(at, null)).toBe('sent');
  expect(ask(400, null)).toBe('too_many');
  for (const { key } of bench.sql.all(`SELECT key FROM limits`)) expect(key).toMatch(/^[\w-]{22}$/);
  bench.now += hour;
  expect(ask(30, block)).toBe('sent');
});

test('whoever runs Baton makes a link for somebody, where no mail is set up', () => {
  const bench = nodeGate({ mail: false });
  ownerOf(bench);
  expect(bench.gate.mails).toBe(false);
  expect(bench.gate.signInLink('eve@x.example')).toBeNull();
  expect(bench.gate.signInLink(ada.email)?.url).toMatch(/^https:\/\/baton\.example\/enter\/\w{32}$/);
});

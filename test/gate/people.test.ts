// Who an admin lets in and what becomes of it; and that nobody else can do any of it.
import { beforeEach, expect, test } from 'vitest';
import { roles } from '../../apps/worker/src/access/roles.ts';
import { ada, day, idOf, mailedSecret, memberOf, nodeGate, ownerOf, type NodeGate } from './gate-on-node.ts';

let bench: NodeGate;
let admin: string;

beforeEach(() => {
  bench = nodeGate();
  admin = ownerOf(bench);
});

const eve = 'eve@engines.example';

test('an invited person joins by the link in the mail, in the role that was meant for them', async () => {
  expect(await bench.gate.invite(admin, ` ${eve.toUpperCase()} `, 'sales')).toEqual({
    kind: 'mailed',
    email: eve,
  });
  expect(bench.mails).toMatchObject([{ to: eve, subject: 'Ada Byron invites you to Baton on Baton' }]);
  expect(bench.gate.members(admin)?.invitations).toMatchObject([{ email: eve, role: 'sales' }]);
  const link = mailedSecret(bench);
  expect(bench.gate.linkCard(link)).toEqual({
    kind: 'invitation',
    email: eve,
    workspace: 'Baton',
    role: 'sales',
    by: 'Ada Byron',
    isKnown: false,
  });
  expect(bench.gate.enter(link, { name: '', email: '' }, 'Chrome', null)).toEqual({
    kind: 'invalid',
    fields: ['name'],
  });
  // The address is the invited one, whatever the form says.
  const entered = bench.gate.enter(link, { name: 'Eve', email: 'other@x.example' }, 'Chrome', null);
  const secret = entered.kind === 'in' ? entered.secret : '';
  expect(bench.gate.signedIn(secret)).toMatchObject({
    person: { email: eve, name: 'Eve' },
    membership: { role: 'sales' },
  });
  expect(bench.gate.members(admin)?.invitations).toEqual([]);
  expect(bench.gate.enter(link, { name: 'Eve', email: '' }, 'Chrome', null).kind).toBe('not_good');
  expect(bench.changes().map(({ action, author }) => `${String(author)} ${String(action)}`)).toContain(
    'person:ada@engines.example person.invited',
  );
});

test('without mail, or when it does not leave, the admin gets the link; a renewed one ends the one before', async () => {
  bench.mailLeaves = false;
  const invited = await bench.gate.invite(admin, eve, 'viewer');
  expect(invited).toMatchObject({ kind: 'link', email: eve, mail: true });
  const [open] = bench.gate.members(admin)?.invitations ?? [];
  const renewed = await bench.gate.renewInvitation(admin, open?.id ?? '');
  const urls = [invited, renewed].map((one) => (one.kind === 'link' ? one.url.slice(-32) : ''));
  expect(urls.map((secret) => bench.gate.linkCard(secret)?.kind)).toEqual([undefined, 'invitation']);
  const silent = nodeGate({ mail: false });
  expect(await silent.gate.invite(ownerOf(silent), eve, 'viewer')).toMatchObject({
    kind: 'link',
    mail: false,
  });
});

test('an invitation ends after seven days, when it is withdrawn, and by another one', async () => {
  await bench.gate.invite(admin, eve, 'viewer');
  const first = mailedSecret(bench);
  await bench.gate.invite(admin, eve, 'sales');
  expect(bench.gate.linkCard(first)).toBeNull();
  const [open, ...more] = bench.gate.members(admin)?.invitations ?? [];
  expect(more).toEqual([]);
  expect(bench.gate.withdrawInvitation(admin, open?.id ?? '')).toBe('done');
  expect(bench.gate.linkCard(mailedSecret(bench))).toBeNull();
  expect(bench.gate.withdrawInvitation(admin, open?.id ?? '')).toBe('unknown');
  await bench.gate.invite(admin, eve, 'sales');
  bench.now += 7 * day;
  expect(bench.gate.linkCard(mailedSecret(bench))).toBeNull();
});

test('who is a member, or no address, is not invited', async () => {
  expect(await bench.gate.invite(admin, ada.email, 'sales')).toEqual({ kind: 'member' });
  expect(await bench.gate.invite(admin, 'eve', 'sales')).toEqual({ kind: 'not_email' });
});

test('a changed role holds at once, and says how it was', async () => {
  const secret = await memberOf(bench, admin, eve, 'sales');
  expect(bench.gate.changeRole(admin, idOf(bench, admin, eve), 'marketing')).toBe('done');
  expect(bench.gate.signedIn(secret)?.membership?.role).toBe('marketing');
  expect(bench.sql.all(`SELECT before, after FROM audit WHERE action = 'role.changed'`)).toEqual([
    { before: '{"role":"sales"}', after: '{"role":"marketing"}' },
  ]);
});

test('who is removed is out at once, and nothing of them is kept but the audit', async () => {
  const secret = await memberOf(bench, admin, eve, 'admin');
  bench.gate.askForLink(eve, null);
  await bench.settle();
  expect(bench.gate.removeMember(admin, idOf(bench, admin, eve))).toBe('done');
  expect(bench.gate.signedIn(secret)).toBeNull();
  expect(bench.gate.linkCard(mailedSecret(bench))).toBeNull();
  for (const table of ['people', 'memberships', 'sessions', 'links']) {
    expect(JSON.stringify(bench.sql.all(`SELECT * FROM ${table}`)), table).not.toContain(eve);
  }
});

test('the last admin can neither leave nor become less', async () => {
  const me = idOf(bench, admin, ada.email);
  expect(bench.gate.changeRole(admin, me, 'viewer')).toBe('last_admin');
  expect(bench.gate.removeMember(admin, me)).toBe('last_admin');
  await memberOf(bench, admin, eve, 'admin');
  expect(bench.gate.changeRole(admin, me, 'viewer')).toBe('done');
  expect(bench.gate.members(admin)).toBeNull();
});

test('an admin sees and ends the sessions in which a member works here', async () => {
  const secret = await memberOf(bench, admin, eve, 'viewer');
  const id = idOf(bench, admin, eve);
  const { sessions } = bench.gate.member(admin, id) ?? { sessions: [] };
  expect(sessions).toMatchObject([{ browser: 'Chrome', isThis: false }]);
  expect(bench.gate.endMemberSession(admin, id, bench.gate.sessions(admin)[0]?.id ?? '')).toBe('unknown');
  expect(bench.gate.endMemberSession(admin, id, sessions[0]?.id ?? '')).toBe('done');
  expect(bench.gate.signedIn(secret)).toBeNull();
  expect(bench.gate.signedIn(admin)).not.toBeNull();
});

test.each(roles.filter((role) => role !== 'admin'))('%s may do none of it', async (role) => {
  const { gate } = bench;
  const secret = await memberOf(bench, admin, eve, role);
  const me = idOf(bench, admin, eve);
  await gate.invite(admin, 'new@x.example', 'viewer');
  const [open] = gate.members(admin)?.invitations ?? [];
  const [session] = gate.sessions(secret);
  const before = JSON.stringify(bench.sql.all(`SELECT * FROM memberships`)) + bench.changes().length;
  expect([gate.members(secret), gate.member(secret, me)]).toEqual([null, null]);
  const refused = [
    (await gate.invite(secret, 'friend@x.example', 'admin')).kind,
    (await gate.renewInvitation(secret, open?.id ?? '')).kind,
    gate.withdrawInvitation(secret, open?.id ?? ''),
    gate.changeRole(secret, me, 'admin'),
    gate.removeMember(secret, idOf(bench, admin, ada.email)),
    gate.endMemberSession(secret, me, session?.id ?? ''),
  ];
  expect(new Set(refused)).toEqual(new Set(['not_allowed']));
  expect(JSON.stringify(bench.sql.all(`SELECT * FROM memberships`)) + bench.changes().length).toBe(before);
});

test('whoever keeps a workspace is told whenever somebody comes, has another role or goes, and then who they all are', async () => {
  const told = (): readonly string[] => bench.changedIn.splice(0);
  const owner = { ...ada, role: 'admin' };
  expect(told()).toEqual(['main']);
  expect(bench.gate.membersOf('main')).toEqual([owner]);
  await bench.gate.invite(admin, eve, 'sales');
  expect(told()).toEqual([]);
  const link = mailedSecret(bench);
  bench.gate.enter(link, { name: 'Eve Engine', email: '' }, 'Chrome', null);
  expect(told()).toEqual(['main']);
  const is = (role: string) => ({ email: eve, name: 'Eve Engine', role });
  expect(bench.gate.membersOf('main')).toEqual([owner, is('sales')]);
  const id = idOf(bench, admin, eve);
  bench.gate.changeRole(admin, id, 'marketing');
  expect(told()).toEqual(['main']);
  expect(bench.gate.membersOf('main')).toEqual([owner, is('marketing')]);
  // To the same role: nothing has changed.
  bench.gate.changeRole(admin, id, 'marketing');
  expect(told()).toEqual([]);
  bench.gate.removeMember(admin, id);
  expect(told()).toEqual(['main']);
  expect(bench.gate.membersOf('main')).toEqual([owner]);
});

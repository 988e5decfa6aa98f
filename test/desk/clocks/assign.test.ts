// Who has a lead: given, claimed by a hundred at once, handed on with everything else; one owner, whatever happens.
import { expect, test } from 'vitest';
import { recordOf } from '../../api/published-document.ts';
import { arrivalOf, mondayMorning, nodeDesk, type NodeDesk } from '../desk-on-node.ts';
import { smallWorkspace } from '../small-workspace.ts';
import { leadOf, stored } from '../views.ts';
import { admin, lateWorkspace } from './late-workspace.ts';
import { events, mails } from './told.ts';

const email = 'ada@engines.example';
const hour = 3_600_000;
/** As many races, so that each is first once; BATON_FAULT_RUNS for more. */
const asked = process.env['BATON_FAULT_RUNS'];
const rounds = Number(asked ?? 100);
const long = asked === undefined ? {} : { timeout: rounds * 500 };
const away = { away: [{ from: '2027-01-01', to: '2027-01-31' }] };

function handedOff(workspace: unknown = lateWorkspace(), bench: NodeDesk = nodeDesk()): NodeDesk {
  expect(bench.desk.importWorkspace(workspace)).toMatchObject({ ok: true });
  stored(
    bench.desk.intake.submit(arrivalOf({ email, name: 'Ada', size: '51-500', role: 'manager', team: 1 })),
  );
  return bench;
}

/** Nobody of the team is there, and a hundred others are. */
function emptyTeam(): ReturnType<typeof lateWorkspace> {
  const workspace = lateWorkspace();
  const people = workspace.people.map((person) =>
    /^(ann|bob)@/.test(person.email) ? { ...person, ...away } : person,
  );
  const others = Array.from({ length: 100 }, (_, index) => ({
    email: `rep${index}@baton.example`,
    name: `Rep ${index}`,
    party: 'sales',
  }));
  return { ...workspace, people: [...people, ...others] };
}

test('a lead that is given to somebody has a new clock, and both people hear of it', async () => {
  const bench = handedOff();
  await bench.settle();
  const { id } = leadOf(bench, email);
  bench.now += hour;
  const { clocks } = bench.desk;
  expect(
    clocks.assign(id, 'person:vp@baton.example', { to: 'BOB@baton.example', note: 'Yours by region.' }),
  ).toMatchObject({
    kind: 'done',
  });
  await bench.settle();
  expect(leadOf(bench, email)).toMatchObject({
    owner: { email: 'bob@baton.example' },
    stage: 'mql',
    handoffs: [
      {
        owner: 'bob@baton.example',
        cause: 'assigned',
        by: 'person:vp@baton.example',
        why: 'Val Sales gave it to Bob',
        deliveredAt: new Date(bench.now).toISOString(),
      },
      { owner: 'ann@baton.example', touchedAt: null, endedAt: new Date(bench.now).toISOString() },
    ],
  });
  const mail = mails(bench).slice(1);
  expect(mail.map(({ to, subject }) => `${to} ${subject}`).toSorted()).toEqual([
    'ann@baton.example Passed on to Bob: Ada, engines.example',
    'bob@baton.example MQL 60: Ada, engines.example',
  ]);
  expect(mail.find(({ to }) => to === 'bob@baton.example')?.text).toContain('Yours by region.');
  expect(events(bench)).toMatchObject([
    {
      type: 'handoff.reassigned',
      data: { from: { email: 'ann@baton.example' }, to: { email: 'bob@baton.example' } },
    },
  ]);
  expect(clocks.assign(id, 'owner', { to: 'bob@baton.example', note: null })).toEqual({
    kind: 'refused',
    detail: 'Bob has it already.',
  });
  expect(clocks.assign(id, 'owner', { to: 'nobody@baton.example', note: null })).toMatchObject({
    kind: 'invalid',
  });
  expect(clocks.assign('lead_none', 'owner', { to: 'bob@baton.example', note: null })).toEqual({
    kind: 'unknown',
    what: 'lead',
  });
});

test('an owner who passes a lead on has answered: that is their first touch, and they need no mail', async () => {
  const bench = handedOff();
  await bench.settle();
  bench.now += hour;
  bench.desk.clocks.assign(leadOf(bench, email).id, 'person:ann@baton.example', {
    to: 'bob@baton.example',
    note: null,
  });
  await bench.settle();
  expect(leadOf(bench, email).handoffs[1]).toMatchObject({ humanDelay: hour });
  expect(mails(bench).filter(({ to }) => to === 'ann@baton.example')).toHaveLength(1);
});

test('a lead that was accepted has another owner without another clock', async () => {
  const bench = handedOff();
  await bench.settle();
  const { id, handoffs } = leadOf(bench, email);
  bench.desk.hands.verdict(handoffs[0]?.id ?? '', 'person:ann@baton.example', { kind: 'accepted' });
  bench.desk.clocks.assign(id, 'person:ann@baton.example', { to: 'bob@baton.example', note: null });
  await bench.settle();
  expect(leadOf(bench, email)).toMatchObject({
    owner: { email: 'bob@baton.example' },
    stage: 'sal',
    handoffs: [{}],
  });
  expect(events(bench)).toMatchObject([
    { data: { handoff: null, from: { name: 'Ann' }, to: { name: 'Bob' } } },
  ]);
  // What was given on cannot be reopened for whoever had it.
  expect(bench.desk.hands.undoVerdict(handoffs[0]?.id ?? '', 'person:ann@baton.example')).toMatchObject({
    kind: 'refused',
  });
});

test('a lead that finds nobody goes to the fallback, the admins hear of it once a day, and anybody may claim it', async () => {
  const bench = handedOff(emptyTeam());
  await bench.settle();
  const lead = leadOf(bench, email);
  expect(lead.owner?.email).toBe('vp@baton.example');
  expect(lead.handoffs[0]).toMatchObject({ claimable: true });
  bench.desk.intake.submit(
    arrivalOf({ email: 'bo@other.example', size: '51-500', role: 'manager', team: 1 }),
  );
  await bench.settle();
  const alerts = () => mails(bench).filter(({ to }) => to === admin);
  expect(alerts()).toMatchObject([{ subject: 'Baton: A lead found nobody to take it' }]);
  bench.now = mondayMorning + 25 * hour;
  bench.desk.intake.submit(
    arrivalOf({ email: 'cy@third.example', size: '51-500', role: 'manager', team: 1 }),
  );
  await bench.settle();
  expect(alerts()).toHaveLength(2);
  expect(bench.desk.clocks.claim(lead.id, null)).toMatchObject({ kind: 'refused' });
  expect(bench.desk.clocks.claim(lead.id, 'stranger@x.example')).toMatchObject({ kind: 'refused' });
  expect(bench.desk.clocks.claim(lead.id, 'rep7@baton.example')).toMatchObject({ kind: 'done' });
  expect(bench.desk.clocks.claim(lead.id, 'rep8@baton.example')).toEqual({
    kind: 'refused',
    detail: `Rep 7 has it since ${new Date(bench.now).toISOString()}.`,
  });
});

test('a lead that is given to a team goes to whoever’s turn it is, but not to who has it', async () => {
  const bench = handedOff();
  await bench.settle();
  const { clocks } = bench.desk;
  const owners = [leadOf(bench, email).owner?.email];
  const { id } = leadOf(bench, email);
  for (let turn = 0; turn < 3; turn += 1) {
    bench.now += 1000;
    expect(clocks.assign(id, 'person:vp@baton.example', { to: 'all', note: null }).kind).toBe('done');
    owners.push(leadOf(bench, email).owner?.email);
  }
  expect(owners).toEqual([
    'ann@baton.example',
    'bob@baton.example',
    'ann@baton.example',
    'bob@baton.example',
  ]);
  expect(leadOf(bench, email).handoffs[0]?.why).toBe('Val Sales gave it to team all: it is Bob’s turn');
  const today = { from: '2027-01-04', to: '2027-01-08' };
  clocks.setAway('ann@baton.example', 'owner', today);
  expect(clocks.assign(id, 'owner', { to: 'all', note: null })).toEqual({
    kind: 'refused',
    detail: 'Nobody else of all is available now.',
  });
  expect(clocks.assign(id, 'owner', { to: 'nobody', note: null })).toMatchObject({ kind: 'invalid' });
  await bench.settle();
});

test('a hundred people claim one lead at once, again and again: one owner each', long, () => {
  const bench = nodeDesk({ mail: false });
  const { destinations: _none, ...workspace } = emptyTeam();
  bench.desk.importWorkspace(workspace);
  const racers = Array.from({ length: 100 }, (_, index) => `rep${index}@baton.example`);
  const owners = new Set<string>();
  for (let round = 0; round < rounds; round += 1) {
    const email = `lead${round}@co${round}.example`;
    bench.desk.intake.submit(arrivalOf({ email, size: '51-500', role: 'manager', team: 1 }));
    const { id } = leadOf(bench, email);
    const order = racers.map((_, index) => racers[(index + round * 37) % 100] ?? '');
    const won = order.filter((racer) => bench.desk.clocks.claim(id, racer).kind === 'done');
    expect(won).toEqual([order[0]]);
    const lead = leadOf(bench, email);
    expect(lead.owner?.email).toBe(order[0]);
    expect(lead.handoffs.filter((handoff) => handoff['endedAt'] === null)).toHaveLength(1);
    owners.add(lead.owner?.email ?? '');
  }
  expect(owners.size).toBe(100);
});

test('all that hangs on a person is listed and goes to another in one step, but for what the agreement says', async () => {
  const workspace = lateWorkspace();
  const bench = handedOff({
    ...workspace,
    teams: [
      ...workspace.teams,
      { id: 'duo', name: 'The two', members: ['ann@baton.example', 'vp@baton.example'] },
    ],
    agreement: Object.assign({}, workspace.agreement, {
      escalate: [{ at: '100%', tell: { person: 'ann@baton.example' } }],
    }),
  });
  bench.desk.intake.submit(arrivalOf({ email: 'bo@bob.example', size: '51-500', role: 'manager', team: 1 }));
  bench.desk.intake.submit(
    arrivalOf({ email: 'cy@third.example', size: '51-500', role: 'manager', team: 1 }),
  );
  await bench.settle();
  const accepted = leadOf(bench, 'cy@third.example');
  bench.desk.hands.verdict(accepted.handoffs[0]?.id ?? '', 'person:ann@baton.example', { kind: 'accepted' });
  const mine = { list: 'Wanted', tier: null, name: null, owner: 'ann@baton.example' };
  expect(
    bench.desk.as({ kind: 'owner', workspace: 'main' }).companies.save('wanted.example', mine).kind,
  ).toBe('done');
  const { clocks } = bench.desk;
  const read = (answer: ReturnType<typeof clocks.holds>): unknown =>
    answer.kind === 'done' ? recordOf(JSON.parse(answer.text)) : answer;
  expect(read(clocks.holds('ann@baton.example'))).toMatchObject({
    person: { name: 'Ann' },
    handoffs: { count: 1, list: [{ name: 'Ada' }] },
    leads: { count: 1, list: [{ lead: accepted.id, stage: 'sal' }] },
    companies: { count: 3, list: ['engines.example', 'third.example', 'wanted.example'] },
    teams: [{ id: 'all' }, { id: 'duo', name: 'The two' }],
    agreement: { fallback: false, rules: [], escalations: ['100%'], signs: [] },
  });
  expect(read(clocks.handOn('ann@baton.example', 'owner', 'bob@baton.example'))).toMatchObject({
    moved: { handoffs: 1, leads: 1, companies: 3, teams: 2 },
    agreement: { escalations: ['100%'], says: expect.stringContaining('proposal') },
  });
  await bench.settle();
  expect(read(clocks.holds('ann@baton.example'))).toMatchObject({
    handoffs: { count: 0 },
    leads: { count: 0 },
    companies: { count: 0 },
    teams: [],
  });
  expect(bench.sql.all(`SELECT account_owner FROM companies WHERE domain = 'wanted.example'`)).toEqual([
    { account_owner: 'bob@baton.example' },
  ]);
  expect(bench.desk.exportWorkspace()['teams']).toMatchObject([
    { id: 'all', members: ['bob@baton.example'] },
    { id: 'duo', members: ['bob@baton.example', 'vp@baton.example'] },
  ]);
  expect(leadOf(bench, email)).toMatchObject({
    owner: { email: 'bob@baton.example' },
    handoffs: [{ cause: 'handed_on', why: "What was Ann's went to Bob" }, {}],
  });
  expect(leadOf(bench, 'cy@third.example').owner?.email).toBe('bob@baton.example');
  expect(clocks.holds('nobody@x.example')).toEqual({ kind: 'unknown', what: 'person' });
  expect(clocks.handOn('ann@baton.example', 'owner', 'nobody@x.example')).toMatchObject({ kind: 'invalid' });
});

test('who is away gets no lead, from now or as planned, and gets them again once back', async () => {
  const bench = handedOff();
  await bench.settle();
  const { clocks } = bench.desk;
  const today = { from: '2027-01-04', to: '2027-01-08' };
  expect(clocks.setAway('bob@baton.example', 'person:bob@baton.example', today)).toMatchObject({
    kind: 'done',
  });
  const next = (address: string): string | undefined => {
    bench.desk.intake.submit(arrivalOf({ email: address, size: '51-500', role: 'manager', team: 1 }));
    return leadOf(bench, address).owner?.email;
  };
  expect([next('a@a.example'), next('b@b.example')]).toEqual(['ann@baton.example', 'ann@baton.example']);
  bench.now += 24 * hour;
  expect(clocks.endAway('bob@baton.example', 'person:bob@baton.example')).toEqual({
    kind: 'done',
    text: JSON.stringify({
      person: { email: 'bob@baton.example', name: 'Bob' },
      away: [{ from: '2027-01-04', to: '2027-01-04' }],
      openHandoffs: 0,
    }),
  });
  expect([next('c@c.example'), next('d@d.example')]).toContain('bob@baton.example');
  expect(
    clocks.setAway('bob@baton.example', 'owner', { from: '2027-02-02', to: '2027-02-01' }),
  ).toMatchObject({
    kind: 'invalid',
  });
  await bench.settle();
});

test.each([
  'Europe/Berlin',
  'America/Los_Angeles',
  'Asia/Kolkata',
  'Pacific/Auckland',
  'Pacific/Kiritimati',
  'Pacific/Pago_Pago',
])('whoever is back gets leads from today in %s', (timeZone) => {
  const bench = nodeDesk();
  const { agreement } = smallWorkspace;
  const rules = [{ id: 'ann', when: null, to: { person: 'ann@baton.example' } }];
  const there = {
    ...agreement,
    routing: { ...agreement.routing, rules },
    hours: { ...agreement.hours, timeZone },
  };
  expect(bench.desk.importWorkspace({ ...smallWorkspace, agreement: there })).toMatchObject({ ok: true });
  const { clocks } = bench.desk;
  const month = { from: '2027-01-01', to: '2027-01-20' };
  expect(clocks.setAway('ann@baton.example', 'owner', month).kind).toBe('done');
  expect(clocks.endAway('ann@baton.example', 'owner').kind).toBe('done');
  const email = 'ada@engines.example';
  stored(bench.desk.intake.submit(arrivalOf({ email, size: '51-500', role: 'manager', team: 1 })));
  expect(leadOf(bench, email).owner?.email).toBe('ann@baton.example');
});

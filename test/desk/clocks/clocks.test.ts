// The clocks of one handoff: nothing before it has reached its owner, then what was agreed, each once and at its hour.
import { expect, test } from 'vitest';
import { arrivalOf, mondayMorning, nodeDesk, type NodeDesk } from '../desk-on-node.ts';
import { sign } from '../sign.ts';
import { leadOf, stored } from '../views.ts';
import { admin, lateWorkspace, manager } from './late-workspace.ts';
import { events, linkIn, mails } from './told.ts';

const email = 'ada@engines.example';
const minute = 60_000;
const hour = 60 * minute;
/** Four hours of the tier `mql`, from Monday 10:00 in Berlin. */
const deadline = mondayMorning + 4 * hour;

function handedOff(bench: NodeDesk = nodeDesk(), workspace: unknown = lateWorkspace()): NodeDesk {
  expect(bench.desk.importWorkspace(workspace)).toMatchObject({ ok: true });
  stored(
    bench.desk.intake.submit(arrivalOf({ email, name: 'Ada', size: '51-500', role: 'manager', team: 1 })),
  );
  return bench;
}

const subjects = (bench: NodeDesk): string[] => mails(bench).map(({ to, subject }) => `${to} ${subject}`);
const types = (bench: NodeDesk): string[] => events(bench).map(({ type }) => type);

test('at 80% the owner is reminded, at 100% the manager is told, at 150% it goes to the next in turn', async () => {
  const bench = handedOff();
  await bench.runUntil(mondayMorning + 3.2 * hour - 1);
  expect(subjects(bench)).toEqual(['ann@baton.example MQL 60: Ada, engines.example']);
  await bench.runUntil(mondayMorning + 3.2 * hour);
  expect(subjects(bench).slice(1)).toEqual(['ann@baton.example Nearly due: Ada, engines.example']);
  expect(mails(bench)[1]?.inReplyTo).toBe(mails(bench)[0]?.id);
  expect(types(bench)).toEqual([]);
  await bench.runUntil(deadline);
  expect(subjects(bench).slice(2)).toEqual([`${manager} Overdue: Ada, engines.example`]);
  expect(types(bench)).toEqual(['handoff.breached']);
  expect(events(bench)[0]?.data).toMatchObject({
    owner: { email: 'ann@baton.example' },
    deadline: new Date(deadline).toISOString(),
    handoff: { deliveredAt: new Date(mondayMorning).toISOString() },
  });
  await bench.runUntil(mondayMorning + 6 * hour);
  expect(types(bench)).toEqual(['handoff.breached', 'handoff.reassigned']);
  expect(events(bench)[1]?.data).toMatchObject({
    owner: { email: 'bob@baton.example' },
    from: { email: 'ann@baton.example', name: 'Ann' },
    to: { email: 'bob@baton.example', name: 'Bob' },
    cause: 'breach',
  });
  expect(subjects(bench).slice(3).toSorted()).toEqual([
    'ann@baton.example Passed on to Bob: Ada, engines.example',
    'bob@baton.example MQL 60: Ada, engines.example',
  ]);
  const lead = leadOf(bench, email);
  expect(lead.owner?.email).toBe('bob@baton.example');
  expect(lead.stage).toBe('mql');
  const [second, first] = lead.handoffs;
  // Monday 16:00: one and a half hours are left of the day, and the rest of Bob's four follow on Tuesday.
  expect(second).toMatchObject({ cause: 'breach', breach: null, deadline: '2027-01-05T10:30:00.000Z' });
  expect(second?.why).toBe('Ann did not answer in time. Rule "everybody" names team all: it is Bob\'s turn');
  expect(first).toMatchObject({
    endedAt: new Date(mondayMorning + 6 * hour).toISOString(),
    breach: { at: new Date(deadline).toISOString(), reason: null },
  });
  // The score is the one that was handed over.
  expect(second?.['score']).toEqual(first?.['score']);
});

test('the human clock starts with the first delivery: what fails to arrive never counts against the rep', async () => {
  const bench = nodeDesk();
  let down = true;
  bench.answer = ({ target }) =>
    down && target === 'ann@baton.example'
      ? { ok: false, code: 'smtp_451', status: 451 }
      : { ok: true, status: 200 };
  handedOff(bench);
  await bench.runUntil(mondayMorning + 5 * hour);
  expect(types(bench)).toEqual([]);
  expect(leadOf(bench, email).handoffs[0]).toMatchObject({
    deliveredAt: null,
    systemDelay: null,
    breach: null,
  });
  const [alert, ...more] = mails(bench).filter(({ to }) => to === admin);
  expect(alert?.subject).toBe('Baton: Mail to ann@baton.example does not get through');
  expect(alert?.text).toContain('smtp_451');
  expect(more).toEqual([]);
  down = false;
  await bench.runUntil(mondayMorning + 20 * hour);
  const handoff = leadOf(bench, email).handoffs[0];
  const deliveredAt = Date.parse(String(handoff?.['deliveredAt']));
  expect(deliveredAt).toBeGreaterThan(mondayMorning + 5 * hour);
  expect(handoff).toMatchObject({
    toldDeadline: new Date(deadline).toISOString(),
    systemDelay: deliveredAt - mondayMorning,
    breach: null,
  });
  expect(Date.parse(String(handoff?.['deadline']))).toBeGreaterThan(deadline + 12 * hour);
});

test('without mail the clock starts with the first destination, and a reassignment is told where handoffs are', async () => {
  const bench = nodeDesk({ mail: false });
  const chat = { id: 'chat', kind: 'webhook', url: 'https://chat.example/hook', on: ['lead.handed_off'] };
  handedOff(bench, { ...lateWorkspace(), destinations: [chat] });
  await bench.runUntil(mondayMorning + 6 * hour);
  expect(leadOf(bench, email).handoffs).toMatchObject([
    { owner: 'bob@baton.example', deliveredAt: new Date(mondayMorning + 6 * hour).toISOString() },
    { owner: 'ann@baton.example', breach: {} },
  ]);
  expect(bench.sent.map(({ target, body }) => [target, JSON.parse(body).type])).toEqual([
    [chat.url, 'lead.handed_off'],
    [chat.url, 'lead.handed_off'],
  ]);
});

test('nothing follows a verdict; taken back, the clock runs on and tells nothing again', async () => {
  const bench = handedOff();
  await bench.runUntil(mondayMorning + 3.5 * hour);
  expect(subjects(bench)).toHaveLength(2);
  const accept = linkIn(mails(bench)[0] ?? { subject: '', text: '', to: '', id: '' }, 'Accept');
  const press = () => bench.desk.verdicts.nonce(accept) ?? '';
  bench.now = deadline - 5 * minute;
  expect(bench.desk.verdicts.give(accept, press(), { kind: 'accepted' })?.kind).toBe('done');
  expect(leadOf(bench, email).handoffs[0]).toMatchObject({
    humanDelay: deadline - 5 * minute - mondayMorning,
  });
  await bench.runUntil(deadline + minute);
  expect(subjects(bench)).toHaveLength(2);
  expect(bench.desk.verdicts.undo(accept, press())).toBe(true);
  expect(leadOf(bench, email).handoffs[0]).toMatchObject({ touchedAt: null });
  await bench.runUntil(deadline + 2 * minute);
  expect(subjects(bench).slice(2)).toEqual([`${manager} Overdue: Ada, engines.example`]);
  expect(types(bench)).toEqual(['handoff.breached']);
  expect(bench.desk.verdicts.give(accept, press(), { kind: 'accepted' })?.kind).toBe('done');
  await bench.runUntil(mondayMorning + 40 * hour);
  expect(types(bench)).toEqual(['handoff.breached']);
  expect(subjects(bench)).toHaveLength(3);
});

test('a clock that jumps by days brings each effect once, in order, and then the next owner has their own time', async () => {
  const bench = handedOff();
  await bench.settle();
  bench.now += 3 * 24 * hour;
  for (let round = 0; round < 3; round += 1) {
    bench.desk.alarm();
    await bench.settle();
  }
  expect(subjects(bench).slice(1, 3)).toEqual([
    'ann@baton.example Nearly due: Ada, engines.example',
    `${manager} Overdue: Ada, engines.example`,
  ]);
  expect(subjects(bench)).toHaveLength(5);
  expect(types(bench)).toEqual(['handoff.breached', 'handoff.reassigned']);
  bench.now -= 2 * 24 * hour;
  bench.desk.alarm();
  await bench.settle();
  expect(subjects(bench)).toHaveLength(5);
});

test('what was planned when the clock started stands, whatever agreement comes after it', async () => {
  const bench = handedOff();
  await bench.settle();
  const next = lateWorkspace({ escalate: [{ at: '50%', tell: 'owner' }], title: 'Another' });
  bench.desk.importWorkspace(next);
  expect(sign(bench, 2, 'marketing', 'cmo@baton.example')).toBe('signed');
  expect(sign(bench, 2, 'sales', 'vp@baton.example')).toBe('in_force');
  await bench.runUntil(mondayMorning + 3 * hour);
  expect(subjects(bench).filter((one) => one.includes('Nearly due'))).toEqual([]);
  await bench.runUntil(mondayMorning + 6 * hour);
  expect(types(bench)).toEqual(['handoff.breached', 'handoff.reassigned']);
});

/** Comes into force: the tiers by other names, and less time. */
function renameTiers(bench: NodeDesk): void {
  const tiers = [
    { id: 'now', from: 75, followUp: 'PT15M' },
    { id: 'soon', from: 50, followUp: 'PT1H' },
    { id: 'later', from: 0 },
  ];
  const handoff = { ...lateWorkspace().agreement.handoff, tier: 'soon' };
  const { agreement } = lateWorkspace({ tiers, handoff });
  expect(bench.desk.importWorkspace({ format: 1, agreement })).toMatchObject({ ok: true });
  expect(sign(bench, 2, 'marketing', 'cmo@baton.example')).toBe('signed');
  expect(sign(bench, 2, 'sales', 'vp@baton.example')).toBe('in_force');
}

test('what is passed on after tiers were named anew has the time that its own tier gave', async () => {
  const bench = handedOff();
  await bench.settle();
  renameTiers(bench);
  const before = leadOf(bench, email);
  const to = before.owner?.email === 'ann@baton.example' ? 'bob@baton.example' : 'ann@baton.example';
  expect(bench.desk.clocks.assign(before.id, 'owner', { to, note: null }).kind).toBe('done');
  await bench.settle();
  const due = new Date(deadline).toISOString();
  expect(leadOf(bench, email)).toMatchObject({
    owner: { email: to },
    handoffs: [{ toldDeadline: due, deadline: due }, {}],
  });
  await bench.runUntil(deadline);
  expect(types(bench)).toEqual(['handoff.reassigned', 'handoff.breached']);
});

test('what arrives after tiers were named anew has a clock all the same', async () => {
  const bench = nodeDesk();
  bench.answer = () => ({ ok: false, code: 'http_500', status: 500 });
  handedOff(bench);
  await bench.settle();
  renameTiers(bench);
  bench.answer = () => ({ ok: true, status: 200 });
  await bench.runUntil(bench.now + 4 * 24 * hour);
  const [first] = leadOf(bench, email).handoffs.toReversed();
  const arrived = Date.parse(String(first?.['deliveredAt']));
  expect(first).toMatchObject({ deadline: new Date(arrived + 4 * hour).toISOString() });
  expect(types(bench)).toContain('handoff.breached');
});

test('where the agreement that judged can no longer be read, the points say how much time there is today', async () => {
  const bench = handedOff();
  await bench.settle();
  renameTiers(bench);
  bench.sql.run(`UPDATE agreements SET document = 'broken' WHERE version = 1`);
  const before = leadOf(bench, email);
  const to = before.owner?.email === 'ann@baton.example' ? 'bob@baton.example' : 'ann@baton.example';
  expect(bench.desk.clocks.assign(before.id, 'owner', { to, note: null }).kind).toBe('done');
  await bench.settle();
  expect(leadOf(bench, email).deadline).toBe(new Date(mondayMorning + hour).toISOString());
});

test('where routing finds nobody else the lead stays, and the admins hear of it', async () => {
  const only = lateWorkspace();
  const bench = handedOff(nodeDesk(), {
    ...only,
    agreement: { ...only.agreement, routing: { rules: [], fallback: { person: 'ann@baton.example' } } },
  });
  await bench.runUntil(mondayMorning + 7 * hour);
  expect(leadOf(bench, email)).toMatchObject({ owner: { email: 'ann@baton.example' }, handoffs: [{}] });
  expect(types(bench)).toEqual(['handoff.breached']);
  expect(mails(bench).filter(({ to }) => to === admin)).toMatchObject([
    { subject: 'Baton: An overdue lead could not be passed on' },
  ]);
});

test('nobody has a lead a second time: once all have had it, it stays with the last and the admins hear of it', async () => {
  const bench = handedOff();
  await bench.runUntil(mondayMorning + 4 * 24 * hour);
  expect(leadOf(bench, email).handoffs).toMatchObject([
    { owner: manager },
    { owner: 'bob@baton.example' },
    { owner: 'ann@baton.example' },
  ]);
  expect(mails(bench).filter(({ to }) => to === admin)).toMatchObject([
    { subject: 'Baton: An overdue lead could not be passed on' },
  ]);
});

test('a team that is told hears it by mail, each member once', async () => {
  const bench = handedOff(nodeDesk(), lateWorkspace({ escalate: [{ at: '100%', tell: { team: 'all' } }] }));
  await bench.runUntil(deadline + hour);
  expect(subjects(bench).slice(1).toSorted()).toEqual([
    'ann@baton.example Overdue: Ada, engines.example',
    'bob@baton.example Overdue: Ada, engines.example',
  ]);
});

test('the link of whoever had the lead says who has it; others’ links go with the lead', async () => {
  const bench = nodeDesk();
  const chat = { id: 'chat', kind: 'webhook', url: 'https://chat.example/hook', on: ['lead.handed_off'] };
  const workspace = lateWorkspace();
  handedOff(bench, { ...workspace, destinations: [...workspace.destinations, chat] });
  await bench.runUntil(mondayMorning + 6 * hour);
  const former = linkIn(
    mails(bench).find(({ to }) => to === 'ann@baton.example') ??
      mails(bench)[0] ?? { subject: '', text: '', to: '', id: '' },
    'Accept',
  );
  expect(bench.desk.verdicts.card(former)).toMatchObject({
    passedTo: { name: 'Bob', at: mondayMorning + 6 * hour },
  });
  const accepted = { kind: 'accepted' } as const;
  const press = (link: string) => bench.desk.verdicts.nonce(link) ?? '';
  expect(bench.desk.verdicts.give(former, press(former), accepted)).toEqual({
    kind: 'passed_on',
    to: 'bob@baton.example',
    at: mondayMorning + 6 * hour,
  });
  expect(leadOf(bench, email).stage).toBe('mql');
  const told = bench.sent.find(({ target }) => target === chat.url)?.body ?? '';
  const channel = /\/v\/([A-Za-z0-9_.-]+)/.exec(told)?.[1] ?? '';
  expect(bench.desk.verdicts.card(channel)).toMatchObject({ passedTo: null, owner: 'Bob' });
  expect(bench.desk.verdicts.give(channel, press(channel), accepted)?.kind).toBe('done');
  expect(leadOf(bench, email)).toMatchObject({ stage: 'sal', owner: { email: 'bob@baton.example' } });
  await bench.settle();
});

test('why it was late is said by a press from the mail, and by nothing else', async () => {
  const bench = handedOff();
  await bench.runUntil(deadline);
  const overdue = mails(bench).find(({ to }) => to === manager);
  expect(overdue).toBeDefined();
  if (overdue === undefined) return;
  const link = linkIn(overdue, 'Say why it is late');
  expect(bench.desk.verdicts.card(link)).toMatchObject({ action: 'breach', breach: { reason: null } });
  expect(bench.desk.verdicts.sayWhyLate(link, '', 'absent', null)).toBeNull();
  const open = linkIn(overdue, 'Open');
  expect(
    bench.desk.verdicts.sayWhyLate(open, bench.desk.verdicts.nonce(open) ?? '', 'absent', null),
  ).toBeNull();
  const press = () => bench.desk.verdicts.nonce(link) ?? '';
  expect(bench.desk.verdicts.sayWhyLate(link, press(), 'bored', null)).toBe('unknown_reason');
  expect(leadOf(bench, email).handoffs[0]).toMatchObject({ breach: { reason: null } });
  expect(bench.desk.verdicts.sayWhyLate(link, press(), 'absent', 'At the dentist.')).toBe('done');
  expect(leadOf(bench, email).handoffs[0]).toMatchObject({
    breach: { reason: 'absent', note: 'At the dentist.', by: `person:${manager}` },
  });
});

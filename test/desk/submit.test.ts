// What the Desk decides on a submission, in the words of the wire and the ledger.
import { expect, test } from 'vitest';
import { arrivalOf, mondayMorning, nodeDesk, type NodeDesk } from './desk-on-node.ts';
import { smallWorkspace, unsigned } from './small-workspace.ts';
import { allDeliveries, allLeads, leadOf, statesOf, stored } from './views.ts';

function ready(): NodeDesk {
  const bench = nodeDesk();
  const imported = bench.desk.importWorkspace(smallWorkspace);
  expect(imported).toMatchObject({ ok: true, agreement: { version: 1, state: 'in_force' } });
  return bench;
}

const qualified = { email: 'Ada@Engines.example ', name: 'Ada', size: '51-500', role: 'manager', team: '12' };

test('a qualified lead is handed off with reasons that add up, an owner, a deadline and its deliveries', async () => {
  const bench = ready();
  const { created, reply } = stored(bench.desk.intake.submit(arrivalOf(qualified)));
  expect(created).toBe(true);
  expect(reply).toMatchObject({ outcome: { id: 'thanks' } });
  await bench.settle();
  const lead = leadOf(bench, 'ada@engines.example');
  expect(lead).toMatchObject({
    tier: 'mql',
    stage: 'mql',
    score: { fit: 60, total: 60 },
    owner: { email: 'ann@baton.example' },
  });
  expect(lead.score?.reasons.reduce((sum, reason) => sum + reason.points, 0)).toBe(60);
  expect(lead.deadline).toBe('2027-01-04T13:00:00.000Z');
  expect(lead.submissions[0]).toMatchObject({ state: 'handed_off', answers: { team: 12 } });
  expect(allDeliveries(bench).map((delivery) => [delivery.to, delivery.type, delivery.state])).toEqual([
    ['https://log.example/hook', 'lead.received', 'delivered'],
    ['ann@baton.example', 'lead.handed_off', 'delivered'],
    ['https://crm.example/hook', 'lead.handed_off', 'delivered'],
  ]);
});

test('the same id a hundred times is one submission, one lead and one reply', async () => {
  const bench = ready();
  const arrival = arrivalOf(qualified);
  const first = bench.desk.intake.submit(arrival);
  for (let time = 0; time < 99; time += 1) {
    const again = bench.desk.intake.submit({
      ...arrival,
      answers: { email: 'other@x.example', size: '1-10' },
    });
    expect(again).toMatchObject({ kind: 'stored', created: false });
    if (first.kind === 'stored' && again.kind === 'stored') expect(again.reply).toBe(first.reply);
  }
  await bench.settle();
  expect(bench.sent).toHaveLength(3);
  expect(allLeads(bench)).toHaveLength(1);
});

test('hidden and forged answers change nothing', () => {
  const bench = ready();
  stored(
    bench.desk.intake.submit(
      arrivalOf({
        email: 'a@b.example',
        size: '1-10',
        role: 'other',
        team: '99',
        score: 100,
        tier: 'hot',
        owner: 'me',
        stage: 'won',
      }),
    ),
  );
  const lead = leadOf(bench, 'a@b.example');
  expect(lead.attributes).toEqual({
    email: 'a@b.example',
    company_size: '1-10',
    role: 'other',
    company_domain: 'b.example',
    email_kind: 'business',
  });
  expect(lead).toMatchObject({ tier: 'nurture', stage: 'lead', owner: null });
  expect(lead.submissions[0]).toMatchObject({ state: 'nurture' });
});

test('a student is disqualified whatever the score', () => {
  const bench = ready();
  stored(
    bench.desk.intake.submit(
      arrivalOf(
        { email: 's@uni.example', size: '51-500', role: 'student' },
        { behaviours: [{ path: '/pricing', at: mondayMorning }] },
      ),
    ),
  );
  expect(leadOf(bench, 's@uni.example').submissions[0]).toMatchObject({ state: 'disqualified' });
});

test('a lead in hand stays in hand, and its owner is told', async () => {
  const bench = ready();
  stored(bench.desk.intake.submit(arrivalOf(qualified)));
  await bench.settle();
  stored(bench.desk.intake.submit(arrivalOf({ ...qualified, name: 'Ada L.' })));
  await bench.settle();
  const lead = leadOf(bench, 'ada@engines.example');
  expect(lead.submissions.map((one) => one.state)).toEqual(['handed_off', 'in_hand']);
  expect(lead.handoffs).toHaveLength(1);
  await bench.runUntil(bench.now + 600_000);
  const mails = bench.sent.filter((message) => message.target === 'ann@baton.example');
  expect(mails).toHaveLength(2);
  expect(JSON.parse(mails[1]?.body ?? '{}')).toMatchObject({ inReplyTo: mails[0]?.id });
});

test('a form published anew judges an old visitor by the version they saw', () => {
  const bench = ready();
  const [form] = smallWorkspace.forms;
  const next = structuredClone(form);
  const wider = {
    ...next,
    steps: next?.steps.map((step) => ({
      ...step,
      fields: [...step.fields, { id: 'phone', kind: 'phone', label: 'Phone', required: true }],
    })),
  };
  expect(bench.desk.importWorkspace({ format: 1, forms: [wider] })).toMatchObject({
    ok: true,
    forms: [{ version: 2, changed: true }],
  });
  expect(bench.desk.intake.submit(arrivalOf(qualified, { version: 1 })).kind).toBe('stored');
  expect(bench.desk.intake.submit(arrivalOf(qualified, { version: 2 }))).toMatchObject({
    kind: 'invalid',
    issues: [{ code: 'required', path: ['answers', 'phone'] }],
  });
  expect(bench.desk.intake.submit(arrivalOf(qualified, { version: 9 }))).toMatchObject({
    kind: 'invalid',
    issues: [{ code: 'unknown_version', path: ['version'] }],
  });
});

test('two people in one browser are two leads, and the second starts a token of their own', () => {
  const bench = ready();
  const one = stored(bench.desk.intake.submit(arrivalOf({ email: 'one@x.example', size: '1-10' }))).reply;
  const two = stored(
    bench.desk.intake.submit(arrivalOf({ email: 'two@x.example', size: '11-50' }, { visitor: one.visitor })),
  ).reply;
  expect(two.visitor).not.toBe(one.visitor);
  expect(leadOf(bench, 'one@x.example').attributes.company_size).toBe('1-10');
  expect(leadOf(bench, 'two@x.example').attributes.company_size).toBe('11-50');
});

test('two browsers with one address are one lead, and the outcome knows only its own browser', () => {
  const bench = ready();
  const viewed = [{ path: '/pricing', at: mondayMorning }];
  const hot = stored(bench.desk.intake.submit(arrivalOf(qualified, { behaviours: viewed }))).reply;
  expect(hot).toMatchObject({ outcome: { id: 'booked' } });
  const stranger = stored(
    bench.desk.intake.submit(arrivalOf({ email: 'ada@engines.example', size: '51-500' })),
  ).reply;
  expect(stranger).toMatchObject({ outcome: { id: 'thanks' } });
  expect(stranger.visitor).not.toBe(hot.visitor);
  expect(leadOf(bench, 'ada@engines.example').tier).toBe('hot');
});

test('of each attribute the latest answer counts, lists as a whole; what is not answered changes nothing', () => {
  const bench = nodeDesk();
  const [form] = smallWorkspace.forms;
  const options = ['crm', 'ads', 'mail'].map((id) => ({ id, label: id }));
  const uses = { id: 'uses', label: 'Uses', type: 'choices', about: 'company', options };
  const field = { id: 'uses', kind: 'choices', attribute: 'uses', label: 'Uses' };
  const steps = form?.steps.map((step) => ({ ...step, fields: [...step.fields, field] }));
  const imported = bench.desk.importWorkspace({
    ...smallWorkspace,
    attributes: [...smallWorkspace.attributes, uses],
    forms: [{ ...form, steps }],
  });
  expect(imported).toMatchObject({ ok: true });
  const send = (answers: object, visit: object): void => {
    bench.now += 60_000;
    stored(bench.desk.intake.submit({ ...arrivalOf({ size: '1-10', ...answers }), visit }));
  };
  send({ email: ' Bo@X.example', name: 'Bo', uses: ['crm', 'ads'] }, { utm_source: 'news', device: 'phone' });
  send({ email: 'bo@x.EXAMPLE ', name: ' ', size: '11-50', uses: ['mail'] }, { device: 'desktop' });
  const lead = leadOf(bench, 'bo@x.example');
  expect(lead.attributes).toMatchObject({ name: 'Bo', company_size: '11-50', uses: ['mail'] });
  expect(lead.submissions).toMatchObject([
    { answers: { name: 'Bo', size: '1-10', uses: ['crm', 'ads'] } },
    { answers: { size: '11-50', uses: ['mail'] } },
  ]);
  // A visit is one thing: nobody came from the newsletter on a desktop.
  expect(bench.sql.all(`SELECT visit FROM leads`)).toEqual([{ visit: '{"device":"desktop"}' }]);
});

test('a known browser is not held to a question it has answered before', () => {
  const bench = ready();
  const { reply } = stored(bench.desk.intake.submit(arrivalOf({ email: 'k@x.example', size: '11-50' })));
  expect(bench.desk.intake.submit(arrivalOf({ email: 'k@x.example' })).kind).toBe('invalid');
  expect(bench.desk.intake.submit(arrivalOf({ email: 'k@x.example' }, { visitor: reply.visitor })).kind).toBe(
    'stored',
  );
});

test('what the trap catches is kept, told to nobody, and answered like all others', async () => {
  const bench = ready();
  const { reply } = stored(bench.desk.intake.submit(arrivalOf(qualified, { trapped: true })));
  await bench.settle();
  expect(reply).toMatchObject({ outcome: { id: 'thanks' } });
  expect(bench.sent).toHaveLength(0);
  expect(allLeads(bench)).toHaveLength(0);
  const page = bench.desk.submissions({ state: 'quarantined', limit: 5, before: null });
  expect(page?.submissions).toHaveLength(1);
});

test('an unfinished submission is kept, repeated, and finalised once', async () => {
  const bench = ready();
  const draft = arrivalOf({ email: 'p@x.example' }, { final: false });
  expect(stored(bench.desk.intake.submit(draft))).toMatchObject({ created: true, reply: { outcome: null } });
  expect(
    stored(bench.desk.intake.submit({ ...draft, answers: { email: 'p@x.example', name: 'P' } })).created,
  ).toBe(false);
  expect(allLeads(bench)).toHaveLength(0);
  const final = stored(
    bench.desk.intake.submit({ ...draft, final: true, answers: { ...qualified, email: 'p@x.example' } }),
  );
  expect(final.reply).toMatchObject({ outcome: { id: 'thanks' } });
  const late = stored(bench.desk.intake.submit({ ...draft, answers: { email: 'p@x.example' } }));
  expect(late.reply).toEqual(final.reply);
  expect(leadOf(bench, 'p@x.example').submissions).toHaveLength(1);
  await bench.settle();
});

test('the same answers twice from one browser within seconds are a duplicate', () => {
  const bench = ready();
  const answers = { email: 'd@x.example', size: '1-10' };
  const { reply } = stored(bench.desk.intake.submit(arrivalOf(answers)));
  bench.now += 2000;
  stored(bench.desk.intake.submit(arrivalOf(answers, { visitor: reply.visitor })));
  bench.now += 60_000;
  stored(bench.desk.intake.submit(arrivalOf(answers, { visitor: reply.visitor })));
  expect(statesOf(bench, 'd@x.example')).toEqual(['nurture', 'duplicate', 'nurture']);
});

test('without an agreement in force nobody is judged, and all are once there is one', async () => {
  const bench = nodeDesk();
  expect(bench.desk.importWorkspace(unsigned())).toMatchObject({
    ok: true,
    agreement: { state: 'proposed' },
  });
  stored(bench.desk.intake.submit(arrivalOf(qualified)));
  stored(bench.desk.intake.submit(arrivalOf({ email: 'low@x.example', size: '1-10' })));
  expect(leadOf(bench, 'ada@engines.example')).toMatchObject({ score: null, tier: null, stage: 'lead' });
  expect(leadOf(bench, 'ada@engines.example').submissions[0]?.state).toBe('unagreed');
  expect(bench.desk.importWorkspace(smallWorkspace)).toMatchObject({
    ok: true,
    agreement: { state: 'in_force' },
  });
  await bench.runUntil(bench.now + 1000);
  expect(leadOf(bench, 'ada@engines.example').submissions[0]?.state).toBe('handed_off');
  expect(leadOf(bench, 'low@x.example').submissions[0]?.state).toBe('nurture');
});

/** To whom submissions were told as received, in turn, of those who hear of all and those who name tiers. */
function hearers(bench: NodeDesk): readonly string[] {
  const received = bench.sql.all(
    `SELECT destination FROM deliveries WHERE type = 'lead.received' ORDER BY destination`,
  );
  return received.map((row) => String(row['destination']));
}

/** @param all also what the one that hears of all is like */
function withHearers<T extends object>(
  workspace: T,
  all: object = {},
): T & { readonly destinations: object[] } {
  const hearer = (id: string, more: object): object => ({
    id,
    kind: 'webhook',
    url: `https://${id}.example/hook`,
    on: ['lead.received'],
    ...more,
  });
  const destinations = [
    hearer('all', all),
    hearer('good', { tiers: ['hot', 'mql'] }),
    hearer('poor', { tiers: ['nurture'] }),
  ];
  return { ...workspace, destinations };
}

test('what waited for an agreement is told once, to whoever asks for tiers when it has one', async () => {
  const bench = nodeDesk();
  bench.desk.importWorkspace(withHearers(unsigned()));
  stored(bench.desk.intake.submit(arrivalOf(qualified)));
  await bench.settle();
  expect(hearers(bench)).toEqual(['all']);
  bench.desk.importWorkspace(withHearers(smallWorkspace));
  await bench.runUntil(bench.now + 60_000);
  expect(statesOf(bench, 'ada@engines.example')).toEqual(['handed_off']);
  expect(hearers(bench)).toEqual(['all', 'good']);
});

test('whoever heard of a submission before they asked for tiers does not hear of it again', async () => {
  const bench = nodeDesk();
  bench.desk.importWorkspace(withHearers(unsigned()));
  stored(bench.desk.intake.submit(arrivalOf(qualified)));
  await bench.settle();
  bench.desk.importWorkspace(withHearers(smallWorkspace, { tiers: ['mql'] }));
  await bench.runUntil(bench.now + 60_000);
  expect(hearers(bench)).toEqual(['all', 'good']);
});

test('what is judged again after it failed is told to nobody twice', async () => {
  const bench = nodeDesk();
  bench.desk.importWorkspace(withHearers(smallWorkspace));
  const { reply } = stored(bench.desk.intake.submit(arrivalOf({ email: 'low@x.example', size: '1-10' })));
  await bench.settle();
  expect(hearers(bench)).toEqual(['all', 'poor']);
  bench.sql.run(`UPDATE submissions SET state = 'failed', agreement = NULL`);
  const { hands } = bench.desk.as({ kind: 'owner', workspace: 'main' });
  expect(hands.judgeAgain(reply.submission).kind).toBe('done');
  await bench.settle();
  expect(statesOf(bench, 'low@x.example')).toEqual(['nurture']);
  expect(hearers(bench)).toEqual(['all', 'poor']);
});

test('a later agreement with another hash is only a proposal', () => {
  const bench = ready();
  const other = { ...smallWorkspace, agreement: { ...smallWorkspace.agreement, title: 'Another' } };
  expect(bench.desk.importWorkspace(other)).toMatchObject({
    ok: true,
    agreement: { version: 2, state: 'proposed' },
  });
  stored(bench.desk.intake.submit(arrivalOf(qualified)));
  expect(leadOf(bench, 'ada@engines.example').agreement?.version).toBe(1);
});

test('a website that the form does not name is refused', () => {
  const bench = ready();
  const form = { ...smallWorkspace.forms[0], websites: ['https://www.example.com'] };
  expect(bench.desk.importWorkspace({ format: 1, forms: [form] })).toMatchObject({ ok: true });
  expect(bench.desk.intake.submit(arrivalOf(qualified, { origin: 'https://evil.example' })).kind).toBe(
    'origin_refused',
  );
  expect(bench.desk.intake.submit(arrivalOf(qualified, { origin: 'https://www.example.com' })).kind).toBe(
    'stored',
  );
});

test('what an address and a job title tell is known without asking', () => {
  const bench = nodeDesk();
  const attributes = [
    ...smallWorkspace.attributes,
    { id: 'job_title', label: 'Job title', type: 'text', about: 'person' },
  ];
  const [form] = smallWorkspace.forms;
  const field = { id: 'title', kind: 'text', attribute: 'job_title', label: 'Job title' };
  const steps = form?.steps.map((step) => ({ ...step, fields: [...step.fields, field] }));
  expect(
    bench.desk.importWorkspace({ ...smallWorkspace, attributes, forms: [{ ...form, steps }] }),
  ).toMatchObject({ ok: true });
  stored(
    bench.desk.intake.submit(
      arrivalOf({ email: 'a@mail.engines.co.uk', size: '1-10', title: 'VP of Sales' }),
    ),
  );
  expect(leadOf(bench, 'a@mail.engines.co.uk').attributes).toMatchObject({
    company_domain: 'engines.co.uk',
    email_kind: 'business',
    seniority: 'vp',
  });
  stored(bench.desk.intake.submit(arrivalOf({ email: 'b@gmail.com', size: '1-10' })));
  expect(leadOf(bench, 'b@gmail.com').attributes).toEqual({
    email: 'b@gmail.com',
    company_size: '1-10',
    email_kind: 'free',
  });
});

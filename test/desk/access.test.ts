// The Desk asks for itself who may what, whatever the routes before it have let through.
import { expect, test } from 'vitest';
import { rights, may, type Actor, type Right } from '../../apps/worker/src/access/rights.ts';
import { roles } from '../../apps/worker/src/access/roles.ts';
import type { DeskFor } from '../../apps/worker/src/desk/desk-for.ts';
import { arrivalOf, nodeDesk } from './desk-on-node.ts';
import { smallWorkspace } from './small-workspace.ts';

const pastMap = { attributes: { email: 'm' }, times: {}, dates: 'iso' } as const;
const page = { limit: 10, before: null };

const uses: Readonly<Record<Exclude<Right, 'links.make'>, (desk: DeskFor) => unknown>> = {
  'leads.read': (desk) => [
    desk.leads({ email: null, ...page }),
    desk.lead('lead_none'),
    desk.terms.replay({ version: 9 }, { from: 0, to: 1 }),
    desk.terms.evidence({ version: 9 }, { from: 0, to: 1 }),
    desk.terms.points(10),
    desk.terms.scores('lead_none'),
    desk.submissions({ state: null, ...page }),
    desk.inbox.choices(),
    desk.inbox.company('lead_none'),
    desk.inbox.keepViews([]),
    desk.inbox.list({
      view: 'mine',
      sort: 'newest',
      since: null,
      q: null,
      owner: null,
      team: null,
      tier: null,
      stage: null,
      form: null,
      source: null,
      state: null,
      deadline: null,
      ...page,
    }),
    desk.deliveries({ state: null, lead: null, submission: null, destination: null, ...page }),
    desk.hands.questions({ to: null, lead: null, open: null, ...page }),
    desk.hands.timeline('lead_none', page),
    desk.clocks.holds('nobody@x.example'),
    desk.companies.list({ search: null, list: null, owner: null, sort: 'score', limit: 10, offset: 0 }),
    desk.companies.read('none.example'),
    desk.companies.lists(),
    desk.calibration.read('accepted'),
    desk.calibration.run({ outcome: 'accepted', value: null, cost: 0 }),
    desk.tables.begin('leads', 'csv'),
    desk.tables.leads(null),
    desk.tables.events(null),
    desk.history.imports(),
    desk.history.baseline(),
    desk.history.findings(),
    desk.hands.trusted(),
    desk.hands.duplicates('lead_none'),
    desk.hands.ledger({ from: null, to: null }),
    desk.review.reading()?.step(),
    desk.review.choices(),
    desk.alerts.list(),
    desk.reports.view(null),
    desk.reports.sendToMe(null),
    desk.review.definitions(),
    desk.review.commitments(),
    desk.review.behind({ from: null, to: null, by: 'lead', filter: {}, team: [] }, 'volume', {
      limit: 1,
      offset: 0,
    }),
    desk.review.behindSlice(
      { from: null, to: null, by: 'lead', filter: {}, team: [] },
      { kind: 'came', month: null },
      { limit: 1, offset: 0 },
    ),
    desk.review.spend(),
    desk.review.money(
      { from: null, to: null, by: 'lead', filter: {}, team: [] },
      { model: 'last', channel: 'source' },
    ),
    desk.review.readingTexts()?.step(),
    desk.review.asked({ from: null, to: null, by: 'lead', filter: {}, team: [] }),
    desk.review.answer({ from: null, to: null, by: 'lead', filter: {}, team: [] }, () => ({})),
  ],
  'leads.write': ({ clocks, hands, companies, history, alerts }) => [
    history.check(pastMap, ['m'], []),
    history.start({ name: 'x', digest: 'x', rows: 1, header: ['m'], map: pastMap }),
    history.take('his_none', 0, []),
    history.takeBack('his_none'),
    alerts.mute('alr_none', { scope: 'this', span: 'week' }),
    alerts.unmute('none', '*'),
    companies.save('none.example', { list: 'A', tier: null, name: null, owner: null }),
    companies.takeFile({ csv: 'd\nnone.example', columns: { domain: 'd' }, list: 'A' }),
    companies.remove('none.example'),
    companies.removeList('A'),
    hands.verdict('hand_none', { kind: 'accepted' }),
    hands.undoVerdict('hand_none'),
    hands.moveStage('lead_none', {
      stage: 'sql',
      amount: null,
      currency: null,
      reason: null,
      correct: false,
    }),
    hands.merge('lead_none', 'lead_other'),
    hands.unmerge('lead_none'),
    hands.writeNote('lead_none', { text: 'Hello', to: null, field: null }),
    hands.answerNote('note_none', 'Hello'),
    clocks.assign('lead_none', { to: 'p@x.example', note: null }),
    clocks.claim('lead_none'),
    clocks.giveReason('hand_none', 'absent', null),
    clocks.setAway('p@x.example', { from: '2027-01-01', to: '2027-01-02' }),
    clocks.endAway('p@x.example'),
    hands.release('sub_none'),
    hands.confirm('sub_none'),
    hands.judgeAgain('sub_none'),
    hands.removeTrusted('tru_none'),
    hands.importLeads({ origin: 'sales', detail: null, columns: {}, key: null, header: [], rows: [] }),
    hands.addLead({ origin: 'sales', detail: null, attributes: {}, events: [], key: null }),
  ],
  'spend.write': ({ review }) =>
    review.saveSpend([{ month: '2026-11', source: 'google', currency: 'EUR', amount: 1 }]),
  'leads.erase': ({ hands }) => [hands.erase('lead_none'), hands.exportLead('lead_none')],
  'behaviours.report': (desk) => desk.recordOfLead('nobody@x.example', []),
  'deliveries.replay': (desk) => [desk.replay('msg_none'), desk.replayAll(null)],
  'workspace.read': (desk) => [
    desk.attributes.list(),
    desk.people.people(),
    desk.people.teams(),
    desk.history.firstDays(),
    desk.exportWorkspace(),
    desk.destinations(),
    desk.forms(),
    desk.draft('none'),
    desk.formNumbers('none', 30),
    desk.drafted('none', null),
    desk.tryOut('none', { document: undefined, revision: null }, { arrival: arrivalOf({}), known: null }),
    desk.versions('none'),
    desk.version('none', 1),
    desk.compareVersions('none', 1, null),
    desk.terms.read(),
    desk.terms.versions(),
    desk.terms.version(1),
  ],
  'forms.write': (desk) => [
    desk.attributes.save('none', {}),
    desk.attributes.archive('none', true),
    desk.attributes.merge('none', { into: 'other', options: {} }),
    desk.importWorkspace({ format: 1 }),
    desk.saveDraft('none', null, {}),
    desk.dropDraft('none'),
    desk.allowSiteCheck('none'),
    desk.publishForm('none', { revision: 1, note: null, accepted: false, at: null }),
    desk.cancelSchedule('none'),
    desk.restoreVersion('none', 1, 0),
  ],
  'workspace.write': (desk) => [
    desk.saveDestination('none', {}),
    desk.removeDestination('none'),
    desk.pauseDestination('none', true),
    desk.rotateSecret('none'),
    desk.testDestination('none'),
    desk.alerts.settings({
      alerts: { to: ['admin'] },
      report: { to: [], weekday: 1, stopped: [] },
    }),
    desk.people.savePerson('new@x.example', { name: 'New', party: 'sales' }),
    desk.people.removePerson('nobody@x.example'),
    desk.people.saveTeam('none', { members: [] }),
    desk.people.removeTeam('nothing'),
    desk.clocks.handOn('nobody@x.example', 'other@x.example'),
    desk.clocks.setAway('other@x.example', { from: '2027-01-01', to: '2027-01-02' }),
    desk.clocks.endAway('other@x.example'),
  ],
  'agreement.write': (desk) => [
    desk.terms.saveDraft(null, {}),
    desk.terms.dropDraft(),
    desk.terms.propose({ revision: 1, note: null, answers: null }),
    desk.terms.withdraw(1),
    desk.terms.comment(1, 'Why?'),
    desk.terms.review(),
    desk.calibration.draft({ outcome: 'accepted', what: 'card', from: 1, replace: false }),
  ],
  'agreement.sign': (desk) => [desk.terms.signers(1), desk.terms.sign(1, { hash: '', roles: {} })],
  'audit.read': (desk) => desk.changes({ limit: 10 }),
};

test.each(roles)('%s: what the role may not do, the Desk does not', (role) => {
  const { desk } = nodeDesk();
  const actor: Actor = { kind: 'person', id: 'per_1', email: 'p@x.example', role, workspace: 'main' };
  for (const right of rights) {
    if (right === 'links.make') continue;
    const use = () => uses[right](desk.as(actor));
    if (may(actor, right)) expect(use, right).not.toThrow();
    else expect(use, right).toThrow(`person:p@x.example may not: ${right}.`);
  }
});

test('who may write forms alone changes nothing else, and nothing at all when the document names more', () => {
  const { desk } = nodeDesk();
  const actor: Actor = {
    kind: 'person',
    id: 'per_1',
    email: 'm@x.example',
    role: 'marketing',
    workspace: 'main',
  };
  const before = desk.exportWorkspace();
  expect(desk.as(actor).importWorkspace(smallWorkspace)).toMatchObject({ ok: false });
  expect(desk.exportWorkspace()).toEqual(before);
  const { format, attributes, forms } = smallWorkspace;
  expect(desk.as(actor).importWorkspace({ format, attributes, forms })).toMatchObject({ ok: true });
});

test('an import says of each thing how it was and is; one that changes nothing says nothing', () => {
  const bench = nodeDesk();
  const { desk } = bench;
  desk.importWorkspace(smallWorkspace);
  bench.now += 1;
  const many = desk.changes({ limit: 1000 }).length;
  expect(many).toBeGreaterThan(5);
  desk.importWorkspace(smallWorkspace, 'person:a@x.example');
  expect(desk.changes({ limit: 1000 }).length).toBe(many);
  const [form] = smallWorkspace.forms;
  desk.importWorkspace({ format: 1, forms: [{ ...form, name: 'Another name' }] }, 'person:a@x.example');
  expect(desk.changes({ limit: 1 })).toMatchObject([
    {
      author: 'person:a@x.example',
      action: 'form.changed',
      subject: 'demo',
      before: { version: 1 },
      after: { version: 2 },
    },
  ]);
  expect(JSON.parse(desk.forms.versions('demo') ?? '')).toMatchObject({
    versions: [
      { version: 2, author: 'person:a@x.example' },
      { version: 1, author: 'owner' },
    ],
  });
});

test('a Desk remembers whose it is, serves nobody else, and says so in its links', () => {
  const bench = nodeDesk();
  bench.desk.beWorkspace('acme');
  bench.desk.beWorkspace('acme');
  expect(() => bench.desk.beWorkspace('other')).toThrow('This Desk keeps acme.');
  const { desk } = bench.restart();
  expect(desk.prefix()).toBe('acme~');
  expect(() => desk.as({ kind: 'owner', workspace: 'main' })).toThrow('owner acts on another workspace.');
  desk.as({ kind: 'owner', workspace: 'acme' }).importWorkspace(smallWorkspace);
  desk.intake.submit(
    arrivalOf({ email: 'a@x.example', name: 'A', size: '51-500', role: 'manager', team: 12 }),
  );
  const bodies = JSON.stringify(bench.sql.all(`SELECT body FROM deliveries`));
  expect(bodies).toContain('https://baton.example/v/acme~');
  expect(bodies).not.toMatch(/\/v\/(?!acme~)/);
});

test('who may not change where notifications go sees only whose address a chat has, and brings back nothing less', () => {
  const { desk } = nodeDesk();
  const url = 'https://hooks.chat.example/services/T0/B0/secret';
  const destinations = [
    { id: 'chat', kind: 'slack', url, on: ['lead.handed_off'] },
    { id: 'crm', kind: 'webhook', url: 'https://crm.example/hook', on: ['lead.handed_off'] },
  ];
  desk.importWorkspace({ ...smallWorkspace, destinations });
  const as = (role: 'viewer' | 'sales' | 'marketing' | 'admin') =>
    desk.as({ kind: 'person', id: 'per_1', email: 'p@x.example', role, workspace: 'main' });
  for (const role of ['viewer', 'sales', 'marketing'] as const) {
    const view = as(role).exportWorkspace();
    expect(JSON.stringify(view)).not.toContain('secret');
    expect(view['destinations']).toMatchObject([
      { id: 'chat', url: 'https://hooks.chat.example/…' },
      { id: 'crm', url: 'https://crm.example/hook' },
    ]);
  }
  const shown = as('viewer').exportWorkspace()['destinations'];
  expect(as('admin').importWorkspace({ format: 1, destinations: shown })).toMatchObject({ ok: true });
  expect(as('admin').exportWorkspace()['destinations']).toMatchObject(destinations);
  const moved = [{ ...destinations[0], url: 'https://hooks.chat.example/services/T0/B0/other' }];
  as('admin').importWorkspace({ format: 1, destinations: moved });
  expect(as('admin').exportWorkspace()['destinations']).toMatchObject([moved[0], destinations[1]]);
});

// Two leads that are one person: merged, they are one lead for everybody but the browsers; taken apart, each is exactly
// what it was, and what has come since stays where it came.
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { recordOf } from '../api/published-document.ts';
import { sumCompanies } from '../../apps/worker/src/desk/companies/company-sums.ts';
import type { HandAnswer } from '../../apps/worker/src/desk/hands/answer.ts';
import type { SalesStep } from '../../apps/worker/src/desk/hands/stage-steps.ts';
import { ledgerDays } from '../../apps/worker/src/desk/ledger-balance.ts';
import { arrivalOf, nodeDesk, type NodeDesk } from './desk-on-node.ts';
import { mails } from './clocks/told.ts';
import { smallWorkspace } from './small-workspace.ts';
import { allLeads, leadOf, stored } from './views.ts';

const ada = 'ada@engines.example';
const home = 'ada.l@post.example';
const good = { name: 'Ada Lovelace', size: '51-500', role: 'manager', team: 12 };
const asOwner = { kind: 'owner', workspace: 'main' } as const;

function read(answer: HandAnswer): Record<string, unknown> {
  if (answer.kind !== 'done') throw new Error(JSON.stringify(answer));
  return recordOf(JSON.parse(answer.text));
}

function ready(): NodeDesk {
  const bench = nodeDesk();
  expect(bench.desk.importWorkspace(smallWorkspace)).toMatchObject({ ok: true });
  return bench;
}

function send(bench: NodeDesk, email: string, answers: object = {}, visitor: string | null = null): string {
  bench.now += 20_000;
  const behaviours = [{ path: `/blog/${email.length}`, at: bench.now - 500 }];
  const sent = stored(
    bench.desk.intake.submit(arrivalOf({ size: '1-10', ...answers, email }, { visitor, behaviours })),
  );
  return sent.reply.visitor ?? '';
}

function hands(bench: NodeDesk) {
  return bench.desk.as(asOwner).hands;
}

function merge(bench: NodeDesk, main: string, other: string): Record<string, unknown> {
  bench.now += 1000;
  return read(hands(bench).merge(leadOf(bench, main).id, leadOf(bench, other).id));
}

/** All that storage holds of leads, but what only tells that something was done. */
function everything(bench: NodeDesk): Record<string, unknown> {
  sumCompanies(bench.sql);
  const tables = [
    'leads',
    'submissions',
    'visitors',
    'occurrences',
    'score_changes',
    'stage_changes',
    'notes',
    'follow_ups',
    'merges',
  ];
  const rows = (table: string, order: string) => bench.sql.all(`SELECT * FROM ${table} ORDER BY ${order}`);
  return {
    ...Object.fromEntries(
      tables.map((table) => [table, rows(table, table === 'visitors' ? 'token' : '1, 2, 3')]),
    ),
    handoffs: rows('handoffs', 'id'),
    companies: bench.sql.all(`SELECT domain, owner FROM companies ORDER BY domain`),
    clocks: bench.sql.all(`SELECT * FROM due WHERE kind = 'clock' ORDER BY subject`),
    deliveries: bench.sql.all(
      `SELECT id, type, target, lead, handoff, submission FROM deliveries WHERE type <> 'handoff.reassigned' ORDER BY id`,
    ),
  };
}

function balanced(bench: NodeDesk): boolean {
  return ledgerDays(bench.sql, 0, 100_000).every((one) => one.balanced);
}

test('two addresses are one lead: what each told counts, and what comes with either lands there', async () => {
  const bench = ready();
  send(bench, home, { name: 'Ada L.', size: '51-500' });
  send(bench, ada, { role: 'manager', team: 3 });
  await bench.settle();
  const before = { home: leadOf(bench, home).id, ada: leadOf(bench, ada).id };
  expect(merge(bench, ada, home)).toMatchObject({ email: ada, merged: { id: before.home, email: home } });
  expect(allLeads(bench)).toHaveLength(1);
  const lead = leadOf(bench, home);
  expect(lead).toMatchObject({
    id: before.ada,
    email: ada,
    aliases: [{ id: before.home, email: home }],
    // The size was told last by the other address.
    attributes: { email: ada, name: 'Ada L.', company_size: '1-10', role: 'manager' },
    score: { fit: 20 },
  });
  expect(lead.submissions).toHaveLength(2);
  expect(leadOf(bench, ada).id).toBe(before.ada);
  expect(bench.desk.lead(before.home)).toMatchObject({ id: before.ada });
  send(bench, home.toUpperCase(), { size: '11-50' });
  expect(leadOf(bench, ada)).toMatchObject({ email: ada, attributes: { email: ada, company_size: '11-50' } });
  expect(leadOf(bench, ada).submissions).toHaveLength(3);
  expect(hands(bench).merge(before.ada, home)).toMatchObject({ kind: 'refused' });
  expect(hands(bench).merge(before.ada, 'nobody@x.example')).toMatchObject({ kind: 'invalid' });
  const [row] = bench.sql.all(`SELECT words FROM leads`);
  expect(row?.['words']).toContain(home);
});

test.each([ada, home])('a lead that was joined has the visit of whoever sent last, whole: %s', (last) => {
  const bench = ready();
  for (const email of [last === ada ? home : ada, last]) {
    const visit = email === last ? { device: 'phone' } : { device: 'desktop', utm_source: 'news' };
    bench.now += 20_000;
    stored(bench.desk.intake.submit(arrivalOf({ email, size: '1-10' }, { visit })));
  }
  merge(bench, ada, home);
  expect(bench.sql.all(`SELECT visit FROM leads`)).toEqual([{ visit: '{"device":"phone"}' }]);
});

test('no browser learns that two addresses are one lead', () => {
  const told = (isMerged: boolean): unknown => {
    const bench = ready();
    const [atWork, atHome] = [send(bench, ada, good), send(bench, home, { role: 'student' })];
    if (isMerged) merge(bench, ada, home);
    const ask = (visitor: string) => bench.desk.nextQuestions('demo', visitor);
    const again = (email: string, visitor: string): unknown => {
      bench.now += 30_000;
      const reply = stored(
        bench.desk.intake.submit(arrivalOf({ email, size: '1-10', role: 'student' }, { visitor })),
      ).reply;
      const { visitor: token, outcome } = reply;
      return { outcome, token: token === atWork ? 'work' : token === atHome ? 'home' : 'new' };
    };
    return [
      ask(atWork),
      ask(atHome),
      again(home, atWork),
      again(ada, atHome),
      again(home, atHome),
      again(ada, atWork),
      ask(atHome),
    ];
  };
  expect(told(true)).toEqual(told(false));
});

test('of two open handoffs the main one’s owner keeps it, the other ends and its owner is told', async () => {
  const bench = ready();
  send(bench, ada, good);
  send(bench, home, good);
  await bench.settle();
  const [kept, ended] = [leadOf(bench, ada).handoffs[0], leadOf(bench, home).handoffs[0]];
  expect(new Set([kept?.owner, ended?.owner])).toEqual(new Set(['ann@baton.example', 'bob@baton.example']));
  expect(merge(bench, ada, home)).toMatchObject({
    stage: 'mql',
    ended: { handoff: ended?.id, owner: ended?.owner },
  });
  await bench.settle();
  expect(mails(bench).at(-1)).toMatchObject({
    to: ended?.owner,
    subject: expect.stringContaining('Passed on to'),
  });
  expect(leadOf(bench, home)).toMatchObject({
    owner: { email: kept?.owner },
    handoffs: [{ id: kept?.id }, { id: ended?.id }],
  });
  // A link in an old mail acts on nothing that its reader has no longer.
  expect(hands(bench).verdict(ended?.id ?? '', { kind: 'accepted' })).toMatchObject({ kind: 'done' });
  expect(leadOf(bench, ada)).toMatchObject({
    stage: 'sal',
    handoffs: [{ id: kept?.id, verdict: { kind: 'accepted' } }, {}],
  });
});

test('the further stage stands, and an open handoff beside it ends', async () => {
  const bench = ready();
  send(bench, ada, good);
  send(bench, home, good);
  await bench.settle();
  const handoff = leadOf(bench, home).handoffs[0];
  hands(bench).verdict(handoff?.id ?? '', { kind: 'accepted' });
  const before = everything(bench);
  expect(merge(bench, ada, home)).toMatchObject({ stage: 'sal', owner: handoff?.owner });
  expect(leadOf(bench, ada)).toMatchObject({ handoffs: [{ id: handoff?.id }, { verdict: null }] });
  expect(bench.sql.all(`SELECT handoff FROM leads`)).toEqual([{ handoff: null }]);
  read(hands(bench).unmerge(leadOf(bench, ada).id));
  await bench.settle();
  expect(everything(bench)).toEqual(before);
});

test('what has come since stays with the lead, and the other is what it was', async () => {
  const bench = ready();
  send(bench, ada, { size: '11-50' });
  send(bench, home, { size: '11-50', name: 'Ada' });
  await bench.settle();
  const was = leadOf(bench, home);
  merge(bench, ada, home);
  send(bench, home, { role: 'manager', team: 5 });
  await bench.settle();
  expect(leadOf(bench, ada)).toMatchObject({ stage: 'lead', attributes: { name: 'Ada', role: 'manager' } });
  expect(read(hands(bench).unmerge(leadOf(bench, ada).id))).toMatchObject({
    restored: { id: was.id, email: home },
    stays: { submissions: 1, notes: 0 },
  });
  expect(leadOf(bench, home)).toEqual(was);
  const main = leadOf(bench, ada);
  expect(main).toMatchObject({
    aliases: [],
    attributes: { company_size: '1-10', role: 'manager' },
    score: { fit: 20 },
  });
  expect(main.attributes).not.toHaveProperty('name');
  expect(main.submissions).toHaveLength(2);
  expect(balanced(bench)).toBe(true);
  expect(hands(bench).unmerge(main.id)).toMatchObject({ kind: 'refused' });
});

test('a handoff that was answered while they were one stays where it was answered', async () => {
  const bench = ready();
  send(bench, ada);
  send(bench, home, good);
  await bench.settle();
  const { id } = leadOf(bench, ada);
  merge(bench, ada, home);
  const [handoff] = leadOf(bench, ada).handoffs;
  expect(hands(bench).verdict(handoff?.id ?? '', { kind: 'accepted' }).kind).toBe('done');
  read(hands(bench).unmerge(id));
  expect(leadOf(bench, ada)).toMatchObject({ stage: 'sal', handoffs: [{ id: handoff?.id }] });
  expect(leadOf(bench, home)).toMatchObject({ stage: 'lead', handoffs: [] });
  // It still qualifies, so that its next event hands it over anew.
  send(bench, home, good);
  expect(leadOf(bench, home)).toMatchObject({ stage: 'mql', handoffs: [{}] });
});

test('a person’s export and erasure cover every address', async () => {
  const bench = ready();
  for (const email of [ada, home, 'third@post.example']) send(bench, email, { name: `Name of ${email}` });
  stored(bench.desk.intake.submit(arrivalOf({ email: home, size: '1-10' }, { trapped: true })));
  stored(bench.desk.intake.submit(arrivalOf({ email: home }, { final: false })));
  await bench.settle();
  merge(bench, home, 'third@post.example');
  merge(bench, ada, home);
  const shown = JSON.stringify(read(hands(bench).exportLead(leadOf(bench, ada).id)));
  expect(shown).toContain('Name of third@post.example');
  for (const row of bench.sql.all(
    `SELECT token AS secret FROM visitors UNION SELECT secret FROM submissions`,
  ))
    expect(shown).not.toContain(String(row['secret']));
  read(hands(bench).erase(leadOf(bench, 'third@post.example').id));
  for (const { name } of bench.sql.all(`SELECT name FROM sqlite_master WHERE type = 'table'`)) {
    const text = JSON.stringify(bench.sql.all(`SELECT * FROM "${String(name)}"`));
    for (const email of [ada, home, 'third@post.example']) expect(text, String(name)).not.toContain(email);
  }
  expect(balanced(bench)).toBe(true);
});

test('who may be the same person: the same name in one company, the same number', () => {
  const bench = ready();
  bench.desk.importWorkspace({
    format: 1,
    attributes: [{ id: 'phone', label: 'Phone', type: 'phone', about: 'person' }],
  });
  const add = (email: string, attributes: object): void => {
    const lead = { origin: 'sales', detail: null, events: [], key: null } as const;
    read(hands(bench).addLead({ ...lead, attributes: { email, ...attributes } }));
  };
  add(ada, { name: 'Ada Lovelace', phone: '+493012345678' });
  add('a.lovelace@engines.example', { name: 'LOVELACE, Áda' });
  add('ada@else.example', { name: 'Ada Lovelace' });
  add(home, { phone: '+49 30 12345678' });
  const { id } = leadOf(bench, ada);
  expect(read(hands(bench).duplicates(id))).toMatchObject({
    duplicates: [
      { email: home, why: ['phone'] },
      { email: 'a.lovelace@engines.example', why: ['name'] },
    ],
  });
  merge(bench, ada, home);
  expect(read(hands(bench).duplicates(id))['duplicates']).toHaveLength(1);
});

type Act =
  | { readonly do: 'send'; readonly who: number; readonly size: string; readonly role: string }
  | { readonly do: 'saw'; readonly who: number; readonly path: string }
  | { readonly do: 'say'; readonly who: number; readonly accepted: boolean }
  | { readonly do: 'step'; readonly who: number; readonly stage: SalesStep }
  | { readonly do: 'note'; readonly who: number }
  | { readonly do: 'wait'; readonly minutes: number };

const who = fc.integer({ min: 0, max: 2 });
const act: fc.Arbitrary<Act> = fc.oneof(
  fc.record({
    do: fc.constant('send' as const),
    who,
    size: fc.constantFrom('1-10', '11-50', '51-500'),
    role: fc.constantFrom('manager', 'student', 'other'),
  }),
  fc.record({
    do: fc.constant('saw' as const),
    who,
    path: fc.constantFrom('/pricing', '/blog/a', '/blog/b'),
  }),
  fc.record({ do: fc.constant('say' as const), who, accepted: fc.boolean() }),
  fc.record({
    do: fc.constant('step' as const),
    who,
    stage: fc.constantFrom<SalesStep>('contacted', 'sql', 'opportunity', 'won', 'lost'),
  }),
  fc.record({ do: fc.constant('note' as const), who }),
  fc.record({ do: fc.constant('wait' as const), minutes: fc.integer({ min: 0, max: 600 }) }),
);
const people = [ada, home, 'third@engines.example'];

async function play(bench: NodeDesk, one: Act): Promise<void> {
  if (one.do === 'wait') return bench.runUntil(bench.now + one.minutes * 60_000);
  const email = people[one.who] ?? ada;
  const lead = bench.desk.leads({ email, limit: 1, before: null })?.leads[0];
  if (one.do === 'send') {
    const { size, role } = one;
    send(bench, email, { size, role, team: 2 });
  } else if (lead !== undefined) {
    const view = leadOf(bench, email);
    if (one.do === 'saw')
      bench.desk.recordOfLead(email, [{ path: one.path, at: Math.floor(bench.now / 60_000) * 60_000 }]);
    if (one.do === 'note') hands(bench).writeNote(view.id, { text: 'Look', to: 'sales', field: null });
    if (one.do === 'say')
      hands(bench).verdict(
        view.handoffs[0]?.id ?? '',
        one.accepted ? { kind: 'accepted' } : { kind: 'rejected', reason: 'too_small', note: null },
      );
    if (one.do === 'step')
      hands(bench).moveStage(view.id, {
        stage: one.stage,
        amount: null,
        currency: null,
        reason: null,
        correct: false,
      });
  }
  return bench.settle();
}

test('whatever has happened: merged and taken apart at once, everything is as before, and the ledger adds up', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(act, { minLength: 1, maxLength: 14 }),
      fc.array(act, { maxLength: 6 }),
      async (acts, later) => {
        const bench = ready();
        for (const email of people) send(bench, email);
        await bench.settle();
        for (const one of acts) await play(bench, one);
        const before = everything(bench);
        const main = leadOf(bench, ada).id;
        // One of them is a lead of two already when it goes under.
        merge(bench, home, 'third@engines.example');
        const between = everything(bench);
        merge(bench, ada, home);
        await bench.settle();
        expect(balanced(bench)).toBe(true);
        // Companies that nobody is left of are forgotten meanwhile.
        sumCompanies(bench.sql);
        expect(bench.sql.all(`SELECT 1 FROM leads`)).toHaveLength(1);
        read(hands(bench).unmerge(main));
        await bench.settle();
        expect(everything(bench)).toEqual(between);
        read(hands(bench).unmerge(leadOf(bench, home).id));
        await bench.settle();
        expect(everything(bench)).toEqual(before);
        // And where something comes meanwhile, nothing is lost and every lead is one that can be worked with.
        merge(bench, ada, home);
        for (const one of later) await play(bench, one);
        const submissions = bench.sql.all(`SELECT id FROM submissions`).length;
        read(hands(bench).unmerge(main));
        await bench.settle();
        expect(bench.sql.all(`SELECT id FROM submissions`)).toHaveLength(submissions);
        expect(balanced(bench)).toBe(true);
        expect(astray(bench)).toEqual([]);
      },
    ),
    { numRuns: 20 },
  );
});

/** Rows of nobody, and leads whose open handoff is not open, not theirs, or not the only one. */
function astray(bench: NodeDesk): unknown[] {
  const { sql } = bench;
  return [
    ...[
      'submissions',
      'handoffs',
      'notes',
      'visitors',
      'occurrences',
      'stage_changes',
      'score_changes',
      'deliveries',
    ].flatMap((table) =>
      sql.all(`SELECT lead, '${table}' AS of FROM ${table} WHERE lead NOT IN (SELECT id FROM leads)`),
    ),
    ...sql.all(`SELECT l.id, l.stage FROM leads l LEFT JOIN handoffs h ON h.id = l.handoff
      WHERE (l.stage = 'mql') <> (l.handoff IS NOT NULL)
        OR l.handoff IS NOT NULL AND (h.id IS NULL OR h.lead <> l.id OR h.verdict IS NOT NULL OR h.ended_at IS NOT NULL)`),
    ...sql.all(`SELECT h.id AS also_open FROM handoffs h JOIN leads l ON l.id = h.lead
      WHERE h.verdict IS NULL AND h.ended_at IS NULL AND l.handoff IS NOT h.id`),
  ];
}

// Every way on which something is owed to somebody, from its begin to where all of it is there.
import { readCsv } from '@baton/workspace/csv';
import { recordOf } from '../../api/published-document.ts';
import { historyMapSchema } from '../../../apps/worker/src/desk/history/history-map.ts';
import { lateWorkspace } from '../clocks/late-workspace.ts';
import { arrivalOf, mondayMorning, type NodeDesk } from '../desk-on-node.ts';
import { plantFall } from '../fallen.ts';
import { sign } from '../sign.ts';
import { smallWorkspace } from '../small-workspace.ts';
import { leadOf, stored } from '../views.ts';
import type { Step, Story } from './live.ts';

const ada = 'ada@engines.example';
const home = 'ada.l@post.example';
const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const owner = { kind: 'owner', workspace: 'main' } as const;
const good = { name: 'Ada', size: '51-500', role: 'manager', team: 1 };

/** The same secret, however often it is sent. */
function sending(email: string, number: number, answers: object = good): Step {
  const arrival = arrivalOf(
    { ...answers, email },
    { secret: `00000000-0000-4000-9000-${String(number).padStart(12, '0')}` },
  );
  return { ask: ({ desk }) => void stored(desk.intake.submit(arrival)) };
}

async function given(bench: NodeDesk, workspace: object, steps: readonly Step[]): Promise<void> {
  if (!bench.desk.importWorkspace(workspace).ok) throw new Error('The workspace was not taken.');
  for (const step of steps) {
    if ('ask' in step) step.ask(bench);
    else await bench.runUntil(bench.now + step.wait);
    await bench.settle();
    bench.now += 11_000;
  }
}

function count({ sql }: NodeDesk, question: string): number {
  return Number(sql.all(`SELECT count(*) AS count FROM ${question}`)[0]?.['count']);
}

/** A person's request that would be something else a second time. */
function asking(ask: (bench: NodeDesk) => unknown, isDone: (bench: NodeDesk) => boolean): Step {
  return { ask: (bench) => void ask(bench), isDone };
}

const isOpen = `handoffs WHERE verdict IS NULL AND ended_at IS NULL`;
const openHandoff = ({ sql }: NodeDesk): string =>
  String(sql.all(`SELECT public_id FROM ${isOpen}`)[0]?.['public_id']);

const awayTeam = (): object => {
  const workspace = lateWorkspace();
  const away = { away: [{ from: '2027-01-01', to: '2027-01-31' }] };
  return {
    ...workspace,
    people: workspace.people.map((person) =>
      /^(ann|bob)@/.test(person.email) ? { ...person, ...away } : person,
    ),
  };
};

const table = [
  'Badge,Mail,Name,Size,Role,Team',
  '1,ada@engines.example,Ada,51-500,manager,12',
  '2,nobody,Bob,51-500,other,',
  '3,cy@third.example,Cy,51-500,manager,3',
  '4,dee@fourth.example,Dee,1-10,other,',
].join('\n');

const past = [
  'Id;Mail;Size;Stage;Created;Given;Rep',
  '1;ada@one.example;51-500;Won;2025-03-01 09:00;2025-03-01 10:00;Ann',
  '2;ben@two.example;1-10;New;2025-03-02;;',
  '3;cy@three.example;51-500;New;2025-03-03;;',
  '4;nobody;;New;2025-03-04;;',
].join('\n');

const pastMap = historyMapSchema.parse({
  attributes: { email: 'Mail', company_size: 'Size' },
  outcome: { column: 'Stage', values: { New: 'lead', Won: 'won' } },
  times: { created: 'Created', handed_off: 'Given' },
  owner: 'Rep',
  key: 'Id',
});

function rowsOf(csv: string) {
  const read = readCsv(csv);
  if ('openQuote' in read) throw new Error('An open quote.');
  const [header, ...rows] = read.rows;
  return { header: header?.cells ?? [], rows };
}

function takePast({ desk, sql }: NodeDesk, from: number, until: number): void {
  const id = String(sql.all(`SELECT public_id FROM history_imports`)[0]?.['public_id']);
  const answer = desk.as(owner).history.take(id, from, rowsOf(past).rows.slice(from, until));
  if (answer.kind !== 'done') throw new Error(JSON.stringify(answer));
}

export const stories: readonly Story[] = [
  {
    name: 'a lead that qualifies',
    ready: (bench) => given(bench, smallWorkspace, []),
    steps: [sending(ada, 1), { wait: minute }],
  },
  {
    name: 'a lead in hand that does more',
    ready: (bench) => given(bench, smallWorkspace, [sending(ada, 1)]),
    steps: [
      sending(ada, 2, { ...good, team: 2 }),
      { wait: minute },
      { ask: ({ desk }) => void desk.recordOfLead(ada, [{ path: '/pricing', at: mondayMorning }]) },
      { wait: minute },
      sending(ada, 3, { ...good, team: 3 }),
      { wait: 12 * minute },
    ],
  },
  {
    name: 'two leads that are merged and taken apart',
    ready: (bench) => given(bench, lateWorkspace(), [sending(home, 1), sending(ada, 2)]),
    steps: [
      asking(
        (bench) =>
          bench.desk.hands.merge(leadOf(bench, ada).id, 'person:vp@baton.example', leadOf(bench, home).id),
        (bench) => count(bench, 'merges') === 1,
      ),
      { wait: minute },
      asking(
        (bench) => bench.desk.hands.unmerge(leadOf(bench, ada).id, 'person:vp@baton.example'),
        (bench) => count(bench, 'merges') === 0,
      ),
      { wait: minute },
    ],
  },
  {
    name: 'a lead that is given to a team',
    ready: (bench) => given(bench, lateWorkspace(), [sending(ada, 1)]),
    steps: [
      asking(
        (bench) => bench.desk.clocks.assign(leadOf(bench, ada).id, 'owner', { to: 'all', note: 'Yours.' }),
        (bench) => count(bench, 'handoffs') === 2,
      ),
      { wait: minute },
    ],
  },
  {
    name: 'a deadline that passes, and the lead with it',
    ready: (bench) => given(bench, lateWorkspace(), [sending(ada, 1)]),
    steps: [{ wait: 7 * hour }],
  },
  {
    name: 'the first day, to its end',
    ready: (bench) => given(bench, smallWorkspace, [sending(ada, 1)]),
    steps: [{ wait: 16 * hour }],
  },
  {
    name: 'a lead for nobody, claimed',
    ready: (bench) => given(bench, awayTeam(), []),
    steps: [
      sending(ada, 1),
      { wait: minute },
      asking(
        (bench) => bench.desk.clocks.claim(leadOf(bench, ada).id, 'cmo@baton.example'),
        (bench) => leadOf(bench, ada).owner?.email === 'cmo@baton.example',
      ),
      { wait: minute },
    ],
  },
  {
    name: 'a verdict, taken back, and another',
    ready: (bench) => given(bench, smallWorkspace, [sending(ada, 1)]),
    steps: [
      asking(
        (bench) =>
          bench.desk.hands.verdict(openHandoff(bench), 'person:ann@baton.example', { kind: 'accepted' }),
        (bench) => count(bench, isOpen) === 0,
      ),
      { wait: minute },
      asking(
        (bench) => {
          const [row] = bench.sql.all(`SELECT public_id FROM handoffs`);
          bench.desk.hands.undoVerdict(String(row?.['public_id']), 'person:ann@baton.example');
        },
        (bench) => count(bench, isOpen) === 1,
      ),
      asking(
        (bench) =>
          bench.desk.hands.verdict(openHandoff(bench), 'person:ann@baton.example', {
            kind: 'rejected',
            reason: 'too_small',
            note: null,
          }),
        (bench) => count(bench, isOpen) === 0,
      ),
      { wait: minute },
    ],
  },
  {
    name: 'leads of an event',
    ready: (bench) => given(bench, smallWorkspace, []),
    steps: [
      {
        ask: ({ desk }) => {
          const { header, rows } = rowsOf(table);
          const columns = {
            email: 'Mail',
            name: 'Name',
            company_size: 'Size',
            role: 'Role',
            team_size: 'Team',
          };
          const asked = { origin: 'event', detail: 'Expo', columns, key: 'Badge', header, rows } as const;
          const answer = desk.as(owner).hands.importLeads(asked);
          if (!answer.ok) throw new Error(JSON.stringify(answer.issues));
        },
      },
      { wait: minute },
    ],
  },
  {
    name: 'past leads, in pieces',
    ready: (bench) => given(bench, smallWorkspace, []),
    steps: [
      {
        ask: ({ desk }) => {
          const { header, rows } = rowsOf(past);
          const asked = { name: 'past.csv', digest: 'd', rows: rows.length, header, map: pastMap };
          const answer = desk.as(owner).history.start(asked);
          if (answer.kind !== 'done') throw new Error(JSON.stringify(answer));
        },
      },
      { ask: (bench) => takePast(bench, 0, 2) },
      { ask: (bench) => takePast(bench, 2, 4) },
      { wait: minute },
    ],
  },
  {
    name: 'a form that falls, and the week’s report',
    ready: async (bench) => {
      await given(bench, smallWorkspace, []);
      plantFall((statement, ...values) => bench.sql.run(statement, ...values), mondayMorning + 2 * day);
      bench.desk.alerts.ensureWatch(bench.now);
    },
    steps: [{ wait: 8 * hour }],
  },
  {
    name: 'a destination that is gone, and what it was owed',
    ready: (bench) => given(bench, smallWorkspace, []),
    answer: ({ target, now }) =>
      target === 'https://crm.example/hook' && now < mondayMorning + 30 * minute
        ? { ok: false, code: 'http_410', status: 410, gone: true }
        : { ok: true, status: 200 },
    steps: [
      sending(ada, 1),
      { wait: hour },
      {
        ask: ({ desk, sql }) => {
          for (const row of sql.all(`SELECT public_id FROM deliveries WHERE state = 'disabled'`))
            desk.replay(String(row['public_id']));
        },
      },
      { wait: minute },
    ],
  },
  {
    name: 'an agreement that is signed over leads that wait for it',
    ready: async (bench) => {
      const { agreement, ...others } = smallWorkspace;
      await given(bench, others, [sending(ada, 1), sending(home, 2)]);
      bench.desk.importWorkspace({ format: 1, agreement: { ...agreement, signatures: [] } });
      sign(bench, 1, 'marketing', 'cmo@baton.example');
    },
    steps: [
      asking(
        (bench) => {
          const { hash } = recordOf(JSON.parse(bench.desk.terms.version(1) ?? 'null'));
          const roles = { 'cmo@baton.example': 'marketing' } as const;
          bench.desk.terms.sign(1, { email: 'vp@baton.example', side: 'sales', hash: String(hash), roles });
        },
        (bench) => count(bench, `signatures`) === 2,
      ),
      { wait: minute },
    ],
  },
  {
    name: 'a person who leaves, and a question to the other side',
    ready: (bench) => given(bench, lateWorkspace(), [sending(ada, 1), sending(home, 2)]),
    steps: [
      asking(
        (bench) => bench.desk.clocks.handOn('ann@baton.example', 'owner', 'bob@baton.example'),
        (bench) => count(bench, `handoffs WHERE owner = 'ann@baton.example' AND ended_at IS NULL`) === 0,
      ),
      { wait: minute },
      asking(
        (bench) =>
          bench.desk.as(owner).hands.writeNote(leadOf(bench, ada).id, {
            text: 'Why so low?',
            to: 'marketing',
            field: null,
          }),
        (bench) => count(bench, 'notes') === 1,
      ),
      { wait: minute },
    ],
  },
  {
    name: 'a lead that is erased before its owner hears more of it',
    ready: (bench) => given(bench, lateWorkspace(), [sending(ada, 1)]),
    steps: [
      sending(ada, 2),
      asking(
        (bench) => bench.desk.as(owner).hands.erase(leadOf(bench, ada).id),
        (bench) => count(bench, 'leads') === 0,
      ),
      { wait: 12 * minute },
    ],
  },
];

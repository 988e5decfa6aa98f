// What happens to leads in a year as chance has it, all of it through the Desk: submissions, verdicts and their undoing,
// leads that are passed on or come too late, stages with corrections, losses and returns, people erased and leads merged.
import type { Chance } from '../../faults/chance.ts';
import { arrivalOf, nodeDesk, type NodeDesk } from '../desk-on-node.ts';
import { lateWorkspace } from '../clocks/late-workspace.ts';

const minute = 60_000;
const day = 24 * 60 * minute;

const zones = [
  'Europe/Berlin',
  'America/New_York',
  'Pacific/Auckland',
  'Australia/Lord_Howe',
  'UTC',
] as const;
const people = ['ann@baton.example', 'bob@baton.example', 'vp@baton.example'] as const;
const sources = ['google', 'linkedin', null] as const;
const steps = ['sal', 'contacted', 'sql', 'opportunity', 'opportunity', 'won', 'won', 'lost'] as const;

export type History = { readonly bench: NodeDesk; readonly timeZone: string; readonly start: number };

/** @param length how many things happen */
export async function randomHistory(chance: Chance, length: number): Promise<History> {
  const timeZone = chance.oneOf(zones);
  const start = Date.parse('2027-01-20T00:00:00Z') + chance.between(0, 200 * 24 * 60) * minute;
  const bench = nodeDesk({ now: start });
  const imported = bench.desk.importWorkspace(workspaceIn(timeZone));
  if (!imported.ok) throw new Error(JSON.stringify(imported));
  let isDown = false;
  bench.answer = () => (isDown ? { ok: false, code: 'smtp_451', status: 451 } : { ok: true, status: 200 });
  for (let event = 0; event < length; event += 1) {
    const wait = chance.oneOf([1, 20 * minute, 2 * 60 * minute, day, 4 * day]);
    await bench.runUntil(bench.now + chance.between(1, wait));
    if (chance.happens(0.03)) isDown = !isDown;
    happen(bench, chance);
    await bench.settle();
  }
  return { bench, timeZone, start };
}

function workspaceIn(timeZone: string): unknown {
  const week = { mon: [['09:00', '17:30']], wed: [['08:00', '12:00']], fri: [['00:00', '24:00']] };
  return lateWorkspace({
    hours: { timeZone, week, holidays: [] },
    commitments: {
      marketing: { qualifiedPerMonth: 20 },
      sales: { followUpInTime: 0.9 },
    },
    handoff: { tier: 'mql', requires: null, hysteresis: 5, again: 'P30D' },
  });
}

function happen(bench: NodeDesk, chance: Chance): void {
  const { desk } = bench;
  const lead = pick(bench, chance, `SELECT public_id, email FROM leads ORDER BY id`);
  const open = pick(
    bench,
    chance,
    `SELECT public_id, owner FROM handoffs WHERE verdict IS NULL AND ended_at IS NULL ORDER BY id`,
  );
  const [id, email] = [String(lead?.['public_id']), String(lead?.['email'])];
  const by = `person:${chance.oneOf(people)}`;
  const dice = chance.between(1, 100);
  if (dice <= 25 || lead === undefined) submit(bench, chance, null);
  else if (dice <= 32) submit(bench, chance, email);
  else if (dice <= 36) {
    const attributes = {
      email: `met${bench.now}@fair${chance.between(1, 9)}.example`,
      company_size: '51-500',
      role: 'manager',
    };
    desk.hands.addLead(by, { origin: 'event', detail: null, attributes, events: [], key: null });
  } else if (dice <= 40) desk.recordOfLead(email, [{ path: '/pricing', at: bench.now - minute }]);
  else if (dice <= 62 && open !== undefined) {
    const verdict = chance.happens(0.7)
      ? ({ kind: 'accepted' } as const)
      : ({ kind: 'rejected', reason: 'too_small', note: null } as const);
    desk.hands.verdict(String(open['public_id']), `person:${String(open['owner'])}`, verdict);
    if (chance.happens(0.15)) {
      bench.now += chance.between(1, 5) * minute;
      desk.hands.undoVerdict(String(open['public_id']), `person:${String(open['owner'])}`);
    }
  } else if (dice <= 90) {
    const accepted = pick(
      bench,
      chance,
      `SELECT public_id FROM leads WHERE stage IN ('sal', 'sql', 'opportunity', 'won', 'lost') ORDER BY id`,
    );
    const isPriced = chance.happens(0.5);
    desk.hands.moveStage(String(accepted?.['public_id']), by, {
      stage: chance.oneOf(steps),
      amount: isPriced ? chance.between(1, 50) * 100 : null,
      currency: isPriced ? chance.oneOf(['EUR', 'USD']) : null,
      reason: null,
      correct: chance.happens(0.3),
    });
  } else if (dice <= 93) desk.clocks.assign(id, by, { to: chance.oneOf(people), note: null });
  else if (dice <= 96) {
    const late = pick(
      bench,
      chance,
      `SELECT public_id FROM handoffs WHERE breached_at IS NOT NULL ORDER BY id`,
    );
    desk.clocks.giveReason(String(late?.['public_id']), by, chance.oneOf(['absent', 'system']), null);
  } else if (dice <= 98) desk.hands.erase(id, by);
  else {
    const other = pick(bench, chance, `SELECT public_id FROM leads ORDER BY id`);
    if (other?.['public_id'] !== id) desk.hands.merge(id, by, String(other?.['public_id']));
  }
}

function submit(bench: NodeDesk, chance: Chance, email: string | null): void {
  const source = chance.oneOf(sources);
  const answers = {
    email: email ?? `lead${bench.now}@company${chance.between(1, 12)}.example`,
    size: chance.oneOf(['1-10', '11-50', '51-500', '51-500']),
    role: chance.oneOf(['manager', 'manager', 'other']),
    team: 3,
  };
  const stored = bench.desk.intake.submit(
    arrivalOf(answers, { journal: source === null ? {} : { utm_source: source }, visit: { country: 'AT' } }),
  );
  if (stored.kind !== 'stored') throw new Error(JSON.stringify(stored));
}

function pick({ sql }: NodeDesk, chance: Chance, statement: string) {
  const rows = sql.all(statement);
  return rows.length === 0 ? undefined : rows[chance.between(0, rows.length - 1)];
}

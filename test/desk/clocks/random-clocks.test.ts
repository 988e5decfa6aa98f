// Calendars by chance, over changes of clock, with restarts, alarms that are late, doubled or lost, and a clock that jumps
// ahead by days or is set back: against a model that counts open time on its own, no effect comes early, none is missed,
// each comes once, in order, and nothing comes after a verdict. BATON_FAULT_RUNS makes the run longer, BATON_FAULT_SEED
// another one.
import { expect, test } from 'vitest';
import { chanceFrom, type Chance } from '../../faults/chance.ts';
import { arrivalOf, emptyStorage, nodeDesk, type NodeDesk } from '../desk-on-node.ts';
import { smallWorkspace } from '../small-workspace.ts';
import { afterOpen, calendarFrom, startIn, type Calendar } from './calendar.ts';
import { lateWorkspace, manager } from './late-workspace.ts';

const asked = process.env['BATON_FAULT_RUNS'];
const runs = Number(asked ?? 15);
const seed = Number(process.env['BATON_FAULT_SEED'] ?? 1);
const minute = 60_000;
const day = 24 * 60 * minute;

type Terms = {
  readonly calendar: Calendar;
  /** Ms of open time. */
  readonly followUp: number;
  /** Percent. */
  readonly remind: number;
  readonly reassign: number;
};

type Effect = { readonly what: string; readonly at: number };

function termsFrom(chance: Chance, start: number): Terms {
  return {
    calendar: calendarFrom(chance, start),
    followUp: chance.between(1, 40) * 15 * minute,
    remind: chance.between(1, 99),
    reassign: chance.between(101, 300),
  };
}

function workspaceOf({ calendar, followUp, remind, reassign }: Terms): unknown {
  const [hot, , nurture] = smallWorkspace.agreement.tiers;
  return lateWorkspace({
    hours: calendar,
    tiers: [hot, { id: 'mql', from: 50, followUp: `PT${followUp / minute}M` }, nurture],
    escalate: [
      { at: `${reassign}%`, reassign: true },
      { at: '100%', tell: { person: manager } },
      { at: `${remind}%`, tell: 'owner' },
    ],
  });
}

/** Ann, Bob, and then the fallback: each has a lead once. */
const everybody = 3;

/**
 * What the model says a clock brings that started at this instant.
 * @param had how many have had the lead by then
 */
function expected({ calendar, followUp, remind, reassign }: Terms, from: number, had: number): Effect[] {
  const share = (percent: number): number => afterOpen(calendar, from, Math.ceil((followUp * percent) / 100));
  const deadline = afterOpen(calendar, from, followUp);
  return [
    { what: 'handoff.reminder email', at: share(remind) },
    { what: 'handoff.breached webhook', at: deadline },
    { what: 'handoff.breached email', at: deadline },
    ...(had < everybody ? [{ what: 'reassigned', at: share(reassign) }] : []),
  ];
}

type Handoff = {
  readonly id: number;
  /** How many have had the lead, with the owner of this one. */
  readonly had: number;
  readonly deliveredAt: number | null;
  readonly isOpen: boolean;
};

function handoffsOf(bench: NodeDesk): Handoff[] {
  return bench.sql
    .all(
      `SELECT id, delivered_at, verdict IS NULL AND ended_at IS NULL AS open,
         (SELECT count(*) FROM handoffs AS one WHERE one.lead = handoffs.lead AND one.id <= handoffs.id) AS had
       FROM handoffs ORDER BY id`,
    )
    .map((row) => ({
      id: Number(row['id']),
      had: Number(row['had']),
      deliveredAt: row['delivered_at'] === null ? null : Number(row['delivered_at']),
      isOpen: row['open'] === 1,
    }));
}

/** What has come of a handoff's clock, in its order, with when. */
function effectsOf(bench: NodeDesk, handoff: number): Effect[] {
  return bench.sql
    .all(
      `SELECT type || ' ' || channel AS what, created_at AS at, id FROM deliveries
         WHERE handoff = ? AND type IN ('handoff.reminder', 'handoff.breached')
       UNION ALL SELECT 'reassigned', at, 1e9 FROM handoffs WHERE passed_from = ? ORDER BY id`,
      handoff,
      handoff,
    )
    .map((row) => ({ what: String(row['what']), at: Number(row['at']) }));
}

/** One calendar: some leads, and some weeks in which everything goes as chance has it. */
async function live(chance: Chance): Promise<number> {
  const start = startIn(chance);
  const terms = termsFrom(chance, start);
  const database = emptyStorage();
  const sent: string[] = [];
  const up = start + (chance.happens(0.5) ? 0 : chance.between(0, 600) * minute);
  let bench = begin();
  expect(bench.desk.importWorkspace(workspaceOf(terms))).toMatchObject({ ok: true });
  for (let lead = 0; lead < 2; lead += 1) {
    const email = `lead${lead}@engines.example`;
    bench.desk.intake.submit(arrivalOf({ email, size: '51-500', role: 'manager', team: 1 }));
    bench.now += chance.between(0, 90) * minute;
    await bench.settle();
  }
  // Nothing that the clock would have brought is brought while somebody's verdict stands.
  const silent = new Map<number, Effect[]>();
  const plans = new Map<number, Effect[]>();

  for (let step = 0; step < 40; step += 1) {
    const before = bench.now;
    if (chance.happens(0.6)) bench.now = Math.max(bench.now, bench.wakeAt === Infinity ? 0 : bench.wakeAt);
    if (chance.happens(0.3)) bench.now += chance.between(0, 90) * minute;
    if (chance.happens(0.05)) bench.now += chance.between(1, 6) * day;
    if (chance.happens(0.05)) bench.now = before - chance.between(1, 120) * minute;
    if (chance.happens(0.2)) {
      await bench.settle();
      bench = begin(bench.now);
    }
    if (chance.happens(0.1)) answer();
    const known = handoffsOf(bench);
    const rings = chance.oneOf([1, 1, 2]);
    for (let ring = 0; ring < rings; ring += 1) {
      bench.wakeAt = Infinity;
      bench.desk.alarm();
      if (chance.happens(0.7)) await bench.settle();
    }
    await bench.settle();
    compare(known);
  }
  expect(new Set(sent).size).toBe(sent.length);
  return handoffsOf(bench).reduce((sum, { id }) => sum + effectsOf(bench, id).length, 0);

  function begin(now = start): NodeDesk {
    const made = nodeDesk({ database, now });
    made.answer = (message) => {
      const isDown = message.target.endsWith('@baton.example') && message.now < up;
      if (isDown) return { ok: false, code: 'smtp_451', status: 451 };
      sent.push(message.id);
      return { ok: true, status: 200 };
    };
    return made;
  }

  /** Somebody accepts a handoff, or takes that back. */
  function answer(): void {
    const [row] = bench.sql.all(
      `SELECT id, public_id, verdict FROM handoffs WHERE ended_at IS NULL ORDER BY id`,
    );
    if (row === undefined) return;
    const id = Number(row['id']);
    const publicId = String(row['public_id']);
    if (row['verdict'] === null) {
      bench.desk.hands.verdict(publicId, 'person:ann@baton.example', { kind: 'accepted' });
      silent.set(id, effectsOf(bench, id));
    } else if (bench.desk.hands.undoVerdict(publicId, 'person:ann@baton.example').kind === 'done') {
      silent.delete(id);
    }
  }

  /** @param known the handoffs as they were when the alarm rang at `bench.now` */
  function compare(known: readonly Handoff[]): void {
    for (const { id, had, deliveredAt, isOpen } of known) {
      const seen = effectsOf(bench, id);
      const quiet = silent.get(id);
      if (quiet !== undefined) expect(seen).toEqual(quiet);
      if (deliveredAt === null) {
        expect(seen).toEqual([]);
        continue;
      }
      const plan = plans.get(id) ?? expected(terms, deliveredAt, had);
      plans.set(id, plan);
      expect(seen.map(({ what }) => what)).toEqual(plan.slice(0, seen.length).map(({ what }) => what));
      for (const [index, { at }] of seen.entries())
        expect(at).toBeGreaterThanOrEqual(plan[index]?.at ?? Infinity);
      const due = plan.filter(({ at }) => at <= bench.now);
      if (isOpen) expect(seen.length).toBeGreaterThanOrEqual(due.length);
    }
  }
}

test(
  'no effect of a clock is early, missed or doubled, whatever becomes of time',
  asked === undefined ? {} : { timeout: runs * 2000 },
  async () => {
    let effects = 0;
    for (let run = 0; run < runs; run += 1) effects += await live(chanceFrom(seed * 1_000_003 + run));
    expect(effects).toBeGreaterThan(runs);
    if (asked !== undefined) console.log(`${runs} calendars, ${effects} effects`);
  },
);

// The ledger adds up: every accepted submission is in exactly one state. What was accepted is counted apart, when it is
// accepted, so that a submission that went missing, or came twice, shows. The alarm looks after each day with submissions.
import { bugLine } from '../log.ts';
import { alertAdmins } from './clocks/alert.ts';
import type { Context } from './context.ts';
import { clearDue } from './due-work.ts';
import { ledgerStates, type LedgerState } from './ledger.ts';
import type { Posted } from './outbox.ts';
import { number, textOrNull, type Row, type Sql } from './sql.ts';

const day = 86_400_000;
/** Past midnight, so that the day is over everywhere in the Desk. */
const pause = 10 * 60_000;

const dayOf = (at: number): number => Math.floor(at / day);

/** In the transaction that makes a submission final, which its row is dated by. */
export function countAccepted({ parts }: Context, now: number): void {
  parts.sql.run(
    `INSERT INTO accepted (day, count, erased) VALUES (?, 1, 0) ON CONFLICT (day) DO UPDATE SET count = count + 1`,
    dayOf(now),
  );
  planLook(parts, now);
}

/** Plans the look after the day of an instant, unless one is planned. */
function planLook({ sql, wake }: Context['parts'], on: number): void {
  const at = (dayOf(on) + 1) * day + pause;
  sql.run(`INSERT INTO due (kind, subject, at) VALUES ('ledger', 0, ?) ON CONFLICT DO NOTHING`, at);
  wake(at);
}

export type LedgerDay = {
  /** ISO day, UTC. */
  readonly day: string;
  readonly accepted: number;
  /** Of those, so many belonged to people who have been erased. */
  readonly erased: number;
  readonly states: Readonly<Record<LedgerState, number>>;
  /** In a state that there is none of. Anything but 0 is a bug. */
  readonly unknown: number;
  readonly balanced: boolean;
};

/** Days since the epoch, both inclusive; days on which nothing came are left out. */
export function ledgerDays(sql: Sql, from: number, to: number): LedgerDay[] {
  const days = new Map<number, { accepted: number; erased: number; found: Map<string, number> }>();
  const at = (number_: number) => {
    const known = days.get(number_) ?? { accepted: 0, erased: 0, found: new Map<string, number>() };
    days.set(number_, known);
    return known;
  };
  for (const row of sql.all(`SELECT * FROM accepted WHERE day BETWEEN ? AND ?`, from, to)) {
    Object.assign(at(number(row, 'day')), {
      accepted: number(row, 'count'),
      erased: number(row, 'erased'),
    });
  }
  const rows = sql.all(
    `SELECT at / ${day} AS day, state, count(*) AS count FROM submissions
     WHERE final = 1 AND at / ${day} BETWEEN ? AND ? GROUP BY 1, 2`,
    from,
    to,
  );
  for (const row of rows)
    at(number(row, 'day')).found.set(textOrNull(row, 'state') ?? '', number(row, 'count'));
  return [...days]
    .toSorted(([one], [other]) => other - one)
    .map(([number_, { accepted, erased, found }]) => dayView(number_, accepted, erased, found));
}

function dayView(
  number_: number,
  accepted: number,
  erased: number,
  found: ReadonlyMap<string, number>,
): LedgerDay {
  const all = [...found.values()].reduce((sum, count) => sum + count, 0);
  const states = byState((state) => found.get(state) ?? 0);
  const known = Object.values(states).reduce((sum, count) => sum + count, 0);
  return {
    day: new Date(number_ * day).toISOString().slice(0, 10),
    accepted,
    erased,
    states,
    unknown: all - known,
    balanced: accepted === known + erased && all === known,
  };
}

/** One number for each state. */
export function byState(count: (state: LedgerState) => number): Record<LedgerState, number> {
  return {
    handed_off: count('handed_off'),
    in_hand: count('in_hand'),
    nurture: count('nurture'),
    disqualified: count('disqualified'),
    quarantined: count('quarantined'),
    duplicate: count('duplicate'),
    unagreed: count('unagreed'),
    failed: count('failed'),
  };
}

/** From the alarm: looks at every day there has been, and cries out when one does not add up. */
export function checkLedger(context: Context, now: number): Posted[] {
  const { sql } = context.parts;
  const today = dayOf(now);
  clearDue(sql, 'ledger', 0);
  // The first of today found this look planned.
  if (sql.all(`SELECT 1 FROM accepted WHERE day = ?`, today).length > 0) planLook(context.parts, now);
  const off = ledgerDays(sql, 0, today).filter(({ balanced }) => !balanced);
  if (off.length === 0) return [];
  const lines = off.slice(0, 10).map((one) => {
    const held = ledgerStates.reduce((sum, state) => sum + one.states[state], 0) + one.unknown;
    const value = `${one.accepted} accepted, ${held} in the ledger, ${one.erased} erased, ${one.unknown} in no state.`;
    return { label: one.day, value };
  });
  const told = lines.map(({ label, value }) => `${label}: ${value}`).join(' ');
  context.parts.log(bugLine(new Error(`The ledger does not add up. ${told}`), 'ledger'));
  const title = 'The ledger does not add up';
  const says =
    'What was accepted is not what the ledger holds. Nobody but whoever runs Baton can find out why.';
  return alertAdmins(context, { kind: 'ledger_off', subject: 'ledger', title, says, lines, lead: null }, now);
}

/** Of a day that is erased from: so many fewer are there to be found. */
export function countErased(sql: Sql, lead: number): void {
  const rows = sql.all(
    `SELECT at / ${day} AS day, count(*) AS count FROM submissions WHERE lead = ? AND final = 1 GROUP BY 1`,
    lead,
  );
  for (const row of rows)
    sql.run(
      `UPDATE accepted SET erased = erased + ? WHERE day = ?`,
      number(row, 'count'),
      number(row, 'day'),
    );
}

/** The same of single rows; only what was accepted counts. */
export function countErasedRows(sql: Sql, rows: readonly Row[]): void {
  for (const row of rows) {
    if (number(row, 'final') !== 1) continue;
    sql.run(`UPDATE accepted SET erased = erased + 1 WHERE day = ?`, dayOf(number(row, 'at')));
  }
}

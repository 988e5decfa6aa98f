// A Desk on Node's own SQLite with a clock that only moves when told and destinations that answer as scripted: for
// tests of what the Desk decides. What the network does is tested on workerd with real receivers.
import { DatabaseSync } from 'node:sqlite';
import { Desk } from '../../apps/worker/src/desk/desk.ts';
import { randomIds } from '../../apps/worker/src/desk/ids.ts';
import type { Arrival } from '../../apps/worker/src/desk/arrival.ts';
import { migrate } from '../../apps/worker/src/desk/schema.ts';
import type { Sql, SqlValue } from '../../apps/worker/src/desk/sql.ts';
import type { Channels, Message, SendResult } from '../../apps/worker/src/channels/channel.ts';
import { keepDesk } from './scores-hold.ts';
import type { LogLine } from '../../apps/worker/src/log.ts';

export type NodeDesk = {
  readonly desk: Desk;
  readonly sql: Sql;
  readonly sent: Message[];
  readonly lines: LogLine[];
  /** What is put down and not filed yet, as it is stored. */
  readonly unfiled: readonly string[];
  /** Epoch ms. */
  now: number;
  /** How the next tries end, by target; delivered when nothing is said. */
  answer: (message: Message) => SendResult | Promise<SendResult>;
  /** The alarm's instant, or Infinity. */
  wakeAt: number;
  /** Lets everything that was begun come to its end. */
  settle(): Promise<void>;
  /** Moves the clock to the alarm, as often as one is set before `until`, and then to `until`. */
  runUntil(until: number): Promise<void>;
  /** The same storage with a new instance, as after a crash. */
  restart(): NodeDesk;
};

/** Storage in memory behind the Desk's own door. */
export function nodeSql(database: DatabaseSync): Sql {
  const prepared = new Map<string, ReturnType<DatabaseSync['prepare']>>();
  const statement = (text: string): ReturnType<DatabaseSync['prepare']> => {
    const known = prepared.get(text);
    if (known !== undefined) return known;
    const made = database.prepare(text);
    prepared.set(text, made);
    return made;
  };
  let depth = 0;
  return {
    all: (text: string, ...values: SqlValue[]) => statement(text).all(...values),
    run: (text: string, ...values: SqlValue[]) => {
      statement(text).run(...values);
    },
    transaction: (work) => {
      const name = `level${depth}`;
      database.exec(`SAVEPOINT ${name}`);
      depth += 1;
      try {
        const result = work();
        database.exec(`RELEASE ${name}`);
        return result;
      } catch (error) {
        database.exec(`ROLLBACK TO ${name}`);
        database.exec(`RELEASE ${name}`);
        throw error;
      } finally {
        depth -= 1;
      }
    },
  };
}

/** Every channel leads to the same one who is told. */
export function channelsTo(send: (message: Message) => Promise<SendResult>): Channels {
  return {
    webhook: { kind: 'webhook', send },
    email: { kind: 'email', send },
    slack: { kind: 'slack', send },
    teams: { kind: 'teams', send },
  };
}

let upToDate: Uint8Array | undefined;

/** Empty storage that is up to date. Coming up to date costs more than most tests do, so it is done once and copied. */
export function emptyStorage(): DatabaseSync {
  const database = new DatabaseSync(':memory:');
  if (upToDate === undefined) {
    migrate(nodeSql(database));
    upToDate = database.serialize();
  } else database.deserialize(upToDate);
  return database;
}

/** Monday 4 January 2027, 10:00 in Berlin: an ordinary working morning, ahead of every real clock. */
export const mondayMorning = Date.parse('2027-01-04T09:00:00Z');

export function nodeDesk(
  options: {
    readonly mail?: boolean;
    readonly database?: DatabaseSync;
    readonly now?: number;
    /** What the Desk has between itself and storage; the test itself sees storage as it is. */
    readonly door?: (sql: Sql) => Sql;
  } = {},
): NodeDesk {
  const database = options.database ?? emptyStorage();
  const storage = nodeSql(database);
  // What a test reads is filed.
  const filed = (): Sql => {
    bench.desk?.intake.file();
    return storage;
  };
  const sql: Sql = {
    all: (statement, ...values) => filed().all(statement, ...values),
    run: (statement, ...values) => filed().run(statement, ...values),
    transaction: (work) => filed().transaction(work),
  };
  const begun = new Set<Promise<void>>();
  let isGone = false;
  const bench: Omit<NodeDesk, 'desk'> & { desk?: Desk } = {
    sql,
    sent: [],
    get unfiled() {
      return storage.all(`SELECT writes FROM intake ORDER BY id`).map((row) => String(row['writes']));
    },
    lines: [],
    now: options.now ?? mondayMorning,
    answer: () => ({ ok: true, status: 200 }),
    wakeAt: Infinity,
    async settle() {
      while (begun.size > 0) await Promise.all(begun);
    },
    async runUntil(until) {
      await this.settle();
      while (this.wakeAt <= until) {
        this.now = Math.max(this.now, this.wakeAt);
        this.wakeAt = Infinity;
        whole.desk.alarm();
        await this.settle();
      }
      this.now = until;
    },
    restart: () => {
      isGone = true;
      return nodeDesk({ ...options, database, now: whole.now });
    },
  };
  const send = async (message: Message): Promise<SendResult> => {
    whole.sent.push(message);
    return whole.answer(message);
  };
  const desk = new Desk({
    sql: options.door?.(storage) ?? storage,
    now: () => bench.now,
    ids: randomIds,
    settings: {
      url: 'https://baton.example',
      mail: options.mail ?? true,
      addresses: { allowPrivate: true, trusted: [] },
    },
    channels: channelsTo(send),
    joining: async (work) => work(),
    wake: (at) => {
      bench.wakeAt = Math.min(bench.wakeAt, at);
    },
    later: (work) => {
      begun.add(work);
      const over = work.finally(() => begun.delete(work));
      // Whoever breaks the door hears of it from `settle`.
      if (options.door !== undefined) over.catch(() => undefined);
    },
    log: (line) => {
      bench.lines.push(line);
    },
  });
  const whole: NodeDesk = Object.assign(bench, { desk });
  // One that has crashed may not even be asked: it would file once more what it had put down.
  keepDesk({ sql, now: () => whole.now, isOpen: () => database.isOpen && !isGone });
  return whole;
}

let minted = 0;

/** An arrival as the routes would read it. */
export function arrivalOf(answers: Record<string, unknown>, more: Partial<Arrival> = {}): Arrival {
  minted += 1;
  return {
    form: 'demo',
    secret: `00000000-0000-4000-8000-${String(minted).padStart(12, '0')}`,
    version: null,
    final: true,
    answers,
    visitor: null,
    visit: {},
    journal: {},
    behaviours: [],
    language: null,
    trapped: false,
    elapsed: null,
    proof: null,
    turnstile: null,
    block: null,
    origin: null,
    ...more,
  };
}

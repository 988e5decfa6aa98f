// A Desk with its host's own commits on Node's SQLite: what desk-host.ts puts together on workerd, without what it logs
// and whom it asks. Time is vitest's and passes when told, so that the same chance makes the same run.
import type { DatabaseSync } from 'node:sqlite';
import { vi } from 'vitest';
import type { Message, SendResult } from '../../apps/worker/src/channels/channel.ts';
import type { Arrival, Submitted } from '../../apps/worker/src/desk/arrival.ts';
import { Desk } from '../../apps/worker/src/desk/desk.ts';
import { randomIds } from '../../apps/worker/src/desk/ids.ts';
import type { Posted } from '../../apps/worker/src/desk/outbox.ts';
import { Filing } from '../../apps/worker/src/filing.ts';
import { SharedCommits } from '../../apps/worker/src/shared-commits.ts';
import { storageSql, type ObjectStorage } from '../../apps/worker/src/storage-sql.ts';
import type { Chance } from '../faults/chance.ts';
import { channelsTo, emptyStorage, mondayMorning, nodeSql } from './desk-on-node.ts';

/** What outlives an instance, and the world that it meets. */
export type World = {
  readonly database: DatabaseSync;
  /** How long disks, receivers and rests take. */
  readonly chance: Chance;
  readonly mail: boolean;
  /** Whether storage refuses this statement, or `COMMIT`. */
  refuses: (what: string) => boolean;
  /** The alarm's instant, or Infinity. */
  wakeAt: number;
  readonly sent: Message[];
};

export type NodeHost = {
  readonly desk: Desk;
  /** A submission as the routes hand it over. Rejects when storage took nothing. */
  readonly submit: (arrival: Arrival) => Promise<Submitted>;
};

/** A world with empty storage, on a Monday morning; its time passes by {@link pass} and {@link passUntil} only. */
export function newWorld(chance: Chance, mail: boolean): World {
  vi.useFakeTimers({ toFake: ['setTimeout', 'Date'], now: mondayMorning });
  const database = emptyStorage();
  return { database, chance, mail, refuses: () => false, wakeAt: Infinity, sent: [] };
}

/** One timer after the other rings, each with all that follows at once, until this is so. */
export async function passUntil(what: string, isSo: () => boolean, withinMs: number): Promise<void> {
  const deadline = Date.now() + withinMs;
  await othersTurn();
  while (!isSo()) {
    if (Date.now() > deadline || vi.getTimerCount() === 0) throw new Error(`Not in time: ${what}`);
    vi.advanceTimersToNextTimer();
    await othersTurn();
  }
}

export async function pass(ms: number): Promise<void> {
  const end = Date.now() + ms;
  // Something rings then, whatever else does.
  void later(ms);
  await passUntil('time passes', () => Date.now() >= end, ms);
}

/** Whatever instance there was, nothing that it had begun goes on. */
export function crash(): void {
  vi.clearAllTimers();
}

/** While there are any nothing else comes in, as behind a Durable Object's gate. */
const onTheirWay = { transactions: 0 };
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
const othersTurn = async (): Promise<void> => {
  do await turn();
  while (onTheirWay.transactions > 0);
};
const later = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** A Durable Object's storage, which undoes what it refuses. */
function objectStorage(world: World): ObjectStorage {
  const { database } = world;
  const sql = nodeSql(database);
  const ask = (what: string): void => {
    if (world.refuses(what)) throw new Error(`Storage refuses: ${what}`);
  };
  return {
    sql: {
      exec: (statement, ...values) => {
        ask(statement);
        const rows = sql.all(statement, ...values);
        return { toArray: () => rows };
      },
    },
    transactionSync: (work) => sql.transaction(work),
    transaction: async (work) => {
      onTheirWay.transactions += 1;
      // On workerd it begins once all that goes on has come to rest, not where it is asked for.
      await turn();
      database.exec(`SAVEPOINT whole`);
      try {
        const given = await work();
        ask('COMMIT');
        return given;
      } catch (error) {
        database.exec(`ROLLBACK TO whole`);
        throw error;
      } finally {
        database.exec(`RELEASE whole`);
        onTheirWay.transactions -= 1;
      }
    },
  };
}

/** An instance on what is stored there, with the alarm that another may have left. */
export function hostOn(world: World): NodeHost {
  const { sql, together } = storageSql(objectStorage(world));
  // What follows stands for desk-host.ts, name by name; only the alarm is simpler, and stays set if what set it is undone.
  const withFiled = (most: number, work: () => void = () => undefined): Promise<void> => {
    let takeBack = (): void => undefined;
    return together(
      () => {
        takeBack = desk.intake.fileWithin(most);
        work();
      },
      () => takeBack(),
    );
  };
  const commits = new SharedCommits({
    together: (work) => withFiled(Infinity, work),
    synced: () => later(world.chance.between(0, 3)),
  });
  const filing: Filing = new Filing({
    unfiled: () => desk.intake.unfiled,
    file: (most) => commits.aside(() => withFiled(most).catch(() => desk.intake.file(most))),
  });
  const setAlarm = (at: number): void => {
    world.wakeAt = at;
    if (at < Infinity) setTimeout(() => at === world.wakeAt && alarm(), at - Date.now());
  };
  const alarm = (): void => {
    world.wakeAt = Infinity;
    try {
      desk.alarm();
    } catch {
      // As workerd does it: until it gets through.
      setAlarm(Date.now() + 2_000);
    }
  };
  setAlarm(world.wakeAt);
  const send = async (message: Message): Promise<SendResult> => {
    world.sent.push(message);
    await later(world.chance.between(0, 8));
    return { ok: true, status: 200 };
  };
  const desk: Desk = new Desk({
    sql,
    now: () => Date.now(),
    ids: { ...randomIds, chance: () => world.chance.between(0, 999) / 1_000 },
    settings: {
      url: 'https://baton.example',
      mail: world.mail,
      addresses: { allowPrivate: true, trusted: [] },
    },
    channels: channelsTo(send),
    joining: (work) => commits.join(work),
    wake: (at) => {
      if (at < world.wakeAt) setAlarm(at);
    },
    // What a try could not write is due still.
    later: (work) => void work.catch(() => undefined),
    log: () => undefined,
  });
  const owed: Posted[] = [];
  const deliver = (posted: readonly Posted[]): void => {
    if (posted.length === 0) return;
    owed.push(...posted);
    if (owed.length === posted.length) setTimeout(() => desk.intake.deliver(owed.splice(0)), 0);
  };
  const submit = async (arrival: Arrival): Promise<Submitted> => {
    const { result, posted } = await commits.do(
      () => desk.intake.takeIn(arrival),
      () => {
        const taken = desk.intake.putDown(arrival);
        if (taken !== null) filing.came();
        return taken;
      },
    );
    deliver(posted);
    return result;
  };
  return { desk, submit };
}

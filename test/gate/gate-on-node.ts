// A Gate on Node's own SQLite with a clock that only moves when told: for tests of whom it lets in.
import { DatabaseSync } from 'node:sqlite';
import { randomIds } from '../../apps/worker/src/desk/ids.ts';
import type { Sql } from '../../apps/worker/src/desk/sql.ts';
import { Gate } from '../../apps/worker/src/gate/gate.ts';
import { mondayMorning, nodeSql } from '../desk/desk-on-node.ts';

const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

export type NodeGate = {
  readonly gate: Gate;
  readonly sql: Sql;
  /** Epoch ms. */
  now: number;
  /** The audit as it stands: what was done, by whom. */
  changes(): { action: unknown; author: unknown; subject: unknown }[];
};

export function nodeGate(): NodeGate {
  const sql = nodeSql(new DatabaseSync(':memory:'));
  const bench: Omit<NodeGate, 'gate'> = {
    sql,
    now: mondayMorning,
    changes: () =>
      sql
        .all(`SELECT action, author, subject FROM audit ORDER BY at, id`)
        .map(({ action, author, subject }) => ({ action, author, subject })),
  };
  const gate = new Gate({ sql, now: () => bench.now, ids: randomIds, url: 'https://baton.example' });
  return Object.assign(bench, { gate });
}

/** What a link's address carries. */
export function secretOf(url: string | undefined): string {
  const [, secret] = /^https:\/\/baton\.example\/enter\/(\w{32})$/.exec(url ?? '') ?? [];
  if (secret === undefined) throw new Error(`No link: ${url}`);
  return secret;
}

export const ada = { name: 'Ada Byron', email: 'ada@engines.example' };

/** Makes Ada the owner and gives her session. */
export function ownerOf({ gate }: NodeGate): string {
  const link = secretOf(gate.ownerLink()?.url);
  const entered = gate.enter(link, ada, 'Firefox on Linux', null);
  if (entered.kind !== 'in') throw new Error(`Not in: ${entered.kind}`);
  return entered.secret;
}

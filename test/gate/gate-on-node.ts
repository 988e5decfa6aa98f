// A Gate on Node's own SQLite with a clock that only moves when told: for tests of whom it lets in.
import { DatabaseSync } from 'node:sqlite';
import type { Mail } from '../../apps/worker/src/channels/mail.ts';
import { randomIds } from '../../apps/worker/src/desk/ids.ts';
import type { Sql } from '../../apps/worker/src/desk/sql.ts';
import type { Role } from '../../apps/worker/src/access/roles.ts';
import { Gate } from '../../apps/worker/src/gate/gate.ts';
import { mondayMorning, nodeSql } from '../desk/desk-on-node.ts';

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

export type NodeGate = {
  readonly gate: Gate;
  readonly sql: Sql;
  /** The workspaces whose members have changed, the latest last. */
  readonly changedIn: string[];
  /** What was sent, and to whom, the latest last. */
  readonly mails: (Mail & { readonly to: string })[];
  /** Epoch ms. */
  now: number;
  /** Whether mail leaves; without mail none is set up. */
  mailLeaves: boolean;
  /** Does what was left for later. */
  settle(): Promise<void>;
  /** The audit as it stands: what was done, by whom. */
  changes(): { action: unknown; author: unknown; subject: unknown }[];
};

export function nodeGate({ mail = true }: { readonly mail?: boolean } = {}): NodeGate {
  const sql = nodeSql(new DatabaseSync(':memory:'));
  const left: (() => Promise<void>)[] = [];
  const bench: Omit<NodeGate, 'gate'> = {
    sql,
    changedIn: [],
    mails: [],
    now: mondayMorning,
    mailLeaves: true,
    async settle() {
      for (const work of left.splice(0)) await work();
    },
    changes: () =>
      sql
        .all(`SELECT action, author, subject FROM audit ORDER BY at, id`)
        .map(({ action, author, subject }) => ({ action, author, subject })),
  };
  const sendMail = async (to: string, sent: Mail): Promise<boolean> => {
    if (bench.mailLeaves) bench.mails.push({ ...sent, to });
    return bench.mailLeaves;
  };
  const gate = new Gate({
    sql,
    now: () => bench.now,
    ids: randomIds,
    url: 'https://baton.example',
    sendMail: mail ? sendMail : null,
    later: (work) => left.push(work),
    membersChanged: (workspace) => bench.changedIn.push(workspace),
  });
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

/** The secret of the link in the latest mail. */
export function mailedSecret({ mails }: NodeGate): string {
  return secretOf(/https:\S+/.exec(mails.at(-1)?.text ?? '')?.[0]);
}

/** Invites somebody by the session of an admin, lets them take it up, and gives their session. */
export async function memberOf(bench: NodeGate, admin: string, email: string, role: Role): Promise<string> {
  await bench.gate.invite(admin, email, role);
  const entered = bench.gate.enter(mailedSecret(bench), { name: email, email: '' }, 'Chrome', null);
  if (entered.kind !== 'in') throw new Error(`Not in: ${entered.kind}`);
  return entered.secret;
}

/** The id of a member, as an admin sees it. */
export function idOf({ gate }: NodeGate, admin: string, email: string): string {
  return gate.members(admin)?.members.find((member) => member.email === email)?.id ?? 'nobody';
}

// One story, lived under a fate: its steps one after the other, and a new Desk over what is on disk whenever one was
// killed. Whoever asked for something and got no answer looks whether it is done, and asks again where it is not, as
// people and programs do.
import { DatabaseSync } from 'node:sqlite';
import type { Message, SendResult } from '../../../apps/worker/src/channels/channel.ts';
import { ledgerDays } from '../../../apps/worker/src/desk/ledger-balance.ts';
import { emptyStorage, nodeDesk, type NodeDesk } from '../desk-on-node.ts';
import { Fate, fatedNetwork, fatedSql } from './fate.ts';
import { whatStays } from './what-stays.ts';

export type Step =
  /** So long, ms, everything goes on by itself. */
  | { readonly wait: number }
  | {
      readonly ask: (bench: NodeDesk) => void;
      /** Whether it has been done already; none where asking twice is the same as asking once. */
      readonly isDone?: (bench: NodeDesk) => boolean;
    };

export type Story = {
  readonly name: string;
  /** What was before, undisturbed; the workspace is for the story to import. */
  readonly ready: (bench: NodeDesk) => void | Promise<void>;
  readonly steps: readonly Step[];
  readonly answer?: (message: Message) => SendResult;
  /** When it begins, epoch ms; an ordinary Monday morning if not told. */
  readonly start?: number;
};

/** A story, told up to where it begins. */
export type Begun = { readonly story: Story; readonly storage: Uint8Array; readonly now: number };

export type Lived = {
  readonly stays: ReturnType<typeof whatStays>;
  /** Whether the ledger adds up. */
  readonly balanced: boolean;
  /** What has come to others, by its id: the bytes of each time. */
  readonly outside: ReadonlyMap<string, readonly string[]>;
  /** The ids of what storage says has been delivered since it began. */
  readonly delivered: readonly string[];
  /** What went wrong, as the log tells it. */
  readonly bugs: readonly string[];
};

/** An alarm that throws rings again so much later, ms. */
const again = 2_000;

const delivered = (): SendResult => ({ ok: true, status: 200 });

export async function begin(story: Story): Promise<Begun> {
  const database = emptyStorage();
  const bench = nodeDesk({ database, ...(story.start === undefined ? {} : { now: story.start }) });
  await story.ready(bench);
  await bench.settle();
  // Later than all that was sent before.
  return { story, storage: database.serialize(), now: bench.now + 1000 };
}

/** @param fates one after the other: what is opened after a kill has the next */
export async function live({ story, storage, now }: Begun, fates: readonly Fate[]): Promise<Lived> {
  const database = new DatabaseSync(':memory:');
  database.deserialize(storage);
  const outside: Message[] = [];
  const bugs: string[] = [];
  const left = [...fates];
  let fate = left.shift() ?? new Fate('killed', Infinity);
  let bench = open(now);
  for (const step of story.steps) {
    const until = bench.now + ('wait' in step ? step.wait : 0);
    for (let isAnswered = false; ;) {
      try {
        if ('wait' in step) await bench.runUntil(until);
        else if (!isAnswered && step.isDone?.(bench) !== true) step.ask(bench);
        isAnswered = true;
        fate.turn();
        await bench.settle();
        if (!fate.isDead) break;
      } catch (error) {
        if (!fate.hasStruck) throw error;
        bench.wakeAt = Math.min(bench.wakeAt, bench.now + again);
      }
      if (fate.isDead) bench = reopen(bench);
    }
  }
  bugs.push(...bugsOf(bench));
  const lived: Lived = {
    stays: whatStays(bench.sql),
    balanced: ledgerDays(bench.sql, 0, 100_000).every((one) => one.balanced),
    outside: bytesById(outside),
    delivered: bench.sql
      .all(`SELECT public_id FROM deliveries WHERE state = 'delivered' AND created_at >= ?`, now)
      .map((row) => String(row['public_id'])),
    bugs,
  };
  database.close();
  return lived;

  function reopen(killed: NodeDesk): NodeDesk {
    bugs.push(...bugsOf(killed));
    fate = left.shift() ?? new Fate('killed', Infinity);
    return open(killed.now);
  }

  function open(at: number): NodeDesk {
    for (;;) {
      const current = fate;
      try {
        const opened = nodeDesk({ database, now: at, door: (sql) => fatedSql(sql, current) });
        opened.answer = fatedNetwork(outside, current, story.answer ?? delivered);
        return opened;
      } catch (error) {
        if (!current.hasStruck) throw error;
        if (current.isDead) fate = left.shift() ?? new Fate('killed', Infinity);
      }
    }
  }
}

function bugsOf({ lines }: NodeDesk): string[] {
  return lines.filter((line) => line.baton === 'bug').map((line) => JSON.stringify(line));
}

function bytesById(messages: readonly Message[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { id, body } of messages) found.set(id, [...(found.get(id) ?? []), body]);
  return found;
}

// What the Desk is given: storage, a clock, a source of ids, ways to reach people, and a bell for the alarm.
// Nothing in this folder knows Cloudflare.
import type { AddressPolicy } from '../channels/address.ts';
import type { Channels } from '../channels/channel.ts';
import type { LogLine } from '../log.ts';
import type { Sql } from './sql.ts';

export type Ids = {
  /** A public id that tells nothing and sorts by time: `sub_01J…`. */
  next(
    prefix:
      | 'sub'
      | 'lead'
      | 'hand'
      | 'msg'
      | 'per'
      | 'ses'
      | 'inv'
      | 'key'
      | 'aud'
      | 'note'
      | 'tru'
      | 'com'
      | 'his'
      | 'alr',
    now: number,
  ): string;
  /** 128 random bits or more, for visitors and keys. */
  token(): string;
  /** An even number in 0…1, for waits. */
  chance(): number;
};

type Settings = {
  /** The public address that links begin with, without a slash at the end. */
  readonly url: string;
  /** Whether mail can be sent at all: without, owners get none and destinations speak for them. */
  readonly mail: boolean;
  readonly addresses: AddressPolicy;
};

export type Parts = {
  readonly sql: Sql;
  readonly now: () => number;
  readonly ids: Ids;
  readonly settings: Settings;
  readonly channels: Channels;
  /** Does this work soon, in one commit with whatever else is written; nobody waits for it. */
  readonly joining: <T>(work: () => T) => Promise<T>;
  /** Asks to be woken at this instant (epoch ms) at the latest; earlier wishes stay. */
  readonly wake: (at: number) => void;
  /** Goes on with this work after the reply. */
  readonly later: (work: Promise<void>) => void;
  readonly log: (line: LogLine) => void;
};

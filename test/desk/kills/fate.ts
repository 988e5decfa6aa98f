// Storage and a network that strike at a chosen step: a statement, a commit, a message that has left. Killed, nothing is
// done any more, whoever catches what was thrown; failing, one step throws and all others go on. Notes which steps find
// the world otherwise than the step before: to be killed between two that do not is one and the same.
import type { Message, SendResult } from '../../../apps/worker/src/channels/channel.ts';
import type { Sql, SqlValue } from '../../../apps/worker/src/desk/sql.ts';

export type Blow = 'killed' | 'failed';

export class Fate {
  readonly #blow: Blow;
  readonly #at: number;
  readonly #worlds: number[] = [];
  #steps = 0;
  #isDead = false;
  #isNew = true;

  /** @param at the step that it strikes at, from 1; Infinity: never */
  constructor(blow: Blow, at: number) {
    this.#blow = blow;
    this.#at = at;
  }

  get isDead(): boolean {
    return this.#isDead;
  }

  /** The first step in each world: where something had been written or sent just before. */
  get worlds(): readonly number[] {
    return this.#worlds;
  }

  get hasStruck(): boolean {
    return this.#steps >= this.#at;
  }

  /** Throws where the process is no more, or this very step fails. */
  step(): void {
    if (!this.#isDead) this.#steps += 1;
    if (this.#isNew) this.#worlds.push(this.#steps);
    this.#isNew = false;
    if (this.#isDead || this.#steps === this.#at) {
      this.#isDead = this.#blow === 'killed';
      throw new Error(`Step ${this.#at} ${this.#blow}.`);
    }
  }

  /** Something has been written, sent or answered that stays. */
  turn(): void {
    this.#isNew = true;
  }
}

export function fatedSql(sql: Sql, fate: Fate): Sql {
  let depth = 0;
  return {
    all: (statement: string, ...values: SqlValue[]) => {
      fate.step();
      return sql.all(statement, ...values);
    },
    run: (statement: string, ...values: SqlValue[]) => {
      fate.step();
      sql.run(statement, ...values);
      if (depth === 0) fate.turn();
    },
    transaction: (work) => {
      const result = sql.transaction(() => {
        depth += 1;
        try {
          const made = work();
          // Only the outermost reaches the disk.
          if (depth === 1) fate.step();
          return made;
        } finally {
          depth -= 1;
        }
      });
      if (depth === 0) fate.turn();
      return result;
    },
  };
}

/** Takes every message to the outside; whether the sender ever hears that it arrived is up to the fate. */
export function fatedNetwork(
  outside: Message[],
  fate: Fate,
  answer: (message: Message) => SendResult,
): (message: Message) => SendResult {
  return (message) => {
    if (fate.isDead) throw new Error('Nobody is there to send.');
    outside.push(message);
    fate.turn();
    fate.step();
    return answer(message);
  };
}

// Moves a Desk's clock through alarms and through tries that take their time, in the order in which they would happen.
import type { SendResult } from '../../apps/worker/src/channels/channel.ts';
import type { NodeDesk } from './desk-on-node.ts';

export type Clockwork = {
  /** A try that ends so after so many ms. */
  readonly after: (milliseconds: number, result: SendResult) => Promise<SendResult>;
  /** Tries that have not ended yet. */
  readonly under: () => number;
  /** Everything that happens until this instant, epoch ms. */
  readonly runUntil: (until: number) => Promise<void>;
};

export function clockwork(bench: NodeDesk): Clockwork {
  const pending: { readonly at: number; readonly end: () => void }[] = [];
  const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
  return {
    after: (milliseconds, result) =>
      new Promise((resolve) => {
        pending.push({ at: bench.now + milliseconds, end: () => resolve(result) });
      }),
    under: () => pending.length,
    async runUntil(until) {
      let rung = 0;
      for (;;) {
        await turn();
        const next = Math.min(bench.wakeAt, ...pending.map(({ at }) => at));
        if (next > until) break;
        if (next > bench.now) rung = 0;
        bench.now = Math.max(bench.now, next);
        for (const one of pending.filter(({ at }) => at <= bench.now)) {
          pending.splice(pending.indexOf(one), 1);
          one.end();
        }
        if (bench.wakeAt > bench.now) continue;
        bench.wakeAt = Infinity;
        rung += 1;
        if (rung > 1_000) throw new Error('The alarm rings without end.');
        bench.desk.alarm();
      }
      bench.now = until;
    },
  };
}

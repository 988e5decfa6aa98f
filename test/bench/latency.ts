// From the click to sales: from just before the request leaves to its webhook's arrival at a receiver on the same
// machine.
import { randomUUID } from 'node:crypto';
import { qualified, startBaton, submission } from '../faults/baton.ts';
import { jsonPost, openConnection } from './connection.ts';
import { fixed, printTable, spreadOf } from './measure.ts';
import { startQuickReceiver } from './receiver.ts';

const warmUp = 1_500;
const count = 1_500;

export async function benchLatency(): Promise<void> {
  const receiver = await startQuickReceiver();
  const baton = await startBaton([
    { id: 'crm', kind: 'webhook', url: receiver.url, on: ['lead.handed_off'] },
  ]);
  const toReply: number[] = [];
  const toWebhook: number[] = [];
  try {
    const connection = await openConnection(baton.instance.port);
    for (let number = 0; number < warmUp + count; number += 1) {
      const email = `${randomUUID()}@engines.example`;
      const request = jsonPost('/f/demo/submissions', JSON.stringify(submission(qualified(email))));
      const arrived = new Promise<number>((resolve, reject) => {
        receiver.onRequest = (text, at) => {
          if (text.includes(email)) resolve(at);
          else reject(new Error('Another submission was told of.'));
        };
      });
      const begin = performance.now();
      const answer = await connection.send(request);
      const replied = performance.now();
      if (!answer.startsWith('HTTP/1.1 201')) throw new Error(answer.slice(0, 400));
      const at = await arrived;
      if (number < warmUp) continue;
      toReply.push(replied - begin);
      toWebhook.push(at - begin);
    }
    connection.close();
  } finally {
    await baton.close();
    receiver.close();
  }
  printTable(
    `From the click, ${count} handoffs one after another`,
    ['ms', 'p50', 'p90', 'p99'],
    [['to the answer', toReply] as const, ['to the webhook at its receiver', toWebhook] as const].map(
      ([name, times]) => {
        const { p50, p90, p99 } = spreadOf(times);
        return [name, fixed(p50), fixed(p90), fixed(p99)];
      },
    ),
  );
}

// What it costs to try an agreement on the past: a period of 10,000 leads as the Desk answers it, storage and all; and
// judging 1,000,000 leads under 30 rules, in pieces, with the memory that a Worker has.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { arrivalOf, nodeDesk, type NodeDesk } from '../desk/desk-on-node.ts';
import { smallWorkspace } from '../desk/small-workspace.ts';
import { fixed, median, printTable, spreadOf, whole } from './measure.ts';

const leads = 10_000;
const rounds = 15;
export async function benchReplay(): Promise<void> {
  await benchDesk();
  await benchEvaluation();
}

async function benchDesk(): Promise<void> {
  const bench = nodeDesk({ mail: false, database: new DatabaseSync(':memory:') });
  await fill(bench);
  const { signatures: _, ...agreement } = smallWorkspace.agreement;
  const tiers = agreement.tiers.map((tier) => (tier.id === 'mql' ? { ...tier, from: 60 } : tier));
  const period = { from: bench.now - 90 * 86_400_000, to: bench.now + 1 };
  const times: number[] = [];
  const costs: number[] = [];
  let answer = '';
  for (let round = 0; round < rounds + 3; round += 1) {
    const begin = performance.now();
    const computed = process.cpuUsage();
    const begun = bench.desk.terms.replay({ document: { ...agreement, tiers } }, period);
    if (begun.kind !== 'replay') throw new Error(JSON.stringify(begun));
    while (begun.replay.step());
    answer = JSON.stringify(begun.replay.view());
    if (round < 3) continue;
    times.push(performance.now() - begin);
    costs.push(computedSince(computed));
  }
  const { leads: walked, before, after } = Object(JSON.parse(answer));
  const { p50, p90 } = spreadOf(times);
  printTable(
    `A replay of ${whole(walked)} leads in the Desk, on node:sqlite, both agreements`,
    ['', 'p50 ms', 'p90', 'CPU ms', 'handoffs before', 'after'],
    [
      [
        'read, walked twice, routed',
        fixed(p50),
        fixed(p90),
        fixed(median(costs)),
        whole(before.handoffs),
        whole(after.handoffs),
      ],
    ],
  );
}

/** Leads over 90 days, a third of whom come back and half of whom look around. */
async function fill(bench: NodeDesk): Promise<void> {
  bench.desk.importWorkspace({ ...smallWorkspace, destinations: [] });
  const pause = Math.floor((90 * 86_400_000) / leads);
  for (let number = 0; number < leads; number += 1) {
    bench.now += pause;
    const answers = {
      email: `person${number}@company${number % 2_000}.example`,
      name: `Person ${number}`,
      size: number % 3 === 0 ? '51-500' : '1-10',
      role: number % 2 === 0 ? 'manager' : 'other',
      team: number % 90,
    };
    const behaviours = number % 2 === 0 ? [{ path: '/pricing', at: bench.now - 60_000 }] : [];
    bench.desk.intake.submit(arrivalOf(answers, { behaviours, visit: { device: 'desktop' } }));
    if (number % 3 === 0) {
      bench.now += 20_000;
      bench.desk.intake.submit(arrivalOf({ ...answers, size: '51-500' }));
    }
    if (number % 1_000 === 0) await bench.settle();
  }
  await bench.settle();
}

/** In a process of its own, which may keep no more than a Worker may. */
async function benchEvaluation(): Promise<void> {
  const file = fileURLToPath(new URL('./replay-evaluation.ts', import.meta.url));
  const flags = ['--expose-gc', '--max-semi-space-size=2', '--max-old-space-size=96', file];
  const child = spawn(process.execPath, flags, { stdio: 'inherit' });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`The evaluation ended with ${code}.`);
}

/** What this process has computed since, ms: on a machine that others use as well, it tells more than the clock does. */
function computedSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

// What a submission costs a Desk that has nothing yet, and one that keeps 100,000 leads already: two Batons of one
// build, asked in turns.
import { DatabaseSync } from 'node:sqlite';
import { arrivalOf, nodeDesk } from '../desk/desk-on-node.ts';
import { type Baton, startBaton } from '../faults/baton.ts';
import { until } from '../faults/until.ts';
import { deskFile } from '../faults/desk-file.ts';
import { jsonPost, openConnection } from './connection.ts';
import { fixed, median, printTable, spreadOf, takeTurns, throughput, times, whole } from './measure.ts';
import { startQuickReceiver } from './receiver.ts';
import { sentBody } from './submission.ts';

const leads = 100_000;
/** One lead in so many was handed off. */
const handedOff = 5;
const rounds = 20;
const perRound = 100;
const warmUp = 1_000;
const crowdRounds = 9;
const crowd = 600;
const atOnce = 32;

type Subject = {
  readonly name: string;
  readonly baton: Baton;
  readonly isQualified: boolean;
  readonly latencies: number[];
  readonly rates: number[];
};

export async function benchFullDesk(): Promise<void> {
  const receiver = await startQuickReceiver();
  const start = (): Promise<Baton> =>
    startBaton([{ id: 'crm', kind: 'webhook', url: receiver.url, on: ['lead.handed_off'] }]);
  const fresh = await start();
  const full = await start();
  try {
    await fill(full);
    const subjects = [false, true].flatMap((isQualified) =>
      [fresh, full].map((baton): Subject => {
        const name = `${isQualified ? 'handed off' : 'nurture'}, ${baton === full ? '100,000 leads' : 'fresh'}`;
        return { name, baton, isQualified, latencies: [], rates: [] };
      }),
    );
    await measure(subjects);
    report(subjects);
  } finally {
    await Promise.all([fresh.close(), full.close()]);
    receiver.close();
  }
}

/** Puts the leads in by the Desk itself, on the file that workerd keeps, while workerd is gone. */
async function fill(baton: Baton): Promise<void> {
  await baton.instance.kill();
  const database = new DatabaseSync(await deskFile(baton.data));
  const bench = nodeDesk({ database, mail: false, now: Date.now() - 3_600_000 });
  for (let number = 0; number < leads;) {
    database.exec('BEGIN');
    for (const end = number + 1_000; number < end; number += 1) {
      bench.now += 30;
      const answers = {
        email: `person${number}@company${number % 20_000}.example`,
        name: `Person ${number}`,
        size: number % handedOff === 0 ? '51-500' : '1-10',
        role: 'manager',
        team: number % 90,
      };
      const behaviours = [{ path: `/blog/${number % 40}`, at: bench.now - 60_000 }];
      const stored = bench.desk.intake.submit(
        arrivalOf(answers, { behaviours, visit: { device: 'desktop' } }),
      );
      if (stored.kind !== 'stored') throw new Error(`Not taken: ${JSON.stringify(stored)}`);
    }
    await bench.settle();
    database.exec('COMMIT');
    bench.sent.length = 0;
    bench.lines.length = 0;
  }
  database.close();
  await baton.instance.restart();
}

async function measure(subjects: readonly Subject[]): Promise<void> {
  const request = (one: Subject): Buffer => jsonPost('/f/demo/submissions', sentBody(one.isQualified));
  const isTaken = (answer: string): void => {
    if (!answer.startsWith('HTTP/1.1 201')) throw new Error(answer.slice(0, 400));
  };
  await takeTurns(subjects, rounds + 1, async (one, round) => {
    const connection = await openConnection(one.baton.instance.port);
    for (let count = 0; count < (round === 0 ? warmUp : perRound); count += 1) {
      const bytes = request(one);
      const begin = performance.now();
      isTaken(await connection.send(bytes));
      if (round > 0) one.latencies.push(performance.now() - begin);
    }
    connection.close();
    await rest(one);
  });
  await takeTurns(subjects, crowdRounds, async (one) => {
    const lanes = await Promise.all(
      Array.from({ length: atOnce }, () => openConnection(one.baton.instance.port)),
    );
    const rate = await throughput(crowd, atOnce, async (lane) => {
      const connection = lanes[lane];
      if (connection !== undefined) isTaken(await connection.send(request(one)));
    });
    one.rates.push(rate);
    for (const connection of lanes) connection.close();
    await rest(one);
  });
}

/** Nothing is left to do in the next one's turn: all webhooks came, and whoever reads finds everything filed. */
async function rest({ baton }: Subject): Promise<void> {
  await until('all webhooks came', async () => {
    const { deliveries } = await baton.api('/api/deliveries?state=waiting&limit=1');
    return Array.isArray(deliveries) && deliveries.length === 0;
  });
}

function report(subjects: readonly Subject[]): void {
  const [nurture, , handed] = subjects;
  if (nurture === undefined || handed === undefined) return;
  printTable(
    `A Desk that is full: ${rounds * perRound} one at a time, and ${crowdRounds * crowd} with ${atOnce} at once`,
    ['', 'p50 ms', '× fresh', 'p90', '× fresh', 'per second', '× fresh'],
    subjects.map((one) => {
      const floor = one.isQualified ? handed : nurture;
      const [own, its] = [spreadOf(one.latencies), spreadOf(floor.latencies)];
      const rate = median(one.rates);
      return [
        one.name,
        fixed(own.p50),
        times(own.p50 / its.p50),
        fixed(own.p90),
        times(own.p90 / its.p90),
        whole(rate),
        times(rate / median(floor.rates)),
      ];
    }),
  );
}

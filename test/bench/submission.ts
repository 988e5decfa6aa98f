// What one submission costs, from the first byte of the request to the last of the answer: Baton's full path (check,
// merge, score, qualify, route, deadline, outbox, reply) beside a bare durable write of the same body, without and
// with a webhook that tells of it, and beside what workerd takes for nothing at all.
import { randomUUID } from 'node:crypto';
import { type Baton, startBaton, submission } from '../faults/baton.ts';
import { type Connection, jsonPost, openConnection } from './connection.ts';
import {
  computed,
  fixed,
  median,
  printTable,
  spreadOf,
  takeTurns,
  throughput,
  times as ratio,
  whole,
} from './measure.ts';
import { startPeer } from './peers.ts';
import { until } from '../faults/until.ts';
import { startQuickReceiver } from './receiver.ts';

const warmUp = 1_500;
const rounds = 15;
const perRound = 100;
const atOnce = 32;
const crowdRounds = 9;
const crowd = 600;
/** So many without a break: more than can wait to be filed. */
const stream = 6_000;
const streamRounds = 3;

type Subject = {
  readonly name: string;
  readonly port: number;
  readonly pid: number;
  readonly request: () => Buffer;
  /** Each request leads to a webhook. */
  readonly tells: boolean;
  /** Lets it come to rest before the next one's turn. */
  readonly rest: () => Promise<unknown>;
  readonly latencies: number[];
  readonly rates: number[];
  readonly costs: number[];
  readonly streams: number[];
};

const somebody = (): string => `${randomUUID()}@engines.example`;

/** Answers that are judged a handoff, or are not. */
export function sentBody(isQualified: boolean, email: string = somebody()): string {
  const size = isQualified ? '51-500' : '1-10';
  const answers = { email, name: 'Ada Lovelace', size, role: 'manager', team: 12 };
  const visit = {
    url: 'https://www.engines.example/demo?utm_source=search',
    referrer: 'https://search.example/',
    utm_source: 'search',
    device: 'desktop',
    language: 'en-GB',
  };
  const behaviours = [{ path: '/blog/engines', at: new Date(Date.now() - 60_000).toISOString() }];
  return JSON.stringify(submission(answers, { visit, behaviours }));
}

async function ask(connection: Connection, subject: Subject): Promise<void> {
  const answer = await connection.send(subject.request());
  // A refused request is quick, and no measure of anything.
  if (!answer.startsWith('HTTP/1.1 201')) throw new Error(`${subject.name}: ${answer.slice(0, 400)}`);
}

export async function benchSubmission(): Promise<void> {
  const receiver = await startQuickReceiver();
  const baton: Baton = await startBaton([
    { id: 'crm', kind: 'webhook', url: receiver.url, on: ['lead.handed_off'] },
  ]);
  let told = 0;
  receiver.onRequest = () => {
    told += 1;
  };
  const peers = await Promise.all([
    startPeer('bare-write', { durable: 'Bare' }),
    startPeer('bare-deliver', { durable: 'Deliver', texts: { RECEIVER: receiver.url } }),
    startPeer('hello'),
    startPeer('parse'),
  ]);
  const [bare, deliver, hello, parse] = peers;
  const subject = (
    name: string,
    at: { readonly port: number; readonly pid: number },
    request: () => Buffer,
    tells = false,
  ): Subject => ({
    name,
    port: at.port,
    pid: at.pid,
    request,
    tells,
    // Whoever reads finds everything filed.
    rest: async () => (at === baton.instance ? baton.api('/api/leads?limit=1') : undefined),
    latencies: [],
    rates: [],
    costs: [],
    streams: [],
  });
  const path = '/f/demo/submissions';
  const met: string[] = [];
  let metAgain = 0;
  const meet = (): string => {
    met.push(somebody());
    return met.at(-1) ?? '';
  };
  // Whoever has come first comes again first: nothing of theirs waits any more.
  const meetAgain = (): string => met[metAgain++ % met.length] ?? '';
  const subjects = [
    subject('bare durable write', bare, () => jsonPost('/', sentBody(true))),
    subject('Baton, nurture', baton.instance, () => jsonPost(path, sentBody(false, meet()))),
    subject('Baton, nurture, known', baton.instance, () => jsonPost(path, sentBody(false, meetAgain()))),
    subject('bare write and webhook', deliver, () => jsonPost('/', sentBody(true)), true),
    subject('Baton, handed off, with a webhook', baton.instance, () => jsonPost(path, sentBody(true)), true),
    subject('Hono hello', hello, () => jsonPost('/', sentBody(true))),
    subject('Hono and zod, parsed only', parse, () => jsonPost('/', sentBody(true))),
  ];
  /** Nobody's webhooks may run into the next one's turn. */
  const settled = (expected: number): Promise<unknown> =>
    until(`${expected} webhooks came`, () => told >= expected, 60_000);
  try {
    await takeTurns(subjects, rounds + 1, async (one, round) => {
      const connection = await openConnection(one.port);
      const requests = round === 0 ? warmUp : perRound;
      const expected = one.tells ? told + requests : told;
      for (let count = 0; count < requests; count += 1) {
        const begin = performance.now();
        await ask(connection, one);
        if (round > 0) one.latencies.push(performance.now() - begin);
      }
      await settled(expected);
      await one.rest();
      connection.close();
    });
    const crowded = async (one: Subject, many: number): Promise<number> => {
      const lanes = await Promise.all(Array.from({ length: atOnce }, () => openConnection(one.port)));
      const expected = one.tells ? told + many : told;
      const rate = await throughput(many, atOnce, async (lane) => {
        const connection = lanes[lane];
        if (connection !== undefined) await ask(connection, one);
      });
      await settled(expected);
      await one.rest();
      for (const connection of lanes) connection.close();
      return rate;
    };
    await takeTurns(subjects, crowdRounds, async (one) => {
      const before = await computed(one.pid);
      one.rates.push(await crowded(one, crowd));
      one.costs.push(((await computed(one.pid)) - before) / crowd);
    });
    await takeTurns(
      subjects.filter(({ tells }) => !tells),
      streamRounds,
      async (one) => {
        one.streams.push(await crowded(one, stream));
      },
    );
  } finally {
    await baton.close();
    await Promise.all(peers.map((peer) => peer.close()));
    receiver.close();
  }
  report(subjects);
}

function report(subjects: readonly Subject[]): void {
  const [floor] = subjects;
  if (floor === undefined) return;
  const floorLatency = spreadOf(floor.latencies).p50;
  const floorRate = median(floor.rates);
  const floorCost = median(floor.costs);
  const floorStream = median(floor.streams);
  printTable(
    `One submission: ${rounds * perRound} one at a time, ${crowdRounds} × ${crowd} with ${atOnce} at once, and ${streamRounds} × ${stream}`,
    [
      '',
      'p50 ms',
      'p90',
      'p99',
      '× floor',
      `${crowd}: per second`,
      '× floor',
      'CPU µs',
      '× floor',
      `${stream}: per second`,
      '× floor',
    ],
    subjects.map((one) => {
      const { p50, p90, p99 } = spreadOf(one.latencies);
      const rate = median(one.rates);
      const cost = median(one.costs);
      return [
        one.name,
        ...[p50, p90, p99].map((value) => fixed(value)),
        ratio(p50 / floorLatency),
        whole(rate),
        ratio(rate / floorRate),
        whole(cost),
        ratio(cost / floorCost),
        ...(one.streams.length === 0
          ? ['–', '–']
          : [whole(median(one.streams)), ratio(median(one.streams) / floorStream)]),
      ];
    }),
  );
}

// Ten thousand deliveries to a destination that is dead cost the healthy one next door nothing: the time from a
// visitor's request to the healthy webhook is the same as in a Baton without them. Two instances take turns, so that
// whatever else this machine does troubles both. BATON_FAULT_REPORT prints the figures.
import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BadReceiver, misbehaviours, startBadReceiver } from './bad-receivers.ts';
import { type Baton, qualified, startBaton, submission, type TestDestination } from './baton.ts';
import { portOf } from './receiver.ts';

const owed = 10_000;
/** Many destinations with one address: a lead is owed to each of them. */
const doors = 100;
const turns = Number(process.env['BATON_FAULT_TURNS'] ?? 200);

/** Calls whoever waits for an address as soon as it is read of. */
type Bell = {
  readonly url: string;
  readonly ring: (email: string) => Promise<void>;
  readonly server: Server;
};

let healthy: Bell;
let hanging: BadReceiver;
let broken: BadReceiver;
let calm: Baton;
let burdened: Baton;

async function startBell(): Promise<Bell> {
  const waiting = new Map<string, () => void>();
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => {
      body += part.toString('utf8');
    });
    request.once('end', () => {
      const email = /"email":"([^"]+)"/.exec(body)?.[1] ?? '';
      waiting.get(email)?.();
      response.end('ok');
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const ring = (email: string): Promise<void> =>
    new Promise((resolve) => {
      waiting.set(email, resolve);
    });
  return { url: `http://127.0.0.1:${portOf(server.address())}`, ring, server };
}

function healthyDoor(): TestDestination {
  return { id: 'healthy', kind: 'webhook', url: healthy.url, on: ['lead.received'] };
}

beforeAll(async () => {
  [healthy, hanging, broken] = await Promise.all([
    startBell(),
    startBadReceiver(misbehaviours.hang),
    startBadReceiver(misbehaviours.error),
  ]);
  const dead = Array.from({ length: doors }, (_, index) => ({
    id: `dead${index}`,
    kind: 'webhook' as const,
    // Half of what is owed hangs, the other half is refused at once.
    url: index % 2 === 0 ? hanging.url : broken.url,
    on: ['lead.handed_off'],
  }));
  calm = await startBaton([healthyDoor()]);
  burdened = await startBaton([healthyDoor(), ...dead]);
  for (let lead = 0; lead < owed / doors; lead += 1) {
    const answer = await burdened.submit(submission(qualified(`lead${lead}@owed.example`)));
    expect(answer.status).toBe(201);
  }
});

afterAll(async () => {
  await Promise.all([calm.close(), burdened.close()]);
  healthy.server.closeAllConnections();
  await Promise.all([
    hanging.close(),
    broken.close(),
    new Promise((resolve) => healthy.server.close(resolve)),
  ]);
});

/** From the request of somebody who does not qualify to the healthy webhook, ms. */
async function timeToWebhook(baton: Baton, email: string): Promise<number> {
  const rung = healthy.ring(email);
  const begun = performance.now();
  const answer = baton.submit(submission({ email, size: '1-10' }));
  await rung;
  const taken = performance.now() - begun;
  expect((await answer).status).toBe(201);
  return taken;
}

function percentile(times: readonly number[], share: number): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length * share)] ?? Number.NaN;
}

async function compare(when: string): Promise<{ readonly p50: number; readonly p95: number }> {
  const times = { calm: [] as number[], burdened: [] as number[] };
  for (let turn = 0; turn < turns; turn += 1) {
    times.calm.push(await timeToWebhook(calm, `calm${turn}@${when}.example`));
    times.burdened.push(await timeToWebhook(burdened, `burdened${turn}@${when}.example`));
  }
  const ratio = (share: number): number => percentile(times.burdened, share) / percentile(times.calm, share);
  if (process.env['BATON_FAULT_REPORT'] !== undefined) {
    const figures = [0.5, 0.9, 0.95].map(
      (share) =>
        `p${share * 100} ${percentile(times.calm, share).toFixed(2)} → ${percentile(times.burdened, share).toFixed(2)} ms (${ratio(share).toFixed(2)} ×)`,
    );
    process.stdout.write(`${when}, ${turns} turns: ${figures.join(', ')}\n`);
  }
  return { p50: ratio(0.5), p95: ratio(0.95) };
}

test('ten thousand waiting for dead destinations change the time of a healthy one hardly', async () => {
  const waiting = await burdened.all('deliveries', '&state=waiting');
  expect(waiting.length).toBeGreaterThan(owed - 100);
  const before = await compare('waiting');
  expect(before.p50).toBeLessThan(1.5);
  expect(before.p95).toBeLessThan(2);
  await Promise.all([calm.instance.restart(), burdened.instance.restart()]);
  const after = await compare('restarted');
  expect(after.p50).toBeLessThan(1.5);
  expect(after.p95).toBeLessThan(2);
  expect(hanging.calls()).toBeGreaterThan(0);
  expect(burdened.bugs).toEqual([]);
}, 120_000);

// What receivers do wrong costs nobody else anything: the worker lives and takes submissions, the healthy receiver
// beside them gets everything, and each failure can be seen, with what comes next.
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BadReceiver, misbehaviours, redirectTo, startBadReceiver } from './bad-receivers.ts';
import { type Baton, type Json, objectsIn, qualified, startBaton, submission } from './baton.ts';
import { type Receiver, startReceiver } from './receiver.ts';
import { until } from './until.ts';

const megabyte = 1024 * 1024;

/** What each misbehaviour is called in the list of deliveries. */
const codes: Readonly<Record<string, string>> = {
  error: 'http_500',
  later: 'http_429',
  gone: 'gone',
  hang: 'timeout',
  reset: 'connection_failed',
  cut: 'reply_unreadable',
  garbage: 'connection_failed',
  large: 'reply_too_large',
  endless: 'reply_too_large',
  bomb: 'reply_too_large',
  brokenGzip: 'reply_unreadable',
  longHeaders: 'connection_failed',
  slowHead: 'timeout',
  slowBody: 'timeout',
  redirect302: 'redirect_refused',
  redirect307: 'redirect_refused',
  redirect308: 'redirect_refused',
  nobody: 'connection_failed',
};

let healthy: Receiver;
let never: Receiver;
let bad: Map<string, BadReceiver>;
let baton: Baton;

beforeAll(async () => {
  [healthy, never] = await Promise.all([startReceiver(), startReceiver()]);
  const behaviours = {
    ...misbehaviours,
    redirect302: redirectTo('302 Found', never.url),
    redirect307: redirectTo('307 Temporary Redirect', never.url),
    redirect308: redirectTo('308 Permanent Redirect', never.url),
    nobody: () => undefined,
  };
  const started = Object.entries(behaviours).map(
    async ([name, behave]) => [name, await startBadReceiver(behave)] as const,
  );
  bad = new Map(await Promise.all(started));
  await bad.get('nobody')?.close();
  baton = await startBaton([
    { id: 'healthy', kind: 'webhook', url: `${healthy.url}/hook`, on: ['lead.received'] },
    ...[...bad].map(([name, { url }]) => ({
      id: name.toLowerCase(),
      kind: 'webhook' as const,
      url,
      on: ['lead.received'],
    })),
  ]);
});

afterAll(async () => {
  await baton.close();
  await Promise.all([healthy.close(), never.close(), ...[...bad.values()].map((one) => one.close())]);
});

test(
  'bad receivers leave the worker, the visitors and the healthy receiver in peace',
  { timeout: 60_000 },
  async () => {
    const before = await memory();
    const times: number[] = [];
    let submitted = 0;
    const submit = async (): Promise<void> => {
      const begin = performance.now();
      const answer = await baton.submit(submission(qualified(`person${submitted}@x.example`)));
      times.push(performance.now() - begin);
      expect(answer.status).toBe(201);
      submitted += 1;
    };
    await submit();
    // Others come while the slow ones are being waited for.
    const tried = new Set<string>();
    await until(
      'every receiver was tried, and gave up on',
      async () => {
        if (submitted < 200) await submit();
        expect(await baton.isHealthy()).toBe(true);
        for (const [name, [delivery]] of await firstDeliveries()) {
          if (objectsIn(delivery ?? {}, 'attempts').length > 0) tried.add(name);
        }
        return tried.size === bad.size;
      },
      25_000,
    );
    expect(submitted).toBeGreaterThan(10);
    await until('the healthy receiver has everything', () => healthy.events.length >= submitted);
    expect(new Set(healthy.events.map((event) => event.id)).size).toBe(submitted);

    for (const [name, [delivery]] of await firstDeliveries()) {
      const [attempt] = objectsIn(delivery ?? {}, 'attempts');
      expect([name, attempt?.['error']]).toEqual([name, codes[name]]);
      expect([name, delivery?.['state']]).toEqual([name, name === 'gone' ? 'disabled' : 'waiting']);
      expect([name, typeof delivery?.['nextAt']]).toEqual([name, name === 'gone' ? 'object' : 'string']);
    }
    expect(never.calls()).toBe(0);
    const [later] = (await firstDeliveries()).get('later') ?? [];
    const [attempt] = objectsIn(later ?? {}, 'attempts');
    expect(instant(later?.['nextAt'])).toBeGreaterThanOrEqual(instant(attempt?.['at']) + 3_600_000);

    // Nobody reads 200 MB only to be told "ok".
    for (const name of ['large', 'endless', 'longHeaders']) {
      const receiver = bad.get(name);
      expect(receiver?.calls()).toBeGreaterThan(0);
      expect((receiver?.sent() ?? Infinity) / (receiver?.calls() ?? 1)).toBeLessThan(10 * megabyte);
    }
    const grown = (await memory()) - before;
    expect(grown).toBeLessThan(180 * megabyte);
    expect(baton.bugs).toEqual([]);
    if (process.env['BATON_FAULT_REPORT'] !== undefined) {
      const sorted = times.toSorted((a, b) => a - b);
      process.stdout.write(
        `${submitted} submissions beside ${bad.size} bad receivers: p50 ${sorted[sorted.length >> 1]?.toFixed(1)} ms, ` +
          `p95 ${sorted[Math.floor(sorted.length * 0.95)]?.toFixed(1)} ms; memory grew by ${(grown / megabyte).toFixed(0)} MB\n`,
      );
    }
  },
);

/** The deliveries of the first submission, by what their receiver does. */
async function firstDeliveries(): Promise<Map<string, Json[]>> {
  const [first] = (await baton.all('submissions')).slice(-1);
  const deliveries = await baton.all('deliveries', `&submission=${String(first?.['id'])}`);
  return new Map(
    [...bad.keys()].map((name) => [
      name,
      deliveries.filter((delivery) => delivery['destination'] === name.toLowerCase()),
    ]),
  );
}

function instant(value: unknown): number {
  return typeof value === 'string' ? Date.parse(value) : Number.NaN;
}

/** The most memory that workerd ever held at once, in bytes; 0 where the system does not say. */
async function memory(): Promise<number> {
  if (process.platform !== 'linux') return 0;
  const status = await readFile(`/proc/${baton.instance.pid}/status`, 'utf8');
  return Number(/^VmHWM:\s+(\d+) kB/m.exec(status)?.[1] ?? Number.NaN) * 1024;
}

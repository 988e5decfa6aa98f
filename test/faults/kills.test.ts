// workerd is killed at random moments under load. What a visitor saw acknowledged is stored, once; what is owed for
// it arrives, with the same id and the same bytes however often. BATON_FAULT_SUBMISSIONS and BATON_FAULT_KILLS make
// the run longer; it then says what it saw.
import { randomInt } from 'node:crypto';
import { Agent } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  type Baton,
  type Json,
  jsonOf,
  objectIn,
  objectsIn,
  qualified,
  startBaton,
  submission,
  textIn,
} from './baton.ts';
import { type Event, type Receiver, startReceiver } from './receiver.ts';
import { until } from './until.ts';

const asked = process.env['BATON_FAULT_SUBMISSIONS'];
const count = Number(asked ?? 300);
const kills = Number(process.env['BATON_FAULT_KILLS'] ?? 6);
const clients = 8;
/** Some people submit more than once, and at the same time. */
const people = Math.ceil(count * 0.8);

type Acknowledged = { readonly body: Json; readonly email: string; readonly text: string };

let receiver: Receiver;
let baton: Baton;

beforeAll(async () => {
  receiver = await startReceiver();
  baton = await startBaton([
    { id: 'crm', kind: 'webhook', url: `${receiver.url}/crm`, on: ['lead.handed_off'] },
    { id: 'all', kind: 'webhook', url: `${receiver.url}/all`, on: ['lead.received'] },
  ]);
});

afterAll(async () => {
  await baton.close();
  await receiver.close();
});

test(
  `${count} submissions under ${kills} kills: none is lost, none doubled, all are told`,
  async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: clients });
    const acknowledged: Acknowledged[] = [];
    const restarts: number[] = [];
    let begun = 0;
    let repeats = 0;
    let broken: unknown = null;

    /** As the browser does: the same id until there is an answer. */
    const send = async (number: number): Promise<Acknowledged> => {
      const email = `person${number % people}@x.example`;
      const body = submission(qualified(email));
      const give = performance.now() + 60_000;
      for (;;) {
        const answer = await baton.submit(body, { agent, timeoutMs: 5_000 }).catch((error: unknown) => {
          if (performance.now() > give || broken !== null) throw error;
          return null;
        });
        if (answer !== null && answer.status < 500) {
          expect([200, 201]).toContain(answer.status);
          return { body, email, text: answer.text };
        }
        repeats += 1;
        await pause(5);
      }
    };
    const client = async (): Promise<void> => {
      while (begun < count) {
        begun += 1;
        acknowledged.push(await send(begun));
      }
    };
    const killer = async (): Promise<void> => {
      for (let kill = 0; kill < kills; kill += 1) {
        const from = Math.floor((count * (kill + Math.random())) / kills);
        await until(`submission ${from} is acknowledged`, () => acknowledged.length >= from, 60_000);
        await pause(randomInt(12));
        await baton.instance.kill();
        const begin = performance.now();
        await baton.instance.restart();
        restarts.push(performance.now() - begin);
      }
    };
    const watched = async (work: Promise<void>): Promise<void> => {
      try {
        await work;
      } catch (error) {
        broken = error;
        throw error;
      }
    };
    await Promise.all([killer(), ...Array.from({ length: clients }, client)].map(watched));

    // Stored exactly once, under the ids that were acknowledged.
    const submissions = await baton.all('submissions');
    const ids = acknowledged.map((one) => textIn(jsonOf({ ...one, status: 201, headers: {} }), 'submission'));
    expect(new Set(ids).size).toBe(count);
    expect(submissions.map((stored) => textIn(stored, 'id')).sort()).toEqual(ids.sort());

    // One lead per address, one handoff per lead, every submission with its lead.
    const leads = await baton.all('leads');
    const emails = new Set(acknowledged.map((one) => one.email));
    expect(leads.map((lead) => textIn(lead, 'email')).sort()).toEqual([...emails].sort());
    for (const lead of leads) {
      expect(objectsIn(lead, 'handoffs')).toHaveLength(1);
      const states = objectsIn(lead, 'submissions').map((stored) => textIn(stored, 'state'));
      expect(states.filter((state) => state === 'handed_off')).toHaveLength(1);
      expect(states.every((state) => state === 'handed_off' || state === 'in_hand')).toBe(true);
    }

    // Told at least once, always the same.
    const owed = new Map<string, number>([
      ['/all', count],
      ['/crm', leads.length],
    ]);
    for (const [path, number] of owed) {
      await until(`${number} events at ${path}`, () => eventIds(path).size >= number, 60_000);
    }
    await until(
      'nothing waits any more',
      async () => (await baton.all('deliveries', '&state=waiting')).length === 0,
      60_000,
    );
    const deliveries = await baton.all('deliveries');
    expect(deliveries).toHaveLength(count + leads.length);
    expect(deliveries.every((delivery) => delivery['state'] === 'delivered')).toBe(true);
    for (const [path, number] of owed) {
      expect(eventIds(path).size).toBe(number);
      const about = new Set([...eventIds(path).values()].map(([event]) => submissionOf(event)));
      expect(about.size).toBe(number);
    }
    for (const events of [...eventIds('/all').values(), ...eventIds('/crm').values()]) {
      expect(new Set(events.map((event) => event.body)).size).toBe(1);
    }

    // Whoever asks again, hears the same again.
    for (const { body, text } of acknowledged) {
      expect(await baton.submit(body, { agent })).toMatchObject({ status: 200, text });
    }
    agent.destroy();
    if (asked !== undefined) report({ restarts, repeats, events: receiver.events.length });
  },
  60_000 + count * 60 + kills * 3_000,
);

/** The events that came to a path, by their `webhook-id`. */
function eventIds(path: string): Map<string, Event[]> {
  const found = new Map<string, Event[]>();
  for (const event of receiver.events) {
    if (event.path === path) found.set(event.id, [...(found.get(event.id) ?? []), event]);
  }
  return found;
}

function submissionOf(event: Event | undefined): string {
  return textIn(objectIn(objectIn(event?.json ?? {}, 'data'), 'submission'), 'id');
}

function report(seen: {
  readonly restarts: number[];
  readonly repeats: number;
  readonly events: number;
}): void {
  const sorted = seen.restarts.toSorted((a, b) => a - b).map(Math.round);
  const owed = new Set(receiver.events.map((event) => event.id)).size;
  process.stdout.write(
    `${count} submissions, ${kills} kills: ${seen.repeats} tries repeated by clients, ` +
      `${seen.events} webhooks for ${owed} deliveries, restart to healthy ` +
      `${sorted[0]}–${sorted.at(-1)} ms, median ${sorted[sorted.length >> 1]} ms\n`,
  );
}

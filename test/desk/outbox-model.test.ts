// Random handoffs to a destination that is up, slow, failing or hanging, that is paused, resumed and moved to another
// address, while people are erased and the Desk crashes: all that is owed arrives, nothing twice at once, with the same
// bytes, where it belongs; and whatever went before, the next one leaves at once.
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Message, SendResult } from '../../apps/worker/src/channels/channel.ts';
import { clockwork, type Clockwork } from './clockwork.ts';
import { arrivalOf, nodeDesk, type NodeDesk } from './desk-on-node.ts';
import { smallWorkspace } from './small-workspace.ts';

const second = 1000;
const hour = 3600 * second;
const owner = { kind: 'owner', workspace: 'main' } as const;

/** How the receiver does: how long it takes, and what it says then. */
const moods = {
  up: [5, { ok: true, status: 200 }],
  slow: [3 * second, { ok: true, status: 200 }],
  failing: [20, { ok: false, code: 'http_500', status: 500 }],
  hanging: [10 * second, { ok: false, code: 'timeout', status: null }],
} as const satisfies Record<string, readonly [number, SendResult]>;

type Mood = keyof typeof moods;

type Step =
  | { readonly kind: 'hand'; readonly count: number }
  | { readonly kind: 'wait'; readonly ms: number }
  | { readonly kind: 'mood'; readonly mood: Mood }
  | { readonly kind: 'pause' | 'resume' | 'move' | 'erase' | 'crash' | 'alarm' | 'read' };

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({ kind: fc.constant('hand' as const), count: fc.constantFrom(1, 1, 2, 5, 20, 90) }),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('wait' as const),
      ms: fc.constantFrom(0, 1, 3, 50, second, 4 * second, 11 * second, 60 * second),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('mood' as const),
      mood: fc.constantFrom<Mood>('up', 'slow', 'failing', 'hanging'),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constantFrom(
        ...(['pause', 'resume', 'move', 'erase', 'erase', 'crash', 'alarm', 'read'] as const),
      ),
    }),
  },
);

const urls = ['https://a.example/hook', 'https://b.example/hook'] as const;
const crmAt = (url: string) => ({ id: 'crm', kind: 'webhook', url, on: ['lead.handed_off'] });
/** It shares the lane of the first address. */
const also = { id: 'also', kind: 'webhook', url: urls[0], on: ['lead.received'] };

/** The Desk, its destination, and what of it went wrong. */
class World {
  bench: NodeDesk;
  clock: Clockwork;
  mood: Mood = 'up';
  isPaused = false;
  url: string = urls[0];
  readonly wrong = new Set<string>();
  readonly #bodies = new Map<string, string>();
  readonly #running = new Set<string>();
  /** What got through before a crash that cost the knowledge of it may come again. */
  readonly #through = new Set<string>();
  #people = 0;

  constructor(mail: boolean) {
    this.bench = nodeDesk({ mail });
    this.bench.desk.importWorkspace({ ...smallWorkspace, destinations: [crmAt(this.url), also] });
    this.clock = clockwork(this.bench);
    this.#listen();
  }

  hand(count: number): void {
    for (let one = 0; one < count; one += 1) {
      this.#people += 1;
      const email = `p${this.#people}@d${this.#people}.example`;
      this.bench.desk.intake.submit(arrivalOf({ email, size: '51-500', role: 'manager', team: 12 }));
    }
  }

  pause(isPaused: boolean): void {
    this.bench.desk.destinations.pause('crm', isPaused, 'owner');
    this.isPaused = isPaused;
  }

  /** @param alone saved by itself, or with a workspace */
  move(alone: boolean): void {
    this.url = this.url === urls[0] ? urls[1] : urls[0];
    const { id, ...rest } = crmAt(this.url);
    if (alone) this.bench.desk.destinations.save(id, rest, 'owner');
    else this.bench.desk.importWorkspace({ format: 1, destinations: [{ id, ...rest }] });
  }

  erase(): void {
    for (const row of this.bench.sql.all(`SELECT public_id FROM leads ORDER BY id DESC LIMIT 3`))
      this.bench.desk.as(owner).hands.erase(String(row['public_id']));
  }

  crash(): void {
    this.#through.clear();
    this.#running.clear();
    this.bench = this.bench.restart();
    this.clock = clockwork(this.bench);
    this.#listen();
  }

  #listen(): void {
    const { bench, clock } = this;
    bench.answer = async (message) => {
      this.#check(message);
      this.#running.add(message.id);
      const [ms, result] = moods[this.mood];
      const given = await clock.after(ms, result);
      if (bench !== this.bench) return given;
      this.#running.delete(message.id);
      if (given.ok) this.#through.add(message.id);
      return given;
    };
  }

  #check({ id, body, target }: Message): void {
    const before = this.#bodies.get(id) ?? body;
    this.#bodies.set(id, body);
    if (before !== body) this.wrong.add('other bytes under the same id');
    if (this.#running.has(id)) this.wrong.add('twice at once');
    if (this.#through.has(id)) this.wrong.add('again, after it got through');
    if (!target.startsWith('https:') || !body.includes('lead.handed_off')) return;
    if (this.isPaused) this.wrong.add('called while it was paused');
    if (target !== this.url) this.wrong.add('called under its old address');
  }
}

async function take(world: World, one: Step): Promise<void> {
  const { bench, clock } = world;
  if (one.kind === 'hand') world.hand(one.count);
  else if (one.kind === 'wait') await clock.runUntil(bench.now + one.ms);
  else if (one.kind === 'mood') world.mood = one.mood;
  else if (one.kind === 'pause' || one.kind === 'resume') world.pause(one.kind === 'pause');
  else if (one.kind === 'move') world.move(bench.now % 2 === 0);
  else if (one.kind === 'erase') world.erase();
  else if (one.kind === 'crash') world.crash();
  else if (one.kind === 'alarm') bench.desk.alarm();
  else bench.desk.leads({ email: null, limit: 5, before: null });
}

test('all that is owed arrives, whatever happens to its destination', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.boolean(),
      fc.array(step, { minLength: 5, maxLength: 40, size: 'max' }),
      async (mail, steps) => {
        const world = new World(mail);
        for (const one of steps) await take(world, one);
        world.mood = 'up';
        world.pause(false);
        await world.clock.runUntil(world.bench.now + 100 * hour);
        const left = world.bench.sql.all(`SELECT state FROM deliveries WHERE state <> 'delivered'`);
        expect({ wrong: [...world.wrong], left }).toEqual({ wrong: [], left: [] });
        const at = world.bench.now;
        world.hand(1);
        await world.clock.runUntil(at + 60 * second);
        const waited = world.bench.sent.flatMap(({ createdAt, now }) => (createdAt === at ? [now - at] : []));
        expect(waited.length).toBeGreaterThan(0);
        expect(Math.max(...waited)).toBeLessThan(second);
      },
    ),
    { numRuns: Number(process.env['BATON_MODEL_RUNS'] ?? 40), endOnFailure: true },
  );
});

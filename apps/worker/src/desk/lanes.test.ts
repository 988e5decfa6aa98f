import { expect, test } from 'vitest';
import { Lanes } from './lanes.ts';

/** Lets everything that can go on go on. */
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** A lane that is owed so many deliveries, and whose every try gets through; each is written down when told. */
function owed(count: number) {
  const due = new Set(Array.from({ length: count }, (_, index) => index + 1));
  const tried: number[] = [];
  const unstored = new Map<number, (isStored: boolean) => void>();
  let looks = 0;
  const lanes = new Lanes({
    attempt: async (id) => {
      tried.push(id);
      return { outcome: 'through', stored: new Promise((resolve) => unstored.set(id, resolve)) };
    },
    due: (_lane, limit) => {
      looks += 1;
      return [...due].slice(0, limit);
    },
    now: () => 0,
    wake: () => undefined,
    later: (work) => {
      work.catch(expect.unreachable);
    },
  });
  const store = async (isStored: boolean): Promise<void> => {
    const waiting = [...unstored];
    unstored.clear();
    for (const [id, resolve] of waiting) {
      if (isStored) due.delete(id);
      resolve(isStored);
    }
    await settled();
  };
  return { lanes, tried, store, looks: () => looks };
}

test('what got through makes room before it is written down, for sixteen of a lane at most', async () => {
  const { lanes, tried, store } = owed(40);
  lanes.resume('crm');
  await settled();
  expect(tried).toHaveLength(16);
  await store(true);
  expect(tried).toHaveLength(32);
  await store(true);
  await store(true);
  expect(tried.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, index) => index + 1));
});

test('what cannot be written down is not tried without end', async () => {
  const { lanes, tried, store } = owed(3);
  lanes.resume('crm');
  for (let round = 0; round < 20; round += 1) {
    await settled();
    await store(false);
    lanes.resume('crm');
  }
  expect(lanes.failing('crm')?.rests).toBe(true);
  expect(tried.length).toBeLessThan(10);
});

const inLane = (...ids: readonly number[]): { id: number; lane: string }[] =>
  ids.map((id) => ({ id, lane: 'crm' }));

test('what is handed to a lane is tried in its order, without a look at storage', async () => {
  const { lanes, tried, store, looks } = owed(40);
  void lanes.run(inLane(...Array.from({ length: 40 }, (_, index) => index + 1)));
  for (let round = 0; round < 4; round += 1) {
    await settled();
    await store(true);
  }
  expect(tried).toEqual(Array.from({ length: 40 }, (_, index) => index + 1));
  expect(looks()).toBe(0);
});

test('what is more than a lane keeps in mind follows from storage, each once', async () => {
  const { lanes, tried, store, looks } = owed(300);
  void lanes.run(inLane(...Array.from({ length: 300 }, (_, index) => index + 1)));
  for (let round = 0; round < 30; round += 1) {
    await settled();
    await store(true);
  }
  expect(tried).toEqual(Array.from({ length: 300 }, (_, index) => index + 1));
  expect(looks()).toBeLessThan(8);
});

test('whoever has waited for longer goes first when a lane is taken up', async () => {
  const { lanes, tried, store } = owed(30);
  void lanes.run(inLane(25, 26, 27));
  // Its first is being tried, the others are next.
  lanes.resume('crm');
  for (let round = 0; round < 4; round += 1) {
    await settled();
    await store(true);
  }
  expect(tried[0]).toBe(25);
  expect(tried).toHaveLength(30);
  expect(tried.slice(1)).toEqual(tried.slice(1).toSorted((a, b) => a - b));
});

test('a lane that rests for nothing takes up what comes later', async () => {
  const tried: number[] = [];
  let now = 0;
  const lanes = new Lanes({
    attempt: async (id) => {
      tried.push(id);
      return { outcome: 'neither', stored: Promise.resolve(true) };
    },
    // All that was due is gone, and no alarm will look after it.
    due: () => [],
    now: () => now,
    wake: () => undefined,
    later: (work) => {
      work.catch(expect.unreachable);
    },
  });
  void lanes.run(inLane(1, 2, 3));
  await settled();
  expect(tried).toEqual([1]);
  now = 60_000;
  void lanes.run(inLane(4));
  await settled();
  expect(tried.slice(0, 2)).toEqual([1, 2]);
});

test('what is in hand in one lane is not tried in another, which waits for that', async () => {
  const { lanes, tried, store } = owed(1);
  void lanes.run([{ id: 1, lane: 'old' }]);
  lanes.resume('new');
  await settled();
  expect(tried).toEqual([1]);
  // It need not be resumed at once, again and again.
  expect(lanes.readyAt('new')).toBeNull();
  await store(false);
  lanes.resume('new');
  await settled();
  expect(tried).toEqual([1, 1]);
});

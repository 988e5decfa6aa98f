import { expect, test } from 'vitest';
import { Lanes } from './lanes.ts';

/** Lets everything that can go on go on. */
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** A lane that is owed so many deliveries, and whose every try gets through; each is written down when told. */
function owed(count: number) {
  const due = new Set(Array.from({ length: count }, (_, index) => index + 1));
  const tried: number[] = [];
  const unstored = new Map<number, (isStored: boolean) => void>();
  const lanes = new Lanes({
    attempt: async (id) => {
      tried.push(id);
      return { outcome: 'through', stored: new Promise((resolve) => unstored.set(id, resolve)) };
    },
    due: (_lane, limit) => [...due].slice(0, limit),
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
  return { lanes, tried, store };
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

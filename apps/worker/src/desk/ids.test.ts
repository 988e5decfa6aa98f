import { expect, test } from 'vitest';
import { randomIds } from './ids.ts';

const now = Date.parse('2027-01-04T09:00:00Z');

test('ids are of one length, and sort by time', () => {
  const ids = [0, 1, 1_000, 86_400_000].map((later) => randomIds.next('lead', now + later));
  expect(ids.toSorted()).toEqual(ids);
  for (const id of [...ids, randomIds.next('lead', 0)]) expect(id).toMatch(/^lead_[0-9a-z]{25}$/);
});

test('changes of one millisecond sort as they were made, however many', () => {
  const ids = Array.from({ length: 3_000 }, (_, place) =>
    randomIds.next('aud', now + Math.floor(place / 2_000)),
  );
  expect(ids.toSorted()).toEqual(ids);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(id).toMatch(/^aud_[0-9a-z]{25}$/);
});

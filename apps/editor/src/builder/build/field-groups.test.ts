import { expect, test } from 'vitest';
import { groupsOf } from './field-groups.ts';

const ids = Array.from({ length: 200 }, (_, at) => `field_${at}`);

/** Groups of the second that the first does not have. */
const anew = (before: readonly string[], after: readonly string[]): number => {
  const known = new Set(groupsOf(before).map((group) => group.join(' ')));
  return groupsOf(after).filter((group) => !known.has(group.join(' '))).length;
};

test('every field stands in one group, in its order', () => {
  for (const count of [0, 1, 5, 6, 7, 200]) {
    expect(groupsOf(ids.slice(0, count)).flat()).toEqual(ids.slice(0, count));
  }
});

test('groups are neither many nor large', () => {
  const sizes = groupsOf(ids).map(({ length }) => length);
  expect(sizes.length).toBeLessThan(40);
  expect(Math.max(...sizes)).toBeLessThanOrEqual(32);
  expect(groupsOf(Array.from({ length: 100 }, () => 'field')).flat()).toHaveLength(100);
});

test('what comes, goes or moves leaves the groups far from it as they are', () => {
  let most = 0;
  for (let at = 0; at < 199; at += 1) {
    const here = ids[at] ?? '';
    most = Math.max(
      most,
      anew(ids, ids.toSpliced(at, 0, 'another')),
      anew(ids, ids.toSpliced(at, 1)),
      anew(ids, ids.toSpliced(at, 2, ids[at + 1] ?? '', here)),
    );
  }
  expect(most).toBeLessThanOrEqual(3);
});

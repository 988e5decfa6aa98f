import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { unmoved } from './unmoved.ts';

test('what stayed is in the same order on both sides, and nothing more could have stayed', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray(['a', 'b', 'c', 'd', 'e', 'f'], { minLength: 6 }), (after) => {
      const before = ['a', 'b', 'c', 'd', 'e', 'f'];
      const stayed = unmoved(before, after);
      expect(before.filter((id) => stayed.has(id))).toEqual(after.filter((id) => stayed.has(id)));
      let most = 0;
      for (let mask = 0; mask < 64; mask += 1) {
        const some = after.filter((id) => mask & (1 << before.indexOf(id)));
        if (some.every((id, index) => index === 0 || (some[index - 1] ?? '') < id))
          most = Math.max(most, some.length);
      }
      expect(stayed.size).toBe(most);
    }),
  );
});

// Killed at every step that finds the world otherwise than the step before, which the run itself counts: before a
// statement, before a commit, after a message has left and before anybody knows that it arrived. And the same with a
// single step failing while all else goes on. However it went, in the end storage holds what it holds undisturbed; all
// that was owed has arrived, under one id and with the same bytes each time; and nothing has arrived that storage does not
// know. Steps that fail are every ninth here; BATON_FAULT_RUNS has all of them, and so many lives more, killed twice.
import { describe, expect, test } from 'vitest';
import { chanceFrom } from '../../faults/chance.ts';
import { Fate } from './fate.ts';
import { begin, live, type Begun, type Lived } from './live.ts';
import { stories } from './stories.ts';

const asked = process.env['BATON_FAULT_RUNS'];
const seed = Number(process.env['BATON_FAULT_SEED'] ?? 1);
const stride = asked === undefined ? 9 : 1;
const twice = Math.ceil(Number(asked ?? 0) / stories.length);
const long = asked === undefined ? {} : { timeout: 300_000 };

describe.each(stories)('$name', (story) => {
  test('killed wherever the world is another, it comes to the same', long, async () => {
    const { begun, calm, worlds } = await undisturbed();
    for (const at of worlds) await holds(begun, calm, [new Fate('killed', at)], `killed at ${at}`);
    const chance = chanceFrom(seed * 1_000_003 + stories.indexOf(story));
    for (let run = 0; run < twice; run += 1) {
      const kills = [1, 2].map(() => worlds[chance.between(0, worlds.length - 1)] ?? 1);
      const fates = kills.map((at) => new Fate('killed', at));
      await holds(begun, calm, fates, `killed at ${kills.join(', then at ')}`);
    }
    if (asked !== undefined) console.log(`${story.name}: ${worlds.length} kills, ${twice} lives with two`);
  });

  test('where a step fails and all else goes on, it comes to the same', long, async () => {
    const { begun, calm } = await undisturbed();
    let at = 1 + (stories.indexOf(story) % stride);
    for (let fate = new Fate('failed', at); ; fate = new Fate('failed', at)) {
      await holds(begun, calm, [fate], `failed at ${at}`);
      if (!fate.hasStruck) break;
      at += stride;
    }
    expect(at).toBeGreaterThan(20);
    if (asked !== undefined) console.log(`${story.name}: ${at - 1} steps failed`);
  });

  async function undisturbed(): Promise<{ begun: Begun; calm: Lived; worlds: readonly number[] }> {
    const begun = await begin(story);
    const fate = new Fate('killed', Infinity);
    const calm = await live(begun, [fate]);
    expect(calm).toMatchObject({ balanced: true, bugs: [] });
    expect(fate.worlds.length).toBeGreaterThan(5);
    return { begun, calm, worlds: fate.worlds };
  }
});

async function holds(begun: Begun, calm: Lived, fates: readonly Fate[], how: string): Promise<void> {
  const lived = await live(begun, fates);
  expect(lived.stays, how).toEqual(calm.stays);
  expect(lived.balanced, how).toBe(true);
  expect([...lived.outside.keys()].toSorted(), how).toEqual(lived.delivered.toSorted());
  for (const bytes of lived.outside.values()) expect(new Set(bytes).size, how).toBe(1);
  // Nothing went wrong but what was done to it.
  for (const bug of lived.bugs)
    expect(bug, how).toMatch(/Step \d+ (?:killed|failed)|Nobody is there to send/);
}

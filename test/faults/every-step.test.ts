// The real process is killed at every step that can be seen from outside between what somebody sends and what others hear
// of it: bytes on its connections, writes to its database's log, lines that it prints. An undisturbed life finds the steps
// by name; then each in turn is the last, and so is each that comes up on the way. Baton starts again on the same folder,
// and whoever got no answer asks again. What was acknowledged is there, once; what is owed has come, under one id and with
// the same bytes each time; nothing has come that storage does not know; the ledger adds up.
//
// Every tenth step here, and what a kill left behind goes with the next leads of its lane. BATON_FAULT_RUNS has all of them,
// and once more where the alarm alone looks for what was left; and so many lives besides, killed at two steps.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { objectsIn, textIn } from './baton.ts';
import { chanceFrom } from './chance.ts';
import { sendOthers, stories, untilSettled, type Story } from './killed/deeds.ts';
import { type Scene, startScene } from './killed/scene.ts';
import { writing } from './killed/steps.ts';

const asked = process.env['BATON_FAULT_RUNS'];
const stride = asked === undefined ? 10 : 1;
const twice = Math.ceil(Number(asked ?? 0) / stories.length);
/** What waits for its alarm does so beside others. */
const width = 6;
const long = { timeout: asked === undefined ? 120_000 : 3_600_000 };
const seed = Number(process.env['BATON_FAULT_SEED'] ?? 1);

let scene: Scene;

beforeAll(async () => {
  scene = await startScene();
});

afterAll(() => scene.close());

type Lived = {
  /** Steps in their order, up to where it was killed first. */
  readonly names: readonly string[];
  /** How many of its kills came to it. */
  readonly struck: number;
};

/** @param helped whether other leads follow, in whose lanes goes what waits; else only the alarm looks for it */
async function live(on: Scene, story: Story, kills: readonly string[], helped: boolean): Promise<Lived> {
  const { baton, steps } = on;
  const deed = await story.begin(on);
  let names: readonly string[] | null = null;
  let isKnown = false;
  let struck = 0;
  for (const kill of kills.length === 0 ? [null] : kills) {
    const killed = steps.begin(kill);
    const going = (async () => {
      isKnown ||= await deed.attempt();
      if (!isKnown) return;
      await (struck === 0 ? deed.untilQuiet() : untilSettled(on));
    })();
    await Promise.race([killed, going]);
    names ??= [...steps.names];
    if (!steps.hasStruck) break;
    struck += 1;
    await going;
    steps.end();
    await baton.instance.kill();
    await baton.instance.restart();
  }
  steps.end();
  while (!isKnown) isKnown = await deed.attempt();
  if (helped && struck > 0) await sendOthers(on);
  await untilSettled(on);
  await deed.expectDone();
  return { names: names ?? [], struck };
}

/** As {@link live}; what goes wrong says when it was killed. */
async function told(...[on, story, kills, helped]: Parameters<typeof live>): Promise<Lived> {
  try {
    return await live(on, story, kills, helped);
  } catch (error) {
    throw new Error(`killed at ${kills.join(', then at ')}`, { cause: error });
  }
}

describe.each(stories)('$name', (story) => {
  const offset = stories.indexOf(story) % stride;
  const names: string[] = [];

  test('killed at every step, it comes to the same', long, async () => {
    names.push(...stepsOf(await live(scene, story, [], true)));
    expect(names.length).toBeGreaterThan(15);
    let struck = 0;
    for (let at = offset; at < names.length; at += stride) {
      const lived = await told(scene, story, [names[at] ?? ''], true);
      expect(lived.struck, names[at]).toBe(1);
      struck += 1;
      for (const one of stepsOf(lived)) if (!names.includes(one)) names.push(one);
    }
    // How many writes there are is up to the moment: until a life had no more of them.
    for (let write = 1 + offset; ; write += Math.min(5, stride)) {
      const name = `${writing}, ${write}`;
      if ((await told(scene, story, [name], true)).struck === 0) break;
      struck += 1;
      names.push(name);
    }
    await expectBooksInOrder(scene);
    if (asked !== undefined) console.log(`${names.length} steps, ${struck} kills: ${names.join('; ')}`);
  });

  test.runIf(asked !== undefined)('with the alarm alone, and killed twice, it does too', long, async () => {
    const left = [...names];
    let struck = 0;
    const others = await Promise.all(Array.from({ length: width }, startScene));
    await Promise.all(
      others.map(async (on) => {
        for (let name = left.shift(); name !== undefined; name = left.shift()) {
          const lived = await told(on, story, [name], false);
          struck += lived.struck;
        }
        await expectBooksInOrder(on);
        await on.close();
      }),
    );
    console.log(`with the alarm alone: ${struck} kills`);
    struck = 0;
    const chance = chanceFrom(seed * 1_000_003 + stories.indexOf(story));
    for (let run = 0; run < twice; run += 1) {
      const kills = [1, 2].map(() => names[chance.between(0, names.length - 1)] ?? '');
      const lived = await told(scene, story, kills, true);
      struck += lived.struck;
    }
    await expectBooksInOrder(scene);
    console.log(`${twice} lives to be killed twice: ${struck} kills`);
  });
});

/** Those that come in every life. */
function stepsOf({ names }: Lived): string[] {
  return names.filter((name) => !name.startsWith(writing));
}

/** Nobody has heard of what storage does not know, and every accepted submission is in one state. */
async function expectBooksInOrder({ baton, receiver, mails }: Scene): Promise<void> {
  const known = new Set((await baton.all('deliveries')).map((one) => textIn(one, 'id')));
  const heard = [...receiver.came.keys(), ...mails.came.keys()];
  expect(heard.filter((id) => !known.has(id))).toEqual([]);
  const days = objectsIn(await baton.api('/api/ledger'), 'days');
  expect(days.filter((day) => day['balanced'] !== true)).toEqual([]);
  const stored = await baton.all('submissions');
  expect(days.reduce((sum, day) => sum + Number(day['accepted']), 0)).toBe(stored.length);
}

// What somebody does, and goes on trying until they know that it is done; and what must be true of it then, however often
// the process was killed on the way.
import PostalMime from 'postal-mime';
import { expect } from 'vitest';
import { type Json, jsonOf, objectsIn, qualified, submission, textIn } from '../baton.ts';
import { call } from '../post.ts';
import { until } from '../until.ts';
import { sendStepped } from './outside.ts';
import type { Scene } from './scene.ts';

type Deed = {
  /** False where no answer came: it is tried again after the restart. */
  readonly attempt: () => Promise<boolean>;
  /** Where nothing was killed: there is nothing more to come. */
  readonly untilQuiet: () => Promise<void>;
  readonly expectDone: () => Promise<void>;
};

export type Story = {
  readonly name: string;
  /** What happens before, undisturbed. */
  readonly begin: (scene: Scene) => Promise<Deed>;
};

const handed = ['lead.handed_off by email', 'lead.handed_off by webhook', 'lead.received by webhook'];

let people = 0;
const newPerson = (): string => `person${(people += 1)}@killed.example`;

/** Nothing is owed any more. Longer than the alarm takes that looks for what a crash left behind. */
export async function untilSettled(scene: Scene): Promise<void> {
  await until(
    'nothing is owed any more',
    () =>
      unlessKilled(scene, async () => (await scene.baton.all('deliveries', '&state=waiting')).length === 0),
    60_000,
  );
}

/** Nothing comes any more: the lines of all that has been delivered of a lead have been seen as well. */
async function untilQuiet(scene: Scene, email: string): Promise<void> {
  await untilSettled(scene);
  await until('the last line is printed', () =>
    unlessKilled(scene, async () => {
      const deliveries = await deliveriesOf(scene, await leadOf(scene, email));
      return deliveries.every((one) => scene.printed.has(textIn(one, 'id')));
    }),
  );
}

/** True as soon as there is nobody any more who could be asked. */
async function unlessKilled({ steps }: Scene, ask: () => Promise<boolean>): Promise<boolean> {
  try {
    return steps.hasStruck || (await ask());
  } catch (error) {
    if (steps.hasStruck) return true;
    throw error;
  }
}

function deliveriesOf({ baton }: Scene, lead: Json): Promise<Json[]> {
  return baton.all('deliveries', `&lead=${textIn(lead, 'id')}`);
}

async function leadOf({ baton }: Scene, email: string): Promise<Json> {
  const leads = await baton.all('leads', `&email=${email}`);
  expect(leads).toHaveLength(1);
  return leads[0] ?? {};
}

/** What is owed of a lead has been delivered, each once, and has come as one and the same however often. */
async function expectTold(scene: Scene, lead: Json, owed: readonly string[]): Promise<void> {
  const deliveries = await deliveriesOf(scene, lead);
  const what = deliveries.map((one) => `${textIn(one, 'type')} by ${textIn(one, 'channel')}`);
  expect(what.toSorted()).toEqual(owed.toSorted());
  for (const delivery of deliveries) {
    expect(delivery).toMatchObject({ state: 'delivered' });
    const { came } = delivery['channel'] === 'email' ? scene.mails : scene.receiver;
    const times = came.get(textIn(delivery, 'id')) ?? [];
    expect(times.length).toBeGreaterThan(0);
    expect(new Set(times).size).toBe(1);
  }
}

function submitting(scene: Scene, email: string): Deed {
  const { baton, steps } = scene;
  const body = submission(qualified(email));
  const heard = new Set<string>();
  return {
    async attempt() {
      const url = `${baton.instance.url}/f/demo/submissions`;
      const request = { type: 'application/json', body: JSON.stringify(body) };
      const said = await sendStepped(steps, 'visitor', url, request);
      if (said === null) return false;
      expect([200, 201]).toContain(said.status);
      heard.add(said.text);
      return true;
    },
    untilQuiet: () => untilQuiet(scene, email),
    async expectDone() {
      const again = await baton.submit(body);
      expect(again.status).toBe(200);
      expect([...heard]).toEqual([again.text]);
      const lead = await leadOf(scene, email);
      expect(lead).toMatchObject({ stage: 'mql', handoffs: [{ verdict: null }] });
      const stored = objectsIn(lead, 'submissions').map((one) => textIn(one, 'id'));
      expect(stored).toEqual([textIn(jsonOf(again), 'submission')]);
      await expectTold(scene, lead, handed);
    },
  };
}

/** The owner presses in their mail; where no answer came they look at the page again, and press again if nothing is said. */
function accepting(scene: Scene, email: string, link: string): Deed {
  const { steps } = scene;
  const isSaid = async (): Promise<boolean> =>
    (await call(link, { method: 'GET' })).text.includes('<strong>Accepted</strong>');
  let isFirst = true;
  return {
    async attempt() {
      if (!isFirst && (await isSaid())) return true;
      isFirst = false;
      const pressed = await sendStepped(steps, 'press', `${link}/press`, { type: 'text/plain', body: ' ' });
      if (pressed === null) return false;
      const nonce = textIn(jsonOf({ ...pressed, headers: {} }), 'nonce');
      const type = 'application/x-www-form-urlencoded';
      return (
        (await sendStepped(steps, 'verdict', link, { type, body: `nonce=${nonce}&act=accept` })) !== null
      );
    },
    untilQuiet: () => untilQuiet(scene, email),
    async expectDone() {
      expect(await isSaid()).toBe(true);
      const lead = await leadOf(scene, email);
      expect(lead).toMatchObject({ stage: 'sal', handoffs: [{ verdict: { kind: 'accepted' } }] });
      await expectTold(scene, lead, [...handed, 'lead.accepted by webhook']);
    },
  };
}

async function linkIn(scene: Scene, email: string): Promise<string> {
  const deliveries = await deliveriesOf(scene, await leadOf(scene, email));
  const mail = deliveries.find((one) => one['channel'] === 'email') ?? {};
  const { text = '' } = await PostalMime.parse(scene.mails.came.get(textIn(mail, 'id'))?.[0] ?? '');
  return /Accept\W+(https?:\/\/\S+)/i.exec(text)?.[1] ?? '';
}

export const stories: readonly Story[] = [
  {
    name: 'a lead that qualifies, from its first byte to where all have heard of it',
    begin: (scene) => Promise.resolve(submitting(scene, newPerson())),
  },
  {
    name: 'a verdict by the link of a mail',
    async begin(scene) {
      const email = newPerson();
      await sendOne(scene, email);
      return accepting(scene, email, await linkIn(scene, email));
    },
  },
];

/** A lead that nothing happens to. Settles when all of it is told. */
async function sendOne(scene: Scene, email: string): Promise<void> {
  const answer = await scene.baton.submit(submission(qualified(email)));
  expect(answer.status).toBe(201);
  await untilQuiet(scene, email);
}

/** Leads at once that nothing happens to: what waits in their lanes goes before them, and no alarm has to look for it. */
export async function sendOthers(scene: Scene): Promise<void> {
  await Promise.all([1, 2, 3].map(() => sendOne(scene, newPerson())));
}

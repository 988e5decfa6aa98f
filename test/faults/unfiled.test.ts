// workerd is killed between the moment in which a submission is stored and the one in which it is filed: nothing of
// what was answered for is missing afterwards, and nothing is there twice.
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Baton, objectIn, qualified, startBaton, submission, textIn } from './baton.ts';
import { deskFile } from './desk-file.ts';
import { startReceiver } from './receiver.ts';
import { until } from './until.ts';

const atOnce = 20;

let baton: Baton;

beforeAll(async () => {
  baton = await startBaton([]);
});

afterAll(async () => {
  await baton.close();
});

type Counts = { readonly intake: number; readonly leads: number; readonly submissions: number };

/** What the file itself holds; for while workerd is gone. */
async function counts({ data }: Baton = baton): Promise<Counts> {
  const database = new DatabaseSync(await deskFile(data));
  const many = (table: string): number =>
    Number(database.prepare(`SELECT count(*) AS many FROM ${table}`).get()?.['many']);
  const found = { intake: many('intake'), leads: many('leads'), submissions: many('submissions') };
  database.close();
  return found;
}

test('a kill before handoffs are filed, and while they are told', async () => {
  let answer = (): void => undefined;
  const answering = new Promise<void>((resolve) => {
    answer = resolve;
  });
  const receiver = await startReceiver(answering);
  const one = await startBaton([{ id: 'crm', kind: 'webhook', url: receiver.url, on: ['lead.handed_off'] }]);
  try {
    const emails: string[] = [];
    let unfiled = 0;
    for (let round = 0; round < 10 && unfiled === 0; round += 1) {
      const people = Array.from({ length: atOnce }, (_, person) => `q${round}-${person}@x.example`);
      const answers = await Promise.all(people.map((email) => one.submit(submission(qualified(email)))));
      await one.instance.kill();
      expect(answers.map(({ status }) => status)).toEqual(people.map(() => 201));
      emails.push(...people);
      unfiled = (await counts(one)).intake;
      await one.instance.restart();
      expect(await one.isHealthy()).toBe(true);
    }
    expect(unfiled).toBeGreaterThan(0);
    answer();
    const told = await until('all of them are told', () => {
      const events = new Map(
        receiver.events.map(({ id, json }) => [
          id,
          textIn(objectIn(objectIn(json, 'data'), 'lead'), 'email'),
        ]),
      );
      return events.size >= emails.length && events;
    });
    // At least once each, under one id and in the same bytes.
    expect([...told.values()].toSorted()).toEqual(emails.toSorted());
    expect(new Set(receiver.events.map(({ body }) => body)).size).toBe(emails.length);
    const leads = await one.all('leads');
    expect(leads.map(({ stage }) => stage)).toEqual(emails.map(() => 'mql'));
    // Nobody was passed over: two people take turns.
    const owners = leads.map(({ owner }) => JSON.stringify(owner));
    const times = [...new Set(owners)].map((owner) => owners.filter((other) => other === owner).length);
    expect(times).toEqual([emails.length / 2, emails.length / 2]);
    await until('what came of them is written down', async () =>
      (await one.all('deliveries')).every(({ state }) => state === 'delivered'),
    );
    expect(one.bugs).toEqual([]);
  } finally {
    await one.close();
    await receiver.close();
  }
});

test('a kill before anything is filed', async () => {
  let sent = 0;
  let unfiled = 0;
  // Filing begins a moment after the last one came: a slow machine may be late with the kill, though not every time.
  for (let round = 0; round < 10 && unfiled === 0; round += 1) {
    const people = Array.from({ length: atOnce }, (_, person) => `p${round}-${person}@x.example`);
    const answers = await Promise.all(
      people.map((email) => baton.submit(submission({ email, size: '1-10', role: 'other' }))),
    );
    await baton.instance.kill();
    expect(answers.map(({ status }) => status)).toEqual(people.map(() => 201));
    sent += atOnce;
    const found = await counts();
    expect(found.submissions + found.intake).toBe(sent);
    unfiled = found.intake;
    await baton.instance.restart();
    expect(await baton.isHealthy()).toBe(true);
  }
  expect(unfiled).toBeGreaterThan(0);
  const leads = await baton.all('leads');
  expect(new Set(leads.map(({ email }) => email)).size).toBe(sent);
  expect(leads).toHaveLength(sent);
  expect(await baton.all('submissions')).toHaveLength(sent);
  await baton.instance.kill();
  expect(await counts()).toEqual({ intake: 0, leads: sent, submissions: sent });
  await baton.instance.restart();
  expect(baton.bugs).toEqual([]);
});

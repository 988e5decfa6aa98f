// workerd is killed between the moment in which a submission is stored and the one in which it is filed: nothing of
// what was answered for is missing afterwards, and nothing is there twice.
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Baton, startBaton, submission } from './baton.ts';
import { deskFile } from './desk-file.ts';

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
async function counts(): Promise<Counts> {
  const database = new DatabaseSync(await deskFile(baton.data));
  const many = (table: string): number =>
    Number(database.prepare(`SELECT count(*) AS many FROM ${table}`).get()?.['many']);
  const found = { intake: many('intake'), leads: many('leads'), submissions: many('submissions') };
  database.close();
  return found;
}

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

// Health is found out by storing something: while storage takes nothing, nobody is told that it does, and nothing is
// acknowledged. What is sent again afterwards is taken.
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Baton, qualified, startBaton, submission } from './baton.ts';
import { deskFile } from './desk-file.ts';

let baton: Baton;

beforeAll(async () => {
  baton = await startBaton([]);
});

afterAll(() => baton.close());

async function health(): Promise<{ readonly status: number; readonly body: unknown }> {
  const answer = await fetch(`${baton.instance.url}/healthz`);
  return { status: answer.status, body: await answer.json() };
}

test('while storage takes nothing Baton says so, and is well again afterwards', async () => {
  expect(await health()).toEqual({ status: 200, body: { ok: true } });
  const sent = submission(qualified('ada@x.example'));
  const database = new DatabaseSync(await deskFile(baton.data));
  try {
    // Nobody else can write until this is over.
    database.exec('BEGIN IMMEDIATE');
    expect(await health()).toEqual({ status: 503, body: { ok: false } });
    expect((await baton.submit(sent)).status).toBe(500);
    database.exec('ROLLBACK');
  } finally {
    database.close();
  }
  expect(await health()).toEqual({ status: 200, body: { ok: true } });
  expect((await baton.submit(sent)).status).toBe(201);
  expect(await baton.all('leads')).toHaveLength(1);
});

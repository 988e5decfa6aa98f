// A hundred people, each with a browser of their own, claim one lead in the same moment: one has it, all others are told
// who, and so does everybody who looks. Again and again, on the real process. BATON_FAULT_RUNS is how often.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { recordOf } from '../api/published-document.ts';
import { joinAs, ownerIn } from '../api/signed-in.ts';
import { smallWorkspace } from '../desk/small-workspace.ts';
import { type Baton, objectIn, objectsIn, qualified, startBaton, submission, textIn } from './baton.ts';

const asked = process.env['BATON_FAULT_RUNS'];
const rounds = Number(asked ?? 3);
const racers = 100;

let baton: Baton;
let cookies: readonly (readonly [email: string, cookie: string])[];

beforeAll(async () => {
  baton = await startBaton([]);
  const { instance } = baton;
  const stack = {
    instance,
    ask: (
      method: string,
      path: string,
      { owner = false, headers = {}, body }: Parameters<Parameters<typeof ownerIn>[0]['ask']>[2] = {},
    ) =>
      fetch(instance.url + path, {
        method,
        redirect: 'manual',
        headers: { ...(owner ? { authorization: `Bearer ${instance.ownerKey}` } : {}), ...headers },
        ...(body === undefined ? {} : { body }),
      }),
  };
  const admin = await ownerIn(stack, 'owner@race.example');
  const joined: (readonly [string, string])[] = [];
  for (let racer = 0; racer < racers; racer += 1) {
    const email = `racer${racer}@race.example`;
    joined.push([email, await joinAs(stack, admin, email, 'sales')]);
  }
  cookies = joined;
  // Nobody whom leads are meant for is there.
  const away = { away: [{ from: '2020-01-01', to: '2099-12-31' }] };
  const people = smallWorkspace.people.map((one) =>
    /^(ann|bob)@/.test(one.email) ? { ...one, ...away } : one,
  );
  await baton.api('/api/workspace', 'PUT', { format: 1, people });
}, 120_000);

afterAll(async () => {
  await baton.close();
  expect(baton.bugs).toEqual([]);
});

test(
  `one of ${racers} who claim a lead at once has it, ${rounds} times`,
  { timeout: 60_000 + rounds * 5_000 },
  async () => {
    const winners = new Set<string>();
    const begun = performance.now();
    for (let round = 0; round < rounds; round += 1) {
      const email = `lead${round}@claimed${round}.example`;
      expect((await baton.submit(submission(qualified(email)))).status).toBe(201);
      const [lead = {}] = await baton.all('leads', `&email=${email}`);
      const path = `${baton.instance.url}/api/leads/${textIn(lead, 'id')}/claim`;
      // Whoever sends first is mostly first.
      const first = (round * 37) % racers;
      const order = [...cookies.slice(first), ...cookies.slice(0, first)];
      const answers = await Promise.all(
        order.map(async ([racer, cookie]) => {
          const headers = { cookie, origin: baton.instance.url };
          const answer = await fetch(path, { method: 'POST', headers });
          return { racer, status: answer.status, said: recordOf(await answer.json()) };
        }),
      );
      const won = answers.filter(({ status }) => status === 200);
      expect(won.map(({ status }) => status)).toEqual([200]);
      const winner = won[0]?.racer ?? '';
      for (const { racer, status, said } of answers) {
        if (racer === winner) continue;
        expect(status).toBe(409);
        expect(textIn(said, 'detail')).toContain(winner);
      }
      const [after = {}] = await baton.all('leads', `&email=${email}`);
      expect(objectIn(after, 'owner')['email']).toBe(winner);
      expect(objectsIn(after, 'handoffs').filter(({ endedAt }) => endedAt === null)).toHaveLength(1);
      winners.add(winner);
    }
    expect(winners.size).toBeGreaterThan(1);
    if (asked !== undefined)
      console.log(
        `${rounds} rounds of ${racers} in ${Math.round((performance.now() - begun) / 1000)} s, ${winners.size} different winners`,
      );
  },
);

// The Desk with its host's own commits, on storage that refuses a statement or a commit now and then, and an instance
// that is gone at any moment: what was answered is there, and whatever is sent until it is answered is there once.
import * as fc from 'fast-check';
import { afterEach, expect, test, vi } from 'vitest';
import type { Arrival } from '../../apps/worker/src/desk/arrival.ts';
import type { Row } from '../../apps/worker/src/desk/sql.ts';
import { chanceFrom } from '../faults/chance.ts';
import { arrivalOf } from './desk-on-node.ts';
import { crash, hostOn, newWorld, pass, passUntil, type NodeHost, type World } from './host-on-node.ts';
import { smallWorkspace } from './small-workspace.ts';

afterEach(() => {
  vi.useRealTimers();
});

const workspace = { ...smallWorkspace, destinations: smallWorkspace.destinations.slice(0, 1) };
/** Long enough for all that was put down to be filed, ms. */
const idle = 1_000;

const step = fc.record({
  /** Before it is sent, ms. */
  pause: fc.constantFrom(0, 0, 0, 0, 1, 3, 8, 60),
  company: fc.nat({ max: 40 }),
  size: fc.constantFrom('51-500', '51-500', '1-10'),
  /** What storage refuses from now on, */
  refused: fc.oneof(
    { weight: 4, arbitrary: fc.constant(null) },
    {
      weight: 6,
      arbitrary: fc.constantFrom(
        'INSERT INTO attempts',
        'INSERT INTO leads',
        'INSERT INTO turns',
        'INSERT INTO intake (',
        'UPDATE deliveries',
        'COMMIT',
      ),
    },
  ),
  /** so often. */
  times: fc.constantFrom(1, 1, 1, 2),
});

/** Sends it as a browser does; notes whom it was about once that is answered. */
function send(host: NodeHost, arrival: Arrival, answered: Set<Arrival>): void {
  void host.submit(arrival).then(
    ({ kind }) => kind === 'stored' && answered.add(arrival),
    // It will be sent again.
    () => undefined,
  );
}

const rowsIn = ({ database }: World, statement: string): Row[] => database.prepare(statement).all();
const emailsIn = (world: World, statement: string): ReadonlySet<unknown> =>
  new Set(rowsIn(world, statement).map(({ email }) => email));
const emailOf = ({ answers }: Arrival): unknown => answers['email'];
const missingIn = (emails: ReadonlySet<unknown>, sent: Iterable<Arrival>): unknown[] =>
  [...sent].map(emailOf).filter((email) => !emails.has(email));

/** What was sent under each id. */
function bodiesOf({ sent }: World): ReadonlyMap<unknown, ReadonlySet<string>> {
  const bodies = new Map<unknown, Set<string>>();
  for (const { id, body } of sent) bodies.set(id, (bodies.get(id) ?? new Set()).add(body));
  return bodies;
}

test('what is answered is there, and once, whatever storage refuses', async () => {
  let unfiled = 0;
  let refusals = 0;
  let refusedCommits = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.integer(),
      fc.boolean(),
      fc.array(step, { minLength: 10, maxLength: 60, size: 'max' }),
      fc.constantFrom(0, 4, 55, idle),
      async (seed, mail, steps, last) => {
        const world = newWorld(chanceFrom(seed), mail);
        let refused = { what: '', times: 0 };
        world.refuses = (statement) => {
          if (refused.times === 0 || !statement.startsWith(refused.what)) return false;
          refused.times -= 1;
          refusals += 1;
          if (statement === 'COMMIT') refusedCommits += 1;
          return true;
        };
        const host = hostOn(world);
        expect(host.desk.importWorkspace(workspace)).toMatchObject({ ok: true });
        const sent: Arrival[] = [];
        const answered = new Set<Arrival>();
        for (const { pause, company, size, refused: what, times } of steps) {
          if (pause > 0) await pass(pause);
          if (what !== null) refused = { what, times };
          const email = `p${sent.length}@x${company}.example`;
          const arrival = arrivalOf({ email, size, role: 'manager', team: 12 });
          sent.push(arrival);
          send(host, arrival, answered);
          unfiled = Math.max(unfiled, host.desk.intake.unfiled);
        }
        refused = { what: '', times: 0 };
        await pass(last);
        // Nothing that storage took is forgotten until the next start.
        if (last === idle) expect(rowsIn(world, `SELECT id FROM intake WHERE failure IS NULL`)).toEqual([]);
        crash();

        const again = hostOn(world);
        expect(missingIn(emailsIn(world, `SELECT email FROM leads`), answered)).toEqual([]);
        for (const arrival of sent) if (!answered.has(arrival)) send(again, arrival, answered);
        await passUntil('all is answered', () => answered.size === sent.length, 5_000);
        const isOver = (): boolean =>
          rowsIn(world, `SELECT 1 FROM intake UNION ALL SELECT 1 FROM due WHERE kind = 'delivery'`).length ===
          0;
        await passUntil('all is filed and delivered', isOver, 10 * 60_000);

        const good = sent.filter(({ answers }) => answers['size'] === '51-500');
        const bodies = bodiesOf(world);
        const ids = new Set(rowsIn(world, `SELECT public_id AS id FROM deliveries`).map(({ id }) => id));
        expect({
          missing: missingIn(emailsIn(world, `SELECT email FROM leads`), sent),
          notHandedOff: missingIn(
            emailsIn(world, `SELECT email FROM leads WHERE id IN (SELECT lead FROM handoffs)`),
            good,
          ),
          submissions: rowsIn(world, `SELECT * FROM submissions`).length,
          twins: rowsIn(world, `SELECT email FROM leads GROUP BY email HAVING count(*) > 1`),
          twice: rowsIn(world, `SELECT lead FROM handoffs GROUP BY lead HAVING count(*) > 1`),
          untold: rowsIn(world, `SELECT id FROM handoffs WHERE delivered_at IS NULL`),
          undelivered: rowsIn(world, `SELECT id FROM deliveries WHERE state <> 'delivered'`),
          unsent: [...ids].filter((id) => !bodies.has(id)),
          unknown: [...bodies.keys()].filter((id) => !ids.has(id)),
          changed: [...bodies.values()].filter(({ size }) => size > 1),
          turns: rowsIn(world, `SELECT sum(weight) AS weights FROM turns HAVING sum(weight) <> 0`),
        }).toEqual({
          missing: [],
          notHandedOff: [],
          submissions: sent.length,
          twins: [],
          twice: [],
          untold: [],
          undelivered: [],
          unsent: [],
          unknown: [],
          changed: [],
          turns: [],
        });
        crash();
        world.database.close();
      },
    ),
    { numRuns: Number(process.env['BATON_MODEL_RUNS'] ?? 80) },
  );
  // It would prove nothing if all went to the tables, or if storage took everything.
  expect(unfiled).toBeGreaterThan(3);
  expect(refusals).toBeGreaterThan(refusedCommits);
  expect(refusedCommits).toBeGreaterThan(0);
});

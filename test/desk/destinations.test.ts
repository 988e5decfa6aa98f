// Destinations in hand: made, tested, paused, given another secret, removed; what was given up sent again. Nothing that is
// owed is lost by any of it.
import { isRecord } from '@baton/schema';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { arrivalOf, mondayMorning, nodeDesk, type NodeDesk } from './desk-on-node.ts';
import { smallWorkspace } from './small-workspace.ts';
import { allDeliveries, deliveryTo } from './views.ts';

const hook = 'https://crm.example/hook';
const hour = 3_600_000;
let people = 0;

function bench(): NodeDesk {
  const made = nodeDesk();
  made.desk.importWorkspace(smallWorkspace);
  return made;
}

function qualified(): Record<string, unknown> {
  people += 1;
  return { email: `ada${people}@engines.example`, size: '51-500', role: 'manager', team: 12 };
}

const listed = z.object({
  destinations: z.array(
    z.looseObject({
      id: z.string(),
      pausedAt: z.string().nullable(),
      disabledAt: z.string().nullable(),
      failing: z.looseObject({ failures: z.number(), rests: z.boolean() }).nullable(),
      waiting: z.number(),
      givenUp: z.number(),
      recent: z.array(z.looseObject({ state: z.string() })),
    }),
  ),
});

function crmOf({ desk }: NodeDesk): z.infer<typeof listed>['destinations'][number] {
  const found = listed
    .parse(JSON.parse(desk.destinations.list(true)))
    .destinations.find(({ id }) => id === 'crm');
  if (found === undefined) throw new Error('No such destination.');
  return found;
}

test('while a destination is paused, others go on and nothing of it is tried, over restarts and days', async () => {
  let made = bench();
  expect(made.desk.destinations.pause('crm', true, 'owner')).toBe(true);
  for (let count = 0; count < 3; count += 1) made.desk.intake.submit(arrivalOf(qualified()));
  await made.runUntil(mondayMorning + 100 * hour);
  made = made.restart();
  made.desk.alarm();
  await made.runUntil(mondayMorning + 150 * hour);
  expect(crmOf(made)).toMatchObject({ waiting: 3, givenUp: 0, pausedAt: '2027-01-04T09:00:00.000Z' });
  const others = allDeliveries(made).filter(({ to }) => to !== hook);
  expect(others.length).toBeGreaterThanOrEqual(6);
  expect(new Set(others.map(({ state }) => state))).toEqual(new Set(['delivered']));
  expect(made.sent).toEqual([]);

  expect(made.desk.destinations.pause('crm', false, 'owner')).toBe(true);
  await made.runUntil(mondayMorning + 151 * hour);
  expect(made.sent.map(({ target }) => target)).toEqual([hook, hook, hook]);
  expect(crmOf(made)).toMatchObject({ waiting: 0, pausedAt: null });
});

test('a delivery that failed before the pause has 72 hours before it afterwards', async () => {
  const made = bench();
  made.answer = ({ target }) =>
    target === hook ? { ok: false, code: 'http_500', status: 500 } : { ok: true, status: 200 };
  made.desk.intake.submit(arrivalOf(qualified()));
  await made.runUntil(mondayMorning + hour);
  const before = deliveryTo(made, hook).attempts.length;
  expect(before).toBeGreaterThan(2);
  expect(crmOf(made).failing).toMatchObject({ failures: before });
  made.desk.destinations.pause('crm', true, 'owner');
  await made.runUntil(mondayMorning + 400 * hour);
  expect(deliveryTo(made, hook)).toMatchObject({ state: 'waiting' });
  expect(deliveryTo(made, hook).attempts).toHaveLength(before);
  made.desk.destinations.pause('crm', false, 'owner');
  await made.runUntil(mondayMorning + 460 * hour);
  expect(deliveryTo(made, hook)).toMatchObject({ state: 'waiting' });
  made.answer = () => ({ ok: true, status: 200 });
  await made.runUntil(mondayMorning + 500 * hour);
  expect(deliveryTo(made, hook)).toMatchObject({ state: 'delivered' });
});

test('for a day after it was changed, the secret before signs too', async () => {
  const made = bench();
  made.desk.intake.submit(arrivalOf(qualified()));
  await made.settle();
  const [first] = made.sent.find(({ target }) => target === hook)?.secrets ?? [];
  const rotated = made.desk.destinations.rotate('crm', 'owner');
  expect(rotated).toMatchObject({ until: '2027-01-05T09:00:00.000Z' });
  const secretsNow = async (): Promise<readonly string[] | undefined> => {
    made.sent.length = 0;
    made.desk.intake.submit(arrivalOf(qualified()));
    await made.settle();
    return made.sent.find(({ target }) => target === hook)?.secrets;
  };
  expect(await secretsNow()).toEqual([rotated?.secret, first]);
  made.now += 24 * hour;
  expect(await secretsNow()).toEqual([rotated?.secret]);
  expect(JSON.stringify(made.desk.destinations.list(true))).not.toContain('whsec_');
  expect(JSON.stringify(made.desk.changes({ limit: 50 }))).not.toContain('whsec_');
});

test('a new webhook tells its secret once, and a changed one keeps it', async () => {
  const made = bench();
  const given = { kind: 'webhook', url: 'https://new.example/hook', on: ['lead.handed_off'] };
  const saved = made.desk.destinations.save('new', given, 'owner');
  expect(saved).toMatchObject({ kind: 'saved', secret: expect.stringMatching(/^whsec_/), warnings: [] });
  expect(
    made.desk.destinations.save('new', { ...given, on: ['lead.received', 'lead.handed_off'] }, 'owner'),
  ).toMatchObject({
    kind: 'saved',
    secret: null,
  });
  made.desk.intake.submit(arrivalOf(qualified()));
  await made.settle();
  const told = saved.kind === 'saved' ? saved.secret : null;
  expect(made.sent.find(({ target }) => target === given.url)?.secrets).toEqual([told]);
});

test('what cannot be a destination is refused by its own place', () => {
  const made = bench();
  expect(
    made.desk.destinations.save('x', { kind: 'webhook', url: 'nowhere', tiers: ['none'] }, 'owner'),
  ).toEqual({
    kind: 'invalid',
    issues: [expect.objectContaining({ code: 'bad_url', path: ['url'] })],
  });
  expect(made.desk.destinations.save('x', 'text', 'owner').kind).toBe('invalid');
  expect(made.desk.destinations.pause('x', true, 'owner')).toBe(false);
  expect(made.desk.destinations.remove('x', 'owner')).toBe(false);
  expect(made.desk.destinations.test('x', 'Ada')).toBeNull();
});

test('what waits for a destination that is removed is given up, visibly', async () => {
  const made = bench();
  made.answer = ({ target }) =>
    target === hook ? { ok: false, code: 'timeout', status: null } : { ok: true, status: 200 };
  made.desk.intake.submit(arrivalOf(qualified()));
  made.desk.destinations.pause('crm', true, 'owner');
  made.desk.intake.submit(arrivalOf(qualified()));
  await made.settle();
  expect(made.desk.destinations.remove('crm', 'owner')).toBe(true);
  await made.runUntil(mondayMorning + 100 * hour);
  const gone = allDeliveries(made).filter(({ to }) => to === hook);
  expect(gone.map(({ state }) => state)).toEqual(['dead', 'dead']);
  expect(gone.every(({ attempts }) => attempts.at(-1)?.error === 'destination_removed')).toBe(true);
  const sent = made.sent.length;
  made.desk.intake.submit(arrivalOf(qualified()));
  await made.settle();
  expect(made.sent.slice(sent).some(({ target }) => target === hook)).toBe(false);
});

test('everything that was given up goes out again, of one destination or of all', async () => {
  const made = bench();
  made.answer = () => ({ ok: false, code: 'mail_refused', status: 550, permanent: true });
  for (let count = 0; count < 3; count += 1) made.desk.intake.submit(arrivalOf(qualified()));
  await made.settle();
  expect(crmOf(made)).toMatchObject({ givenUp: 3, waiting: 0 });
  const lost = allDeliveries(made).filter(({ state }) => state === 'dead').length;
  made.answer = () => ({ ok: true, status: 200 });
  expect(made.desk.destinations.replayAll('crm', 'owner')).toEqual({ replayed: 3, more: false });
  await made.runUntil(made.now + hour);
  expect(crmOf(made)).toMatchObject({ givenUp: 0 });
  expect(made.desk.destinations.replayAll(null, 'owner')).toEqual({ replayed: lost - 3, more: false });
  await made.runUntil(made.now + hour);
  expect(new Set(allDeliveries(made).map(({ state }) => state))).toEqual(new Set(['delivered']));
  expect(made.desk.destinations.replayAll(null, 'owner')).toEqual({ replayed: 0, more: false });
});

test('a test goes out once, signed, says what it is, and leaves nothing behind', async () => {
  const made = bench();
  const result = await made.desk.destinations.test('crm', 'Ada');
  expect(result).toMatchObject({ kind: 'tried', ok: true, status: 200, error: null });
  const [message] = made.sent;
  expect(JSON.parse(message?.body ?? '')).toMatchObject({
    type: 'baton.test',
    data: { destination: 'crm', by: 'Ada' },
  });
  expect(message?.secrets).toHaveLength(1);
  made.answer = () => ({ ok: false, code: 'http_500', status: 500 });
  expect(await made.desk.destinations.test('crm', 'Ada')).toMatchObject({
    ok: false,
    status: 500,
    error: 'http_500',
  });
  expect(allDeliveries(made)).toEqual([]);
  await made.runUntil(mondayMorning + hour);
  expect(made.sent).toHaveLength(2);
  for (let count = 0; count < 70; count += 1) await made.desk.destinations.test('crm', 'Ada');
  expect(await made.desk.destinations.test('crm', 'Ada')).toEqual({ kind: 'too_many' });
});

test('who did what to a destination stands in the audit', () => {
  const made = bench();
  made.desk.destinations.pause('crm', true, 'person:ada@x.example');
  made.desk.destinations.pause('crm', true, 'person:ada@x.example');
  made.desk.destinations.rotate('crm', 'owner');
  made.desk.destinations.remove('crm', 'owner');
  const actions = made.desk
    .changes({ limit: 50 })
    .filter((change) => isRecord(change) && change.subject === 'crm')
    .map(({ action, author }) => `${action} ${author}`);
  expect(actions.toSorted()).toEqual([
    'destination.added owner',
    'destination.paused person:ada@x.example',
    'destination.removed owner',
    'destination.secret_rotated owner',
  ]);
});

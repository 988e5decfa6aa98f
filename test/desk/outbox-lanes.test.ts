// A destination that is down costs itself only: who shares the outbox with it does not notice, and what it is owed
// keeps to its schedule.
import { expect, test } from 'vitest';
import type { Message, SendResult } from '../../apps/worker/src/channels/channel.ts';
import type { DeliveryLine } from '../../apps/worker/src/log.ts';
import { clockwork } from './clockwork.ts';
import { arrivalOf, mondayMorning, nodeDesk, type NodeDesk } from './desk-on-node.ts';
import { smallWorkspace } from './small-workspace.ts';
import { deliveryTo } from './views.ts';

const asked = process.env['BATON_FAULT_RUNS'];
/** What a destination is owed that was down. */
const count = Number(asked ?? 90);
const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const crmTarget = 'https://crm.example/hook';
const logTarget = 'https://log.example/hook';
const delivered: SendResult = { ok: true, status: 200 };
const hung: SendResult = { ok: false, code: 'timeout', status: null };
const failed: SendResult = { ok: false, code: 'http_500', status: 500 };

function ready(destinations: readonly object[] = smallWorkspace.destinations): NodeDesk {
  const bench = nodeDesk({ mail: false });
  bench.desk.importWorkspace({ ...smallWorkspace, destinations });
  return bench;
}

/** Hands off so many new leads. */
function handOff(bench: NodeDesk, count: number, name = 'lead'): void {
  for (let lead = 0; lead < count; lead += 1) {
    const email = `${name}${lead}@x.example`;
    bench.desk.intake.submit(arrivalOf({ email, size: '51-500', role: 'manager', team: 12 }));
  }
}

function crm(message: Message): boolean {
  return message.target === crmTarget;
}

function linesTo(bench: NodeDesk, target: string): DeliveryLine[] {
  return bench.lines.filter((line) => line.baton === 'delivery').filter((line) => line.to === target);
}

/** How many tries to a target there were, at most, at once. */
function counting(bench: NodeDesk, answer: (message: Message) => Promise<SendResult>): Map<string, number> {
  const now = new Map<string, number>();
  const most = new Map<string, number>();
  bench.answer = async (message) => {
    const running = (now.get(message.target) ?? 0) + 1;
    now.set(message.target, running);
    most.set(message.target, Math.max(most.get(message.target) ?? 0, running));
    try {
      return await answer(message);
    } finally {
      now.set(message.target, (now.get(message.target) ?? 1) - 1);
    }
  };
  return most;
}

test('a target that hangs from the start holds one connection and nobody else up', async () => {
  const bench = ready();
  const clock = clockwork(bench);
  const most = counting(bench, (message) =>
    clock.after(crm(message) ? 10 * second : 5, crm(message) ? hung : delivered),
  );
  handOff(bench, 50);
  await clock.runUntil(mondayMorning + second);
  expect(linesTo(bench, logTarget).filter((line) => line.state === 'delivered')).toHaveLength(50);
  await clock.runUntil(mondayMorning + 10 * minute);
  expect(most.get(crmTarget)).toBe(1);
  expect(most.get(logTarget)).toBe(4);
});

test('a target that answers is called by four at once, one that stops answering by one', async () => {
  const bench = ready();
  const clock = clockwork(bench);
  let down = false;
  const most = counting(bench, () => clock.after(50, down ? failed : delivered));
  handOff(bench, 40);
  await clock.runUntil(mondayMorning + minute);
  expect(most.get(crmTarget)).toBe(4);
  down = true;
  handOff(bench, 40, 'late');
  await clock.runUntil(bench.now + 200);
  most.clear();
  await clock.runUntil(bench.now + minute);
  expect(most.get(crmTarget)).toBe(1);
});

test('after five failures in a row a lane rests between its tries, a tenth of the time it has failed', async () => {
  const bench = ready();
  const clock = clockwork(bench);
  bench.answer = (message) => clock.after(100, crm(message) ? failed : delivered);
  handOff(bench, 200);
  await clock.runUntil(mondayMorning + 10 * minute);
  const begun = bench.sent.filter(crm).map((message) => message.now);
  const pauses = begun.slice(1).map((at, index) => at - (begun[index] ?? 0) - 100);
  expect(pauses.slice(0, 4)).toEqual([0, 0, 0, 0]);
  expect(pauses[4]).toBe(100);
  const rests = pauses.slice(4, -1);
  expect(rests.every((rest, index) => index === 0 || rest >= (rests[index - 1] ?? 0))).toBe(true);
  expect(rests.at(-1)).toBe(5 * second);
});

test('what was postponed goes out as soon as the target is back', async () => {
  const bench = ready();
  const clock = clockwork(bench);
  const back = mondayMorning + 20 * second;
  bench.answer = (message) => clock.after(20, crm(message) && bench.now < back ? failed : delivered);
  handOff(bench, 400);
  await clock.runUntil(back);
  const tried = new Set(bench.sent.filter(crm).map((message) => message.id));
  expect(tried.size).toBeLessThan(100);
  await clock.runUntil(back + 5 * second);
  const got = linesTo(bench, crmTarget).filter((line) => line.state === 'delivered');
  expect(got.filter((line) => !tried.has(line.id))).toHaveLength(400 - tried.size);
  await clock.runUntil(back + hour);
  expect(linesTo(bench, crmTarget).filter((line) => line.state === 'delivered')).toHaveLength(400);
});

test('no try comes before the wait that was drawn for it, nor long after, though a hundred share the lane', async () => {
  const bench = ready();
  const clock = clockwork(bench);
  bench.answer = (message) => clock.after(20, crm(message) ? failed : delivered);
  handOff(bench, 100);
  await clock.runUntil(mondayMorning + 24 * hour);
  const last = new Map<string, DeliveryLine>();
  const late: number[] = [];
  const starts = bench.sent.filter(crm);
  linesTo(bench, crmTarget).forEach((line, index) => {
    const due = last.get(line.id)?.nextAt;
    last.set(line.id, line);
    const at = starts[index]?.now ?? Number.NaN;
    if (due === undefined || due === null) return;
    expect(at).toBeGreaterThanOrEqual(Date.parse(due));
    late.push(at - Date.parse(due));
  });
  expect(late.length).toBeGreaterThan(400);
  expect(Math.max(...late)).toBeLessThan(15 * minute);
  expect([...last.values()].every((line) => line.state === 'waiting' && line.attempt >= 5)).toBe(true);
});

test('all that a dead target is owed ends visibly dead, not before 72 hours of trying and not long after', async () => {
  const bench = ready();
  const clock = clockwork(bench);
  bench.answer = (message) => clock.after(crm(message) ? 10 * second : 5, crm(message) ? hung : delivered);
  handOff(bench, 60);
  await clock.runUntil(mondayMorning + 120 * hour);
  const ends = linesTo(bench, crmTarget).filter((line) => line.state === 'dead');
  expect(ends).toHaveLength(60);
  for (const end of ends) {
    const tries = bench.sent.filter((message) => message.id === end.id).map((message) => message.now);
    expect((tries.at(-1) ?? 0) - (tries[0] ?? 0)).toBeGreaterThanOrEqual(72 * hour);
    expect((tries.at(-1) ?? 0) - (tries[0] ?? 0)).toBeLessThan(90 * hour);
  }
  // Nothing is left to try; that forms are looked at each hour goes on.
  expect(bench.sql.all(`SELECT kind FROM due WHERE kind <> 'watch'`)).toEqual([]);
});

test(
  `after 72 hours in which a destination was down, all of ${count} are delivered, under one id and with the same bytes`,
  asked === undefined ? {} : { timeout: 60_000 + count * 200 },
  async () => {
    const bench = ready();
    const clock = clockwork(bench);
    const back = mondayMorning + 72 * hour;
    bench.answer = (message) =>
      crm(message) && bench.now < back ? clock.after(second, failed) : clock.after(5, delivered);
    // Some from the beginning, some while nothing gets through.
    const hours = 9;
    for (let part = 0; part < hours; part += 1) {
      handOff(
        bench,
        Math.ceil((count * (part + 1)) / hours) - Math.ceil((count * part) / hours),
        `at${part}lead`,
      );
      await clock.runUntil(mondayMorning + (part + 1) * 7 * hour);
    }
    await clock.runUntil(back);
    expect(linesTo(bench, crmTarget).filter((line) => line.state === 'delivered')).toEqual([]);
    await clock.runUntil(back + 24 * hour);
    const bytes = new Map<string, Set<string>>();
    for (const { id, body } of bench.sent.filter(crm)) bytes.set(id, (bytes.get(id) ?? new Set()).add(body));
    expect(bytes.size).toBe(count);
    expect([...bytes.values()].every((bodies) => bodies.size === 1)).toBe(true);
    const states = bench.sql.all(
      `SELECT state, count(*) AS count FROM deliveries WHERE target = ? GROUP BY state`,
      crmTarget,
    );
    expect(states).toEqual([{ state: 'delivered', count }]);
    if (asked !== undefined) {
      const times = bench.sent.filter(crm).map(({ now }) => now);
      const [tries, last] = [times.length, Math.max(...times)];
      console.log(
        `${count} deliveries in ${tries} tries, the last ${Math.round((last - back) / minute)} min after it was back`,
      );
    }
  },
);

test('targets that hang share two places, however many they are', async () => {
  const dead = Array.from({ length: 12 }, (_, index) => `https://dead${index}.example/hook`);
  const bench = ready([
    ...dead.map((url, index) => ({ id: `dead${index}`, kind: 'webhook', url, on: ['lead.handed_off'] })),
    { id: 'well', kind: 'webhook', url: logTarget, on: ['lead.handed_off'] },
  ]);
  const clock = clockwork(bench);
  bench.answer = (message) =>
    clock.after(
      message.target === logTarget ? 5 : 10 * second,
      message.target === logTarget ? delivered : hung,
    );
  handOff(bench, 1);
  await clock.runUntil(mondayMorning + minute);
  let most = 0;
  for (let at = 1; at <= 600; at += 1) {
    await clock.runUntil(mondayMorning + minute + at * second);
    most = Math.max(most, clock.under());
  }
  expect(most).toBe(2);
  const tried = new Set(
    bench.sent.filter((message) => message.now > mondayMorning + minute).map((one) => one.target),
  );
  expect(tried.size).toBe(12);
});

test('a delivery that is due now is not behind ten thousand that a dead target has been owed for longer', async () => {
  const bench = ready();
  const clock = clockwork(bench);
  bench.answer = (message) => clock.after(crm(message) ? 10 * second : 5, crm(message) ? hung : delivered);
  handOff(bench, 1);
  await clock.runUntil(mondayMorning + second);
  bench.sql.run(
    `WITH RECURSIVE more(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM more WHERE n < 10000)
     INSERT INTO deliveries (public_id, type, channel, destination, target, body, state, attempts, created_at)
     SELECT 'msg_' || n, 'lead.handed_off', 'webhook', 'crm', ?, '{}', 'waiting', 0, ? FROM more`,
    crmTarget,
    mondayMorning,
  );
  bench.sql.run(
    `INSERT INTO due (kind, subject, at, lane) SELECT 'delivery', id, created_at, target FROM deliveries WHERE body = '{}'`,
  );
  // A restart, as after a deploy: whatever it was doing is forgotten, and all of it is due.
  const after = bench.restart();
  const next = clockwork(after);
  let healthyFails = true;
  after.answer = (message) =>
    next.after(crm(message) ? 10 * second : 5, crm(message) || healthyFails ? hung : delivered);
  handOff(after, 1, 'new');
  await next.runUntil(after.now + 20);
  healthyFails = false;
  const due = Date.parse(deliveryTo(after, logTarget).nextAt ?? '');
  await next.runUntil(due + 20);
  expect(deliveryTo(after, logTarget)).toMatchObject({ state: 'delivered' });
  const last = after.sent.findLast((message) => message.target === logTarget);
  expect(last?.now).toBe(due);
  expect(after.sent.filter(crm).length).toBeLessThanOrEqual(2);
});

test('all that a disabled destination will not have are put away without a call', async () => {
  const bench = ready();
  const clock = clockwork(bench);
  bench.answer = (message) =>
    clock.after(5, crm(message) ? { ok: false, code: 'gone', status: 410, gone: true } : delivered);
  handOff(bench, 300);
  await clock.runUntil(mondayMorning + minute);
  expect(bench.sent.filter(crm)).toHaveLength(1);
  expect(linesTo(bench, crmTarget).filter((line) => line.state === 'disabled')).toHaveLength(300);
});

test('a mail that one recipient refuses does not slow the mail of others', async () => {
  const bench = nodeDesk();
  bench.desk.importWorkspace({ ...smallWorkspace, destinations: [] });
  const clock = clockwork(bench);
  bench.answer = (message) =>
    clock.after(
      30,
      message.target === 'ann@baton.example'
        ? { ok: false, code: 'smtp_450', status: 450, ofMessage: true }
        : delivered,
    );
  handOff(bench, 60);
  await clock.runUntil(mondayMorning + 2 * second);
  expect(linesTo(bench, 'bob@baton.example').filter((line) => line.state === 'delivered')).toHaveLength(30);
  expect(linesTo(bench, 'ann@baton.example').length).toBeGreaterThanOrEqual(30);
});

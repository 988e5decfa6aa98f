// The weekly report: once a week, at the opening hour, over restarts, to those who want it, with the numbers of the API.
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { numbersOf } from '@baton/review';
import { arrivalOf, mondayMorning, nodeDesk, type NodeDesk } from './desk-on-node.ts';
import { smallWorkspace } from './small-workspace.ts';

const hour = 3_600_000;
const day = 24 * hour;
/** 09:00 in Berlin, when the doors open. */
const nextMonday = mondayMorning + 7 * day - hour;

const mailSchema = z.object({
  subject: z.string(),
  text: z.string(),
  html: z.string(),
  unsubscribe: z.string().optional(),
});

function reports({ sent }: NodeDesk) {
  return sent.flatMap(({ target, body, createdAt }) => {
    if (target.includes('//')) return [];
    const mail = mailSchema.parse(JSON.parse(body));
    return mail.unsubscribe === undefined ? [] : [{ to: target, at: createdAt, ...mail }];
  });
}

function begun(): NodeDesk {
  const bench = nodeDesk();
  expect(bench.desk.importWorkspace(smallWorkspace).ok).toBe(true);
  return bench;
}

function send({ desk }: NodeDesk, email: string): void {
  const answers = { email, name: 'Ada <b>Lovelace</b>', size: '51-500', role: 'manager', team: 3 };
  expect(desk.submit(arrivalOf(answers, { visit: { utm_source: 'google' } })).kind).toBe('stored');
}

describe('the weekly report', () => {
  test('comes on Monday when the doors open, once, to both teams', async () => {
    let bench = begun();
    send(bench, 'ada@engines.example');
    await bench.runUntil(nextMonday - 1);
    expect(reports(bench)).toEqual([]);
    await bench.runUntil(nextMonday + hour);
    const all = ['cmo', 'vp', 'ann', 'bob'].map((name) => `${name}@baton.example`);
    expect(reports(bench).map(({ to }) => to)).toEqual(all);
    expect(reports(bench).every(({ at }) => at === nextMonday)).toBe(true);
    bench = bench.restart();
    await bench.runUntil(nextMonday + 3 * day);
    expect(reports(bench)).toEqual([]);
    await bench.runUntil(nextMonday + 7 * day);
    expect(reports(bench).length).toBe(4);
    expect(reports(bench)[0]?.text).toContain('No leads came in this week.');
  });

  test('tells the numbers of the API for that week, in words that nobody else wrote', async () => {
    const bench = begun();
    for (let count = 0; count < 6; count += 1) send(bench, `ada@engines${count}.example`);
    await bench.runUntil(nextMonday + hour);
    const [mail] = reports(bench);
    const { desk } = bench;
    const reading = desk.review.reading();
    while (reading?.step() === true) continue;
    const week = { from: '2027-01-04', to: '2027-01-10' };
    let numbers: ReturnType<typeof numbersOf>['numbers'] = [];
    desk.review.answer({ ...week, by: 'lead', filter: {}, team: [] }, (asked) => {
      ({ numbers } = numbersOf(asked, asked.period));
      return {};
    });
    const answer = desk.reports.view('2027-01-11');
    const report = z
      .object({
        week: z.object({ from: z.string(), to: z.string() }),
        leads: z.number(),
        numbers: z.array(
          z.object({ id: z.string(), value: z.number().nullable(), of: z.number(), says: z.string() }),
        ),
      })
      .parse(answer.kind === 'done' ? JSON.parse(answer.text) : null);
    expect(report).toMatchObject({ week, leads: 6 });
    expect(report.numbers.map(({ id, value, of }) => ({ id, value, of }))).toEqual(
      numbers.map(({ id, value, of }) => ({ id, value, of })),
    );
    for (const { says } of report.numbers) expect(mail?.text).toContain(says);
    expect(mail?.html).not.toContain('<b>Lovelace');
  });

  test('brings ten leads to talk about in the first week of a month, the same to everybody', async () => {
    const bench = begun();
    for (let count = 0; count < 15; count += 1) send(bench, `ada@engines${count}.example`);
    await bench.runUntil(Date.parse('2027-02-01T09:00:00Z'));
    const [first, second] = reports(bench).filter(({ at }) => at > Date.parse('2027-01-31T00:00:00Z'));
    const told = (text: string | undefined): string[] => (text ?? '').match(/\/inbox\/lead_\S+/g) ?? [];
    // January’s leads did not come in the week that is told of, so the sample comes with a week of leads.
    expect(told(first?.text)).toEqual(told(second?.text));
  });

  test('stops by one click for who clicks, and nobody else', async () => {
    const bench = begun();
    send(bench, 'ada@engines.example');
    await bench.runUntil(nextMonday + hour);
    const [mail] = reports(bench);
    const token = mail?.unsubscribe?.split('/quiet/')[1] ?? '';
    expect(bench.desk.alerts.quietCard(token)).toEqual({ act: 'stop', stopped: false });
    expect(bench.desk.alerts.stopAtOnce(token)).toBe(true);
    expect(bench.desk.alerts.quietCard(token)).toEqual({ act: 'stop', stopped: true });
    const before = reports(bench).length;
    await bench.runUntil(nextMonday + 7 * day + hour);
    expect(
      reports(bench)
        .slice(before)
        .map(({ to }) => to),
    ).not.toContain(mail?.to);
    expect(reports(bench).length).toBe(before + 3);
  });

  test('does not outlive the people that it names', async () => {
    const bench = begun();
    send(bench, 'ada@engines.example');
    await bench.runUntil(nextMonday + hour);
    bench.sql.run(
      `UPDATE deliveries SET body = body || (SELECT public_id FROM leads) WHERE type = 'review.report'`,
    );
    const [lead] = bench.sql.all(`SELECT public_id FROM leads`);
    expect(bench.desk.hands.erase(String(lead?.['public_id']), 'owner').kind).toBe('done');
    expect(bench.sql.all(`SELECT id FROM deliveries WHERE type = 'review.report'`)).toEqual([]);
  });
});

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
  expect(desk.intake.submit(arrivalOf(answers, { visit: { utm_source: 'google' } })).kind).toBe('stored');
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

  test('brings ten leads to talk about in the first report of a month, the same to everybody who looks', async () => {
    let bench = begun();
    for (let count = 0; count < 40; count += 1) send(bench, `ada@engines${count}.example`);
    await bench.settle();
    const handoffs = bench.sql.all(`SELECT public_id, owner FROM handoffs ORDER BY id`);
    for (const [place, row] of handoffs.entries()) {
      if (place % 4 === 3) continue;
      const verdict =
        place % 4 === 0
          ? ({ kind: 'accepted' } as const)
          : ({ kind: 'rejected', reason: 'too_small', note: null } as const);
      const by = `person:${String(row['owner'])}`;
      expect(bench.desk.hands.verdict(String(row['public_id']), by, verdict).kind).toBe('done');
    }
    await bench.runUntil(Date.parse('2027-02-01T09:00:00Z'));
    const mails = reports(bench).filter(({ at }) => at > Date.parse('2027-01-31T00:00:00Z'));
    const links = mails.map(({ text }) => text.match(/\/inbox\/lead_\S+/g) ?? []);
    // Nobody came in the week that is told of; the month before has its leads all the same.
    expect(mails.map(({ text }) => text.includes('No leads came in this week.'))).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(links.map(({ length }) => length)).toEqual([10, 10, 10, 10]);
    expect(new Set(links.map((ten) => ten.join(' '))).size).toBe(1);
    const [text = ''] = mails.map((mail) => mail.text);
    const kinds = text.match(/^ {2}(Rejected|Accepted|Not answered): Ada/gm) ?? [];
    expect(kinds.toSorted()).toEqual([
      ...Array.from({ length: 3 }, () => '  Accepted: Ada'),
      ...Array.from({ length: 3 }, () => '  Not answered: Ada'),
      ...Array.from({ length: 4 }, () => '  Rejected: Ada'),
    ]);
    expect(text).toContain('LEADS OF JANUARY 2027 TO TALK ABOUT');
    expect(text).toMatch(
      /Rejected: Ada <b>Lovelace<\/b>, \S+\n {4}Company too small · mql, with (Ann|Bob)\n/,
    );
    expect(text).toContain('Lead quality: Look at 10 leads of January 2027 together');

    // The month decides, not the moment: after a restart, and later in the week, it is the same ten.
    const sampleOn = (day: string): readonly string[] => {
      const reading = bench.desk.review.reading();
      while (reading?.step() === true) continue;
      const answer = bench.desk.reports.view(day);
      return (
        z
          .object({ sample: z.object({ leads: z.array(z.object({ lead: z.string() })) }).nullable() })
          .parse(answer.kind === 'done' ? JSON.parse(answer.text) : null)
          .sample?.leads.map(({ lead }) => lead) ?? []
      );
    };
    const told = links[0]?.map((link) => link.replace('/inbox/', ''));
    expect(sampleOn('2027-02-01')).toEqual(told);
    bench = bench.restart();
    send(bench, 'grace@later.example');
    await bench.runUntil(bench.now + 2 * day);
    expect(sampleOn('2027-02-03')).toEqual(told);
    expect(sampleOn('2027-02-08')).toEqual([]);
  });

  test('says what there is to decide together, each with where that is done', async () => {
    const bench = begun();
    send(bench, 'ada@engines.example');
    await bench.settle();
    const [lead] = bench.sql.all(`SELECT public_id FROM leads`);
    const writer = { by: 'person:ann@baton.example', side: 'sales' } as const;
    const note = { text: 'Which size did they mean?', to: 'marketing', field: null } as const;
    expect(bench.desk.hands.writeNote(String(lead?.['public_id']), writer, note).kind).toBe('done');
    bench.sql.run(`UPDATE handoffs SET breached_at = ?, deadline_in_force = ?`, bench.now, bench.now);
    await bench.runUntil(nextMonday + hour);
    const [mail] = reports(bench);
    const agenda = mail?.text.split('FOR THE MEETING')[1]?.split('\n\n')[0] ?? '';
    expect(agenda).toContain(
      'Missed target: Follow-up within the deadline: 0% · target 90% · nothing the week before\n    https://',
    );
    expect(agenda).toContain('Open questions: one question to answer');
    expect(agenda).toContain('Breaches: Say why one deadline was missed');
    expect(agenda).toContain('/review?from=2027-01-04&to=2027-01-10&number=follow_up');
    expect(agenda).not.toContain('/review/calibration');
  });

  test('leads to the agreement and to what outcomes say when it is time to look at it again', async () => {
    const bench = nodeDesk();
    const agreement = { ...smallWorkspace.agreement, review: { every: 'month' } };
    expect(bench.desk.importWorkspace({ ...smallWorkspace, agreement }).ok).toBe(true);
    send(bench, 'ada@engines.example');
    await bench.runUntil(nextMonday + 14 * day + hour);
    const mail = reports(bench).at(-1);
    expect(mail?.text).toContain('Review is near: Look at the agreement again');
    expect(mail?.text).toMatch(/What outcomes say: .*\n {4}\S+\/review\/calibration/);
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

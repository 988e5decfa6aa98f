// Alerts as the Desk finds, tells, mutes and ends them, hour by hour.
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { reviewAlertsShape } from '../../apps/worker/src/openapi/review-alert-shapes.ts';
import { nodeDesk, type NodeDesk } from './desk-on-node.ts';
import { smallWorkspace } from './small-workspace.ts';

const hour = 3_600_000;
const day = 24 * hour;
/** Sunday 28 February 2027, midnight. */
const start = Date.parse('2027-02-28T00:00:00Z');

const reviewAlerts = reviewAlertsShape();

const alerts = z.object({
  alerts: z.array(
    z.looseObject({
      id: z.string(),
      what: z.string(),
      closedWhy: z.string().nullable(),
      muted: z.boolean(),
      says: z.array(z.string()),
      evidence: z.looseObject({ kind: z.string() }),
    }),
  ),
  mutes: z.array(z.looseObject({ form: z.string(), what: z.string() })),
});

function told(bench: NodeDesk): z.infer<typeof alerts> {
  const answer = bench.desk.alerts.list();
  const text: unknown = answer.kind === 'done' ? JSON.parse(answer.text) : null;
  // What the API says that it tells.
  reviewAlerts.parse(text);
  return alerts.parse(text);
}

/** Days of a form that is seen a hundred times, begun by half, and sent by so many. */
function fillDays({ sql }: NodeDesk, from: number, days: number, sent: number, version = 1): void {
  for (let at = from; at < from + days * day; at += day) {
    const on = new Date(at).toISOString().slice(0, 10);
    for (const [event, count] of [
      ['view', 200],
      ['start', 100],
    ] as const)
      sql.run(
        `INSERT INTO counts (form, version, day, event, step, count) VALUES ('demo', ?, ?, ?, '', ?)
         ON CONFLICT DO UPDATE SET count = count + excluded.count`,
        version,
        on,
        event,
        count,
      );
    sql.run(
      `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)
       INSERT INTO submissions (public_id, secret, form, version, final, answers, visit, state, agreement, reply, at, updated_at)
       SELECT 'sub_' || lower(hex(randomblob(8))), lower(hex(randomblob(16))), 'demo', ?, 1, '{}',
         json_object('utm_source', CASE i % 2 WHEN 0 THEN 'google' ELSE 'news' END,
           'facts', json_object('device', CASE i % 2 WHEN 0 THEN 'phone' ELSE 'desktop' END)),
         'nurture', 1, '{}', ? + 28800000 + i * ?, ? FROM n`,
      sent,
      version,
      at,
      Math.floor((8 * hour) / sent),
      at,
    );
  }
}

/** Eight quiet weeks, and the hourly look planned. */
function watched(): NodeDesk {
  const bench = nodeDesk({ now: start - 63 * day });
  expect(bench.desk.importWorkspace(smallWorkspace).ok).toBe(true);
  fillDays(bench, start - 63 * day, 63, 40);
  bench.now = start;
  bench.desk.alerts.ensureWatch(start);
  return bench;
}

function mails({
  sent,
}: NodeDesk): { readonly to: string; readonly subject: string; readonly text: string }[] {
  return sent.flatMap(({ target, body }) => {
    if (target.includes('//')) return [];
    const mail = z.object({ subject: z.string(), text: z.string() }).parse(JSON.parse(body));
    return mail.subject.startsWith('Alert') ? [{ to: target, ...mail }] : [];
  });
}

describe('a drop', () => {
  test('is told once to those who are to be told, over restarts, and ends when it is over', async () => {
    let bench = watched();
    await bench.runUntil(start + hour);
    expect(told(bench).alerts).toEqual([]);
    fillDays(bench, start, 4, 10);
    await bench.runUntil(start + 2 * day);
    expect(mails(bench).map(({ to }) => to)).toEqual(['cmo@baton.example']);
    expect(mails(bench)[0]?.subject).toContain('of those who begin it');
    const sent = mails(bench).length;
    bench = bench.restart();
    await bench.runUntil(start + 4 * day);
    expect(sent + mails(bench).length).toBe(1);
    const [alert] = told(bench).alerts;
    expect(alert).toMatchObject({ what: 'completions', closedWhy: null });
    fillDays(bench, start + 4 * day, 4, 40);
    await bench.runUntil(start + 8 * day);
    expect(told(bench).alerts).toMatchObject([{ what: 'completions', closedWhy: 'recovered' }]);
    expect(mails(bench)).toEqual([]);
  });

  test('names the version that came before it', async () => {
    const bench = watched();
    bench.sql.run(
      `INSERT INTO form_versions (form, version, document, context, hash, at, author, note)
       SELECT form, 2, document, context, hash, ?, 'person:cmo@baton.example', 'Asks for a phone' FROM form_versions`,
      start + 5 * hour,
    );
    fillDays(bench, start, 2, 8, 2);
    await bench.runUntil(start + 2 * day);
    const [alert] = told(bench).alerts;
    expect(alert?.says.join(' ')).toContain('Version 2 stands out');
    expect(alert?.says.join(' ')).toContain('version 2 was published by Mia Marketing');
  });

  test('names the source that stays away', async () => {
    const bench = watched();
    fillDays(bench, start, 2, 20);
    bench.sql.run(
      `UPDATE submissions SET visit = json_set(visit, '$.utm_source', 'news') WHERE at >= ?`,
      start,
    );
    await bench.runUntil(start + 2 * day);
    expect(told(bench).alerts[0]?.says.join(' ')).toContain('The source google stands out');
  });

  test('is told again when it is worse, at most once a day', async () => {
    const bench = watched();
    fillDays(bench, start, 3, 20);
    fillDays(bench, start + 3 * day, 4, 1);
    await bench.runUntil(start + 7 * day);
    expect(mails(bench).length).toBeGreaterThan(1);
    expect(mails(bench).length).toBeLessThan(5);
    expect(told(bench).alerts.filter(({ what }) => what === 'completions').length).toBe(1);
  });
});

describe('silence', () => {
  test('is told in the day, says that the form is still seen, and ends with the next lead', async () => {
    const bench = watched();
    bench.sql.run(
      `INSERT INTO counts (form, version, day, event, step, count) VALUES ('demo', 1, '2027-02-28', 'view', '', 50)`,
    );
    await bench.runUntil(start + 2 * day);
    const silence = told(bench).alerts.find(({ what }) => what === 'silence');
    expect(silence?.says.join(' ')).toContain('It was seen 50 times and never begun');
    fillDays(bench, start + 2 * day, 1, 40);
    await bench.runUntil(start + 3 * day);
    expect(told(bench).alerts.find(({ what }) => what === 'silence')).toMatchObject({
      closedWhy: 'recovered',
    });
  });
});

describe('muted', () => {
  test('it is told to nobody, by a link that changes nothing until somebody presses', async () => {
    const bench = watched();
    fillDays(bench, start, 10, 10);
    await bench.runUntil(start + 2 * day);
    const [mail] = mails(bench);
    const token = /\/quiet\/(\S+)/.exec(mail?.text ?? '')?.[1] ?? '';
    const { alerts: desk } = bench.desk;
    expect(desk.quietCard(token)).toMatchObject({ act: 'mute', muted: null });
    expect(desk.pressQuiet(token, 'forged', 'form:ever')).toBe(false);
    expect(told(bench).mutes).toEqual([]);
    expect(desk.pressQuiet(token, desk.quietNonce(token) ?? '', 'form:ever')).toBe(true);
    expect(told(bench)).toMatchObject({ alerts: [{ muted: true }], mutes: [{ form: 'demo', what: '*' }] });
    expect(desk.quietCard(`${token}x`)).toBe(null);
    const before = mails(bench).length;
    fillDays(bench, start + 10 * day, 5, 40);
    fillDays(bench, start + 15 * day, 3, 5);
    await bench.runUntil(start + 18 * day);
    expect(mails(bench).length).toBe(before);
    expect(told(bench).alerts.length).toBeGreaterThan(1);
    expect(desk.unmute('demo', '*', 'owner').kind).toBe('done');
    await bench.runUntil(start + 18 * day + 2 * hour);
    expect(mails(bench).length).toBe(before + 1);
  });
});

test('many at once are told in one', async () => {
  const bench = watched();
  for (let copy = 1; copy <= 6; copy += 1) {
    const form = `copy${copy}`;
    bench.sql.run(
      `INSERT INTO forms SELECT ?, position + ?, version FROM forms WHERE id = 'demo'`,
      form,
      copy,
    );
    bench.sql.run(
      `INSERT INTO counts SELECT ?, version, day, event, step, count FROM counts WHERE form = 'demo'`,
      form,
    );
  }
  for (const form of ['copy1', 'copy2', 'copy3', 'copy4', 'copy5', 'copy6'])
    bench.sql.run(
      `INSERT INTO counts VALUES (?, 1, '2027-02-28', 'view', '', 400), (?, 1, '2027-02-28', 'start', '', 2)`,
      form,
      form,
    );
  fillDays(bench, start, 1, 40);
  await bench.runUntil(start + 4 * hour);
  expect(mails(bench).map(({ subject }) => subject)).toEqual(['Alert: 6 alerts about your forms']);
});

test('where nothing is counted any more nothing is looked at, and the next submission begins anew', async () => {
  const bench = watched();
  bench.sql.run(`DELETE FROM counts`);
  bench.sql.run(`DELETE FROM submissions`);
  await bench.runUntil(start + 2 * hour);
  expect(bench.wakeAt).toBe(Infinity);
});

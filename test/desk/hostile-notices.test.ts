// Everything that is ever told to somebody, with the same hostile text wherever anybody could have written it: answers,
// campaigns, notes, reasons, names of people, teams, forms and companies, cells of files. In no mail is it markup, a link
// or a header, in Slack no mention and no link, in Teams no function and no Markdown, and in a webhook nothing but a string.
import { eventTypes } from '@baton/workspace';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { mailSchema } from '../../apps/worker/src/channels/mail.ts';
import type { Message } from '../../apps/worker/src/channels/channel.ts';
import { historyMapSchema } from '../../apps/worker/src/desk/history/history-map.ts';
import { lateWorkspace } from './clocks/late-workspace.ts';
import { arrivalOf, mondayMorning, nodeDesk, type NodeDesk } from './desk-on-node.ts';
import { hostileTexts } from './example-notice.ts';
import { hostileWorkspace } from './hostile-workspace.ts';
import { leadOf, stored } from './views.ts';

const slack = 'https://hooks.slack.com/services/T0/B0/secret';
const teams = 'https://rampline.example/workflows/1?sig=secret';
const hook = 'https://crm.example/hook';
const list = 'list@baton.example';
const destinations = [
  { id: 'slack', kind: 'slack', url: slack, on: eventTypes },
  { id: 'teams', kind: 'teams', url: teams, on: eventTypes },
  { id: 'list', kind: 'email', to: list, on: eventTypes },
  { id: 'crm', kind: 'webhook', url: hook, on: eventTypes },
];
const owner = { kind: 'owner', workspace: 'main' } as const;
const hour = 3_600_000;
const day = 24 * hour;
/** 09:00 in Berlin, when the report goes out. */
const nextMonday = mondayMorning + 7 * day - hour;
const [ada, home, cy] = ['ada@engines.example', 'ada.l@post.example', 'cy@third.example'];

/** The others are refused before anybody is told. */
const storable = hostileTexts.filter((text) => !/[\0\ud800]/.test(text));

function workspaceWith(text: string): object {
  const hostile = hostileWorkspace(text);
  const late = lateWorkspace();
  const { escalate } = late.agreement;
  const admin = { email: 'admin@baton.example', name: text, party: 'admin' };
  return {
    ...hostile,
    people: [...hostile.people, admin],
    destinations,
    agreement: { ...hostile.agreement, escalate },
  };
}

function send(bench: NodeDesk, email: string, text: string): void {
  bench.now += 20_000;
  const journal = { url: text, referrer: text, utm_source: text, utm_medium: text, utm_campaign: text };
  const answers = { email, name: text, firm: text, note: text, size: '51-500', role: 'manager', team: 3 };
  const behaviours = [{ path: `/pricing/${text}`, at: bench.now }];
  stored(bench.desk.intake.submit(arrivalOf(answers, { journal, visit: journal, behaviours })));
}

function openHandoff(bench: NodeDesk, email: string): string {
  return String(leadOf(bench, email).handoffs.find((one) => one['endedAt'] === null)?.id);
}

/** Days on which a form is sent, and then hardly: with campaigns of that name. */
function fall({ sql, now }: NodeDesk, text: string): void {
  const start = Math.floor(now / day) * day;
  for (let ago = 40; ago >= -1; ago -= 1) {
    const at = start - ago * day;
    sql.run(
      `INSERT INTO counts (form, version, day, event, step, count) VALUES ('demo', 1, ?1, 'view', '', 200), ('demo', 1, ?1, 'start', '', 100)
       ON CONFLICT DO UPDATE SET count = excluded.count`,
      new Date(at).toISOString().slice(0, 10),
    );
    sql.run(
      `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)
       INSERT INTO submissions (public_id, secret, form, version, final, answers, visit, state, agreement, reply, at, updated_at)
       SELECT 'sub_' || lower(hex(randomblob(8))), lower(hex(randomblob(16))), 'demo', 1, 1, '{}',
         json_object('utm_source', CASE WHEN i % 2 THEN ? ELSE 'news' END), 'nurture', 1, '{}', ? + i * 60000, ? FROM n`,
      ago > 1 ? 40 : 6,
      text,
      at,
      at,
    );
    sql.run(
      `INSERT INTO accepted (day, count, erased) VALUES (?1, (SELECT count(*) FROM submissions WHERE final = 1 AND at / ${day} = ?1), 0)
       ON CONFLICT (day) DO UPDATE SET count = excluded.count`,
      Math.floor(at / day),
    );
  }
}

/** Everything that anybody is told of. */
async function goThrough(bench: NodeDesk, text: string): Promise<void> {
  const { desk } = bench;
  const { hands, companies, history } = desk.as(owner);
  for (const email of [ada, home, cy]) send(bench, email, text);
  await bench.settle();
  // What a lead in hand does more.
  send(bench, ada, text);
  await bench.runUntil(bench.now + 11 * 60_000);
  hands.writeNote(leadOf(bench, ada).id, { text, to: 'marketing', field: null });
  desk.clocks.assign(leadOf(bench, cy).id, 'person:vp@baton.example', {
    to: 'bob@baton.example',
    note: text,
  });
  // Merged, one of two open handoffs gives way.
  const merged = hands.merge(leadOf(bench, ada).id, leadOf(bench, home).id);
  expect(merged.kind).toBe('done');
  companies.save('engines.example', { list: text.slice(0, 60), tier: null, name: text, owner: null });
  // Reminded of, late, and passed on.
  await bench.runUntil(bench.now + 7 * hour);
  const late = bench.sql.all(`SELECT public_id FROM handoffs WHERE breached_at IS NOT NULL`);
  expect(late.length).toBeGreaterThan(0);
  desk.clocks.giveReason(String(late[0]?.['public_id']), 'owner', 'other', text);
  hands.verdict(openHandoff(bench, cy), { kind: 'rejected', reason: 'too_small', note: text });
  hands.verdict(openHandoff(bench, ada), { kind: 'accepted' });
  const step = { amount: null, currency: null, reason: text, correct: false } as const;
  for (const stage of ['contacted', 'lost'] as const)
    hands.moveStage(leadOf(bench, ada).id, { ...step, stage });
  // Files of theirs.
  const cells = (email: string): string[] => [email, text, text, '2025-03-01'];
  const header = ['Mail', 'Name', 'Source', 'Day'];
  const rows = ['past@one.example', 'past@two.example'].map((email, at) => ({
    line: at + 2,
    cells: cells(email),
  }));
  const map = historyMapSchema.parse({
    attributes: { email: 'Mail', name: 'Name' },
    times: { created: 'Day' },
    source: 'Source',
  });
  const begun = history.start({ name: text.slice(0, 100), digest: 'd', rows: rows.length, header, map });
  if (begun.kind !== 'done') throw new Error(JSON.stringify(begun));
  expect(history.take(String(JSON.parse(begun.text).id), 0, rows).kind).toBe('done');
  hands.importLeads({
    origin: 'event',
    detail: text.slice(0, 100),
    columns: { email: 'Mail', name: 'Name' },
    key: null,
    header,
    rows: [{ line: 2, cells: cells('badge@event.example') }],
  });
  // A destination that fails for good is told of, a form that falls, and the week.
  bench.answer = ({ target }) =>
    target === slack
      ? { ok: false, code: 'http_404', status: 404, permanent: true }
      : { ok: true, status: 200 };
  send(bench, 'dee@fourth.example', text);
  await bench.settle();
  bench.answer = () => ({ ok: true, status: 200 });
  fall(bench, text);
  desk.alerts.ensureWatch(bench.now);
  await bench.runUntil(bench.now + 3 * hour);
  bench.now = nextMonday;
  await bench.runUntil(nextMonday + hour);
}

const harmless = /^(?:https:\/\/baton\.example(?:\/|$)|mailto:[\w.]+@[\w.]+$)/;

function checkMail({ body }: Message): void {
  const { subject, html } = mailSchema.parse(JSON.parse(body));
  expect(subject).not.toMatch(/[\r\n\0\u202a-\u202e\u2066-\u2069]/);
  expect(html).not.toMatch(/<(?:script|img|iframe|svg|base|form|at|link|object)\b/i);
  expect([...html.matchAll(/<style/g)]).toHaveLength(1);
  expect([...html.matchAll(/\son\w+=/gi)].filter(([found]) => isInTag(html, found))).toEqual([]);
  const links = [...html.matchAll(/href="([^"]*)"/g)].map((match) => match[1] ?? '');
  expect(links.filter((link) => !harmless.test(link))).toEqual([]);
}

/** Escaped, it stands between tags. */
function isInTag(html: string, found: string): boolean {
  const at = html.indexOf(found);
  return html.lastIndexOf('<', at) > html.lastIndexOf('>', at);
}

function checkSlack({ body }: Message): void {
  expect(body).not.toMatch(/[<>]|"type":"mrkdwn"|"mrkdwn"(?!:false)|"emoji":true/);
  const urls = [...body.matchAll(/"url":"([^"]*)"/g)].map((match) => match[1] ?? '');
  expect(urls.filter((url) => !harmless.test(url))).toEqual([]);
}

const card = z.looseObject({ type: z.string().optional() });

function checkTeams({ body }: Message): void {
  expect(body).not.toMatch(/\{\{/);
  const urls = [...body.matchAll(/"url":"([^"]*)"/g)].map((match) => match[1] ?? '');
  expect(urls.filter((url) => !harmless.test(url))).toEqual([]);
  const blocks: string[] = [];
  JSON.parse(body, (_, value: unknown) => {
    const read = card.safeParse(value);
    if (read.success && (read.data.type === 'TextBlock' || read.data.type === 'FactSet'))
      blocks.push(String(read.data['text']));
    return value;
  });
  // What stands in these is read as Markdown.
  expect(blocks.filter((block) => block !== 'Why')).toEqual([]);
}

test.each(storable)('wherever %j could have been written, it is told as text', async (text) => {
  const bench = nodeDesk();
  expect(bench.desk.importWorkspace(workspaceWith(text))).toMatchObject({ ok: true });
  await goThrough(bench, text);
  const rows = bench.sql.all(`SELECT DISTINCT type FROM deliveries`);
  const types = new Set(rows.map((row) => String(row['type'])));
  const ours = ['handoff.reminder', 'baton.alert', 'review.report', 'note.asked'];
  expect([...eventTypes, ...ours].filter((type) => !types.has(type))).toEqual([]);
  for (const message of bench.sent) {
    if (message.target === slack) checkSlack(message);
    else if (message.target === teams) checkTeams(message);
    else if (message.target.includes('//')) expect(() => JSON.parse(message.body)).not.toThrow();
    else checkMail(message);
  }
  expect(bench.lines.filter((line) => line.baton === 'bug')).toEqual([]);
});

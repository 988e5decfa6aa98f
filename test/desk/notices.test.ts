// What people are told, from the submission to the frozen bytes: believable where it should be, and text where
// somebody tries to be more.
import PostalMime from 'postal-mime';
import { expect, test } from 'vitest';
import { mailSchema, type Mail } from '../../apps/worker/src/channels/mail.ts';
import type { Message } from '../../apps/worker/src/channels/channel.ts';
import { createMailChannel } from '../../apps/worker/src/channels/mail.ts';
import { createSmtpMailer } from '../../apps/worker/src/channels/smtp.ts';
import { takingMail } from '../faults/channels/mail-sides.ts';
import { arrivalOf, nodeDesk, type NodeDesk } from './desk-on-node.ts';
import { hostileTexts } from './example-notice.ts';
import { hostileWorkspace } from './hostile-workspace.ts';
import { smallWorkspace } from './small-workspace.ts';

const slackTarget = 'https://hooks.slack.com/services/T0/B0/secret';
const teamsTarget = 'https://rampline.example/workflows/1?sig=secret';
const everything = ['lead.handed_off', 'lead.received', 'lead.accepted', 'lead.rejected'];
const destinations = [
  { id: 'slack', kind: 'slack', url: slackTarget, on: everything },
  { id: 'teams', kind: 'teams', url: teamsTarget, on: everything },
  { id: 'list', kind: 'email', to: 'list@baton.example', on: everything },
];
const answers = { email: 'ada@engines.example', name: 'Ada', size: '51-500', role: 'manager', team: 12 };

function ready(workspace: object = smallWorkspace): NodeDesk {
  const bench = nodeDesk();
  expect(bench.desk.importWorkspace({ ...workspace, destinations })).toMatchObject({
    ok: true,
    warnings: [],
  });
  return bench;
}

function sentTo(bench: NodeDesk, target: string): Message[] {
  return bench.sent.filter((message) => message.target === target);
}

function mailOf(message: Message | undefined): Mail {
  return mailSchema.parse(JSON.parse(message?.body ?? 'null'));
}

test('a handoff is told to the owner, to a list, to Slack and to Teams, each with links of its own', async () => {
  const bench = ready();
  const journal = { url: 'https://www.x.example/demo?a=1', utm_source: 'google', utm_medium: 'cpc' };
  bench.desk.intake.submit(
    arrivalOf(answers, { journal, behaviours: [{ path: '/pricing', at: bench.now }] }),
  );
  await bench.settle();
  const owner = bench.sent.find((message) => /^(ann|bob)@/.test(message.target));
  const mail = mailOf(owner);
  expect(mail.subject).toBe('HOT 75: Ada, engines.example');
  for (const text of [
    'Follow up by Monday 4 January, 10:15 (Berlin time)',
    'Company size: 51–500',
    'google · cpc',
  ]) {
    expect(mail.text).toContain(text);
  }
  expect(mail.text).not.toContain('Work e-mail: ada@engines.example');
  const link = /https:\/\/baton\.example\/v\/[\w.-]+/g;
  const bodies = [
    owner,
    ...[slackTarget, teamsTarget, 'list@baton.example'].map((target) => sentTo(bench, target)[0]),
  ];
  const links = bodies.map((message) => new Set(message?.body.match(link)));
  for (const own of links) expect(own.size).toBe(3);
  expect(new Set(links.flatMap((own) => [...own])).size).toBe(12);
});

test('a lead in hand that sends again is told to its owner in the same thread, with where to see it', async () => {
  const bench = ready();
  bench.desk.intake.submit(arrivalOf(answers));
  await bench.settle();
  const first = bench.sent.find((message) => /^(ann|bob)@/.test(message.target));
  bench.now += 60_000;
  bench.desk.intake.submit(arrivalOf({ ...answers, team: 40 }));
  await bench.runUntil(bench.now + 600_000);
  const again = mailOf(sentTo(bench, first?.target ?? '')[1]);
  expect(again.inReplyTo).toBe(first?.id);
  expect(again.subject).toBe('Ada, engines.example: sent “Request a demo”');
  expect(again.text).toMatch(/Open the lead: https:\/\/baton\.example\/v\//);
  expect(again.text).toContain('Team size: 40');
});

test('a log never shows the address with which anybody could write into a chat', async () => {
  const bench = ready();
  bench.desk.intake.submit(arrivalOf(answers));
  await bench.settle();
  const lines = JSON.stringify(bench.lines);
  expect(lines).toContain('https://hooks.slack.com/…');
  expect(lines).not.toMatch(/services\/T0|sig=/);
});

test('a verdict is told in words wherever it was asked for', async () => {
  const bench = ready();
  bench.desk.intake.submit(arrivalOf(answers));
  await bench.settle();
  const accept =
    /https:\/\/baton\.example\/v\/([\w.-]+)/.exec(sentTo(bench, slackTarget)[0]?.body ?? '')?.[1] ?? '';
  const nonce = bench.desk.verdicts.nonce(accept) ?? '';
  const verdict = { kind: 'rejected', reason: 'too_small', note: 'Two people.\nIn a shed.' } as const;
  expect(bench.desk.verdicts.give(accept, nonce, verdict)).toMatchObject({ kind: 'done' });
  await bench.settle();
  const mail = mailOf(sentTo(bench, 'list@baton.example').at(-1));
  expect(mail.subject).toBe('Rejected: Ada, engines.example');
  expect(mail.text).toContain('slack has rejected this lead: Company too small.');
  expect(mail.text).toContain('slack: Two people.\n    In a shed.');
  expect(sentTo(bench, teamsTarget).at(-1)?.body).toContain(
    'slack has rejected this lead: Company too small.',
  );
});

const mailboxes = new Set(['ann@baton.example', 'bob@baton.example', 'list@baton.example']);

// The others are refused before anybody is told.
const storable = hostileTexts.filter((text) => !/[\0\ud800]/.test(text));

test.each(storable)('written everywhere, %j does nothing in a mail, in Slack or in Teams', async (text) => {
  const bench = ready(hostileWorkspace(text));
  const journal = { url: text, referrer: text, utm_source: text, utm_medium: text, utm_campaign: text };
  const hostile = { ...answers, name: text, note: text };
  const result = bench.desk.intake.submit(
    arrivalOf(hostile, { journal, behaviours: [{ path: `/pricing/${text}`, at: bench.now }] }),
  );
  expect(result.kind).toBe('stored');
  await bench.settle();
  for (const message of bench.sent.filter(({ target }) => mailboxes.has(target))) {
    const { subject, html } = mailOf(message);
    expect(subject).not.toMatch(/[\r\n\0\u202e]/);
    expect(html).not.toMatch(/<(?:script|img|iframe|svg|base|form)\b/i);
    expect([...html.matchAll(/<style/g)]).toHaveLength(1);
    const links = [...html.matchAll(/href="([^"]*)"/g)].map((match) => match[1] ?? '');
    expect(
      links.filter((link) => !/^(https:\/\/baton\.example\/v\/|mailto:ada@engines\.example$)/.test(link)),
    ).toEqual([]);
  }
  expect(sentTo(bench, slackTarget)[0]?.body).not.toMatch(/[<>]|"mrkdwn"(?!:false)/);
  expect(sentTo(bench, teamsTarget)[0]?.body).not.toMatch(/\{\{D|\}\}"|"TextBlock","text":"(?!Why")/);
});

test('a name that would add a header is a name', async () => {
  const bench = ready();
  bench.desk.intake.submit(arrivalOf({ ...answers, name: 'Ada\r\nBcc: eve@evil.example\r\nX-Canary: 1' }));
  await bench.settle();
  const frozen = bench.sent.find((message) => /^(ann|bob)@/.test(message.target));
  const server = await takingMail();
  try {
    const channel = createMailChannel(
      createSmtpMailer({ url: server.mailbox, from: 'Baton\r\nX-Canary: 1 <baton@rampline.example>' }),
    );
    if (frozen === undefined) throw new Error('Nobody was written to.');
    expect(await channel.send(frozen)).toMatchObject({ ok: true });
    const [recipient = '', ...lines] = (server.received[0] ?? '').split('\n');
    expect(recipient).toBe(frozen.target);
    const mail = await PostalMime.parse(lines.join('\n'));
    expect(mail.to).toEqual([{ name: '', address: frozen.target }]);
    expect(mail.bcc ?? []).toEqual([]);
    expect(mail.headers.map(({ key }) => key)).not.toContain('x-canary');
    expect(mail.subject).toBe('MQL 60: Ada Bcc: eve@evil.example X-Canary: 1, engines.example');
    expect(mail.messageId).toBe(`<${frozen.id}@rampline.example>`);
  } finally {
    await server.close();
  }
});

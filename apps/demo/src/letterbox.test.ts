import { createTransport } from 'nodemailer';
import { Webhook } from 'standardwebhooks';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Letterbox, startLetterbox } from './letterbox.ts';
import { demoWebhookSecret } from './workspace.ts';

let letterbox: Letterbox;

beforeEach(async () => {
  letterbox = await startLetterbox({
    port: 0,
    smtpPort: 0,
    secrets: [demoWebhookSecret],
    form: 'http://site.example/demo',
  });
});
afterEach(() => letterbox.close());

const body = '{"type":"lead.handed_off","timestamp":"2026-11-20T09:00:00Z","data":{"tier":"hot"}}';

async function post(
  sent: string,
  signature: Partial<{ secret: string; over: string; at: Date }> = {},
): Promise<Response> {
  const at = signature.at ?? new Date();
  const signed = new Webhook(signature.secret ?? demoWebhookSecret).sign('msg_1', at, signature.over ?? sent);
  return fetch(`${letterbox.url}/webhook`, {
    method: 'POST',
    body: sent,
    headers: {
      'content-type': 'application/json',
      'webhook-id': 'msg_1',
      'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
      'webhook-signature': signed,
    },
  });
}

test('a mail sent over SMTP is held with its subject, people, text and HTML', async () => {
  const mail = createTransport(letterbox.smtpUrl);
  await mail.sendMail({
    from: '"Baton" <baton@rampline.example>',
    to: 'amelie@rampline.example',
    bcc: 'viktor@rampline.example',
    subject: 'Fünf neue Gründe',
    text: 'Zum Lesen',
    html: '<p>Zum <b>Lesen</b></p>',
  });
  expect(await letterbox.arrival(() => true)).toMatchObject({
    kind: 'email',
    number: 1,
    from: 'Baton <baton@rampline.example>',
    to: ['amelie@rampline.example', 'viktor@rampline.example'],
    subject: 'Fünf neue Gründe',
    text: expect.stringContaining('Zum Lesen'),
    html: expect.stringContaining('<b>Lesen</b>'),
  });
});

test('a mail server that wants a password gets any', async () => {
  const { hostname, port } = new URL(letterbox.smtpUrl);
  const mail = createTransport({ host: hostname, port: Number(port), auth: { user: 'x', pass: 'y' } });
  await mail.sendMail({ from: 'a@rampline.example', to: 'b@rampline.example', subject: 'In', text: 'x' });
  expect(letterbox.received).toMatchObject([{ kind: 'email', subject: 'In', html: null }]);
});

test('a signed webhook is verified and accepted', async () => {
  expect((await post(body)).status).toBe(204);
  expect(letterbox.received).toMatchObject([
    {
      kind: 'webhook',
      verified: true,
      problem: null,
      id: 'msg_1',
      type: 'lead.handed_off',
      body: { data: { tier: 'hot' } },
    },
  ]);
});

test.each([
  ['changed by one character', body.replace('hot', 'hop'), { over: body }],
  ['signed with another secret', body, { secret: 'whsec_c29tZWJvZHkgZWxzZSBhbHRvZ2V0aGVyLCBub3QgdXM=' }],
  ['signed an hour ago', body, { at: new Date(Date.now() - 3_600_000) }],
])('a webhook %s is shown as invalid and refused', async (_, sent, signature) => {
  expect((await post(sent, signature)).status).toBe(401);
  expect(letterbox.received).toMatchObject([{ verified: false, problem: expect.any(String), raw: sent }]);
});

test('a webhook without any signature is refused, and one that is not JSON is shown as it came', async () => {
  const unsigned = await fetch(`${letterbox.url}/webhook`, { method: 'POST', body });
  expect(unsigned.status).toBe(401);
  expect((await post('<not json>')).status).toBe(204);
  expect(letterbox.received[1]).toMatchObject({ verified: true, body: null, type: null, raw: '<not json>' });
});

test('the time since the event is told where the webhook says when that was', async () => {
  await post(JSON.stringify({ type: 'x', timestamp: new Date().toISOString() }));
  await post('{"type":"x"}');
  const [timed, untimed] = letterbox.received;
  expect(timed?.sinceEventMs).toBeLessThan(5_000);
  expect(untimed?.sinceEventMs).toBeNull();
});

test('arrivals can be read as JSON and followed as they come', async () => {
  await post(body);
  const events = await fetch(`${letterbox.url}/events`);
  const reader = events.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  const readUntil = async (wanted: string): Promise<void> => {
    while (!text.includes(wanted)) text += (await reader?.read())?.value ?? '';
  };
  await readUntil('id: 1\n');
  await post(body.replace('hot', 'mql'));
  await readUntil('id: 2\n');
  await reader?.cancel();
  const arrivals: unknown = await (await fetch(`${letterbox.url}/arrivals`)).json();
  expect(arrivals).toEqual(letterbox.received);
});

test('it keeps the last five hundred', async () => {
  for (let sent = 0; sent < 501; sent += 1) await post(body);
  expect(letterbox.received).toHaveLength(500);
  expect(letterbox.received[0]?.number).toBe(2);
});

test('the page allows no inline script and a mail’s HTML may run and fetch nothing', async () => {
  const page = await fetch(letterbox.url);
  expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(page.headers.get('content-security-policy')).not.toContain('unsafe');
  expect(await page.text()).not.toMatch(/<script>|\son\w+=|style=/);
  const mail = createTransport(letterbox.smtpUrl);
  await mail.sendMail({
    from: 'a@b.example',
    to: 'c@d.example',
    subject: 'x',
    html: '<script>alert(1)</script>',
  });
  const preview = await fetch(`${letterbox.url}/mail/1`);
  expect(preview.headers.get('content-security-policy')).toMatch(/default-src 'none'.*sandbox/);
  expect(preview.headers.get('content-security-policy')).not.toMatch(/allow-scripts|script-src/);
});

test('the empty page says where the form is, as text', async () => {
  await letterbox.close();
  letterbox = await startLetterbox({
    port: 0,
    smtpPort: 0,
    secrets: [],
    form: 'http://x.example/"><script>',
  });
  expect(await (await fetch(letterbox.url)).text()).toContain('http://x.example/&#34;&#62;&#60;script&#62;');
});

test('what is no page of its own is refused', async () => {
  const refused = async (path: string, method = 'GET'): Promise<number> =>
    (await fetch(letterbox.url + path, { method })).status;
  expect(await refused('/mail/7')).toBe(404);
  expect(await refused('/..%2fworkspace.ts')).toBe(404);
  expect(await refused('/webhook')).toBe(405);
  expect(await refused('/', 'POST')).toBe(405);
});

test('a taken port is said plainly and leaves nothing listening', async () => {
  const port = Number(new URL(letterbox.url).port);
  await expect(startLetterbox({ port, smtpPort: 0, secrets: [] })).rejects.toThrow(`Port ${port} is taken.`);
});

test('waiting for what never comes ends with an error', async () => {
  await expect(letterbox.arrival(() => true, 20)).rejects.toThrow('Nothing of the kind arrived');
});

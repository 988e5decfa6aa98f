// What leaves for services that are not ours, in the shape they ask for.
import { expect, test } from 'vitest';
import * as z from 'zod';
import { Webhook } from 'standardwebhooks';
import type { Channel, Message } from '../../../apps/worker/src/channels/channel.ts';
import { createMailChannel } from '../../../apps/worker/src/channels/mail.ts';
import { createResendMailer } from '../../../apps/worker/src/channels/resend.ts';
import { createSlackChannel } from '../../../apps/worker/src/channels/slack.ts';
import { createWebhookChannel } from '../../../apps/worker/src/channels/webhook.ts';
import { secret } from './contract.ts';
import { startServer, type Incoming, type Says } from './http-side.ts';
import { from, mail } from './mail-sides.ts';

async function sent(
  says: Says,
  make: (url: string) => Channel,
  message: Partial<Message>,
): Promise<Incoming> {
  const server = await startServer(says);
  try {
    const now = Date.now();
    const base = { id: 'msg_1', target: server.url, body: '{}', secrets: [secret], createdAt: now, now };
    expect(await make(server.url).send({ ...base, ...message })).toMatchObject({ ok: true });
    const [incoming] = server.received;
    if (incoming === undefined) throw new Error('Nothing came in.');
    return incoming;
  } finally {
    await server.close();
  }
}

const here = { allowPrivate: true, trusted: [] };

test('Resend gets the key, the delivery as idempotency key, and our own Message-ID', async () => {
  const make = (url: string): Channel =>
    createMailChannel(createResendMailer({ key: 're_key', from, url: `${url}/emails` }, fetch));
  const request = await sent({ status: 200, body: '{"id":"1"}' }, make, {
    target: 'ann@rampline.example',
    body: mail,
  });
  expect(request.path).toBe('/emails');
  expect(request.headers).toMatchObject({
    authorization: 'Bearer re_key',
    'idempotency-key': 'msg_1',
    'content-type': 'application/json',
  });
  const body = z.record(z.string(), z.unknown()).parse(JSON.parse(request.body));
  expect(body).toMatchObject({
    from: '"Baton at Rampline" <baton@rampline.example>',
    to: ['ann@rampline.example'],
    subject: 'HOT 84: Ada, Engines',
    headers: {
      'Message-ID': '<msg_1@rampline.example>',
      'In-Reply-To': '<msg_earlier@rampline.example>',
      'Auto-Submitted': 'auto-generated',
    },
  });
});

test('Slack gets the frozen bytes and no signature', async () => {
  const body = '{"text":"HOT 84 – Zoë"}';
  const request = await sent({ status: 200, body: 'ok' }, () => createSlackChannel(here, fetch), { body });
  expect(request.body).toBe(body);
  expect(request.headers['content-type']).toBe('application/json; charset=utf-8');
  expect(Object.keys(request.headers).filter((name) => name.startsWith('webhook-'))).toEqual([]);
});

test('a webhook can be verified by anybody who knows Standard Webhooks', async () => {
  const body = '{"type":"lead.handed_off","data":{"lead":{"name":"Zoë"}}}';
  const request = await sent({ status: 204 }, () => createWebhookChannel(here, fetch), { body });
  const headers = Object.fromEntries(
    Object.entries(request.headers).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    ),
  );
  expect(new Webhook(secret).verify(request.body, headers)).toEqual(JSON.parse(body));
  expect(() => new Webhook(secret).verify(`${request.body} `, headers)).toThrow();
});

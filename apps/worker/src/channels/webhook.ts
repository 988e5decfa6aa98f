// A webhook in the manner of Standard Webhooks. Only a readable 2xx within ten seconds counts.
import { Webhook } from 'standardwebhooks';
import type { AddressPolicy } from './address.ts';
import type { Channel } from './channel.ts';
import { isSuccess, postTo, statusFailure } from './http-post.ts';

/** Makes the channel; `fetcher` is the host's own fetch. */
export function createWebhookChannel(policy: AddressPolicy, fetcher: typeof fetch): Channel {
  return {
    kind: 'webhook',
    async send({ id, target, body, secrets, now }) {
      const headers = {
        'content-type': 'application/json',
        'user-agent': 'Baton-Webhooks/1',
        'webhook-id': id,
        'webhook-timestamp': String(Math.floor(now / 1000)),
        ...(secrets.length === 0
          ? {}
          : {
              'webhook-signature': secrets
                .map((secret) => new Webhook(secret).sign(id, new Date(now), body))
                .join(' '),
            }),
      };
      const reply = await postTo(policy, fetcher, { url: target, headers, body, now });
      if (!reply.ok) return reply;
      return isSuccess(reply.status) ? { ok: true, status: reply.status } : statusFailure(reply);
    },
  };
}

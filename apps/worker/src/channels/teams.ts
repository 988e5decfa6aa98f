// Microsoft Teams by the webhook of a workflow, or by an older incoming webhook. The older ones answer 200 even when
// the message did not come through, and say so in words only.
import type { AddressPolicy } from './address.ts';
import type { Channel, SendResult } from './channel.ts';
import { isSuccess, postTo, statusFailure, type Reply } from './http-post.ts';

/** Makes the channel; `fetcher` is the host's own fetch. */
export function createTeamsChannel(policy: AddressPolicy, fetcher: typeof fetch): Channel {
  return {
    kind: 'teams',
    async send({ target, body, now }) {
      const headers = { 'content-type': 'application/json; charset=utf-8', 'user-agent': 'Baton/1' };
      const reply = await postTo(policy, fetcher, { url: target, headers, body, now, wantsText: true });
      return reply.ok ? readAnswer(reply) : reply;
    },
  };
}

function readAnswer(reply: Reply): SendResult {
  const { status, asked, text } = reply;
  // No smaller message will ever be sent under this id.
  if (status === 413) return { ok: false, code: 'http_413', status, permanent: true };
  if (!isSuccess(status)) return statusFailure(reply);
  if (!/message delivery failed|endpoint returned http error/i.test(text)) return { ok: true, status };
  const inner = /http error (\d{3})\b/i.exec(text)?.[1];
  if (inner === undefined) return { ok: false, code: 'teams_not_delivered', status, ...asked };
  const code = `teams_http_${inner}`;
  return inner === '413'
    ? { ok: false, code, status, permanent: true }
    : { ok: false, code, status, ...asked };
}

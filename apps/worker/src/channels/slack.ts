// Slack by incoming webhook. Slack answers 200 with "ok", or says in one word what is wrong; only words that are known
// here are passed on. The address is the secret, so nothing is signed.
import type { AddressPolicy } from './address.ts';
import type { Channel, Failure, SendResult } from './channel.ts';
import { isSuccess, postTo, statusFailure, type Reply } from './http-post.ts';

type Meaning = Pick<Failure, 'gone' | 'permanent'>;

const gone: Meaning = { gone: true };
const permanent: Meaning = { permanent: true };

/** What Slack says, and what it means for the delivery. https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks */
const words: ReadonlyMap<string, Meaning> = new Map([
  ['no_service', gone],
  ['no_service_id', gone],
  ['no_active_hooks', gone],
  ['no_team', gone],
  ['team_disabled', gone],
  ['invalid_token', gone],
  ['token_revoked', gone],
  ['channel_is_archived', gone],
  ['channel_not_found', gone],
  ['invalid_payload', permanent],
  ['invalid_blocks', permanent],
  ['invalid_blocks_format', permanent],
  ['invalid_attachments', permanent],
  ['no_text', permanent],
  ['missing_text_or_fallback_or_attachments', permanent],
  ['msg_too_long', permanent],
  ['msg_blocks_too_long', permanent],
  ['too_many_attachments', permanent],
  // Somebody may lift these, or they pass.
  ['action_prohibited', {}],
  ['posting_to_general_channel_denied', {}],
  ['user_not_found', {}],
  ['rate_limited', {}],
  ['rollup_error', {}],
]);

/** Makes the channel; `fetcher` is the host's own fetch. */
export function createSlackChannel(policy: AddressPolicy, fetcher: typeof fetch): Channel {
  return {
    kind: 'slack',
    async send({ target, body, now }) {
      const headers = { 'content-type': 'application/json; charset=utf-8', 'user-agent': 'Baton/1' };
      const reply = await postTo(policy, fetcher, { url: target, headers, body, now, wantsText: true });
      return reply.ok ? readWord(reply) : reply;
    },
  };
}

function readWord(reply: Reply): SendResult {
  const { status, asked } = reply;
  const word = reply.text.trim();
  if (isSuccess(status) && word === 'ok') return { ok: true, status };
  const meaning = words.get(word);
  if (meaning !== undefined) return { ok: false, code: `slack_${word}`, status, ...asked, ...meaning };
  if (isSuccess(status)) return { ok: false, code: 'slack_not_ok', status, ...asked };
  return statusFailure(reply);
}

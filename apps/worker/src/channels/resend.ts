// Mail by Resend's API, in one request. The delivery's id is the idempotency key, so that a repeat within a day is the
// same mail. https://resend.com/docs/api-reference/emails/send-email
import * as z from 'zod';
import type { SendResult } from './channel.ts';
import { isSuccess, postTo, statusFailure, type Reply } from './http-post.ts';
import type { Mailer } from './mail.ts';
import { headerText } from './mail-address.ts';
import { mailHeaders, messageId, parseSender, senderText } from './sender.ts';

export type ResendSettings = {
  readonly key: string;
  /** The sender: `sales@example.com` or `Baton <sales@example.com>`. */
  readonly from: string;
  /** Where the API is. */
  readonly url?: string;
};

const problem = z.object({ name: z.string() });

/** What Resend calls its refusals, as far as they are told apart. https://resend.com/docs/api-reference/errors */
const names = new Set([
  'application_error',
  'concurrent_idempotent_requests',
  'daily_quota_exceeded',
  'internal_server_error',
  'invalid_api_key',
  'invalid_from_address',
  'invalid_idempotent_request',
  'missing_api_key',
  'monthly_quota_exceeded',
  'rate_limit_exceeded',
  'restricted_api_key',
  'security_error',
  'validation_error',
]);

/** Sends through Resend. The address is fixed, so that it needs no leave; the key never leaves this file. */
export function createResendMailer(settings: ResendSettings, fetcher: typeof fetch): Mailer {
  const sender = parseSender(settings.from);
  const url = settings.url ?? 'https://api.resend.com/emails';
  const policy = { allowPrivate: false, trusted: [new URL(url).host] };
  return {
    async sendMail(mail) {
      if (sender === null) return { ok: false, code: 'bad_sender', status: null, unsent: true };
      const body = JSON.stringify({
        from: senderText(sender),
        to: [mail.to],
        subject: headerText(mail.subject),
        text: mail.text,
        html: mail.html,
        headers: { 'Message-ID': messageId(mail.id, sender), ...mailHeaders(mail, sender) },
      });
      const headers = {
        authorization: `Bearer ${settings.key}`,
        'content-type': 'application/json',
        'idempotency-key': mail.id,
        'user-agent': 'Baton/1',
      };
      const reply = await postTo(policy, fetcher, { url, headers, body, now: Date.now(), wantsText: true });
      if (!reply.ok) return reply;
      return isSuccess(reply.status) ? { ok: true, status: reply.status } : refusal(reply);
    },
  };
}

function refusal(reply: Reply): SendResult {
  const { status, asked } = reply;
  const name = nameIn(reply.text);
  const known = name !== null && names.has(name);
  // Sender and shape are ours and were checked, so it is the recipient that they will not have.
  if ((status === 400 || status === 422) && name !== 'invalid_from_address') {
    return { ok: false, code: 'mail_refused', status, permanent: true, ofMessage: true };
  }
  if (status === 410) return { ok: false, code: 'http_410', status };
  return known ? { ok: false, code: `resend_${name}`, status, ...asked } : statusFailure(reply);
}

function nameIn(text: string): string | null {
  try {
    return problem.parse(JSON.parse(text)).name;
  } catch {
    // An error page of something in between says nothing that could be told apart.
    return null;
  }
}

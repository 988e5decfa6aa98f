// Mail by Cloudflare's own `send_email` binding. It sets Message-ID and date itself and knows no idempotency key, so a
// try whose answer is lost may come twice. It checks little: addresses and header texts are checked before.
import { tryLimit, type SendResult } from './channel.ts';
import type { Mailer } from './mail.ts';
import { headerText } from './mail-address.ts';
import { mailHeaders, parseSender } from './sender.ts';

/** As much of the binding as is used. */
export type MailBinding = {
  send(message: {
    from: { name: string; email: string };
    to: string;
    subject: string;
    text: string;
    html: string;
    headers: Record<string, string>;
  }): Promise<unknown>;
};

type Meaning = { readonly permanent?: true; readonly ofMessage?: true };

const refused: Meaning = { permanent: true, ofMessage: true };

/** https://developers.cloudflare.com/email-service/api/send-emails/workers-api/ */
const codes: ReadonlyMap<string, Meaning> = new Map([
  ['E_RECIPIENT_SUPPRESSED', refused],
  ['E_VALIDATION_ERROR', refused],
  ['E_FIELD_MISSING', refused],
  ['E_CONTENT_TOO_LARGE', refused],
  ['E_DELIVERY_FAILED', { ofMessage: true }],
  // Whoever runs this can mend these within the three days.
  ['E_RECIPIENT_NOT_ALLOWED', { ofMessage: true }],
  ['E_SENDER_NOT_VERIFIED', {}],
  ['E_SENDER_DOMAIN_NOT_AVAILABLE', {}],
  ['E_HEADER_NOT_ALLOWED', {}],
  ['E_HEADER_USE_API_FIELD', {}],
  ['E_RATE_LIMIT_EXCEEDED', {}],
  ['E_DAILY_LIMIT_EXCEEDED', {}],
  ['E_INTERNAL_SERVER_ERROR', {}],
]);

/** Sends through the binding; `from` as in {@link parseSender}. */
export function createBindingMailer(binding: MailBinding, from: string): Mailer {
  const sender = parseSender(from);
  return {
    async sendMail(mail) {
      if (sender === null) return { ok: false, code: 'bad_sender', status: null, unsent: true };
      const message = {
        from: { name: sender.name, email: sender.address },
        to: mail.to,
        subject: headerText(mail.subject),
        text: mail.text,
        html: mail.html,
        headers: { 'X-Baton-Delivery': mail.id, ...mailHeaders(mail, sender) },
      };
      return withinLimit(sendBy(binding, message));
    },
  };
}

async function sendBy(
  binding: MailBinding,
  message: Parameters<MailBinding['send']>[0],
): Promise<SendResult> {
  try {
    await binding.send(message);
    return { ok: true, status: null };
  } catch (error) {
    return failureOf(error);
  }
}

/** The binding cannot be stopped, but not waited for either. */
async function withinLimit(work: Promise<SendResult>): Promise<SendResult> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<SendResult>((resolve) => {
    timer = setTimeout(() => resolve({ ok: false, code: 'timeout', status: null }), tryLimit);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

function failureOf(error: unknown): SendResult {
  const code: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, 'code') : undefined;
  const meaning = typeof code === 'string' ? codes.get(code) : undefined;
  if (typeof code !== 'string' || meaning === undefined) {
    return { ok: false, code: 'mail_service_unreachable', status: null };
  }
  if (meaning.permanent === true) return { ok: false, code: 'mail_refused', status: null, ...meaning };
  return { ok: false, code: `cloudflare_${code.slice('E_'.length).toLowerCase()}`, status: null, ...meaning };
}

// Mail over SMTP. Message-ID, date and boundaries follow from the delivery, so that a repeated try is the same
// mail to the last byte and mail servers can tell it is one.
import { createTransport } from 'nodemailer';
import type { SendResult } from './channel.ts';
import { tryLimit } from './channel.ts';
import type { Mailer } from './mail.ts';
import { headerText, isMailAddress } from './mail-address.ts';

export type SmtpSettings = {
  /** `smtp://user:pass@host:587` or `smtps://…`. */
  readonly url: string;
  /** The sender: `sales@example.com` or `Baton <sales@example.com>`. */
  readonly from: string;
};

/** Sends through the company's SMTP server; one connection a mail. */
export function createSmtpMailer(settings: SmtpSettings): Mailer {
  const address = settings.from.replace(/^.*<([^<>]*)>\s*$/, '$1').trim();
  const name = settings.from.includes('<') ? headerText(settings.from.replace(/<[^<>]*>\s*$/, '')) : '';
  const host = address.split('@')[1] ?? 'localhost';
  return {
    async sendMail(mail) {
      if (!isMailAddress(address)) return { ok: false, code: 'bad_sender', status: null };
      // nodemailer resolves names itself and cannot resolve this one.
      const url = settings.url.replace(/^(smtps?:\/\/(?:[^@/]*@)?)localhost(?=[:/]|$)/i, '$1127.0.0.1');
      const transport = createTransport({
        url,
        connectionTimeout: tryLimit / 2,
        greetingTimeout: tryLimit / 2,
        socketTimeout: tryLimit,
        disableFileAccess: true,
        disableUrlAccess: true,
      });
      try {
        await transport.sendMail({
          from: { name, address },
          to: { name: '', address: mail.to },
          subject: headerText(mail.subject),
          text: mail.text,
          html: mail.html,
          messageId: `<${mail.id}@${host}>`,
          date: new Date(mail.date),
          baseBoundary: mail.id,
          ...(mail.inReplyTo === undefined
            ? {}
            : { inReplyTo: `<${mail.inReplyTo}@${host}>`, references: [`<${mail.inReplyTo}@${host}>`] }),
          headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
        });
        return { ok: true, status: null };
      } catch (error) {
        return smtpFailure(error);
      } finally {
        transport.close();
      }
    },
  };
}

function property(error: unknown, key: string): unknown {
  return typeof error === 'object' && error !== null ? Reflect.get(error, key) : undefined;
}

/** 4xx and broken connections are tried again; a 5xx to the recipient or the message is final. */
function smtpFailure(error: unknown): SendResult {
  const status = property(error, 'responseCode');
  const kind = property(error, 'code');
  if (typeof status === 'number' && status >= 500 && (kind === 'EENVELOPE' || kind === 'EMESSAGE')) {
    return { ok: false, code: 'mail_refused', status, permanent: true };
  }
  if (typeof status === 'number' && status >= 400) return { ok: false, code: `smtp_${status}`, status };
  if (kind === 'EAUTH') return { ok: false, code: 'smtp_login_failed', status: null };
  if (kind === 'ETIMEDOUT') return { ok: false, code: 'timeout', status: null };
  return { ok: false, code: 'connection_failed', status: null };
}

// Mail over SMTP. Message-ID, date and boundaries follow from the delivery, so that a repeated try is the same
// mail to the last byte and mail servers can tell it is one.
import { createTransport } from 'nodemailer';
import { tryLimit, type SendResult } from './channel.ts';
import type { Mailer } from './mail.ts';
import { headerText } from './mail-address.ts';
import { mailHeaders, messageId, parseSender } from './sender.ts';

export type SmtpSettings = {
  /** `smtp://user:pass@host:587` or `smtps://…`. */
  readonly url: string;
  /** The sender: `sales@example.com` or `Baton <sales@example.com>`. */
  readonly from: string;
};

/** Sends through the company's SMTP server; one connection a mail. */
export function createSmtpMailer(settings: SmtpSettings): Mailer {
  const sender = parseSender(settings.from);
  // nodemailer resolves names itself and cannot resolve this one.
  const url = settings.url.replace(/^(smtps?:\/\/(?:[^@/]*@)?)localhost(?=[:/]|$)/i, '$1127.0.0.1');
  return {
    async sendMail(mail) {
      if (sender === null) return { ok: false, code: 'bad_sender', status: null, unsent: true };
      const transport = createTransport({
        url,
        connectionTimeout: tryLimit,
        greetingTimeout: tryLimit,
        socketTimeout: tryLimit,
        disableFileAccess: true,
        disableUrlAccess: true,
      });
      // The limits above begin anew with every byte; this one does not.
      const stop = new AbortController();
      const timer = setTimeout(() => stop.abort(), tryLimit);
      try {
        await transport.sendMail({
          from: sender,
          to: { name: '', address: mail.to },
          subject: headerText(mail.subject),
          text: mail.text,
          html: mail.html,
          messageId: messageId(mail.id, sender),
          date: new Date(mail.date),
          baseBoundary: mail.id,
          headers: mailHeaders(mail, sender),
          signal: stop.signal,
        });
        return { ok: true, status: null };
      } catch (error) {
        return stop.signal.aborted ? { ok: false, code: 'timeout', status: null } : smtpFailure(error);
      } finally {
        clearTimeout(timer);
        transport.close();
      }
    },
  };
}

function property(error: unknown, key: string): unknown {
  return typeof error === 'object' && error !== null ? Reflect.get(error, key) : undefined;
}

/** What is said of the recipient or the message concerns no other mail; said with 5xx, it is final. */
function smtpFailure(error: unknown): SendResult {
  const kind = property(error, 'code');
  const said = property(error, 'responseCode');
  if (kind === 'EAUTH') {
    return { ok: false, code: 'smtp_login_failed', status: typeof said === 'number' ? said : null };
  }
  if (typeof said === 'number' && said >= 400) {
    const command = property(error, 'command');
    if (command !== 'RCPT TO' && command !== 'DATA') return { ok: false, code: `smtp_${said}`, status: said };
    if (said < 500) return { ok: false, code: `smtp_${said}`, status: said, ofMessage: true };
    return { ok: false, code: 'mail_refused', status: said, permanent: true, ofMessage: true };
  }
  if (kind === 'ETIMEDOUT') return { ok: false, code: 'timeout', status: null };
  if (kind === 'ETLS') return { ok: false, code: 'tls_failed', status: null };
  if (kind === 'EDNS') return { ok: false, code: 'unknown_host', status: null };
  return { ok: false, code: 'connection_failed', status: null };
}

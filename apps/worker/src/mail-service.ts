// Mail as a service of its own, since it may reach private networks and webhooks may not.
import { WorkerEntrypoint } from 'cloudflare:workers';
import type { SendResult } from './channels/channel.ts';
import type { Mail } from './channels/mail.ts';
import { createSmtpMailer } from './channels/smtp.ts';
import type { Env } from './env.ts';

export class MailService extends WorkerEntrypoint<Env> {
  /** One try over SMTP. */
  async sendMail(mail: Mail & { id: string; to: string; date: number }): Promise<SendResult> {
    const { BATON_SMTP: url, BATON_MAIL_FROM: from } = this.env;
    if (url === undefined || url === '') return { ok: false, code: 'mail_not_set_up', status: null };
    return createSmtpMailer({ url, from: from ?? 'baton@localhost.invalid' }).sendMail(mail);
  }
}

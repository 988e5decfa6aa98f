// Mail as a service of its own, since it may reach private networks and webhooks may not.
import { WorkerEntrypoint } from 'cloudflare:workers';
import type { SendResult } from './channels/channel.ts';
import type { Mailer, OutgoingMail } from './channels/mail.ts';
import { createBindingMailer } from './channels/mail-binding.ts';
import { mailRoute, type MailRoute } from './channels/mail-route.ts';
import { createResendMailer } from './channels/resend.ts';
import { createSmtpMailer } from './channels/smtp.ts';
import type { Env } from './env.ts';

function mailerFor(route: MailRoute): Mailer {
  switch (route.by) {
    case 'smtp':
      return createSmtpMailer(route);
    case 'resend':
      return createResendMailer(route, (input, init) => fetch(input, init));
    case 'binding':
      return createBindingMailer(route.binding, route.from);
  }
}

export class MailService extends WorkerEntrypoint<Env> {
  /** One try, by whichever way is set up. */
  async sendMail(mail: OutgoingMail): Promise<SendResult> {
    const route = mailRoute(this.env);
    if (route === null) return { ok: false, code: 'mail_not_set_up', status: null, unsent: true };
    return mailerFor(route).sendMail(mail);
  }
}

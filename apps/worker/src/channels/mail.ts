// E-mail as a channel. The body is the mail as it was frozen; this file only carries it to whoever can send mail
// (a service with a network of its own, since a company's mail server may be private).
import * as z from 'zod';
import type { Channel, SendResult } from './channel.ts';
import { isMailAddress } from './mail-address.ts';

/** A mail, ready to be sent: the bytes follow from these fields alone. */
export const mailSchema = z.object({
  subject: z.string(),
  text: z.string(),
  html: z.string(),
  /** The delivery's id that this mail answers, so that mail readers show one thread. */
  inReplyTo: z.string().optional(),
  /** Where one click ends mails of this kind (RFC 8058). */
  unsubscribe: z.url().optional(),
});

export type Mail = z.infer<typeof mailSchema>;

/** A mail with its delivery's id, its one recipient, and when it came to be (epoch ms). */
export type OutgoingMail = Mail & { readonly id: string; readonly to: string; readonly date: number };

/** One way to send mail. Like a channel, it never throws for what others do. */
export type Mailer = { sendMail(mail: OutgoingMail): Promise<SendResult> };

/** Makes the channel; `mailer` is null where no mail service is set up. */
export function createMailChannel(mailer: Mailer | null): Channel {
  return {
    kind: 'email',
    async send(message) {
      if (mailer === null) return { ok: false, code: 'mail_not_set_up', status: null, unsent: true };
      if (!isMailAddress(message.target)) {
        return { ok: false, code: 'bad_address', status: null, permanent: true, unsent: true };
      }
      const mail = mailSchema.parse(JSON.parse(message.body));
      try {
        return await mailer.sendMail({
          ...mail,
          id: message.id,
          to: message.target,
          date: message.createdAt,
        });
      } catch (error) {
        // The service itself could not be reached; its own failures come back as results.
        const detail = error instanceof Error ? error.message : String(error);
        console.error(JSON.stringify({ baton: 'mail_service', message: detail }));
        return { ok: false, code: 'mail_service_unreachable', status: null };
      }
    },
  };
}

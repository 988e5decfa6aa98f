// Which way mail leaves, decided in one place: by the company's own server, else by Resend, else by Cloudflare's
// binding, else not at all.
import type { MailBinding } from './mail-binding.ts';

export type MailRoute =
  | { readonly by: 'smtp'; readonly url: string; readonly from: string }
  | { readonly by: 'resend'; readonly key: string; readonly from: string }
  | { readonly by: 'binding'; readonly binding: MailBinding; readonly from: string };

/** The settings it follows from. */
export type MailSettings = {
  readonly BATON_SMTP?: string;
  readonly BATON_RESEND_KEY?: string;
  readonly BATON_MAIL_FROM?: string;
  readonly SEND_EMAIL?: MailBinding;
};

/** The way mail takes; null when none is set up. An empty setting counts as absent. */
export function mailRoute(settings: MailSettings): MailRoute | null {
  const {
    BATON_SMTP: url = '',
    BATON_RESEND_KEY: key = '',
    BATON_MAIL_FROM: from = '',
    SEND_EMAIL,
  } = settings;
  // A server of one's own may take any sender; the others send only for addresses that were proven to them.
  if (url !== '') return { by: 'smtp', url, from: from === '' ? 'baton@localhost.invalid' : from };
  if (key !== '') return { by: 'resend', key, from };
  return SEND_EMAIL === undefined ? null : { by: 'binding', binding: SEND_EMAIL, from };
}

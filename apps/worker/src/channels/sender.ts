// Who mail comes from and what it carries besides its words, the same however it leaves. Refuses a sender that is no
// plain address.
import type { OutgoingMail } from './mail.ts';
import { headerText, isMailAddress } from './mail-address.ts';

export type Sender = { readonly name: string; readonly address: string };

/** Reads `sales@example.com` or `Baton <sales@example.com>`; null when there is no plain address in it. */
export function parseSender(from: string): Sender | null {
  const [, name = '', address = ''] = /^(.*?)<([^<>]*)>\s*$/s.exec(from) ?? ['', '', from];
  const plain = address.trim();
  if (!isMailAddress(plain)) return null;
  return { name: headerText(name.replace(/^\s*"(.*)"\s*$/s, '$1')), address: plain };
}

/** `Baton <sales@example.com>`, with the name quoted as RFC 5322 asks. */
export function senderText({ name, address }: Sender): string {
  return name === '' ? address : `"${name.replace(/["\\]/g, '\\$&')}" <${address}>`;
}

/** The id that every try of a mail carries, so that mail servers and readers can tell it is one. */
export function messageId(delivery: string, sender: Sender): string {
  return `<${delivery}@${sender.address.slice(sender.address.lastIndexOf('@') + 1)}>`;
}

/** What keeps a mail in its thread, and keeps machines from answering it. */
export function mailHeaders(mail: OutgoingMail, sender: Sender): Record<string, string> {
  const answers = mail.inReplyTo === undefined ? null : messageId(mail.inReplyTo, sender);
  return {
    ...(answers === null ? {} : { 'In-Reply-To': answers, References: answers }),
    ...(mail.unsubscribe === undefined
      ? {}
      : {
          'List-Unsubscribe': `<${mail.unsubscribe}>`,
          'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
        }),
    'Auto-Submitted': 'auto-generated',
    'X-Auto-Response-Suppress': 'All',
  };
}

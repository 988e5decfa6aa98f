// What kind of e-mail address somebody gave. Where several hold, the first of: disposable, free, role, business.
// Business is what is left: an address of which nothing else is known.
import { isUnder, registrableDomain } from './company-domain.ts';
import { disposableDomains } from './disposable-domains.ts';
import { freeDomains, isFreeName } from './free-domains.ts';
import type { Mailbox } from './mailbox.ts';
import { readMailbox } from './mailbox.ts';
import { isRoleMailbox } from './role-mailboxes.ts';

/** The ids of the options of the attribute `email_kind`. */
export const emailKinds = ['business', 'free', 'disposable', 'role'] as const;

export type EmailKind = (typeof emailKinds)[number];

/** What is known of whoever stands behind an address. No domain: a provider's customer, or no domain name at all. */
export type Sender = { readonly kind: EmailKind; readonly companyDomain: string | null };

/** Decides both at once, for each needs the other. */
export function readSender(email: string): Sender {
  const mailbox = readMailbox(email);
  if (mailbox === null) return { kind: 'business', companyDomain: null };
  const domain = registrableDomain(mailbox.host);
  const kind = kindOf(mailbox, domain);
  return { kind, companyDomain: kind === 'business' || kind === 'role' ? domain : null };
}

/** The kind of an address. One without a domain name (`a@[192.0.2.1]`) counts as business, for nothing else holds. */
export function emailKind(email: string): EmailKind {
  return readSender(email).kind;
}

/**
 * The registrable domain, in lower-case ASCII, of the company whose address this is. Null: a provider of free or
 * disposable mailboxes, an IP literal, a host without a registrable domain, or no address.
 */
export function companyDomain(email: string): string | null {
  return readSender(email).companyDomain;
}

function kindOf({ local, host }: Mailbox, domain: string | null): EmailKind {
  if (isUnder(host, disposableDomains())) return 'disposable';
  if (isUnder(host, freeDomains) || (domain !== null && isFreeName(domain))) return 'free';
  return isRoleMailbox(local) ? 'role' : 'business';
}

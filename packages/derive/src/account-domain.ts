// The domain of a target account, from however somebody wrote it down: a domain, a website's address, an e-mail address.
// Refuses what no lead could ever be matched by: no domain at all, and providers of mailboxes for everybody.
import { readSender } from './email-kind.ts';

export type AccountDomain =
  | { readonly ok: true; readonly domain: string }
  | { readonly ok: false; readonly code: 'not_a_domain' | 'free_mail_domain' };

/** The registrable domain, as `company_domain` of the company's people will be. */
export function accountDomain(text: string): AccountDomain {
  const [host = ''] = text
    .trim()
    .replace(/^[a-z][a-z\d+.-]*:\/\//i, '')
    .split(/[/?#]/, 1);
  const name = host.slice(host.lastIndexOf('@') + 1).replace(/:\d{1,5}$/, '');
  const { kind, companyDomain } = readSender(`somebody@${name}`);
  if (kind === 'free' || kind === 'disposable') return { ok: false, code: 'free_mail_domain' };
  return companyDomain === null ? { ok: false, code: 'not_a_domain' } : { ok: true, domain: companyDomain };
}

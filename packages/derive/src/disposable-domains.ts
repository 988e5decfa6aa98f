// Which hosts give throw-away mailboxes. The list is a package of its own (CC0), so it is renewed by an upgrade.
import { disposableEmailBlocklistSet } from 'disposable-email-domains-js';

let listed: ReadonlySet<string> | undefined;

/** The domains listed. Made when first asked for: a worker that starts owes nobody a list yet. */
export function disposableDomains(): ReadonlySet<string> {
  listed ??= disposableEmailBlocklistSet();
  return listed;
}

// Signing in by e-mail. Whoever asks hears the same, as soon, whether the address is somebody's or nobody's: who it is
// is looked up only once they have their answer.
import { first, type Sql } from '../desk/sql.ts';
import { signInMail } from './link-mail.ts';
import { isOneTooMany } from './link-limits.ts';
import { endSignInLinks, newLink, type NewLink } from './links.ts';
import type { GateParts } from './parts.ts';

/** Takes the wish for a link; false when there were too many. @param email as {@link emailOf} gives it */
export function askForLink(parts: GateParts, email: string, block: string | null): boolean {
  const { sql, sendMail, now } = parts;
  if (isOneTooMany(sql, email, block, now())) return false;
  parts.later(async () => {
    const link = signInLink(parts, email);
    if (link !== null) await sendMail?.(email, signInMail(link.url));
  });
  return true;
}

/** A link for the person with this address, in place of the one before; null when nobody has it. */
export function signInLink(parts: GateParts, email: string): NewLink | null {
  return parts.sql.transaction(() => {
    if (!isMember(parts.sql, email)) return null;
    endSignInLinks(parts, email);
    return newLink(parts, { kind: 'sign_in', email });
  });
}

function isMember(sql: Sql, email: string): boolean {
  const row = first(
    sql,
    `SELECT 1 FROM people p JOIN memberships m ON m.person = p.id WHERE p.email = ? LIMIT 1`,
    email,
  );
  return row !== null;
}

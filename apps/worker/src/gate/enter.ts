// Coming in by a link: what its page shows, and what a press on it does. All of it is one transaction, so that of two
// presses one comes in and the other finds the link used up.
import { recordChange } from './audit.ts';
import { linkBy, useUp } from './links.ts';
import { firstWorkspace, type GateParts } from './parts.ts';
import { emailOf, hasOwner, nameOf, personWith } from './people.ts';
import { openSession } from './sessions.ts';

/** What the page of a link shows. */
export type LinkCard = { readonly kind: 'owner' };

/** What its page's form brings. */
export type Given = { readonly name: string; readonly email: string };

export type Entered =
  | { readonly kind: 'in'; readonly secret: string }
  | { readonly kind: 'not_good' }
  | { readonly kind: 'invalid'; readonly fields: readonly ('name' | 'email')[] };

/** What a link is for; null when it is not good (any more). Changes nothing. */
export function linkCard(parts: GateParts, secret: string): LinkCard | null {
  const link = linkBy(parts, secret);
  return link === null || hasOwner(parts.sql) ? null : { kind: link.kind };
}

/** Uses a link and opens a session. */
export function enterBy(parts: GateParts, secret: string, given: Given, browser: string): Entered {
  return parts.sql.transaction(() => {
    const link = linkBy(parts, secret);
    if (link === null || hasOwner(parts.sql)) return { kind: 'not_good' };
    const [name, email] = [nameOf(given.name), emailOf(given.email)];
    if (name === null || email === null) {
      return {
        kind: 'invalid',
        fields: [...(name === null ? ['name' as const] : []), ...(email === null ? ['email' as const] : [])],
      };
    }
    useUp(parts, link);
    const person = personWith(parts, email, name);
    parts.sql.run(
      `INSERT INTO memberships (person, workspace, role, since) VALUES (?, ?, 'admin', ?)`,
      person.id,
      firstWorkspace,
      parts.now(),
    );
    recordChange(parts, {
      workspace: firstWorkspace,
      author: `person:${email}`,
      action: 'person.joined',
      subject: email,
      after: { name: person.name, role: 'admin', by: 'owner link' },
    });
    return { kind: 'in', secret: openSession(parts, person.id, firstWorkspace, browser) };
  });
}

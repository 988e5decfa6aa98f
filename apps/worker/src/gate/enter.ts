// Coming in by a link: what its page shows, and what a press on it does. All of it is one transaction, so that of two
// presses one comes in and the other finds the link used up.
import { recordChange } from './audit.ts';
import { endLink, linkBy, type Invitation, type Link, type LinkFor } from './links.ts';
import { firstWorkspace } from '../workspace-id.ts';
import type { GateParts } from './parts.ts';
import {
  emailOf,
  hasOwner,
  join,
  membershipsOf,
  nameOf,
  personByEmail,
  personWith,
  workspaceName,
} from './people.ts';
import { openSession } from './sessions.ts';

/** What the page of a link shows. */
export type LinkCard =
  | Exclude<LinkFor, { kind: 'invitation' }>
  | (Extract<LinkFor, { kind: 'invitation' }> & {
      /** Somebody with this address has said how they are called. */
      readonly isKnown: boolean;
    });

/** What its page's form brings. */
export type Given = { readonly name: string; readonly email: string };

export type Entered =
  | { readonly kind: 'in'; readonly secret: string }
  | { readonly kind: 'not_good' }
  | { readonly kind: 'invalid'; readonly fields: readonly ('name' | 'email')[] };

/** What a link is for; null when it is not good (any more). Changes nothing. */
export function linkCard(parts: GateParts, secret: string): LinkCard | null {
  const link = goodLink(parts, secret);
  switch (link?.kind) {
    case undefined:
      return null;
    case 'owner':
      return { kind: link.kind };
    case 'sign_in':
      return { kind: link.kind, email: link.email };
    case 'invitation':
      return invitationCard(parts, link);
  }
}

function invitationCard(parts: GateParts, link: Invitation): LinkCard {
  const { kind, email, role, by } = link;
  const workspace = workspaceName(parts.sql, link.workspace);
  return { kind, email, role, by, workspace, isKnown: personByEmail(parts.sql, email) !== null };
}

function goodLink(parts: GateParts, secret: string): Link | null {
  const link = linkBy(parts, secret);
  return link?.kind === 'owner' && hasOwner(parts.sql) ? null : link;
}

/** Uses a link and opens a session. */
export function enterBy(parts: GateParts, secret: string, given: Given, browser: string): Entered {
  return parts.sql.transaction(() => {
    const link = goodLink(parts, secret);
    switch (link?.kind) {
      case undefined:
        return { kind: 'not_good' };
      case 'owner':
        return becomeOwner(parts, link, given, browser);
      case 'invitation':
        return takeUp(parts, link, given, browser);
      case 'sign_in':
        return signIn(parts, link, browser);
    }
  });
}

function becomeOwner(parts: GateParts, link: Link, given: Given, browser: string): Entered {
  const [name, email] = [nameOf(given.name), emailOf(given.email)];
  if (name === null || email === null) {
    return {
      kind: 'invalid',
      fields: [...(name === null ? ['name' as const] : []), ...(email === null ? ['email' as const] : [])],
    };
  }
  endLink(parts, link.id);
  const person = personWith(parts, email, name);
  join(parts, person.id, firstWorkspace, 'admin');
  recordChange(parts, {
    workspace: firstWorkspace,
    author: `person:${email}`,
    action: 'person.joined',
    subject: email,
    after: { name: person.name, role: 'admin' },
  });
  return { kind: 'in', secret: openSession(parts, person.id, firstWorkspace, browser) };
}

function takeUp(parts: GateParts, link: Invitation, given: Given, browser: string): Entered {
  const { email, workspace, role } = link;
  const name = personByEmail(parts.sql, email)?.name ?? nameOf(given.name);
  if (name === null) return { kind: 'invalid', fields: ['name'] };
  endLink(parts, link.id);
  const person = personWith(parts, email, name);
  // Who is a member already keeps the role they have.
  if (!membershipsOf(parts.sql, person.id).some((one) => one.workspace === workspace)) {
    join(parts, person.id, workspace, role);
    recordChange(parts, {
      workspace,
      author: `person:${email}`,
      action: 'person.joined',
      subject: email,
      after: { name, role },
    });
  }
  return { kind: 'in', secret: openSession(parts, person.id, workspace, browser) };
}

function signIn(parts: GateParts, link: Extract<Link, { kind: 'sign_in' }>, browser: string): Entered {
  endLink(parts, link.id);
  const person = personByEmail(parts.sql, link.email);
  const [membership] = person === null ? [] : membershipsOf(parts.sql, person.id);
  if (person === null || membership === undefined) return { kind: 'not_good' };
  return { kind: 'in', secret: openSession(parts, person.id, membership.workspace, browser) };
}

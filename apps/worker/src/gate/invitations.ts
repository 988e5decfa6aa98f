// Inviting somebody into a workspace by e-mail. Without mail, or when it does not leave, the admin is given the link to
// pass on; nobody can read it again.
import type { Role } from '../access/roles.ts';
import { first } from '../desk/sql.ts';
import { recordChange } from './audit.ts';
import { invitationMail } from './link-mail.ts';
import { endLink, newLink, openInvitations, type LinkFor } from './links.ts';
import { adminBy, authorOf, type Admin } from './members.ts';
import type { GateParts } from './parts.ts';
import { emailOf } from './people.ts';

export type Invited =
  | { readonly kind: 'mailed'; readonly email: string }
  /** `mail`: there is some, but it did not leave. */
  | { readonly kind: 'link'; readonly email: string; readonly url: string; readonly mail: boolean }
  | { readonly kind: 'not_allowed' | 'unknown' | 'not_email' | 'member' };

type Made =
  | {
      readonly admin: Admin;
      readonly invitation: Extract<LinkFor, { kind: 'invitation' }>;
      readonly url: string;
    }
  | { readonly kind: 'not_allowed' | 'unknown' | 'not_email' | 'member' };

/** Invites an address, in place of an invitation that it has already. */
export async function invite(parts: GateParts, secret: string, typed: string, role: Role): Promise<Invited> {
  const made = parts.sql.transaction((): Made => {
    const admin = adminBy(parts, secret);
    if (admin === null) return { kind: 'not_allowed' };
    const email = emailOf(typed);
    if (email === null) return { kind: 'not_email' };
    if (isMemberOf(parts, email, admin.workspace)) return { kind: 'member' };
    for (const open of openInvitations(parts, admin.workspace)) {
      if (open.email === email) endLink(parts, open.id);
    }
    return make(parts, admin, { email, role }, 'person.invited');
  });
  return handOut(parts, made);
}

/** The same invitation with a new link; the one before ends. */
export async function renewInvitation(parts: GateParts, secret: string, id: string): Promise<Invited> {
  const made = parts.sql.transaction((): Made => {
    const admin = adminBy(parts, secret);
    if (admin === null) return { kind: 'not_allowed' };
    const open = openInvitations(parts, admin.workspace).find((one) => one.id === id);
    if (open === undefined) return { kind: 'unknown' };
    endLink(parts, open.id);
    return make(parts, admin, open, 'invitation.renewed');
  });
  return handOut(parts, made);
}

export function withdrawInvitation(
  parts: GateParts,
  secret: string,
  id: string,
): 'done' | 'unknown' | 'not_allowed' {
  return parts.sql.transaction(() => {
    const admin = adminBy(parts, secret);
    if (admin === null) return 'not_allowed';
    const open = openInvitations(parts, admin.workspace).find((one) => one.id === id);
    if (open === undefined) return 'unknown';
    endLink(parts, open.id);
    recordChange(parts, {
      workspace: admin.workspace,
      author: authorOf(admin),
      action: 'invitation.withdrawn',
      subject: open.email,
      before: { role: open.role },
    });
    return 'done';
  });
}

function make(
  parts: GateParts,
  admin: Admin,
  { email, role }: { readonly email: string; readonly role: Role },
  action: 'person.invited' | 'invitation.renewed',
): Made {
  const { person, workspace } = admin;
  const invitation = { kind: 'invitation', email, workspace, role, by: person.name } as const;
  const { url } = newLink(parts, invitation);
  recordChange(parts, { workspace, author: authorOf(admin), action, subject: email, after: { role } });
  return { admin, invitation, url };
}

async function handOut({ sendMail }: GateParts, made: Made): Promise<Invited> {
  if ('kind' in made) return made;
  const { admin, invitation, url } = made;
  const { email, role, by } = invitation;
  if (sendMail !== null) {
    const left = await sendMail(email, invitationMail(url, { by, role, workspace: admin.workspaceName }));
    if (left) return { kind: 'mailed', email };
  }
  return { kind: 'link', email, url, mail: sendMail !== null };
}

function isMemberOf({ sql }: GateParts, email: string, workspace: string): boolean {
  const row = first(
    sql,
    `SELECT 1 FROM people p JOIN memberships m ON m.person = p.id WHERE p.email = ? AND m.workspace = ?`,
    email,
    workspace,
  );
  return row !== null;
}

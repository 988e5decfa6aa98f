// What may be done with a workspace through the API, and which roles may do it. Routes ask before they call the Desk, and
// the Desk asks again.
import { roles, type Role } from './roles.ts';

export const rights = [
  /** Read leads, submissions and deliveries. */
  'leads.read',
  /** Report what a lead did elsewhere. */
  'behaviours.report',
  /** Send a delivery again that was given up. */
  'deliveries.replay',
  /** Read the workspace's document. */
  'workspace.read',
  /** Change attributes and forms. */
  'forms.write',
  /** Change everything else of the document: people, teams, destinations, the agreement. */
  'workspace.write',
  /** Read who changed what. */
  'audit.read',
  /** Make links that let somebody in without asking an admin. */
  'links.make',
] as const;

export type Right = (typeof rights)[number];

const reading: readonly Right[] = ['leads.read', 'workspace.read'];
const ofSales: readonly Right[] = [...reading, 'behaviours.report', 'deliveries.replay'];
const ofMarketing: readonly Right[] = [...ofSales, 'forms.write'];
const ofAdmins: readonly Right[] = [...ofMarketing, 'workspace.write', 'audit.read'];

const byRole: Readonly<Record<Role, readonly Right[]>> = {
  viewer: reading,
  sales: ofSales,
  marketing: ofMarketing,
  admin: ofAdmins,
};

/** Whether every role has it. */
export function isEverybodys(right: Right): boolean {
  return roles.every((role) => byRole[role].includes(right));
}

/** Who acts on a workspace. */
export type Actor =
  | {
      readonly kind: 'person';
      readonly id: string;
      readonly email: string;
      readonly role: Role;
      readonly workspace: string;
    }
  /** Whoever holds the owner key. */
  | { readonly kind: 'owner'; readonly workspace: string };

export function may(actor: Actor, right: Right): boolean {
  switch (actor.kind) {
    case 'owner':
      return true;
    case 'person':
      return byRole[actor.role].includes(right);
  }
}

/** The actor's name in the audit. */
export function authorOf(actor: Actor): string {
  switch (actor.kind) {
    case 'owner':
      return 'owner';
    case 'person':
      return `person:${actor.email}`;
  }
}

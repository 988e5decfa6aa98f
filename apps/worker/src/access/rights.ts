// What may be done with a workspace through the API, and which roles and keys may do it. Routes ask before they call the Desk, and
// the Desk asks again.
import type { Role } from './roles.ts';

export const rights = [
  /** Read leads, submissions and deliveries. */
  'leads.read',
  /** Say what became of a lead: verdict, stage, owner, notes; add leads, release or confirm what was put aside. */
  'leads.write',
  /** Erase a person for good, and take out all that is known of one. */
  'leads.erase',
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
  /** Write the agreement's draft, propose it, comment on proposals and take back one's own. */
  'agreement.write',
  /** Sign a proposal for one's own party. */
  'agreement.sign',
  /** Say what marketing spends. */
  'spend.write',
  /** Read who changed what. */
  'audit.read',
  /** Make links that let somebody in without asking an admin. */
  'links.make',
] as const;

export type Right = (typeof rights)[number];

const reading: readonly Right[] = ['leads.read', 'workspace.read'];
const ofTeams: readonly Right[] = [
  ...reading,
  'leads.write',
  'behaviours.report',
  'deliveries.replay',
  'agreement.write',
];
const ofSales: readonly Right[] = [...ofTeams, 'agreement.sign'];
const ofMarketing: readonly Right[] = [...ofSales, 'forms.write', 'spend.write'];
// Admins keep the house; what is agreed between marketing and sales they do not sign.
const ofAdmins: readonly Right[] = [
  ...ofTeams,
  'forms.write',
  'spend.write',
  'leads.erase',
  'workspace.write',
  'audit.read',
];

const byRole: Readonly<Record<Role, readonly Right[]>> = {
  viewer: reading,
  sales: ofSales,
  marketing: ofMarketing,
  admin: ofAdmins,
};

export const scopes = ['read', 'write', 'leads', 'behaviours'] as const;

/** What a key may be made for. */
export type Scope = (typeof scopes)[number];

const byScope: Readonly<Record<Scope, readonly Right[]>> = {
  read: ['workspace.read'],
  write: [
    'leads.write',
    'forms.write',
    'spend.write',
    'workspace.write',
    'deliveries.replay',
    'agreement.write',
  ],
  leads: ['leads.read'],
  behaviours: ['behaviours.report'],
};

/** Who acts on a workspace. */
export type Actor =
  | {
      readonly kind: 'person';
      readonly id: string;
      readonly email: string;
      readonly role: Role;
      readonly workspace: string;
    }
  /** A program, by a key that an admin has made for it. */
  | {
      readonly kind: 'key';
      readonly id: string;
      readonly scopes: readonly Scope[];
      readonly workspace: string;
    }
  /** Whoever holds the owner key. */
  | { readonly kind: 'owner'; readonly workspace: string };

export function may(actor: Actor, right: Right): boolean {
  switch (actor.kind) {
    case 'owner':
      // Nobody signs by a key: a signature is a person's.
      return right !== 'agreement.sign';
    case 'person':
      return byRole[actor.role].includes(right);
    case 'key':
      return actor.scopes.some((scope) => byScope[scope].includes(right));
  }
}

/** The actor's name in the audit. */
export function authorOf(actor: Actor): string {
  switch (actor.kind) {
    case 'owner':
      return 'owner';
    case 'person':
      return `person:${actor.email}`;
    case 'key':
      return `key:${actor.id}`;
  }
}

// Whoever comes in is a person of the workspace as well, so that they can get leads and sign: the Gate says who they are
// whenever that changes, and the Desk remembers what it was told. Refuses to touch whom the workspace's document or somebody
// by hand has made otherwise: a side follows a role only where it was that role's and nothing is signed for it, and who
// leaves goes only if they came this way and nothing hangs on them.
import type { Party, Person } from '@baton/agreement';
import * as z from 'zod';
import { roles, type Role } from '../../access/roles.ts';
import { recordChange } from '../audit.ts';
import type { Context } from '../context.ts';
import { importWorkspace } from '../import-workspace.ts';
import { first, text, type Sql } from '../sql.ts';
import { whyPersonStays } from './kept.ts';
import { signedFor } from './named.ts';

export type Member = { readonly email: string; readonly name: string; readonly role: Role };

const knownSchema = z.array(
  z.object({
    email: z.string(),
    role: z.enum(roles),
    /** Their person came to be here. */
    made: z.boolean(),
  }),
);

type Known = z.infer<typeof knownSchema>[number];

const partyOf: Readonly<Record<Role, Party | null>> = {
  admin: 'admin',
  marketing: 'marketing',
  sales: 'sales',
  viewer: null,
};

/** Takes in who comes in, all of them. */
export function knowMembers(context: Context, members: readonly Member[]): void {
  const { sql } = context.parts;
  const before = new Map(knownMembers(sql).map((known) => [known.email, known]));
  const isAsBefore =
    members.length === before.size && members.every(({ email, role }) => before.get(email)?.role === role);
  if (isAsBefore) return;
  sql.transaction(() => {
    const now = members.map((member): Known => {
      const known = before.get(member.email);
      const { email, role } = member;
      if (known?.role === role) return known;
      return { email, role, made: takeIn(context, member, known ?? null) };
    });
    const here = new Set(members.map(({ email }) => email));
    for (const known of before.values()) if (!here.has(known.email)) leave(context, known);
    sql.run(
      `INSERT INTO facts (key, value) VALUES ('members', ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
      JSON.stringify(now),
    );
  });
  context.documents.forget();
}

/** The addresses of those who come in as admins. */
export function admins(sql: Sql): readonly string[] {
  return knownMembers(sql).flatMap(({ email, role }) => (role === 'admin' ? [email] : []));
}

export const membersKept = `SELECT value FROM facts WHERE key = 'members'`;

function knownMembers(sql: Sql): readonly Known[] {
  const row = first(sql, membersKept);
  return row === null ? [] : knownSchema.parse(JSON.parse(text(row, 'value')));
}

/** Whether their person came to be here, now or before. */
function takeIn(context: Context, { email, name, role }: Member, known: Known | null): boolean {
  const party = partyOf[role];
  const person = context.documents.all().people.get(email);
  if (person === undefined) return party !== null && store(context, { email, name, party });
  if (known === null || person.party !== partyOf[known.role]) return known?.made ?? false;
  if (party === null) return !leave(context, known) && known.made;
  if (!signedFor(context, email).includes(person.party)) store(context, { ...person, party });
  return known.made;
}

/** Whether their person has gone with them. */
function leave(context: Context, { email, role, made }: Known): boolean {
  const { parts, documents } = context;
  const person = documents.all().people.get(email);
  if (!made || person === undefined || person.party !== partyOf[role]) return false;
  if (whyPersonStays(context, email) !== null) return false;
  parts.sql.run(`DELETE FROM people WHERE email = ?`, email);
  recordChange(parts, 'baton', { action: 'person.removed', subject: email, before: person });
  documents.forget();
  return true;
}

/** False for an address that no document could hold. */
function store({ parts, documents }: Context, person: Person): boolean {
  return importWorkspace(
    parts,
    documents,
    { format: 1, people: [person] },
    { author: 'baton', vouches: false },
  ).ok;
}

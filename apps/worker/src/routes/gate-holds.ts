// What hangs on a member in the Desk of the workspace, and that it goes to somebody else when they are removed. Asked
// for whoever is signed in, whom the Desk asks for their rights again.
import type { Actor } from '../access/rights.ts';
import { deskOf } from '../desk-of.ts';
import type { Held } from '../gate-pages/removing.ts';
import { holdsShape } from '../openapi/clock-shapes.ts';
import { inboxChoicesShape } from '../openapi/inbox-shapes.ts';
import type { Visit } from './gate-press.ts';

/** Null where nothing hangs on them. */
export async function heldBy(visit: Visit, email: string): Promise<Held | null> {
  const acting = actorOf(visit);
  if (acting === null) return null;
  const desk = deskOf(visit.env, acting.workspace);
  const answer = await desk.personHolds(acting, email);
  if (answer.kind !== 'done') return null;
  const holds = holdsShape().parse(JSON.parse(answer.text));
  const choices = await desk.inboxChoices(acting);
  const people = choices.kind === 'done' ? inboxChoicesShape().parse(JSON.parse(choices.text)).people : [];
  return { holds, others: people.filter((person) => person.email !== email) };
}

/** Hands all of it on; false where there is nobody of that address. */
export async function handAllOn(visit: Visit, email: string, to: string): Promise<boolean> {
  const acting = actorOf(visit);
  if (acting === null) return false;
  const answer = await deskOf(visit.env, acting.workspace).handOn(acting, email, to);
  return answer.kind === 'done';
}

function actorOf({ signedIn: { person, membership } }: Visit): Actor | null {
  if (membership === null) return null;
  const { workspace, role } = membership;
  return { kind: 'person', id: person.id, email: person.email, role, workspace };
}

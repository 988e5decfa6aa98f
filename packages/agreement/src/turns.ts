// Whose turn it is in a team: smooth weighted round robin. Everybody's running weight grows by their weight, the
// heaviest is next and pays for the round. Whoever is absent neither gains nor pays.
import type { Person } from './people.ts';

/** One member's standing in one team's rotation: a row to keep. */
export type Turn = {
  readonly team: string;
  /** E-mail. */
  readonly person: string;
  /** The running weight; a team's add up to 0. */
  readonly weight: number;
  /** Epoch milliseconds of the last turn; null before the first. */
  readonly lastAt: number | null;
};

export type Taken = { readonly person: Person; readonly turns: readonly Turn[] };

/**
 * Gives the next turn to one of the available, who are the team's members in its order. Ties go to whoever waited
 * longest, then to who is listed first. Rows of people who are no longer members of the team are dropped.
 * @returns null when nobody with a positive weight is available.
 */
export function takeTurn(
  team: string,
  members: readonly string[],
  available: readonly Person[],
  turns: readonly Turn[],
  now: number,
): Taken | null {
  const standing = new Map(turns.filter((turn) => turn.team === team).map((turn) => [turn.person, turn]));
  let round = 0;
  let next: { readonly person: Person; readonly turn: Turn } | null = null;
  for (const person of available) {
    const share = person.weight ?? 1;
    if (share <= 0) continue;
    const { weight, lastAt } = standing.get(person.email) ?? { weight: 0, lastAt: null };
    const turn = { team, person: person.email, weight: weight + share, lastAt };
    standing.set(person.email, turn);
    round += share;
    if (next === null || comesBefore(turn, next.turn)) next = { person, turn };
  }
  if (next === null) return null;
  const { person, turn } = next;
  standing.set(person.email, { ...turn, weight: turn.weight - round, lastAt: now });
  const others = turns.filter((other) => other.team !== team);
  const current = [...standing.values()].filter((other) => members.includes(other.person));
  return { person, turns: [...others, ...current] };
}

function comesBefore(one: Turn, other: Turn): boolean {
  if (one.weight !== other.weight) return one.weight > other.weight;
  return (one.lastAt ?? -Infinity) < (other.lastAt ?? -Infinity);
}

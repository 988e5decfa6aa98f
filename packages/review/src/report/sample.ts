// Ten leads of a month to talk about: four that sales rejected, three that it accepted, three that nobody has answered. Where
// one kind has too few, the others fill up in that order. Which of a kind follows from the month alone, so everybody
// who looks sees the same ten, and nobody can pick.
import type { Facts } from '../facts.ts';
import type { Period } from '../period.ts';

export const sampleKinds = ['rejected', 'accepted', 'unanswered'] as const;

export type SampleKind = (typeof sampleKinds)[number];

const sampleSizes: Readonly<Record<SampleKind, number>> = { rejected: 4, accepted: 3, unanswered: 3 };

export type Sampled = {
  readonly kind: SampleKind;
  /** Rows in storage. */ readonly lead: number;
  readonly handoff: number;
};

/** Each lead with the last of its handoffs of the month. */
export function sampleOf({ handoffs, leads }: Facts, month: Period): Sampled[] {
  const byLead = new Map<number, Sampled>();
  for (let place = 0; place < handoffs.count; place += 1) {
    const at = handoffs.at[place] ?? NaN;
    if (!(at >= month.start && at < month.end)) continue;
    const lead = leads.row[handoffs.lead[place] ?? 0] ?? NaN;
    const verdict = handoffs.verdict[place];
    // What was passed on is answered by somebody else.
    if (verdict === 0 && !Number.isNaN(handoffs.endedAt[place] ?? NaN)) continue;
    const kind = verdict === 2 ? 'rejected' : verdict === 1 ? 'accepted' : 'unanswered';
    byLead.set(lead, { kind, lead, handoff: handoffs.row[place] ?? NaN });
  }
  const drawn = sampleKinds.map((kind) =>
    [...byLead.values()]
      .filter((one) => one.kind === kind)
      .toSorted((one, other) => lot(month.from, one.lead) - lot(month.from, other.lead)),
  );
  const all = sampleKinds.reduce((sum, kind) => sum + sampleSizes[kind], 0);
  const first = drawn.flatMap((those, index) => those.slice(0, sizeAt(index)));
  const others = drawn.flatMap((those, index) => those.slice(sizeAt(index)));
  return [...first, ...others].slice(0, all);
}

function sizeAt(index: number): number {
  const kind = sampleKinds[index];
  return kind === undefined ? 0 : sampleSizes[kind];
}

/** An even number for a lead of a month (FNV-1a, then murmur's last mix). */
function lot(month: string, lead: number): number {
  let hash = 0x811c9dc5;
  for (const letter of `${month} ${lead}`) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

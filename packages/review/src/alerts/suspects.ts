// Who a drop points at. A part of what is counted, such as one version, one step, one source or one device, is the suspect
// when it fell surely, and by itself makes most of what is missing though it is not most of what there was. Where it
// fell everywhere alike nobody is: what all have in common is looked for in what was changed before.
import { fallIn, rateOf, type Tally } from './tally.ts';

export const suspectKinds = ['version', 'step', 'source', 'device', 'agreement'] as const;

export type SuspectKind = (typeof suspectKinds)[number];

/** One part: what of it there was before, and is now. */
export type Part = {
  readonly kind: SuspectKind;
  readonly word: string;
  readonly before: Tally;
  readonly now: Tally;
};

export type PartFound = Part & {
  /** Hits that are missing of it; negative where there are more. */
  readonly missing: number;
  readonly root: number;
  readonly isSuspect: boolean;
};

/** Sure enough to name, where a whole drop is sure already. */
const sure = 3;
/** Of all that is missing. */
const most = 0.6;

/**
 * @param whole the drop itself
 * @param parts of any kinds; those of one kind lie beside each other
 * @returns each with what is missing of it, the suspects first
 */
export function suspectsOf(
  whole: { readonly before: Tally; readonly now: Tally; readonly dispersion: number },
  parts: readonly Part[],
): readonly PartFound[] {
  const missing = missingOf(whole, NaN);
  const found = parts.map((part): PartFound => {
    const own = missingOf(part, part.before.of === 0 ? rateOf(whole.before) : NaN);
    const before = part.before.of === 0 ? whole.before : part.before;
    const root = fallIn(before, part.now) / Math.sqrt(whole.dispersion);
    return { ...part, missing: own, root, isSuspect: root >= sure && isMost(whole, part, own, missing) };
  });
  return found.toSorted(
    (one, other) => Number(other.isSuspect) - Number(one.isSuspect) || other.missing - one.missing,
  );
}

/** What is new is measured by how all were before. */
function missingOf({ before, now }: Pick<Part, 'before' | 'now'>, rate: number): number {
  return now.of * (Number.isNaN(rate) ? rateOf(before) : rate) - now.hits || 0;
}

function isMost(whole: { readonly before: Tally }, part: Part, own: number, missing: number): boolean {
  // Each step has a rate of its own, so the one that fell most is it.
  if (part.kind === 'step') return true;
  if (own < missing * most) return false;
  // A version that was not there before is all there is, and is to be asked all the same.
  if (part.before.hits === 0) return true;
  return part.before.hits / whole.before.hits < (own / missing) * 0.8;
}

// What people ask, and what sales writes about them: the terms of a period's texts, by how many people wrote them, against
// the period before, or against all others where only some leads are asked about.
import type { Facts } from '../facts.ts';
import { periodBefore, type Period, type Span } from '../period.ts';
import type { Selection } from '../selection.ts';
import { likelihoodRatio, unlikely } from './likelihood-ratio.ts';
import { leastPeople, textKinds, type TextKind, type Texts } from './texts.ts';

/** Terms that are told: of the commonest, and of those that stand out most. */
const [mostCommon, mostRisen] = [30, 15];
/** A shorter term is left out where so many of its people wrote a longer one that holds it. */
const heldShare = 0.8;
const mostExamples = 3;
/** A text on neither side of the comparison. */
const neither = -1;

/** Visitors and sales write about different things. */
export const textGroups: Readonly<Record<AskedGroup, readonly TextKind[]>> = {
  answers: ['answer'],
  sales: ['note', 'rejection'],
};

export type AskedGroup = 'answers' | 'sales';

type TermView = {
  readonly term: string;
  /** Who wrote it. */
  readonly people: number;
  /** And of those it is compared with. */
  readonly before: number;
  /** Dunning's ratio, negative where fewer wrote it. */
  readonly ratio: number;
  /** Beyond what is chance. */
  readonly change: 'more' | 'less' | null;
  /** Places of texts that hold it, the latest that ask something first, each of another lead. */
  readonly examples: readonly number[];
};

type GroupView = {
  /** Who wrote anything. */
  readonly people: number;
  readonly before: number;
  readonly terms: readonly TermView[];
};

export type AskedView = {
  /** What they are compared with: the period before, or the other leads of this one. */
  readonly against: 'before' | 'others';
  readonly groups: Readonly<Record<AskedGroup, GroupView>>;
};

/** How it is counted, in words. */
export const askedDefinition = `Words of one to three in a row, in answers to free questions, in notes and in the notes of rejections; words that say nothing are left out. Counted are the people by or about whom they were written; what fewer than ${leastPeople} wrote is not shown. Marked is what is written more, or less, than before, by Dunning’s log-likelihood ratio of at least ${unlikely}: one in a thousand by chance. Where leads are narrowed down, they are compared with all others instead.`;

export type Asking = { readonly facts: Facts; readonly selection: Selection };

export function askedOf(asking: Asking, texts: Texts, period: Period): AskedView {
  const { sides, isNarrowed } = sidesOf(asking, texts, period);
  const group = (of: AskedGroup): GroupView => groupOf(texts, kindsOf(of), sides);
  return {
    against: isNarrowed ? 'others' : 'before',
    groups: { answers: group('answers'), sales: group('sales') },
  };
}

export function kindsOf(group: AskedGroup): ReadonlySet<number> {
  return new Set(textGroups[group].map((kind) => textKinds.indexOf(kind)));
}

/**
 * On which side of the comparison each text is: 0 is what is asked about. And the place of each one's lead among the
 * facts, -1 where it is not there any more, or not yet.
 */
export function sidesOf({ facts, selection }: Asking, texts: Texts, period: Period) {
  const isNarrowed = selection.leads.includes(0);
  const before = periodBefore(period);
  const placeOf = placesOf(facts, texts);
  const isChosen = (text: number): boolean => selection.leads[placeOf[text] ?? -1] === 1;
  const isIn = (text: number, { start, end }: Span): boolean => {
    const at = texts.at[text] ?? NaN;
    return at >= start && at < end;
  };
  const sideOf = (text: number): 0 | 1 | null => {
    if ((placeOf[text] ?? -1) === -1) return null;
    if (isChosen(text)) return isIn(text, period) ? 0 : !isNarrowed && isIn(text, before) ? 1 : null;
    return isNarrowed && isIn(text, period) ? 1 : null;
  };
  const sides = Int8Array.from({ length: texts.count }, (_, text) => sideOf(text) ?? neither);
  return { sides, placeOf, isNarrowed };
}

function groupOf(texts: Texts, kinds: ReadonlySet<number>, sides: Int8Array): GroupView {
  const size = texts.words.length;
  const [counts, last] = [
    [new Int32Array(size), new Int32Array(size)],
    [new Float64Array(size).fill(NaN), new Float64Array(size).fill(NaN)],
  ];
  const of = [0, 0];
  const lastWriter = [NaN, NaN];
  for (let text = 0; text < texts.count; text += 1) {
    if (!kinds.has(texts.kind[text] ?? 0)) continue;
    const side = sides[text] ?? neither;
    const [count, seen] = [counts[side], last[side]];
    if (count === undefined || seen === undefined) continue;
    const lead = texts.lead[text] ?? NaN;
    if (lastWriter[side] !== lead) of[side] = (of[side] ?? 0) + 1;
    lastWriter[side] = lead;
    for (let at = texts.termsFrom[text] ?? 0; at < (texts.termsFrom[text + 1] ?? 0); at += 1) {
      const term = texts.terms[at] ?? 0;
      if (seen[term] === lead) continue;
      seen[term] = lead;
      count[term] = (count[term] ?? 0) + 1;
    }
  }
  const [people = 0, before = 0] = of;
  const terms = chosenTerms(texts.words, counts, people, before);
  return { people, before, terms: withExamples(texts, terms, kinds, sides) };
}

type Term = Omit<TermView, 'examples'> & { readonly code: number };

function chosenTerms(
  words: readonly string[],
  [own, others]: readonly Int32Array[],
  people: number,
  before: number,
): readonly Term[] {
  const all: Term[] = [];
  for (const [code, term] of words.entries()) {
    const [said, saidBefore] = [own?.[code] ?? 0, others?.[code] ?? 0];
    if (said < leastPeople) continue;
    const ratio = likelihoodRatio(said, people, saidBefore, before);
    const change = ratio >= unlikely ? 'more' : ratio <= -unlikely ? 'less' : null;
    all.push({ code, term, people: said, before: saidBefore, ratio, change });
  }
  const byPeople = withoutHeld(all).toSorted(
    (one, other) => other.people - one.people || other.ratio - one.ratio || (one.term < other.term ? -1 : 1),
  );
  const common = byPeople.slice(0, mostCommon);
  const risen = byPeople
    .slice(mostCommon)
    .filter(({ change }) => change === 'more')
    .toSorted((one, other) => other.ratio - one.ratio)
    .slice(0, mostRisen);
  return [...common, ...risen];
}

/** Without terms that nearly all wrote as part of a longer one. */
function withoutHeld(terms: readonly Term[]): readonly Term[] {
  const held = new Map<string, number>();
  for (const { term, people } of terms) {
    const words = term.split(' ');
    for (let from = 0; from < words.length; from += 1)
      for (let to = from + 1; to <= words.length; to += 1) {
        if (to - from === words.length) continue;
        const part = words.slice(from, to).join(' ');
        held.set(part, Math.max(held.get(part) ?? 0, people));
      }
  }
  return terms.filter(({ term, people }) => (held.get(term) ?? 0) < heldShare * people);
}

function withExamples(
  texts: Texts,
  terms: readonly Term[],
  kinds: ReadonlySet<number>,
  sides: Int8Array,
): readonly TermView[] {
  const found = terms.map(() => new Map<number, number>());
  // Most terms of most texts are not told.
  const placeOf = new Int32Array(texts.words.length).fill(-1);
  for (const [place, { code }] of terms.entries()) placeOf[code] = place;
  const isBetter = (text: number, known: number): boolean =>
    (texts.asks[text] ?? 0) - (texts.asks[known] ?? 0) > 0 ||
    (texts.asks[text] === texts.asks[known] && (texts.at[text] ?? 0) > (texts.at[known] ?? 0));
  for (let text = 0; text < texts.count; text += 1) {
    if (!kinds.has(texts.kind[text] ?? 0) || sides[text] !== 0) continue;
    const lead = texts.lead[text] ?? NaN;
    for (let at = texts.termsFrom[text] ?? 0; at < (texts.termsFrom[text + 1] ?? 0); at += 1) {
      const byLead = found[placeOf[texts.terms[at] ?? 0] ?? -1];
      if (byLead === undefined) continue;
      const known = byLead.get(lead);
      if (known === undefined || isBetter(text, known)) byLead.set(lead, text);
    }
  }
  return terms.map((term, place) => {
    const { code: _code, ...told } = term;
    const examples = [...(found[place]?.values() ?? [])]
      .toSorted((one, other) => (isBetter(one, other) ? -1 : 1))
      .slice(0, mostExamples);
    return { ...told, examples };
  });
}

function placesOf({ leads }: Facts, texts: Texts): Int32Array {
  const places = new Int32Array(texts.count).fill(-1);
  let place = 0;
  for (let text = 0; text < texts.count; text += 1) {
    const row = texts.lead[text] ?? NaN;
    while (place < leads.count && (leads.row[place] ?? NaN) < row) place += 1;
    if (leads.row[place] === row) places[text] = place;
  }
  return places;
}

// What became of an agreement, in words: every difference between two documents once, told by ids, so that what was
// moved is not said to be new. Leaves out the signatures, which are no part of what is signed.
import { isRecord, documentChanges, type DocumentChange } from '@baton/schema';
import { nameWord, plainText, sentence, type Path, type Words } from '@baton/rules';
import { placeInWords, type Side } from './place-words.ts';
import { readTerms } from './read-terms.ts';
import type { SectionId } from './sections.ts';
import { createSpeaker, type Names } from './speaker.ts';

export type ChangeInWords = {
  readonly kind: DocumentChange['kind'];
  /** Parts that have an id stand under it: `score`, `fit`, `rules`, `vp`, `points`. */
  readonly path: Path;
  /** Null: of no section, such as the title. */
  readonly section: SectionId | null;
  readonly says: Words;
};

/**
 * The changes in the order of the later document. Empty exactly when both say the same, signatures aside.
 * @param before undefined or null: there was none
 */
export function diffInWords(before: unknown, after: unknown, names: Names): readonly ChangeInWords[] {
  const sides = { before: sideOf(before, names), after: sideOf(after, names) };
  return documentChanges(unsigned(before), unsigned(after), [], isWhole).map((change) => {
    const place = placeInWords(change.path, change.kind === 'added' ? sides.after : sides.before);
    const { section } = place;
    return { kind: change.kind, path: change.path, section, says: said(change, place, sides) };
  });
}

function sideOf(document: unknown, names: Names): Side {
  const terms = readTerms(document);
  return { terms, speaker: createSpeaker(terms, names) };
}

function unsigned(document: unknown): unknown {
  if (!isRecord(document)) return document ?? {};
  const { signatures: _, ...content } = document;
  return content;
}

const wholes = new Set(['when', 'requires', 'to', 'match', 'fallback', 'escalate', 'blames', 'holidays']);

function isWhole(path: Path): boolean {
  const last = path.at(-1);
  return (
    (typeof last === 'string' && wholes.has(last)) ||
    (path.length === 3 && path[0] === 'hours' && path[1] === 'week')
  );
}

type Sides = { readonly before: Side; readonly after: Side };

function said(
  change: DocumentChange,
  { what, value, entry }: ReturnType<typeof placeInWords>,
  { before, after }: Sides,
): Words {
  if (change.kind === 'moved') return sentence(what, ' moved: now ', whereTo(change.path, after));
  if (change.kind === 'added' && entry !== null) {
    return sentence(`New ${entry} — `, value(change.after, after));
  }
  if (change.kind === 'removed' && entry !== null) {
    return sentence(`No longer: ${entry} — `, value(change.before, before));
  }
  const was = value(change.kind === 'added' ? undefined : change.before, before);
  const is = value(change.kind === 'removed' ? undefined : change.after, after);
  // A name that two options share, or a default that is written out now.
  if (plainText(was) === plainText(is)) return sentence(what, ' is written anew, in the same words: ', is);
  return sentence(what, ': ', was, ' → ', is);
}

function whereTo(path: Path, { terms }: Side): Words {
  const id = path.at(-1);
  const [part] = path;
  const ids =
    part === 'routing'
      ? terms.routing.rules.map((rule) => rule.id)
      : part === 'tiers'
        ? terms.tiers.map((tier) => tier.id)
        : listOf(path, terms).map((entry) => entry.id);
  const before = ids[ids.indexOf(String(id)) - 1];
  if (before === undefined) return sentence('first');
  const named = listOf(path, terms).find((entry) => entry.id === before);
  return sentence('after ', nameWord(named?.says || before));
}

type Entry = { readonly id: string; readonly says: string };

function listOf(
  [part, inner, list]: Path,
  { score, disqualify, rejections }: Side['terms'],
): readonly Entry[] {
  if (part === 'disqualify') return disqualify;
  if (part === 'rejections') return rejections;
  if (part !== 'score' || (inner !== 'fit' && inner !== 'engagement' && inner !== 'intent')) return [];
  return list === 'rules' ? score[inner].rules : score[inner].behaviours;
}

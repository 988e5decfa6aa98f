// A place of the agreement that two people have changed, in words: the clause as it reads with what either of them wrote.
import { agreementInWords, type Names, type Section } from '@baton/agreement/words';
import { plainText, type Path } from '@baton/rules';
import { isRecord } from '@baton/schema';
import type { Clash } from '../saving/merge-documents.ts';
import { valueAt, withValueAt, type TermsDraft } from './terms-draft.ts';

/** The section that it stands in. */
export function clashInWords(draft: TermsDraft, { path }: Pick<Clash, 'path'>, names: Names): string {
  const [section] = clauseAt(agreementInWords(draft, names), placeOf(draft, path));
  return section?.title ?? path.join(' · ');
}

/** The whole clause with one side's value in it. */
export function sideInWords(draft: TermsDraft, clash: Clash, value: unknown, names: Names): string {
  if (value === undefined) return 'Taken away';
  const place = placeOf(draft, clash.path);
  const [, words] = clauseAt(agreementInWords(withValueAt(draft, place, value), names), place);
  if (words !== undefined) return plainText(words);
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** Parts of a list stand under their ids in a clash, and under their positions in a document. */
function placeOf(draft: TermsDraft, path: Clash['path']): Path {
  const place: (string | number)[] = [];
  for (const key of path) {
    const at = valueAt(draft, place);
    const index = Array.isArray(at) ? at.findIndex((one) => isRecord(one) && one['id'] === key) : -1;
    place.push(index < 0 ? key : index);
  }
  return place;
}

type Words = Section['sentences'][number]['words'];

/** The clause that says most closely what stands there. */
function clauseAt(sections: readonly Section[], place: Path): readonly [section?: Section, words?: Words] {
  let found: readonly [section?: Section, words?: Words] = [];
  let longest = -1;
  for (const section of sections) {
    for (const { path, words } of section.sentences) {
      const isAbove = path.every((key, index) => key === place[index]);
      if (!isAbove || path.length <= longest) continue;
      longest = path.length;
      found = [section, words];
    }
  }
  return found;
}

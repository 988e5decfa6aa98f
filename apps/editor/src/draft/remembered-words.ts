// The words of one condition, found anew only where the condition or what it reads has changed: a form may have hundreds,
// and somebody types.
import { conditionFields, plainText } from '@baton/rules';
import { conditionAt, type ConditionPlace } from './condition-places.ts';
import { conditionInWords } from './condition-words.ts';
import type { FormDraft } from './form-draft.ts';
import { fieldOf } from './places.ts';
import type { Surroundings } from './readables.ts';

/** A function that says the condition of one place of a draft; empty where there is none. */
export function rememberedWords(place: ConditionPlace, around: Surroundings): (draft: FormDraft) => string {
  let [read, text]: [readonly unknown[], string] = [[], ''];
  return (draft) => {
    const condition = conditionAt(draft, place);
    if (condition === null) return '';
    // The question behind a choice's last option is called by the choice.
    const ids = conditionFields(condition).map((path) => path.replace(/^answer\./, ''));
    const fields = ids.flatMap((id) => [fieldOf(draft, id), fieldOf(draft, id.replace(/_other$/, ''))]);
    const now = [condition, ...fields];
    if (now.length === read.length && now.every((part, index) => part === read[index])) return text;
    read = now;
    text = plainText(conditionInWords(condition, draft, around));
    return text;
  };
}

// The words of one condition, found anew only where the condition or what it reads has changed: a form may have hundreds,
// and somebody types.
import { conditionFields, plainText, type Condition } from '@baton/rules';
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
    const now = [condition, ...fieldsRead(condition).map((id) => fieldOf(draft, id))];
    if (now.length === read.length && now.every((part, index) => part === read[index])) return text;
    read = now;
    text = plainText(conditionInWords(condition, draft, around));
    return text;
  };
}

/** The ids of the fields that the words of a condition may hang on, those that are not there too. */
export function fieldsRead(condition: Condition): readonly string[] {
  const ids = conditionFields(condition).map((path) => path.replace(/^answer\./, ''));
  // The question behind a choice's last option is called by the choice.
  return ids.flatMap((id) => (id.endsWith('_other') ? [id, id.slice(0, -6)] : [id]));
}

// A condition in plain words, where there is room for a line. The same words stay the same value: nothing is redrawn.
import { conditionAt, type ConditionPlace } from '../../draft/condition-places.ts';
import { conditionInWords, plainText } from '../../draft/condition-words.ts';
import { useDraft } from '../builder-context.ts';
import { useSurroundings } from './use-surroundings.ts';

/** Empty where there is no condition. */
export function useConditionText(place: ConditionPlace): string {
  const around = useSurroundings();
  return useDraft((draft) => plainText(conditionInWords(conditionAt(draft, place), draft, around)));
}

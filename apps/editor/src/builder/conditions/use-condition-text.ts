// A condition in plain words, where there is room for a line. The same words stay the same value: nothing is redrawn.
import { useMemo } from 'react';
import type { ConditionPlace } from '../../draft/condition-places.ts';
import { rememberedWords } from '../../draft/remembered-words.ts';
import { useBuilder, useDraft } from '../builder-context.ts';

/** Empty where there is no condition. Of fields and steps: outcomes also speak of the agreement. */
export function useConditionText(kind: Exclude<ConditionPlace['kind'], 'outcome'>, id: string): string {
  const { attributes } = useBuilder();
  const words = useMemo(
    () => rememberedWords({ kind, id }, { attributes, agreement: null }),
    [kind, id, attributes],
  );
  return useDraft(words);
}

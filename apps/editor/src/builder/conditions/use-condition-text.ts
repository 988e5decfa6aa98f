// A condition in plain words, where there is room for a line. It is said anew where it or what it reads has changed.
import { useMemo } from 'react';
import { conditionAt, type ConditionPlace } from '../../draft/condition-places.ts';
import { fieldsRead, rememberedWords } from '../../draft/remembered-words.ts';
import { useBuilder } from '../builder-context.ts';
import { fieldPart, stepPart } from '../changed-parts.ts';
import { usePart, useParts } from '../use-part.ts';

/** Empty where there is no condition. Of fields and steps: outcomes also speak of the agreement. */
export function useConditionText(kind: Exclude<ConditionPlace['kind'], 'outcome'>, id: string): string {
  const { attributes } = useBuilder();
  const part = kind === 'step_shown' ? stepPart(id) : fieldPart(id);
  const condition = usePart(part, ({ draft }) => conditionAt(draft, { kind, id }));
  const parts = useMemo(() => [part, ...fieldsRead(condition).map(fieldPart)], [part, condition]);
  const words = useMemo(
    () => rememberedWords({ kind, id }, { attributes, agreement: null }),
    [kind, id, attributes],
  );
  return useParts(parts, ({ draft }) => words(draft));
}

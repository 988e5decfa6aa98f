// One part of the draft, for whoever shows that part alone: only a change of it is looked at. Each is given a selector
// whose answer stays the same object while nothing of it changes.
import { useCallback, useSyncExternalStore } from 'react';
import type { DraftField, DraftStep } from '../draft/form-draft.ts';
import { fieldOf } from '../draft/places.ts';
import { useBuilder, useDraft } from './builder-context.ts';
import { chosenPart, fieldPart, stepPart } from './changed-parts.ts';
import type { FormState } from './form-store.ts';
import { useSameList } from './same-list.ts';
import { selectedFields } from './selection.ts';

export function usePart<T>(part: string, select: (state: FormState) => T): T {
  const { store } = useBuilder();
  const subscribe = useCallback((tell: () => void) => store.onPart(part, tell), [store, part]);
  return useSyncExternalStore(subscribe, () => select(store.state.getState()));
}

/** @param parts a list that stays the same while the same parts are meant */
export function useParts<T>(parts: readonly string[], select: (state: FormState) => T): T {
  const { store } = useBuilder();
  const subscribe = useCallback(
    (tell: () => void) => {
      const stops = parts.map((part) => store.onPart(part, tell));
      return () => {
        for (const stop of stops) stop();
      };
    },
    [store, parts],
  );
  return useSyncExternalStore(subscribe, () => select(store.state.getState()));
}

/** Undefined: it is not there any more. */
export function useField(id: string): DraftField | undefined {
  return usePart(fieldPart(id), ({ draft }) => fieldOf(draft, id));
}

/** `alone`: nothing else is selected. */
export type Chosen = 'no' | 'among others' | 'alone';

export function useChosen(id: string): Chosen {
  return usePart(chosenPart(id), ({ selection }) => {
    const ids = selectedFields(selection);
    if (!ids.includes(id)) return 'no';
    return ids.length === 1 ? 'alone' : 'among others';
  });
}

/** Undefined: the step is not there any more. */
export function useStep<T>(id: string, select: (step: DraftStep) => T): T | undefined {
  return usePart(stepPart(id), ({ draft }) => {
    const step = draft.steps.find((one) => one.id === id);
    return step && select(step);
  });
}

/** The very same list while the same fields stand in the same order. */
export function useFieldIds(step: string): readonly string[] {
  const same = useSameList<string>();
  return useStep(step, ({ fields }) => same(fields.map(({ id }) => id))) ?? none;
}

const none: readonly string[] = [];

/** The very same list while the same steps stand in the same order. */
export function useStepIds(): readonly string[] {
  const same = useSameList<string>();
  return useDraft(({ steps }) => same(steps.map(({ id }) => id)));
}

// What can be done to the selected parts, whoever asks for it: a key, a button, a menu. Says what was done.
import { createContext, use, useCallback, useMemo, useState, type ReactNode } from 'react';
import type { FieldKind } from '@baton/form';
import { copiesOf, insertFields, newField, nudgeFields, removeFields } from '../../draft/edit-fields.ts';
import { addStep, nudgeStep, removeStep, splitStep } from '../../draft/edit-steps.ts';
import { dependentsOf, type Dependent } from '../../draft/dependents.ts';
import { fieldsOf, gapAfter, placeOf, type Gap } from '../../draft/places.ts';
import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { useSay } from '../../parts/toast.tsx';
import { useBuilder } from '../builder-context.ts';
import { useSayDone } from '../use-say-done.ts';
import { selectedFields } from '../selection.ts';
import { copyFields, pastedFields } from './clipboard.ts';
import { closedPalette, PaletteContext, type PaletteState } from './palette-state.ts';

/** What is about to be taken away although something reads it. */
export type Removal = {
  readonly ids: readonly string[];
  /** The fields go with it. */
  readonly step?: string;
  readonly dependents: readonly Dependent[];
};

export type BuildActions = {
  /** Puts a new field in, behind what is selected unless told where. */
  readonly add: (kind: FieldKind, gap?: Gap) => void;
  readonly remove: () => void;
  readonly duplicate: () => void;
  readonly nudge: (by: -1 | 1) => void;
  readonly copy: () => Promise<void>;
  readonly paste: () => Promise<void>;
  readonly addStep: (index: number) => void;
  /** Lets a new step begin with the first of the selected fields. */
  readonly split: () => void;
  readonly removal: Removal | null;
  readonly confirmRemoval: (isWanted: boolean) => void;
};

const Context = createContext<BuildActions | null>(null);

export function useBuildActions(): BuildActions {
  const actions = use(Context);
  if (actions === null) throw new Error('This belongs inside the build tab.');
  return actions;
}

export function BuildActionsProvider({ children }: { readonly children: ReactNode }) {
  const [removal, setRemoval] = useState<Removal | null>(null);
  const [voice] = useState(() => createStore<Voice>(() => ({ said: '' })));
  const actions = useActions(removal, setRemoval, voice);
  const [palette] = useState(() => createStore<PaletteState>(() => closedPalette));
  const value = useMemo(() => ({ ...actions, removal }), [actions, removal]);
  return (
    <Context value={value}>
      <PaletteContext value={palette}>{children}</PaletteContext>
      <Said voice={voice} />
    </Context>
  );
}

/** What was done last. Not in the context: nobody who acts is drawn anew for a word. */
type Voice = { readonly said: string };

function Said({ voice }: { readonly voice: StoreApi<Voice> }) {
  const said = useStore(voice, (state) => state.said);
  return (
    <p role="status" aria-live="assertive" className="sr-only">
      {said}
    </p>
  );
}

function useActions(
  removal: Removal | null,
  setRemoval: (removal: Removal | null) => void,
  voice: StoreApi<Voice>,
): Omit<BuildActions, 'removal'> {
  const { store, mayWrite } = useBuilder();
  const say = useSay();
  const sayDone = useSayDone();
  const takeAway = useCallback(
    (ids: readonly string[]) => {
      const draft = store.state.getState().draft;
      const next = fieldsOf(draft).filter(({ id }) => !ids.includes(id));
      const first = ids[0];
      const at = first === undefined ? -1 : fieldsOf(draft).findIndex(({ id }) => id === first);
      store.edit((whole) => removeFields(whole, new Set(ids)));
      const neighbour = next[Math.min(at, next.length - 1)];
      if (neighbour) store.select({ kind: 'fields', ids: [neighbour.id] });
      sayDone(ids.length === 1 ? 'Field removed.' : `${ids.length} fields removed.`);
    },
    [store, sayDone],
  );
  const takeStepAway = useCallback(
    (id: string) => {
      store.edit((whole) => removeStep(whole, id));
      sayDone('Step removed.');
    },
    [store, sayDone],
  );
  return useMemo(() => {
    const now = () => store.state.getState();
    const setSaid = (said: string): void => voice.setState({ said });
    const chosen = (): readonly string[] => selectedFields(now().selection);
    const put = (fields: ReturnType<typeof copiesOf>, gap: Gap): void => {
      store.edit((draft) => insertFields(draft, fields, gap));
      store.select({ kind: 'fields', ids: fields.map(({ id }) => id) });
    };
    const behind = (): Gap | null => {
      const { draft, selection } = now();
      if (selection.kind === 'step') {
        const step = draft.steps.find(({ id }) => id === selection.id);
        if (step) return { step: step.id, index: step.fields.length };
      }
      return gapAfter(draft, lastInOrder(draft, chosen()));
    };
    if (!mayWrite) return readOnly;
    return {
      add(kind, gap = behind() ?? undefined) {
        if (gap === undefined) return;
        const field = newField(kind, now().draft);
        put([field], gap);
        setSaid(`${field.label} added.`);
      },
      remove() {
        const { draft, selection } = now();
        if (selection.kind === 'step') {
          const step = draft.steps.find(({ id }) => id === selection.id);
          if (!step || draft.steps.length < 2) return say('A form has at least one step.');
          const ids = step.fields.map(({ id }) => id);
          const dependents = dependentsOf(draft, new Set(ids));
          return dependents.length > 0
            ? setRemoval({ ids, step: step.id, dependents })
            : takeStepAway(step.id);
        }
        const ids = chosen();
        if (ids.length === 0) return undefined;
        const dependents = dependentsOf(draft, new Set(ids));
        return dependents.length > 0 ? setRemoval({ ids, dependents }) : takeAway(ids);
      },
      duplicate() {
        const { draft } = now();
        const ids = new Set(chosen());
        const fields = fieldsOf(draft).filter(({ id }) => ids.has(id));
        const gap = gapAfter(draft, fields.at(-1)?.id);
        if (fields.length === 0 || gap === null) return;
        put(copiesOf(draft, fields), gap);
        setSaid(fields.length === 1 ? 'Field duplicated.' : `${fields.length} fields duplicated.`);
      },
      nudge(by) {
        const { draft, selection } = now();
        if (selection.kind === 'step') return store.edit((whole) => nudgeStep(whole, selection.id, by));
        const ids = chosen();
        store.edit((whole) => nudgeFields(whole, new Set(ids), by), `nudge ${ids.join(' ')}`);
        const place = ids[0] === undefined ? null : placeOf(now().draft, ids[0]);
        if (place && now().draft !== draft) {
          setSaid(`Moved to place ${place.index + 1} of step ${place.stepIndex + 1}.`);
        }
        return undefined;
      },
      async copy() {
        const ids = new Set(chosen());
        const fields = fieldsOf(now().draft).filter(({ id }) => ids.has(id));
        if (fields.length > 0 && (await copyFields(fields))) setSaid('Copied.');
      },
      async paste() {
        const gap = behind();
        const fields = await pastedFields();
        if (fields === null || gap === null) {
          say('There are no fields to paste.');
          return;
        }
        put(copiesOf(now().draft, fields), gap);
        setSaid(`${fields.length} pasted.`);
      },
      addStep(index) {
        const { draft, id } = addStep(now().draft, index);
        store.edit(() => draft);
        store.select({ kind: 'step', id });
        setSaid('Step added.');
      },
      split() {
        const { draft } = now();
        const wanted = new Set(chosen());
        const first = fieldsOf(draft).find(({ id }) => wanted.has(id));
        const place = first && placeOf(draft, first.id);
        if (!place || place.index === 0) return;
        store.edit((whole) => splitStep(whole, place.step.id, place.index));
        setSaid(`Step ${place.stepIndex + 2} begins here.`);
      },
      confirmRemoval(isWanted) {
        if (isWanted && removal?.step !== undefined) takeStepAway(removal.step);
        else if (isWanted && removal) takeAway(removal.ids);
        setRemoval(null);
      },
    };
  }, [store, mayWrite, removal, setRemoval, voice, takeAway, takeStepAway, say]);
}

const ignore = (): void => undefined;
const ignoreSoon = async (): Promise<void> => undefined;

/** Whoever may only look does nothing by any key. */
const readOnly: Omit<BuildActions, 'removal'> = {
  add: ignore,
  remove: ignore,
  duplicate: ignore,
  nudge: ignore,
  copy: ignoreSoon,
  paste: ignoreSoon,
  addStep: ignore,
  split: ignore,
  confirmRemoval: ignore,
};

function lastInOrder(draft: Parameters<typeof fieldsOf>[0], ids: readonly string[]): string | undefined {
  const chosen = new Set(ids);
  return fieldsOf(draft).findLast(({ id }) => chosen.has(id))?.id;
}

// What a change costs the builder: the parts that it changes, and not how many there are.
import { act, cleanup, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { nudgeFields, updateField } from '../../draft/edit-fields.ts';
import type { DraftField, FormDraft } from '../../draft/form-draft.ts';
import { updateStep } from '../../draft/edit-steps.ts';
import { stageOf } from '../staged.tsx';
import { showBuild } from './staged-build.tsx';

afterEach(cleanup);

/** Every third field comes when the one before it is answered. */
function formOf(count: number, read: (id: string) => void): FormDraft {
  const fields = Array.from({ length: count }, (_, at): DraftField => {
    const id = `f${at}`;
    const rules = [{ field: `answer.f${at - 1}`, operator: '=' as const, value: 'yes' }];
    return {
      id,
      kind: 'text',
      // Whoever draws a field asks for its label.
      get label() {
        read(id);
        return `Question ${at}`;
      },
      ...(at % 3 === 2 ? { shownWhen: { combinator: 'and' as const, rules } } : {}),
    };
  });
  return { format: 1, id: 'long', name: 'Long', steps: [{ id: 'all', title: 'All', fields }] };
}

function stage(count: number) {
  const drawn = new Set<string>();
  const made = stageOf(formOf(count, (id) => drawn.add(id)));
  const { store } = made;
  let looking = 0;
  const { subscribe } = store.state;
  store.state.subscribe = (tell) => {
    const stop = subscribe(tell);
    looking += 1;
    return () => {
      looking -= 1;
      stop();
    };
  };
  showBuild(made);
  drawn.clear();
  /** Which fields, as they were before it, are read by it. */
  const drawnBy = (change: () => void): readonly string[] => {
    drawn.clear();
    act(change);
    return [...drawn].toSorted();
  };
  return { store, drawnBy, looking: () => looking };
}

test('a key in one field draws no other field, however many there are', () => {
  const { store, drawnBy } = stage(60);
  act(() => store.select({ kind: 'fields', ids: ['f4'] }));
  const drawn = drawnBy(() => store.edit((draft) => updateField(draft, 'f4', { label: 'Role' }), 'label f4'));
  // Its former label, to be changed; what is said of f5 reads the new one.
  expect(drawn).toEqual(['f4']);
  expect(screen.getAllByRole('button', { name: /^Role/ })).toHaveLength(2);
  screen.getByRole('button', { name: /^Question 5.*shown when.*Role/ });
});

test('a step’s title draws no field', () => {
  const { store, drawnBy } = stage(60);
  expect(drawnBy(() => store.edit((draft) => updateStep(draft, 'all', { title: 'Everything' })))).toEqual([]);
  screen.getByRole('region', { name: 'Everything' });
});

test('what is selected draws itself, and what was selected before', () => {
  const { store, drawnBy } = stage(60);
  act(() => store.select({ kind: 'fields', ids: ['f4'] }));
  expect(drawnBy(() => store.select({ kind: 'fields', ids: ['f40'] }))).toEqual(['f4', 'f40']);
  expect(
    screen.getAllByRole('button', { current: true }).map((part) => part.textContent.slice(0, 11)),
  ).toContain('Question 40');
});

test('a move by one place draws the two that change places, and the way back as well', () => {
  const { store, drawnBy } = stage(60);
  const move = (): void => store.edit((draft) => nudgeFields(draft, new Set(['f30']), 1));
  expect(drawnBy(move)).toEqual(['f30', 'f31']);
  expect(drawnBy(store.undo)).toEqual(['f30', 'f31']);
});

test('as many look at every change of a long form as at one of a short form', () => {
  const short = stage(12).looking();
  cleanup();
  expect(stage(60).looking()).toBe(short);
});

import { expect, test } from 'vitest';
import { addStep, nudgeStep, removeStep, splitStep, updateStep } from './edit-steps.ts';
import type { FormDraft } from './form-draft.ts';

const field = (id: string) => ({ id, kind: 'text', label: id }) as const;

const draft: FormDraft = {
  format: 1,
  id: 'demo',
  name: 'Demo',
  steps: [
    { id: 's1', title: 'One', fields: [field('a'), field('b')] },
    { id: 's2', title: 'Two', fields: [field('c')] },
  ],
};

const shape = ({ steps }: FormDraft) => steps.map(({ id, fields }) => [id, fields.map((one) => one.id)]);

test('a new step has an id of its own and nothing in it', () => {
  const { draft: next, id } = addStep(draft, 1);
  expect(id).toBe('step_3');
  expect(shape(next)).toEqual([
    ['s1', ['a', 'b']],
    ['step_3', []],
    ['s2', ['c']],
  ]);
});

test('a step is split before a field, and what comes after it stays in order', () => {
  const next = splitStep(draft, 's1', 1);
  expect(shape(next)).toEqual([
    ['s1', ['a']],
    ['step_3', ['b']],
    ['s2', ['c']],
  ]);
  expect(splitStep(draft, 'nobody', 1)).toBe(draft);
});

test('both halves of a step that is shown at times are shown at those', () => {
  const shownWhen = {
    combinator: 'and',
    rules: [{ field: 'answer.c', operator: '=', value: 'yes' }],
  } as const;
  const [whole, ...rest] = draft.steps;
  expect(whole).toBeDefined();
  const steps = [...rest, { id: 's1', title: 'One', fields: [field('a'), field('b')], shownWhen }];
  const next = splitStep({ ...draft, steps }, 's1', 1);
  expect(next.steps.map((step) => step.shownWhen)).toEqual([undefined, shownWhen, shownWhen]);
});

test('a step moves one place, and stops at the ends', () => {
  expect(shape(nudgeStep(draft, 's1', 1)).map(([id]) => id)).toEqual(['s2', 's1']);
  expect(nudgeStep(draft, 's1', -1)).toBe(draft);
  expect(nudgeStep(draft, 's2', 1)).toBe(draft);
});

test('a step goes with its fields, and the others are the same objects', () => {
  const next = removeStep(draft, 's1');
  expect(next.steps).toEqual([draft.steps[1]]);
  expect(updateStep(draft, 's1', { title: 'Uno' }).steps[1]).toBe(draft.steps[1]);
});

import { cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import type { FormDraft } from '../../draft/form-draft.ts';
import { Staged, stageOf } from '../staged.tsx';
import { useBuildActions } from './build-actions.tsx';
import { RemoveDialog } from './remove-dialog.tsx';

afterEach(cleanup);

const draft: FormDraft = {
  format: 1,
  id: 'demo',
  name: 'Demo',
  steps: [
    { id: 's1', title: 'You', fields: [{ id: 'a', kind: 'text', label: 'A' }] },
    {
      id: 's2',
      title: 'Rest',
      fields: [
        { id: 'b', kind: 'text', label: 'B' },
        {
          id: 'c',
          kind: 'text',
          label: 'C',
          shownWhen: { combinator: 'and', rules: [{ field: 'answer.a', operator: '=', value: 'yes' }] },
        },
      ],
    },
  ],
};

function Actions() {
  const { remove, split, removal } = useBuildActions();
  return (
    <>
      <button onClick={remove}>Remove</button>
      <button onClick={split}>Split</button>
      {removal && <RemoveDialog removal={removal} />}
    </>
  );
}

function stage() {
  const { store, saver } = stageOf(draft);
  render(
    <Staged stage={{ store, saver }}>
      <Actions />
    </Staged>,
  );
  const shape = () =>
    store.state.getState().draft.steps.map(({ fields }) => fields.map(({ id }) => id).join(' '));
  return { store, shape };
}

test('a step that others depend on goes as a whole once that is wanted', async () => {
  const { store, shape } = stage();
  store.select({ kind: 'step', id: 's1' });
  await userEvent.click(screen.getByRole('button', { name: 'Remove' }));
  await screen.findByText('When “C” is shown');
  expect(shape()).toEqual(['a', 'b c']);
  await userEvent.click(screen.getByRole('button', { name: 'Remove all the same' }));
  expect(shape()).toEqual(['b c']);
});

test('a new step begins at the selected field, which stays selected', async () => {
  const { store, shape } = stage();
  store.select({ kind: 'fields', ids: ['c'] });
  await userEvent.click(screen.getByRole('button', { name: 'Split' }));
  expect(shape()).toEqual(['a', 'b', 'c']);
  expect(store.state.getState().selection).toEqual({ kind: 'fields', ids: ['c'] });
  await screen.findByText('Step 3 begins here.');
  store.undo();
  expect(shape()).toEqual(['a', 'b c']);
});

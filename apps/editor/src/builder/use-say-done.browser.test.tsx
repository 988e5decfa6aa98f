import { act, cleanup, render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { removeFields, updateField } from '../draft/edit-fields.ts';
import { fieldsOf } from '../draft/places.ts';
import { shortForm } from '../draft/short-form.ts';
import { useBuilder } from './builder-context.ts';
import { Staged, stageOf } from './staged.tsx';
import { useSayDone } from './use-say-done.ts';

afterEach(cleanup);

const draft = shortForm({ s1: ['a', 'b'] });

function Remove() {
  const { store } = useBuilder();
  const sayDone = useSayDone();
  const remove = (): void => {
    store.edit((whole) => removeFields(whole, new Set(['a'])));
    sayDone('Field removed.');
  };
  return <button onClick={remove}>Remove</button>;
}

async function removed() {
  const stage = stageOf(draft);
  render(
    <Staged stage={stage}>
      <Remove />
    </Staged>,
  );
  await userEvent.click(screen.getByRole('button', { name: 'Remove' }));
  const labels = (): readonly string[] =>
    fieldsOf(stage.store.state.getState().draft).map(({ label }) => label);
  expect(labels()).toEqual(['B']);
  return { ...stage, labels };
}

test('the way back that is offered brings back what was taken away', async () => {
  const { labels } = await removed();
  await userEvent.click(await screen.findByRole('button', { name: 'Undo' }));
  expect(labels()).toEqual(['A', 'B']);
  await waitFor(() => expect(screen.queryByText('Field removed.')).toBeNull());
});

test('it is gone with the next change, which it would undo instead', async () => {
  const { store, labels } = await removed();
  await screen.findByRole('button', { name: 'Undo' });
  act(() => store.edit((whole) => updateField(whole, 'b', { label: 'Name' })));
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull());
  expect(labels()).toEqual(['Name']);
});

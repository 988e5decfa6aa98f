import { cleanup, render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import type { FormDraft } from '../draft/form-draft.ts';
import type { Clash } from '../saving/merge-documents.ts';
import { ClashChoosing } from './clash-choosing.tsx';
import { Staged, stageOf } from './staged.tsx';

afterEach(cleanup);

const draft: FormDraft = {
  format: 1,
  id: 'demo',
  name: 'Demo',
  steps: [{ id: 's1', fields: [{ id: 'a', kind: 'text', label: 'Mine' }] }],
};

const clashes: readonly Clash[] = [
  { path: ['fields', 'a', 'label'], mine: 'Mine', theirs: 'Theirs' },
  { path: ['name'], mine: 'Demo', theirs: 'Another name' },
];

function show() {
  render(
    <Staged stage={stageOf(draft)}>
      <ClashChoosing clashes={clashes} author="person:ann@engines.example" />
    </Staged>,
  );
  return within(screen.getByRole('dialog'));
}

test('each clash says what it is about, what I have and what the other has', () => {
  const dialog = show();
  expect(dialog.getByText('ann@engines.example changed the same as you')).toBeTruthy();
  const label = within(dialog.getByRole('group', { name: 'The question of “Mine”' }));
  expect(label.getByRole('radio', { name: /Yours\s*Mine/ })).toBeTruthy();
  expect(label.getByRole('radio', { name: /As ann@engines\.example left it\s*Theirs/ })).toBeTruthy();
  expect(dialog.getByRole('group', { name: 'The name' })).toBeTruthy();
});

test('nothing can be saved before everything is chosen, and Escape does not choose', async () => {
  const dialog = show();
  const user = userEvent.setup();
  const save = dialog.getByRole('button', { name: 'Save' });
  expect(save.hasAttribute('disabled')).toBe(true);
  await user.click(dialog.getByRole('radio', { name: /Theirs/ }));
  expect(save.hasAttribute('disabled')).toBe(true);
  await user.keyboard('{Escape}');
  expect(screen.queryByRole('dialog')).not.toBeNull();
  await user.click(dialog.getByRole('radio', { name: /Another name/ }));
  expect(save.hasAttribute('disabled')).toBe(false);
});

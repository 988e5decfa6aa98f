import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { userEvent as keys } from 'vitest/browser';
import { conditionAt, type ConditionPlace } from '../../draft/condition-places.ts';
import { all, any, roleIsManager, rule, sampleDraft, sampleSurroundings } from '../../draft/draft-samples.ts';
import { updateField } from '../../draft/edit-fields.ts';
import type { FormDraft } from '../../draft/form-draft.ts';
import { Staged, stageOf, type Stage } from '../staged.tsx';
import { ConditionDialog } from './condition-dialog.tsx';

afterEach(cleanup);

const why: ConditionPlace = { kind: 'field_shown', id: 'why' };
const team: ConditionPlace = { kind: 'field_shown', id: 'team' };
const attributes = [...sampleSurroundings.attributes.values()];

type More = { readonly draft?: FormDraft; readonly mayWrite?: boolean };

function open(
  place: ConditionPlace,
  { draft = sampleDraft, mayWrite = true }: More = {},
): Stage & { readonly onClose: () => void } {
  const stage = stageOf(draft);
  const onClose = vi.fn();
  render(
    <Staged stage={stage} attributes={attributes} mayWrite={mayWrite}>
      <ConditionDialog place={place} onClose={onClose} />
    </Staged>,
  );
  return { ...stage, onClose };
}

const heldAt = ({ store }: Stage, place: ConditionPlace) => conditionAt(store.state.getState().draft, place);
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));
const choose = (label: string, option: string, nth = 0) =>
  userEvent.selectOptions(screen.getAllByLabelText(label)[nth] ?? screen.getByLabelText(label), option);

test('“Role is Manager” is made by clicks, and read back as a sentence', async () => {
  const stage = open(why);
  await choose('What is looked at', 'Role');
  await choose('Value', 'Manager');
  expect(screen.getByText(/^Show/, { selector: '[aria-live]' }).textContent).toBe(
    'Show Why when Role is Manager.',
  );
  await press('Save condition');
  expect(heldAt(stage, why)).toEqual(roleIsManager);
  expect(stage.onClose).toHaveBeenCalledOnce();
});

test('the same by keys alone', async () => {
  const stage = open(why);
  // The window begins in the sentence.
  await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('What is looked at')));
  await keys.keyboard('Role');
  await waitFor(() => expect(screen.getByLabelText('Comparison')).toBeTruthy());
  await keys.keyboard('{Tab}{Tab}');
  expect(document.activeElement).toBe(screen.getByLabelText('Value'));
  await keys.keyboard('Man');
  screen.getByRole('button', { name: 'Save condition' }).focus();
  await keys.keyboard('{Enter}');
  await waitFor(() => expect(heldAt(stage, why)).toEqual(roleIsManager));
});

test('what is unfinished is never saved: it is marked, has the focus, and the dialog stays', async () => {
  const stage = open(why);
  await press('Save condition');
  expect(stage.onClose).not.toHaveBeenCalled();
  expect(heldAt(stage, why)).toBeNull();
  const looked = screen.getByLabelText('What is looked at');
  expect(looked.getAttribute('aria-invalid')).toBe('true');
  await waitFor(() => expect(document.activeElement).toBe(looked));
  await choose('What is looked at', 'Team size');
  await press('Save condition');
  expect(heldAt(stage, why)).toBeNull();
  expect(screen.getByText('There is nothing to compare with yet.')).toBeTruthy();
  await userEvent.type(screen.getByLabelText('Value'), '12');
  await press('Save condition');
  expect(heldAt(stage, why)).toEqual(all(rule('answer.team', '=', 12)));
});

test('groups stand in groups, each taken together in its own way', async () => {
  const stage = open(team);
  await press('Add group');
  const group = screen.getByRole('group', { name: 'Group 2' });
  await userEvent.selectOptions(within(group).getByLabelText('What is looked at'), 'Device');
  await userEvent.selectOptions(within(group).getByLabelText('Value'), 'Phone');
  await userEvent.click(within(group).getByRole('button', { name: 'Add rule' }));
  const second = within(group).getByRole('group', { name: 'Rule 2' });
  await userEvent.selectOptions(within(second).getByLabelText('What is looked at'), 'Campaign source');
  await userEvent.selectOptions(within(second).getByLabelText('Comparison'), 'is one of');
  await userEvent.type(within(second).getByLabelText('Another value'), 'ads{Enter}news');
  await userEvent.selectOptions(
    within(group).getByLabelText('How these are taken together'),
    'none of these holds',
  );
  await press('Save condition');
  expect(heldAt(stage, team)).toEqual(
    all(...roleIsManager.rules, {
      ...any(rule('visit.device', '=', 'phone'), rule('visit.utm_source', 'in', ['ads', 'news'])),
      not: true,
    }),
  );
});

test('the last rule of a group takes the group with it', async () => {
  const stage = open(team);
  await press('Add group');
  const group = screen.getByRole('group', { name: 'Group 2' });
  await userEvent.click(within(group).getByRole('button', { name: 'Remove rule 1' }));
  expect(screen.queryByRole('group', { name: 'Group 2' })).toBeNull();
  await press('Save condition');
  expect(heldAt(stage, team)).toEqual(roleIsManager);
});

test('options are ticked, and kept in their own order', async () => {
  const stage = open(team);
  await choose('Comparison', 'is none of');
  await userEvent.click(screen.getByRole('checkbox', { name: 'User' }));
  await press('Save condition');
  expect(heldAt(stage, team)).toEqual(all(rule('answer.role', 'notIn', ['user', 'manager'])));
});

test('between asks for both ends, and a number for a number', async () => {
  const stage = open(why);
  await choose('What is looked at', 'Team size');
  await choose('Comparison', 'is between');
  await userEvent.type(screen.getByLabelText('From'), '5');
  await press('Save condition');
  expect(heldAt(stage, why)).toBeNull();
  await userEvent.type(screen.getByLabelText('To'), '50');
  await press('Save condition');
  expect(heldAt(stage, why)).toEqual(all(rule('answer.team', 'between', [5, 50])));
});

test('a condition on what is gone is marked from the start, and can be put right', async () => {
  const broken = updateField(sampleDraft, 'why', {
    shownWhen: all(rule('answer.ghost', '=', 'x'), rule('answer.role', '=', 'ghost')),
  });
  const stage = open(why, { draft: broken });
  expect(screen.getByText(/“ghost”, which is not there any more/)).toBeTruthy();
  expect(screen.getByText(/none of the options any more/)).toBeTruthy();
  await press('Remove rule 1');
  await choose('Value', 'Manager');
  await press('Save condition');
  expect(heldAt(stage, why)).toEqual(roleIsManager);
});

test('a condition is taken away whole, and cancelled changes are none', async () => {
  const stage = open(team);
  await choose('Value', 'User');
  await press('Cancel');
  expect(heldAt(stage, team)).toEqual(roleIsManager);
  cleanup();
  const other = open(team);
  await press('Remove condition');
  expect(heldAt(other, team)).toBeNull();
});

test('a new name for a field breaks nothing, and is what is offered from then on', async () => {
  const renamed = updateField(sampleDraft, 'role', { label: 'What do you do?' });
  open(team, { draft: renamed });
  const looked = screen.getByLabelText<HTMLSelectElement>('What is looked at');
  expect(looked.selectedOptions[0]?.textContent).toBe('What do you do?');
  expect(looked.hasAttribute('aria-invalid')).toBe(false);
});

test('whoever may only look sees it, and can change nothing', () => {
  open(team, { mayWrite: false });
  expect(screen.getByLabelText<HTMLSelectElement>('Value').disabled).toBe(true);
  expect(screen.queryByRole('button', { name: 'Save condition' })).toBeNull();
  expect(screen.queryByRole('button', { name: 'Add rule' })).toBeNull();
});

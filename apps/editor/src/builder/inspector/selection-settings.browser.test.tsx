import { fieldKinds, type FieldKind } from '@baton/form';
import type { Attribute } from '@baton/rules';
import { act, cleanup, render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { newField, updateField } from '../../draft/edit-fields.ts';
import type { DraftField, FormDraft } from '../../draft/form-draft.ts';
import { placeOf } from '../../draft/places.ts';
import { Staged, stageOf, type Stage } from '../staged.tsx';
import { SelectionSettings } from './selection-settings.tsx';

afterEach(cleanup);

const empty: FormDraft = { format: 1, id: 'demo', name: 'Demo', steps: [{ id: 's1', fields: [] }] };

const formOf = (...fields: readonly DraftField[]): FormDraft => ({
  ...empty,
  steps: [
    { id: 's1', title: 'You', fields },
    { id: 's2', title: 'Rest', fields: [] },
  ],
});

const ofKind = (kind: FieldKind, more: Partial<DraftField> = {}): DraftField => ({
  ...newField(kind, empty, 'Asked'),
  ...more,
});

type More = { readonly attributes?: readonly Attribute[]; readonly mayWrite?: boolean };

function show(draft: FormDraft, ids: readonly string[], more: More = {}): Stage {
  const stage = stageOf(draft);
  if (ids.length > 0) stage.store.select({ kind: 'fields', ids });
  render(
    <Staged stage={stage} {...more}>
      <SelectionSettings />
    </Staged>,
  );
  return stage;
}

const fieldIn = ({ store }: Stage, id = 'asked') => placeOf(store.state.getState().draft, id)?.field;
const control = (name: string) => screen.getByLabelText(name, { selector: 'input, textarea, select' });

const bound: Attribute = {
  id: 'size',
  label: 'Company size',
  type: 'choice',
  about: 'company',
  options: [
    { id: 's', label: 'Small' },
    { id: 'l', label: 'Large' },
  ],
};

const shownBy: Readonly<Record<FieldKind, readonly string[]>> = {
  text: [
    'Question',
    'Placeholder',
    'Must be answered',
    'Attribute',
    'Characters, at least',
    'Pattern',
    'Sensitive',
  ],
  textarea: ['Question', 'Placeholder', 'Characters, at least', 'Starts with'],
  email: ['Question', 'Placeholder', 'Free and disposable addresses', 'Browsers may fill in'],
  phone: ['Question', 'Placeholder', 'Only numbers that can be dialled'],
  url: ['Question', 'Placeholder', 'Starts with'],
  number: ['Question', 'At least', 'At most', 'Whole numbers only'],
  date: ['Question', 'Earliest', 'Latest'],
  country: ['Question', 'Searched by typing', 'Starts with'],
  choice: ['Question', 'Option 1', 'Option 2', 'Offer “Other”', 'Searched by typing'],
  choices: ['Question', 'Option 1', 'Options, at least', 'At most'],
  rating: ['Question', 'Marks', 'Starts with'],
  consent: ['What is agreed to', 'Address', 'Must be ticked', 'Attribute'],
  hidden: ['Name', 'Filled from', 'Attribute'],
  statement: ['Text', 'Name', 'Address'],
};

for (const kind of fieldKinds) {
  test(`a field of the kind ${kind} shows what it needs`, () => {
    show(formOf(ofKind(kind)), ['asked']);
    for (const name of shownBy[kind]) expect(control(name), name).toBeDefined();
  });
}

test('what nobody is asked cannot be demanded, and a consent never begins ticked', () => {
  show(formOf(ofKind('hidden')), ['asked']);
  expect(screen.queryByLabelText('Must be answered')).toBeNull();
  cleanup();
  show(formOf(ofKind('consent')), ['asked']);
  expect(screen.queryByLabelText('Starts with')).toBeNull();
});

test('what is typed changes the draft at once, and is one step back', async () => {
  const stage = show(formOf(ofKind('text')), ['asked']);
  await userEvent.type(control('Question'), ' you?');
  expect(fieldIn(stage)?.label).toBe('Asked you?');
  act(stage.store.undo);
  expect(fieldIn(stage)?.label).toBe('Asked');
  expect(stage.store.canUndo()).toBe(false);
  expect(control('Question')).toHaveProperty('value', 'Asked');
});

test('what cannot be stays in its control with the reason, and out of the draft', async () => {
  const stage = show(formOf(ofKind('text')), ['asked']);
  await userEvent.clear(control('Question'));
  expect(await screen.findByText('A question needs some words.')).toBeDefined();
  expect(control('Question').getAttribute('aria-invalid')).toBe('true');
  expect(fieldIn(stage)?.label).toBe('Asked');
  await userEvent.type(control('Help'), 'Please');
  expect(fieldIn(stage)).toMatchObject({ label: 'Asked', help: 'Please' });
  expect(control('Question')).toHaveProperty('value', '');
  await userEvent.type(control('Question'), 'Again');
  expect(fieldIn(stage)?.label).toBe('Again');
  expect(screen.queryByText('A question needs some words.')).toBeNull();
});

test('a change from elsewhere is followed, and takes neither focus nor caret from what is typed', async () => {
  const stage = show(formOf(ofKind('text')), ['asked']);
  const question = control('Question');
  await userEvent.type(question, 'X', { initialSelectionStart: 2, initialSelectionEnd: 2 });
  expect(question).toHaveProperty('value', 'AsXked');
  act(() =>
    stage.store.receive(updateField(stage.store.state.getState().draft, 'asked', { help: 'Theirs' })),
  );
  expect(control('Help')).toHaveProperty('value', 'Theirs');
  expect(document.activeElement).toBe(question);
  expect(question).toMatchObject({ selectionStart: 3, selectionEnd: 3 });
});

test('a number may be typed slowly', async () => {
  const stage = show(formOf(ofKind('number')), ['asked']);
  await userEvent.type(control('At least'), '1.50');
  expect(control('At least')).toHaveProperty('value', '1.50');
  expect(fieldIn(stage)?.min).toBe(1.5);
});

test('limits that cross are told, and right as soon as the other one gives way', async () => {
  const stage = show(formOf(ofKind('number', { max: 5 })), ['asked']);
  await userEvent.type(control('At least'), '7');
  expect(await screen.findByText('Not above 5, the upper limit.')).toBeDefined();
  expect(fieldIn(stage)).not.toHaveProperty('min');
  await userEvent.type(control('At most'), '0');
  expect(fieldIn(stage)).toMatchObject({ min: 7, max: 50 });
  expect(screen.queryByText(/upper limit/)).toBeNull();
});

test('options are renamed, put in order, added and pasted; their ids stay', async () => {
  const stage = show(formOf(ofKind('choice')), ['asked']);
  await userEvent.clear(control('Option 1'));
  expect(await screen.findByText('An option needs a name.')).toBeDefined();
  await userEvent.type(control('Option 1'), 'Small');
  await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}');
  expect(fieldIn(stage)?.options).toEqual([
    { id: 'second', label: 'Second option' },
    { id: 'first', label: 'Small' },
  ]);
  expect(document.activeElement).toHaveProperty('value', 'Small');
  await userEvent.click(screen.getByRole('button', { name: 'Paste several' }));
  const dialog = within(await screen.findByRole('dialog'));
  await userEvent.type(dialog.getByLabelText('Options'), '- Huge{Enter}{Enter}- Tiny');
  await userEvent.click(dialog.getByRole('button', { name: 'Add 2 options' }));
  expect(fieldIn(stage)?.options?.map(({ id }) => id)).toEqual(['second', 'first', 'huge', 'tiny']);
  await userEvent.click(screen.getByRole('button', { name: 'Remove Small' }));
  expect(fieldIn(stage)?.options?.map(({ label }) => label)).toEqual(['Second option', 'Huge', 'Tiny']);
});

test('“Other” is offered with its own question, and gone without a trace', async () => {
  const stage = show(formOf(ofKind('choice')), ['asked']);
  await userEvent.click(control('Offer “Other”'));
  await userEvent.type(control('It asks'), 'Which one?');
  expect(fieldIn(stage)?.other).toEqual({ question: 'Which one?' });
  await userEvent.click(control('Offer “Other”'));
  expect(fieldIn(stage)).not.toHaveProperty('other');
});

test('a field bound to an attribute with options shares them, until it wants its own', async () => {
  const stage = show(formOf(ofKind('choice')), ['asked'], { attributes: [bound] });
  await userEvent.selectOptions(control('Attribute'), 'Company size');
  expect(fieldIn(stage)).toMatchObject({ attribute: 'size' });
  expect(fieldIn(stage)).not.toHaveProperty('options');
  expect(within(screen.getByRole('list', { name: 'Options' })).getByText('Large')).toBeDefined();
  await userEvent.click(screen.getByRole('button', { name: 'Only here' }));
  expect(fieldIn(stage)?.options).toEqual(bound.options);
  await userEvent.click(screen.getByRole('button', { name: 'Use the options of “Company size”' }));
  expect(fieldIn(stage)).not.toHaveProperty('options');
});

test('only attributes that fit the kind are offered', () => {
  show(formOf(ofKind('rating')), ['asked'], {
    attributes: [bound, { id: 'mark', label: 'Mark', type: 'number', about: 'person' }],
  });
  const names = within(control('Attribute'))
    .getAllByRole('option')
    .map((option) => option.textContent);
  expect(names).toEqual(['None', 'Mark']);
});

test('what the worker refuses stands at its control', () => {
  const stage = show(formOf(ofKind('text', { pattern: '(?=x)' })), ['asked']);
  act(() =>
    stage.saver.judged.setState({
      issues: [{ code: 'not_a_pattern', path: ['steps', 0, 'fields', 0, 'pattern'] }],
    }),
  );
  expect(control('Pattern').getAttribute('aria-invalid')).toBe('true');
  expect(screen.getAllByText(/This is not a pattern/)).toHaveLength(2);
});

test('a first value comes from the page’s address, or is fixed', async () => {
  const stage = show(formOf(ofKind('text')), ['asked']);
  await userEvent.click(screen.getByText('More'));
  await userEvent.selectOptions(control('Starts with'), 'The page’s address');
  expect(fieldIn(stage)).not.toHaveProperty('default');
  await userEvent.type(control('Parameter'), 'plan');
  expect(fieldIn(stage)?.default).toEqual({ from: 'url', name: 'plan' });
  await userEvent.selectOptions(control('Starts with'), 'The visitor’s country');
  expect(fieldIn(stage)?.default).toEqual({ from: 'country' });
  act(stage.store.undo);
  act(stage.store.undo);
  expect(control('Starts with')).toHaveProperty('value', 'nothing');
});

test('a link of a consent must be safe', async () => {
  const stage = show(formOf(ofKind('consent')), ['asked']);
  await userEvent.type(control('Address'), 'http://x.example');
  expect(await screen.findByText('An address that begins with https://.')).toBeDefined();
  expect(fieldIn(stage)).not.toHaveProperty('link');
  await userEvent.clear(control('Address'));
  await userEvent.type(control('Address'), 'https://x.example/terms');
  expect(fieldIn(stage)?.link).toEqual({ url: 'https://x.example/terms' });
});

test('several fields are changed by what they share, in one step back', async () => {
  const fields = [
    ofKind('text', { id: 'a', required: true }),
    ofKind('email', { id: 'b' }),
    ofKind('hidden', { id: 'c' }),
  ];
  const stage = show(formOf(...fields), ['a', 'b', 'c']);
  const required = control('Must be answered');
  expect(required).toMatchObject({ checked: false, indeterminate: true });
  await userEvent.click(required);
  expect(['a', 'b', 'c'].map((id) => fieldIn(stage, id)?.required)).toEqual([true, true, undefined]);
  await userEvent.selectOptions(control('Step'), 'Rest');
  expect(stage.store.state.getState().draft.steps.map((step) => step.fields.length)).toEqual([0, 3]);
  act(stage.store.undo);
  act(stage.store.undo);
  expect(stage.store.state.getState().draft.steps[0]?.fields).toEqual(fields);
});

test('a form keeps its name, and websites are told by their origins', async () => {
  const stage = show(formOf(), []);
  await userEvent.clear(control('Name'));
  expect(await screen.findByText('A form needs a name.')).toBeDefined();
  await userEvent.type(control('May stand on'), 'www.example.com{Enter}no way');
  expect(await screen.findByText(/“no way” is not the address of a website/)).toBeDefined();
  expect(stage.store.state.getState().draft).toMatchObject({ name: 'Demo' });
  await userEvent.clear(control('May stand on'));
  await userEvent.type(control('May stand on'), 'www.example.com{Enter}http://localhost:8080');
  expect(stage.store.state.getState().draft.websites).toEqual([
    'https://www.example.com',
    'http://localhost:8080',
  ]);
});

test('whoever may only look sees everything and changes nothing', () => {
  show(formOf(ofKind('choice')), ['asked'], { mayWrite: false });
  const controls = [...document.querySelectorAll<HTMLInputElement>('input, textarea, select')];
  expect(controls.length).toBeGreaterThan(8);
  expect(controls.filter(({ disabled }) => !disabled)).toEqual([]);
  expect(screen.queryByRole('button', { name: 'Create an attribute' })).toBeNull();
});

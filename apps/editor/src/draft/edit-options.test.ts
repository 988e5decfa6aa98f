import { expect, test } from 'vitest';
import { insertOptions, labelsIn, moveOption, removeOption, renameOption } from './edit-options.ts';

const options = [
  { id: 'small', label: 'Small' },
  { id: 'large', label: 'Large' },
];

test('new options get ids of their own from what they are called', () => {
  expect(insertOptions(options, 0, ['Small', ' Medium ', ''])).toEqual([
    { id: 'small', label: 'Small' },
    { id: 'small_2', label: 'Small' },
    { id: 'medium', label: 'Medium' },
    { id: 'large', label: 'Large' },
  ]);
});

test('no new option takes the id that means none of them', () => {
  expect(insertOptions([], -1, ['Other'])).toEqual([{ id: 'other_2', label: 'Other' }]);
});

test('what says nothing adds nothing', () => {
  expect(insertOptions(options, 1, [' ', ''])).toBe(options);
});

test('a list never grows beyond what a form takes', () => {
  const many = Array.from({ length: 600 }, (_, at) => `Option ${at}`);
  expect(insertOptions(options, 1, many)).toHaveLength(500);
});

test('a new name leaves the id, and every other option, as it was', () => {
  const [first, second] = renameOption(options, 'small', 'Tiny');
  expect(first).toEqual({ id: 'small', label: 'Tiny' });
  expect(second).toBe(options[1]);
});

test('an option moves to the place that it is given, and nowhere beyond the ends', () => {
  expect(moveOption(options, 'small', 1).map(({ id }) => id)).toEqual(['large', 'small']);
  expect(moveOption(options, 'small', 2)).toBe(options);
  expect(moveOption(options, 'small', -1)).toBe(options);
  expect(moveOption(options, 'nobody', 0)).toBe(options);
});

test('what is taken away is gone', () => {
  expect(removeOption(options, 'small').map(({ id }) => id)).toEqual(['large']);
});

test('a pasted list loses its bullets, numbers, blank lines and repetitions', () => {
  expect(labelsIn('- One\r\n* Two\n\n3. Three\n  4) Four\n• Five\nOne\n10 people')).toEqual([
    'One',
    'Two',
    'Three',
    'Four',
    'Five',
    '10 people',
  ]);
});

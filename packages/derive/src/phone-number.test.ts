import { expect, test } from 'vitest';
import { phoneNumber } from './phone-number.ts';

test('a number with its country is written in full, however it is typed', () => {
  for (const typed of ['+49 30 1234567', '+49 (0)30 123 45 67', '+49-30-1234567', '+49301234567']) {
    expect(phoneNumber(typed, []), typed).toBe('+49301234567');
    expect(phoneNumber(typed, ['US']), typed).toBe('+49301234567');
  }
});

test('a number without its country is read in the first country that has it', () => {
  expect(phoneNumber('030 1234567', ['DE'])).toBe('+49301234567');
  expect(phoneNumber('030/1234567', ['US', 'DE'])).toBe('+49301234567');
  expect(phoneNumber('(650) 253-0000', ['US'])).toBe('+16502530000');
  expect(phoneNumber('0049 30 1234567', ['DE'])).toBe('+49301234567');
  expect(phoneNumber('06 698 12345', ['IT'])).toBe('+390669812345');
});

test('a number that cannot be placed is no number: nothing is made up', () => {
  for (const typed of ['030 1234567', '555', '+49 1', 'nonsense', '', '+999 123456789']) {
    expect(phoneNumber(typed, ['US', 'XX', '', 'nowhere']), typed).toBeNull();
  }
});

test('an extension stays', () => {
  expect(phoneNumber('+1 650 253 0000 ext. 12', [])).toBe('+16502530000 ext. 12');
  expect(phoneNumber('650 253 0000 x12', ['US'])).toBe('+16502530000 ext. 12');
});

test('what is in full already stays as it is', () => {
  for (const typed of ['030 1234567', '+1 650 253 0000 x12', '0176 12345678']) {
    const once = phoneNumber(typed, ['DE', 'US']) ?? '';
    expect(once, typed).not.toBe('');
    expect(phoneNumber(once, ['FR']), typed).toBe(once);
  }
});

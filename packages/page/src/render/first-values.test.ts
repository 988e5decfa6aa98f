import { expect, test } from 'vitest';
import { fieldOfKind, publishFields } from '../../test/forms.ts';
import { firstValues, guessesCountry } from './first-values.ts';

const language = 'de';

test('a field takes its first value from the parameter it names, the first of several', () => {
  const { form } = publishFields(fieldOfKind.hidden, { ...fieldOfKind.text, default: 'constant' });
  const from = (query: string) => firstValues(form, { query: new URLSearchParams(query), language });
  expect(from('plan=pro&plan=free&f_text=x')).toEqual({ f_hidden: 'pro' });
  expect(from('plan=')).toEqual({});
  expect(from('plan=&plan=free')).toEqual({ f_hidden: 'free' });
});

test('a field that takes several answers takes all of them', () => {
  const first = { from: 'url', name: 'x' } as const;
  const { form } = publishFields(
    { ...fieldOfKind.choices, default: first },
    { ...fieldOfKind.choice, default: first },
  );
  expect(firstValues(form, { query: new URLSearchParams('x=a&x=b'), language })).toEqual({
    f_choices: ['a', 'b'],
    f_choice: 'a',
  });
});

test('where the request came from is a first guess: a code to choose, a name to read', () => {
  const first = { from: 'country' } as const;
  const { form } = publishFields(
    { ...fieldOfKind.country, default: first },
    { ...fieldOfKind.text, default: first },
    { ...fieldOfKind.hidden, default: first },
  );
  expect(firstValues(form, { query: [], language, country: 'AT' })).toEqual({
    f_country: 'AT',
    f_text: 'Österreich',
  });
  expect(firstValues(form, { query: [], language })).toEqual({});
  expect(guessesCountry(form)).toBe(true);
  // What nobody sees is filled in when it arrives, and makes no page another.
  expect(guessesCountry(publishFields({ ...fieldOfKind.hidden, default: first }).form)).toBe(false);
  expect(guessesCountry(publishFields(fieldOfKind.country).form)).toBe(false);
});

import { expect, test } from 'vitest';
import { fieldOfKind, publishFields } from '../../test/forms.ts';
import { urlDefaults } from './url-defaults.ts';

test('a field takes its first value from the parameter it names, the first of several', () => {
  const { form } = publishFields(fieldOfKind.hidden, { ...fieldOfKind.text, default: 'constant' });
  expect(urlDefaults(form, new URLSearchParams('plan=pro&plan=free&f_text=x'))).toEqual({ f_hidden: 'pro' });
  expect(urlDefaults(form, new URLSearchParams('plan='))).toEqual({});
});

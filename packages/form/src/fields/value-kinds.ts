// How conditions compare the answers of each kind. Conditions reach a browser ready to decide, so it never asks.
import type { ValueKind } from '@baton/rules';
import type { FieldKind } from '../types.ts';

/** Undefined: they cannot compare them. */
export const valueKinds: Readonly<Record<FieldKind, ValueKind | undefined>> = {
  text: 'text',
  textarea: 'text',
  email: 'text',
  phone: 'text',
  url: 'text',
  number: 'number',
  date: 'date',
  country: 'text',
  choice: 'choice',
  choices: 'choices',
  rating: 'number',
  consent: 'boolean',
  hidden: 'text',
  statement: undefined,
};

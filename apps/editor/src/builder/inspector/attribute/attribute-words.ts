// What the types of attributes are called, and what an attribute is about.
import type { AttributeType } from '@baton/rules';

export const typeNames: Readonly<Record<AttributeType, string>> = {
  text: 'Text',
  email: 'E-mail',
  phone: 'Phone number',
  url: 'Website',
  number: 'Number',
  date: 'Date',
  country: 'Country',
  choice: 'One of several options',
  choices: 'Any of several options',
  boolean: 'Yes or no',
};

export const aboutNames = { person: 'The person', company: 'Their company' } as const;

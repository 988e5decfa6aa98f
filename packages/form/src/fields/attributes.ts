// Which attributes each kind of field can ask for. A kind without an entry does not compile.
import type { AttributeType } from '@baton/rules';
import type { FieldKind } from '../types.ts';
import { choiceAttributes } from './choice.ts';
import { choicesAttributes } from './choices.ts';
import { consentAttributes } from './consent.ts';
import { countryAttributes } from './country.ts';
import { dateAttributes } from './date.ts';
import { emailAttributes } from './email.ts';
import { hiddenAttributes } from './hidden.ts';
import { numberAttributes } from './number.ts';
import { phoneAttributes } from './phone.ts';
import { ratingAttributes } from './rating.ts';
import { statementAttributes } from './statement.ts';
import { textAttributes } from './text.ts';
import { textareaAttributes } from './textarea.ts';
import { urlAttributes } from './url.ts';

/** The types of attribute that each kind can ask for. */
export const fieldAttributes: Readonly<Record<FieldKind, readonly AttributeType[]>> = {
  text: textAttributes,
  textarea: textareaAttributes,
  email: emailAttributes,
  phone: phoneAttributes,
  url: urlAttributes,
  number: numberAttributes,
  date: dateAttributes,
  country: countryAttributes,
  choice: choiceAttributes,
  choices: choicesAttributes,
  rating: ratingAttributes,
  consent: consentAttributes,
  hidden: hiddenAttributes,
  statement: statementAttributes,
};

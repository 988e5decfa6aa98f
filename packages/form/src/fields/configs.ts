// What each kind of field may say in a document, and which attributes it can ask for. A kind without an entry does
// not compile. Documents only: this reaches the schema library.
import type * as z from 'zod';
import type { AttributeType } from '@baton/rules';
import type { Field, FieldKind } from '../types.ts';
import { choiceAttributes, choiceConfig } from './choice.ts';
import { choicesAttributes, choicesConfig } from './choices.ts';
import { consentAttributes, consentConfig } from './consent.ts';
import { countryAttributes, countryConfig } from './country.ts';
import { dateAttributes, dateConfig } from './date.ts';
import { emailAttributes, emailConfig } from './email.ts';
import { hiddenAttributes, hiddenConfig } from './hidden.ts';
import { numberAttributes, numberConfig } from './number.ts';
import { phoneAttributes, phoneConfig } from './phone.ts';
import { ratingAttributes, ratingConfig } from './rating.ts';
import { statementAttributes, statementConfig } from './statement.ts';
import { textAttributes, textConfig } from './text.ts';
import { textareaAttributes, textareaConfig } from './textarea.ts';
import { urlAttributes, urlConfig } from './url.ts';

/** A field whose shape is right and whose conditions have not been read yet. */
export type FieldDraft = Omit<Field, 'shownWhen' | 'requiredWhen'> & {
  readonly shownWhen?: unknown;
  readonly requiredWhen?: unknown;
};

type FieldConfigs = Readonly<Record<FieldKind, () => z.ZodObject & z.ZodType<FieldDraft>>>;

/** The schema of each kind, built when it is asked for. */
export const fieldConfigs = {
  text: textConfig,
  textarea: textareaConfig,
  email: emailConfig,
  phone: phoneConfig,
  url: urlConfig,
  number: numberConfig,
  date: dateConfig,
  country: countryConfig,
  choice: choiceConfig,
  choices: choicesConfig,
  rating: ratingConfig,
  consent: consentConfig,
  hidden: hiddenConfig,
  statement: statementConfig,
} satisfies FieldConfigs;

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

// What each kind of field may say in a document. A kind without an entry does not compile. Documents only: this
// reaches the schema library.
import type * as z from 'zod';
import type { Field, FieldKind } from '../types.ts';
import { choiceConfig } from './choice.ts';
import { choicesConfig } from './choices.ts';
import { consentConfig } from './consent.ts';
import { countryConfig } from './country.ts';
import { dateConfig } from './date.ts';
import { emailConfig } from './email.ts';
import { hiddenConfig } from './hidden.ts';
import { numberConfig } from './number.ts';
import { phoneConfig } from './phone.ts';
import { ratingConfig } from './rating.ts';
import { statementConfig } from './statement.ts';
import { textConfig } from './text.ts';
import { textareaConfig } from './textarea.ts';
import { urlConfig } from './url.ts';

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

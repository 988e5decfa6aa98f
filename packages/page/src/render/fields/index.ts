// The HTML of each kind of field, by its name. A kind without HTML does not compile.
import type { Field, FieldKind } from '@baton/form';
import type { Issue } from '@baton/rules';
import { wordIssue } from '../issue-words.ts';
import type { Texts } from '../texts/en.ts';
import type { FieldRenderer } from './field-renderer.ts';
import { choice } from './choice.ts';
import { choices } from './choices.ts';
import { consent } from './consent.ts';
import { country } from './country.ts';
import { date } from './date.ts';
import { email } from './email.ts';
import { hidden } from './hidden.ts';
import { number } from './number.ts';
import { phone } from './phone.ts';
import { rating } from './rating.ts';
import { statement } from './statement.ts';
import { text } from './text.ts';
import { textarea } from './textarea.ts';
import { url } from './url.ts';

/** What is said of an issue with a field's answer: the marketer's own words, else the host's. */
export function sentence(
  field: Field,
  issue: Pick<Issue, 'code' | 'params'>,
  texts: Texts,
  language: string,
): string {
  return fieldRenderers[field.kind].words?.(field, issue.code) ?? wordIssue(texts, issue, language);
}

export const fieldRenderers: Readonly<Record<FieldKind, FieldRenderer>> = {
  text,
  textarea,
  email,
  phone,
  url,
  number,
  date,
  country,
  choice,
  choices,
  rating,
  consent,
  hidden,
  statement,
};

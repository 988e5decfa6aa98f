// How each kind of field behaves, by its name. A kind without a behaviour does not compile.
import type { FieldKind } from '../types.ts';
import type { FieldBehaviour } from './behaviour.ts';
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

export const fieldBehaviours: Readonly<Record<FieldKind, FieldBehaviour>> = {
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

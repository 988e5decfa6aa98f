// The settings of each kind of field. A kind without an entry does not compile.
import type { FieldKind } from '@baton/form';
import type { ComponentType } from 'react';
import type { KindProps } from '../use-field-settings.ts';
import { ChoiceSettings } from './choice.tsx';
import { ChoicesSettings } from './choices.tsx';
import { ConsentSettings } from './consent.tsx';
import { CountrySettings } from './country.tsx';
import { DateSettings } from './date.tsx';
import { EmailSettings } from './email.tsx';
import { HiddenSettings } from './hidden.tsx';
import { NumberSettings } from './number.tsx';
import { PhoneSettings } from './phone.tsx';
import { RatingSettings } from './rating.tsx';
import { StatementSettings } from './statement.tsx';
import { TextSettings } from './text.tsx';
import { TextareaSettings } from './textarea.tsx';
import { UrlSettings } from './url.tsx';

export const kindSettings: Readonly<Record<FieldKind, ComponentType<KindProps>>> = {
  text: TextSettings,
  textarea: TextareaSettings,
  email: EmailSettings,
  phone: PhoneSettings,
  url: UrlSettings,
  number: NumberSettings,
  date: DateSettings,
  country: CountrySettings,
  choice: ChoiceSettings,
  choices: ChoicesSettings,
  rating: RatingSettings,
  consent: ConsentSettings,
  hidden: HiddenSettings,
  statement: StatementSettings,
};

// A form in the visitor's language. A form speaks its own and those it has translations for; what is not translated
// keeps the form's own words.
import { fieldWords, otherOption, ownOf, saidIn, showIn, wordsOf, consentIn, withConsent } from '@baton/form';
import type { Field, FieldWords, Form, Translation } from '@baton/form';
import type { Option } from '@baton/rules';
import { chooseLanguage, direction } from './language.ts';
import type { Texts } from './texts/index.ts';
import { isTextKey, textsFor } from './texts/index.ts';
import type { Plural } from './wording.ts';

export type Spoken = {
  readonly form: Form;
  readonly texts: Texts;
  /** BCP 47. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
};

/** The languages that a form speaks, its own first. */
export function languagesOf({
  language,
  translations,
}: Pick<Form, 'language' | 'translations'>): readonly string[] {
  return [language, ...Object.keys(translations).filter((other) => other !== language)];
}

/** The form in `wanted` when it has that language (or one close to it), else in its own. */
export function speak(form: Form, wanted: string | undefined): Spoken {
  const language = chooseLanguage(languagesOf(form), [wanted]) ?? form.language;
  const words = ownOf(form.translations, language) ?? {};
  const texts = { ...textsFor(language), ...textsOf(words) };
  return {
    form: translated(form, words, texts),
    texts,
    language,
    direction: direction(language),
  };
}

function translated(form: Form, words: Translation, texts: Texts): Form {
  return withConsent({
    ...form,
    name: wordsOf(words.name) ?? form.name,
    ...saidIn(words, ['description']),
    consent: form.consent && consentIn(words, form.consent),
    steps: form.steps.map((step) => ({
      ...step,
      title: wordsOf(ownOf(words.steps, step.id)?.title) ?? step.title,
      fields: step.fields.map((field) =>
        translatedField(withHostsWords(field, texts), ownOf(words.fields, field.id)),
      ),
    })),
    outcomes: form.outcomes.map((outcome) => ({ ...outcome, show: showIn(words, outcome) })),
  });
}

/** An option "other" for which the form has no words of its own says the host's, and so does its question. */
function withHostsWords(field: Field, texts: Texts): Field {
  if (field.otherOf !== undefined && field.label === '') return { ...field, label: texts.other_text };
  if (!field.other || field.other.label !== undefined || !field.options) return field;
  const named = (option: Option) => (option.id === otherOption ? { ...option, label: texts.other } : option);
  return { ...field, options: field.options.map(named) };
}

function translatedField(field: Field, words: FieldWords | undefined): Field {
  const options = field.options?.map((option) => ({
    ...option,
    label: wordsOf(ownOf(words?.options, option.id)) ?? option.label,
  }));
  return { ...field, ...saidIn(words, fieldWords), ...(options && { options }) };
}

/** The interface's own texts as the form says them. What counts may be said in one wording for all numbers. */
function textsOf({ texts = {} }: Translation): Partial<Texts> {
  const english: Readonly<Record<string, string | Plural>> = textsFor('en');
  const said = Object.entries(texts).flatMap(([key, text]) => {
    if (!isTextKey(key)) return [];
    const isCounting = typeof english[key] !== 'string';
    const forms = typeof text === 'string' ? { other: text } : text;
    if (wordsOf(forms['other']) === undefined) return [];
    return [[key, isCounting ? forms : forms['other']]];
  });
  return Object.fromEntries(said);
}

// What a form asks its visitors to agree to, as fields of its own: so it is shown, demanded, checked and kept in a draft
// like everything else, with a script or without. It stands in the last step that everybody sees. No box is ever ticked in
// advance.
import { saidIn, wordsOf } from './translations.ts';
import type { Translation } from './translations.ts';
import type { Consent, Field, Form } from './types.ts';

/** The field of the consent itself: a box where it is required, else words alone. */
export const consentField = 'baton_consent';
/** The box that lets oneself be written to. */
export const marketingField = 'baton_marketing';

/** The form with the fields of its consent; with those of its present words, if it had some before. */
export function withConsent<F extends Pick<Form, 'steps' | 'consent'>>(form: F): F {
  const asked = fieldsOf(form.consent);
  const last = form.steps.findLastIndex((step) => !step.shownWhen);
  const steps = form.steps.map((step, index) => {
    const others = step.fields.filter(({ id }) => id !== consentField && id !== marketingField);
    const fields = index === last ? [...others, ...asked] : others;
    return fields.length === step.fields.length && asked.length === 0 ? step : { ...step, fields };
  });
  return { ...form, steps };
}

function fieldsOf(consent: Consent | null): readonly Field[] {
  const { text, url, linkText, required, marketing } = consent ?? {};
  const fields: Field[] = [];
  if (wordsOf(text) !== undefined) {
    const link =
      url === undefined ? {} : { link: { url, ...(linkText === undefined ? {} : { text: linkText }) } };
    const label = text ?? '';
    if (required) fields.push({ id: consentField, kind: 'consent', label, required, ask: 'always', ...link });
    else fields.push({ id: consentField, kind: 'statement', label, ...link });
  }
  if (marketing !== undefined) {
    const { text: label, attribute } = marketing;
    const kept = attribute === undefined ? {} : { attribute };
    fields.push({ id: marketingField, kind: 'consent', label, ask: 'always', ...kept });
  }
  return fields;
}

/** The consent in a language's words, as far as there are any. */
export function consentIn(words: Translation | undefined, consent: Consent): Consent {
  const { marketing, ...said } = words?.consent ?? {};
  const opt = wordsOf(marketing?.text);
  return {
    ...consent,
    ...saidIn(said, ['text', 'linkText', 'url']),
    ...(consent.marketing && opt !== undefined ? { marketing: { ...consent.marketing, text: opt } } : {}),
  };
}

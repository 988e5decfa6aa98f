// What the script is handed: one form version in one language, with what it needs and nothing that a visitor may
// not know.
import { countryCodes } from '@baton/form';
import type { Form, Logic } from '@baton/form';
import { fieldRenderers } from './fields/index.ts';
import { renderFormWith } from './form.ts';
import type { PublishedForm } from './published-form.ts';
import { formStyles } from './styles.ts';
import type { TextKey, Texts } from './texts/index.ts';
import { themeStyles } from './theme.ts';
import { speak } from './translation.ts';

/** The argument of the bundled script, as JSON. */
export type EmbedPayload = {
  readonly id: string;
  readonly version: number;
  /** Empty on the hosted page, which holds the form already. */
  readonly html: string;
  readonly css: string;
  readonly logic: Logic;
  /** The words the script speaks. */
  readonly texts: ScriptTexts;
  /** ISO codes without a separator, where the script has to name countries. */
  readonly countries?: string;
};

/** What every script says; words for issues only where the form's answers can have them. */
export type ScriptTexts = Readonly<
  Pick<
    Texts,
    | 'next'
    | 'progress'
    | 'check_one'
    | 'check_many'
    | 'sending'
    | 'retrying'
    | 'offline'
    | 'refused'
    | 'thanks_title'
    | 'thanks_text'
  > &
    Partial<Texts>
>;

/** The payload of one form version in one language. `hosted` leaves out what the hosted page already holds. */
export function embedPayload(
  published: PublishedForm,
  options: { readonly language?: string | undefined; readonly hosted?: boolean | undefined },
): EmbedPayload {
  const { form, version, logic } = published;
  const words = speak(form, options.language);
  const setting = { longLists: 'later', waits: false } as const;
  const html = options.hosted ? '' : renderFormWith(published, { action: '' }, words, setting).toString();
  return {
    id: form.id,
    version,
    html,
    css: options.hosted ? '' : formStyles + themeStyles(form.theme),
    logic,
    texts: textsOf(words.form, words.texts),
    ...(html.includes('data-countries') && { countries: countryCodes.join('') }),
  };
}

function textsOf(form: Form, texts: Texts): ScriptTexts {
  const { next, check_one, check_many, sending, retrying, offline, refused, thanks_title, thanks_text } =
    texts;
  const codes = new Set<TextKey>(['invalid', 'required']);
  for (const field of form.steps.flatMap((step) => step.fields)) {
    for (const code of fieldRenderers[field.kind].codes(field)) codes.add(code);
  }
  return {
    next,
    progress: form.steps.length > 1 ? texts.progress : '',
    check_one,
    check_many,
    sending,
    retrying,
    offline,
    refused,
    thanks_title,
    thanks_text,
    ...Object.fromEntries([...codes].map((code) => [code, texts[code]])),
  };
}

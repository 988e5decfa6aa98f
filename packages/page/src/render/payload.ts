// What the script is handed: one form version in one language, with what it needs and nothing that a visitor may
// not know.
import { countryCodes, planAsking } from '@baton/form';
import type { Embed, Field, SentLogic } from '@baton/form';
import type { Issue } from '@baton/rules';
import { foldCodes } from './countries.ts';
import { embedOf } from './embedding.ts';
import type { PayloadOptions } from './embedding.ts';
import { fieldRenderers, sentence } from './fields/index.ts';
import { fold } from './fold.ts';
import { renderFormWith } from './form.ts';
import { writeShort } from './markup.ts';
import { partStyles, partWords } from './parts.ts';
import type { PublishedForm } from './published-form.ts';
import { withStyleParts } from './style-parts.ts';
import { formStyles, mirroredStyles, noteStyles, stylesFor } from './styles.ts';
import type { TextKey, Texts } from './texts/index.ts';
import { themeStyles } from './theme.ts';
import { speak } from './translation.ts';
import type { Spoken } from './translation.ts';
import { sentenceKey } from './wording.ts';

/** The argument of the bundled script, as JSON. */
export type EmbedPayload = {
  readonly id: string;
  readonly version: number;
  /** Folded (fold.ts). Empty on the hosted page, which holds the form already. */
  readonly html: string;
  readonly css: string;
  readonly logic: SentLogic;
  /** The words the script speaks. */
  readonly texts: ScriptTexts;
  /** Names what the script's parts were built from, for those it loads later. */
  readonly build?: string;
  /** Fields that a stranger is not asked. */
  readonly skip?: readonly string[];
  /** The journal may be kept only after consent. */
  readonly journal?: 'consent';
  /** How the form opens over the page. */
  readonly embed?: Embed;
  /** The website's key for Turnstile. */
  readonly turnstile?: string;
  /** Words of the parts. */
  readonly words?: Partial<Texts>;
  /** What the form is called, for a window of its own. */
  readonly name?: string;
  /** The screen is shared: nothing is kept, nobody is known. */
  readonly kiosk?: true;
  /** ISO codes, folded (countries.ts), where the script has to name countries. */
  readonly countries?: string;
};

/** The script's words. Their limits are known, so the sentences for issues are whole already. */
type ScriptTexts = Readonly<
  Pick<
    Texts,
    | 'next'
    | 'progress'
    | 'check'
    | 'sending'
    | 'retrying'
    | 'offline'
    | 'refused'
    | 'thanks_title'
    | 'thanks_text'
    | 'invalid'
  >
> &
  Partial<Pick<Texts, 'book' | 'download'>> & {
    /** A sentence for each issue that an answer to this form can have, by its `sentenceKey`. */
    readonly issues: Readonly<Record<string, string>>;
  };

/** The payload of one form version in one language. `hosted` leaves out what the hosted page already holds. */
export function embedPayload(published: PublishedForm, options: PayloadOptions): EmbedPayload {
  const { form, version, logic } = published;
  const words = speak(form, options.language);
  const setting = { longLists: 'later', waits: false, own: false } as const;
  const html = options.hosted
    ? ''
    : writeShort(withStyleParts(renderFormWith(published, { action: '' }, words, setting)));
  const fields = logic.steps.flatMap((step) => step.fields);
  return {
    // In an order in which they compress well.
    css: options.hosted ? '' : stylesOf(words, stylesFor(html) + partStyles(form, options)),
    html: fold(html, fields),
    logic: {
      steps: logic.steps.map(({ shownWhen, fields }) => ({ ...(shownWhen && { shownWhen }), fields })),
    },
    id: form.id,
    version,
    ...aside(published, words, options),
    ...(html.includes('data-countries') && { countries: foldCodes(countryCodes) }),
    texts: textsOf(words),
  };
}

function stylesOf({ form: { theme, steps, review }, direction }: Spoken, further: string): string {
  const isFreeSomewhere = review || !steps.every(({ fields }) => fields.some(isAlwaysDemanded));
  return [
    formStyles,
    further,
    isFreeSomewhere ? noteStyles : '',
    direction === 'rtl' ? mirroredStyles : '',
    themeStyles(theme, 'embed'),
  ].join('');
}

function isAlwaysDemanded({ required, shownWhen, ask = 'always' }: Field): boolean {
  return required === true && shownWhen === undefined && ask === 'always';
}

/** What only some forms have. */
function aside(
  { form, logic }: PublishedForm,
  { form: spoken, texts }: Spoken,
  options: PayloadOptions,
): Partial<EmbedPayload> {
  const embed = embedOf(form, options);
  const { skip } = planAsking(form, logic, {});
  const words = partWords(form, options);
  return {
    ...(skip[0] && { skip }),
    ...(form.journal === 'consent' && { journal: form.journal }),
    ...(form.kiosk && { kiosk: form.kiosk }),
    ...(form.protection.turnstile && { turnstile: form.protection.turnstile.siteKey }),
    ...(embed && { embed, name: spoken.name }),
    ...(words[0] && { words: chosen(texts, words) }),
  };
}

function chosen(texts: Texts, keys: readonly TextKey[]): Partial<Texts> {
  const wanted = new Set<string>(keys);
  return Object.fromEntries(Object.entries(texts).filter(([key]) => wanted.has(key)));
}

function textsOf({ form, texts, language }: Spoken): ScriptTexts {
  const { next, check, sending, retrying, offline, refused, thanks_title, thanks_text, invalid } = texts;
  const fields = form.steps.flatMap((step) => step.fields);
  const issues = fields.flatMap((field) =>
    ['required' as const, ...fieldRenderers[field.kind].codes(field)].map((possible) => {
      const issue: Pick<Issue, 'code' | 'params'> =
        typeof possible === 'string' ? { code: possible } : possible;
      return [sentenceKey(issue.code, issue.params), sentence(field, issue, texts, language)] as const;
    }),
  );
  return {
    next,
    progress: form.steps.length > 1 || form.review ? texts.progress : '',
    check,
    sending,
    retrying,
    offline,
    refused,
    thanks_title,
    thanks_text,
    invalid,
    ...(form.outcomes.some(({ show }) => show.kind === 'booking') && { book: texts.book }),
    ...(form.outcomes.some(({ show }) => show.kind === 'download') && { download: texts.download }),
    issues: Object.fromEntries(issues),
  };
}

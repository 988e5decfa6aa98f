// What a visitor agreed to, as it stood before them: the words come from the form's own version, never from a browser.
import { consentField, consentIn, marketingField, ownOf, type Answers } from '@baton/form';
import type { PublishedVersion } from './published-version.ts';
import { sha256 } from './sha256.ts';
import { isRecord } from './sql.ts';

export type ConsentRecord = {
  /** Null where the form only asks whether it may write. */
  readonly text: string | null;
  /** The form's own, else the beginning of the text's hash. */
  readonly version: string | null;
  readonly url: string | null;
  readonly language: string;
  /** RFC 3339 UTC. */
  readonly at: string;
  /** A box was ticked; null: there is none, it is given by sending. */
  readonly agreed: boolean | null;
  readonly marketing: { readonly text: string; readonly given: boolean } | null;
};

export type Consented = {
  /** The answers without those to the consent. */
  readonly answers: Answers;
  readonly consent: ConsentRecord | null;
  /** What the consent tells of the person, by attribute. */
  readonly told: Readonly<Record<string, true>>;
};

/** Takes the consent out of the answers. */
export function takeConsent(
  { form }: PublishedVersion,
  answers: Answers,
  language: string | null,
  now: number,
): Consented {
  const own = form.consent;
  if (own === null || (own.text === undefined && own.marketing === undefined)) {
    return { answers, consent: null, told: {} };
  }
  const words = ownOf(form.translations, language ?? '');
  const { text, url, marketing, version, required } = consentIn(words, own);
  const { [consentField]: agreed, [marketingField]: opted, ...others } = answers;
  const given = opted === true;
  return {
    answers: others,
    consent: {
      text: text ?? null,
      version: version ?? (text === undefined ? null : sha256(text).slice(0, 12)),
      url: url ?? null,
      language: words === undefined || language === null ? form.language : language,
      at: new Date(now).toISOString(),
      agreed: required ? agreed === true : null,
      marketing: marketing === undefined ? null : { text: marketing.text, given },
    },
    told: toldBy(own, given),
  };
}

/** What a consent told of the person, from what is kept of it. */
export function consentTold({ form }: PublishedVersion, kept: string | null): Consented['told'] {
  const consent: unknown = kept === null ? null : JSON.parse(kept);
  const marketing = isRecord(consent) ? consent['marketing'] : null;
  return toldBy(form.consent, isRecord(marketing) && marketing['given'] === true);
}

function toldBy(consent: PublishedVersion['form']['consent'], given: boolean): Consented['told'] {
  const attribute = given ? consent?.marketing?.attribute : undefined;
  return attribute === undefined ? {} : { [attribute]: true };
}

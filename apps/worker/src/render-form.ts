// What a published form looks like to whoever asks for it: the hosted page, the script's payload, the answers to a
// plain post. Strings only; headers and caching are the routes' affair.
import { addressWith, withCarried, type Answers, type Embed, type Show, type VisitFacts } from '@baton/form';
import {
  embedPayload,
  languagesOf,
  pageStylesOf,
  partsFor,
  renderOutcome,
  renderPage,
  renderProblemPage,
  speak,
  firstValues,
  guessesCountry,
  type PageOptions,
  type PostProblem,
} from '@baton/page/render';
import type { Issue } from '@baton/rules';
import type { PublishedVersion, UncheckedVersion } from './desk/published-version.ts';
import type { Drafted } from './desk/drafted-version.ts';
import type { Sent } from './desk/sent.ts';
import { buildName, type ScriptCall } from './form-script.ts';
import { hashSource } from './page-headers.ts';

/** What is known of a form before anything is rendered. */
export type FormHead = {
  readonly version: number;
  /** Of the document; what is rendered from it is cached under this. */
  readonly hash: string;
  readonly websites: readonly string[];
  /** Those it speaks, its own first. */
  readonly languages: readonly string[];
  /** The form may lead the visitor to another website when it is sent. */
  readonly redirects: boolean;
  /** The form asks for Turnstile's word. */
  readonly asksTurnstile: boolean;
  /** Websites whose calendars may stand in the page. */
  readonly frames: readonly string[];
  /** The visitor's country makes the page another. */
  readonly guessesCountry: boolean;
  /** The source for `style-src` that allows exactly the page's own styles, theme included. */
  readonly styleSource: string;
};

/** A plain post that is shown again with what the visitor typed. */
export type Refill = {
  readonly values: Readonly<Record<string, string | string[]>>;
  readonly issues: readonly {
    readonly code: string;
    readonly path: (string | number)[];
    readonly params?: Record<string, string | number>;
  }[];
  readonly submission: string;
};

export function headOf(published: PublishedVersion): FormHead {
  return {
    version: published.version,
    hash: published.hash,
    websites: published.form.websites,
    languages: languagesOf(published.form),
    guessesCountry: guessesCountry(published.form),
    redirects: published.form.outcomes.some((outcome) => outcome.show.kind === 'redirect'),
    asksTurnstile: published.form.protection.turnstile !== undefined,
    frames: published.form.outcomes.flatMap(({ show }) =>
      show.kind === 'booking' && show.inline ? [new URL(show.url).origin] : [],
    ),
    styleSource: hashSource(pageStylesOf(published.form)),
  };
}

/** Where and how a page is shown. */
export type Place = {
  /** One of the form's languages, or one like it. */
  readonly language: string;
  /** The public address that links begin with, without a slash at the end. */
  readonly base: string;
  /** What stands before the form's id in addresses. */
  readonly prefix: string;
  /** The workspace's name. */
  readonly site: string | null;
};

export function pageOptions(
  { form }: PublishedVersion,
  { language, base, prefix, site }: Place,
): Pick<PageOptions, 'action' | 'script' | 'language' | 'address' | 'site'> {
  const action = `/f/${prefix}${form.id}`;
  const lang = languagesOf(form).length > 1 ? `&lang=${encodeURIComponent(language)}` : '';
  return {
    action,
    script: `${action}.js?hosted${lang}`,
    language,
    address: base + action,
    ...(site === null ? {} : { site }),
  };
}

/** What the page's own address and the way to it say, before anything is typed. */
export type Opening = {
  readonly query: readonly (readonly [string, string])[];
  readonly country: string | null;
  readonly visit: VisitFacts;
  readonly referrer: string | null;
};

/** The hosted page, with first values from its address, or with the visitor's own input where a post came back. */
export function hostedPage(published: PublishedVersion, place: Place, filled: Opening | Refill): string {
  const options = pageOptions(published, place);
  if ('query' in filled) {
    const { query, country, visit, referrer } = filled;
    const known = { query, country: country ?? undefined, language: place.language };
    return renderPage(published, {
      ...options,
      values: firstValues(published.form, known),
      visit,
      asking: { skipped: new Set(published.firstPlan.skip) },
      ...(referrer === null ? {} : { referrer }),
    });
  }
  const issues: readonly Issue[] = filled.issues;
  return renderPage(published, { ...options, values: filled.values, issues, submission: filled.submission });
}

/** The page for a post that could not be stored, with the form filled in again. */
export function problemPage(
  published: PublishedVersion,
  problem: PostProblem,
  values: Refill['values'],
  place: Place,
  languages: readonly string[],
): string {
  const options = { ...pageOptions(published, place), values };
  return renderProblemPage(problem, { languages, form: { ...published, options } });
}

/** How the script is asked for. */
export type ScriptWish = {
  /** By the form's own page, which holds HTML and styles already. */
  readonly hosted: boolean;
  /** With `window.Baton`. */
  readonly api: boolean;
  /** How the website wants the form to open; null: as the form says. */
  readonly mode: EmbedMode | null;
};

export const embedModes = ['inline', 'popup', 'slidein', 'page'] as const satisfies Embed['mode'][];

type EmbedMode = (typeof embedModes)[number];

/** How the script of a draft is asked for. */
export type DraftWish = Pick<ScriptWish, 'mode'> & {
  /** Null: whatever is saved. */
  readonly revision: number | null;
  /** Null: the form's own. */
  readonly language: string | null;
};

/** Null: there is no such form. */
export type DraftScript =
  | { readonly kind: 'script'; readonly call: ScriptCall }
  | Exclude<Drafted, { kind: 'version' }>
  | null;

/** What the served script is called with. */
export function scriptCall(
  published: UncheckedVersion,
  language: string | null,
  { hosted, api, mode }: ScriptWish,
): ScriptCall {
  const options = { hosted, language: language ?? undefined, mode: mode ?? undefined };
  const payload = embedPayload(published, options);
  return {
    payload: JSON.stringify({ ...payload, build: buildName }),
    parts: [...partsFor(published.form, options), ...(api ? ['api'] : [])],
  };
}

/** What the script of pages without a form is called with; null: this form keeps no journal. */
export function pagesPayload({ form: { journal, kiosk } }: PublishedVersion): string | null {
  return journal === 'off' || kiosk ? null : JSON.stringify(journal === 'consent' ? { journal } : {});
}

/** The answer to a plain post: a page, or where to go; with those of the answers that go along. */
export function outcomeAnswer(
  { published, outcome, answers }: Sent,
  language: string,
):
  | { readonly kind: 'redirect'; readonly url: string }
  | { readonly kind: 'page'; readonly html: string; readonly head: FormHead } {
  const { form } = speak(published.form, language);
  const found = form.outcomes.find((one) => one.id === outcome)?.show ?? { kind: 'message' };
  const show = withAnswers(withCarried(form, found), answers);
  if (show.kind === 'redirect') return { kind: 'redirect', url: show.url };
  return { kind: 'page', html: renderOutcome(published, show, { language }), head: headOf(published) };
}

function withAnswers(show: Show, answers: Answers): Show {
  return 'fields' in show ? { ...show, url: addressWith(show.url, show.fields, answers) } : show;
}

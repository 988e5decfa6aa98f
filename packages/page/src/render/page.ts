// Whole documents: the hosted form, the answer to a plain post, and the calm pages for what went wrong. They hold
// one inline style sheet and no inline script, so a strict Content-Security-Policy fits them.
import { reviewStep } from '@baton/form';
import type { Form } from '@baton/form';
import { progressOf, renderFormWith } from './form.ts';
import { commonHead, formHead, privateHead } from './head.ts';
import type { Markup, Part } from './markup.ts';
import { attributes, html } from './markup.ts';
import type { PageOptions, PublishedForm } from './published-form.ts';
import { sightOf } from './sight.ts';
import { pageStyles } from './styles.ts';
import { renderSummary } from './summary.ts';
import { textLanguages, textsFor } from './texts/index.ts';
import type { TextKey, Texts } from './texts/index.ts';
import { themeStyles } from './theme.ts';
import { chooseLanguage, direction } from './language.ts';
import type { Spoken } from './translation.ts';
import { speak } from './translation.ts';
import { fill } from './wording.ts';

/** What the visitor sees once the submission is stored. */
export type OutcomeShow = Form['outcomes'][number]['show'];

/** Why a plain post was not taken. */
export type PostProblem = 'failed' | 'too_many' | 'too_large' | 'not_taken';

/** The exact content of a page's one `<style>` element: its hash belongs in `style-src`. */
export function pageStylesOf(form: Form): string {
  return pageStyles + themeStyles(form.theme, 'page');
}

/** The whole hosted document. */
export function renderPage(published: PublishedForm, options: PageOptions): string {
  return renderFormPage(published, options, null);
}

/**
 * The answer to a plain post that was stored. Where it leads stands as a link: a calendar, a file, or the redirect that
 * a host cannot send.
 */
export function renderOutcome(
  published: PublishedForm,
  show: OutcomeShow,
  options: { readonly language?: string | undefined },
): string {
  const { form, texts, language } = speak(published.form, options.language);
  const said: Partial<Record<'title' | 'text' | 'label', string>> = show.kind === 'redirect' ? {} : show;
  const title = said.title ?? texts.thanks_title;
  const text = said.text ?? texts.thanks_text;
  const labels = { redirect: texts.go_on, booking: texts.book, download: texts.download };
  const link =
    show.kind !== 'message' &&
    /^https:\/\//i.test(show.url) &&
    html`<p class="nav">
      <a${attributes({ class: 'option send', href: show.url, download: show.kind === 'download' })}>${said.label ?? labels[show.kind]}</a>
    </p>`;
  const body = html`<div class="baton">
    <h1>${title}</h1>
    <p>${text}</p>
    ${link}
  </div>`;
  return document({ language, title: `${title} – ${form.name}`, styles: pageStylesOf(form), body });
}

/** The page for a form that is not there. */
export function renderNotFound({ languages }: Wishes): string {
  return renderWithoutForm(languages, (texts) => [texts.not_found_title, texts.not_found_text]);
}

/** The page for what broke where there is no form to show. */
export function renderBroken({ languages }: Wishes): string {
  return renderWithoutForm(languages, (texts) => [texts.failed_title, texts.broken_text]);
}

/** Languages that somebody asks for, the most wanted first. */
type Wishes = { readonly languages: readonly string[] };

function renderWithoutForm(languages: readonly string[], say: (texts: Texts) => [string, string]): string {
  const language = chooseLanguage(textLanguages, languages) ?? 'en';
  const [title, text] = say(textsFor(language));
  const body = html`<h1>${title}</h1>
    <p>${text}</p>`;
  return document({ language, title, styles: pageStyles, body });
}

/**
 * The page for a plain post that was not taken: what happened, in the first of these languages that there are words
 * for, and the form as it was filled in, in a language of its own.
 */
export function renderProblemPage(
  problem: PostProblem,
  {
    languages,
    form,
  }: {
    readonly languages: readonly string[];
    readonly form: PublishedForm & { readonly options: PageOptions };
  },
): string {
  return renderFormPage(form, form.options, { problem, languages });
}

const titles = {
  failed: 'failed_title',
  too_many: 'too_many_title',
  too_large: 'too_large_title',
  not_taken: 'not_taken_title',
} as const satisfies Record<PostProblem, TextKey>;

const explanations = {
  failed: 'failed_text',
  too_many: 'too_many_text',
  too_large: 'too_large_text',
  not_taken: 'not_taken_text',
} as const satisfies Record<PostProblem, TextKey>;

type Told = { readonly problem: PostProblem; readonly languages: readonly string[] };

function renderFormPage(published: PublishedForm, options: PageOptions, told: Told | null): string {
  const spoken = speak(published.form, options.language);
  const { form, language } = spoken;
  const { stage, issues = [] } = options;
  const word = told && renderProblem(told, spoken);
  const isNew = told === null && issues.length === 0 && !stage;
  const setting = { longLists: 'written', waits: isNew, own: true } as const;
  const script = html`<script${attributes({ src: options.script, defer: true })}></script>`;
  return document({
    language,
    title: titleOf(published, options, spoken, told !== null),
    styles: pageStylesOf(form),
    // Whom the worker leads, no script came to; one that came late would begin anew.
    head: html`${stage ? null : script}${isNew ? formHead(published.form, spoken, options) : privateHead}`,
    body: html`<h1>${form.name}</h1>
      ${word ?? renderSummary(spoken, issues)}${renderFormWith(published, options, spoken, setting)}`,
  });
}

/** What went wrong: in the visitor's own language where the form has none of theirs. */
function renderProblem({ problem, languages }: Told, { texts, language }: Spoken): Markup {
  const own = chooseLanguage([language, ...textLanguages], languages) ?? language;
  const words = own === language ? texts : textsFor(own);
  const spoken = own === language ? {} : { lang: own, dir: direction(own) };
  const opening = attributes({ class: 'problem', role: 'alert', tabindex: -1, autofocus: true, ...spoken });
  return html`<div${opening}>
    <h2>${words[titles[problem]]}</h2>
    <p>${words[explanations[problem]]}</p>
  </div>`;
}

/** `Error: Your company (Step 2 of 3) – Request a demo`, as far as these are there. */
function titleOf(
  published: PublishedForm,
  options: PageOptions,
  { form, texts }: Spoken,
  isBad: boolean,
): string {
  const at = options.stage?.step;
  const title = at === reviewStep ? texts.review_title : form.steps.find(({ id }) => id === at)?.title;
  const progress = options.stage && progressOf(sightOf(published, options), texts);
  const place = [title, progress && (title ? `(${progress})` : progress)].filter(Boolean).join(' ');
  const whole = progress ? `${place} – ${form.name}` : form.name;
  return isBad || options.issues?.length ? fill(texts.error_title, { title: whole }) : whole;
}

function document(page: {
  readonly language: string;
  readonly title: string;
  readonly styles: string;
  readonly head?: Markup;
  readonly body: Part;
}): string {
  const { language, title, styles, head = privateHead, body } = page;
  const root = attributes({ lang: language, dir: direction(language) });
  // The style sheet is ours, themes are numbers and checked colours: there is nothing in it to escape, and
  // escaping would change its hash.
  return (
    html`<!doctype html><html${root}><head><meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title>`.toString() +
    `<style>${styles}</style>` +
    html`${head}${commonHead}</head><body><main>${body}</main></body></html>`.toString()
  );
}

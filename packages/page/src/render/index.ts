// The form as HTML: pure functions from a published form to strings. The same string serves the hosted page,
// the embed, the editor's canvas and the visitor without JavaScript. Nothing here reads a clock, a network
// or a document, and nothing that a person wrote is ever markup.
import type { Form, Logic } from '@baton/form';
import type { Issue } from '@baton/rules';

/** A published version of a form, with the public logic derived from it (`formLogic`). */
export type PublishedForm = { readonly form: Form; readonly version: number; readonly logic: Logic };

/** What the visitor sees once the submission is stored. */
export type OutcomeShow = Form['outcomes'][number]['show'];

export type RenderOptions = {
  /** Where plain HTML posts to, such as `/f/demo`. */
  readonly action: string;
  /** What the visitor typed before, by field id; re-rendered as it was. */
  readonly values?: Readonly<Record<string, unknown>>;
  /** Issues of the last try (`['answers', fieldId]`), shown at their fields. */
  readonly issues?: readonly Issue[];
  /** The submission's id for the plain HTML post (hidden field `baton_id`). */
  readonly submission?: string;
  /** BCP 47; the form's own language when absent or unknown. */
  readonly language?: string;
};

export type PageOptions = RenderOptions & {
  /** Address of the script that enhances the page. */
  readonly script: string;
};

/** What the script needs to bring a form to life; the worker appends it to the bundle as JSON. */
export type EmbedPayload = {
  readonly id: string;
  readonly version: number;
  readonly html: string;
  readonly css: string;
  readonly logic: Logic;
  readonly texts: Readonly<Record<string, string>>;
};

/** `<form …>…</form>`: what page, embed and editor show. */
export function renderForm(_published: PublishedForm, _options: RenderOptions): string {
  throw new Error('Not built yet.');
}

/** The whole hosted document. Its one inline `<style>` holds exactly {@link pageStyles}. */
export function renderPage(_published: PublishedForm, _options: PageOptions): string {
  throw new Error('Not built yet.');
}

/** The answer page for a visitor without JavaScript; a redirect renders as a link to follow. */
export function renderOutcome(
  _published: PublishedForm,
  _show: OutcomeShow,
  _options: { readonly language?: string },
): string {
  throw new Error('Not built yet.');
}

/** The page for a form that does not exist. `language` is BCP 47; English when unknown. */
export function renderNotFound(_options: { readonly language?: string }): string {
  throw new Error('Not built yet.');
}

/**
 * The page for a post that could not be taken: a calm word on top and, when the form is known, the form again
 * with everything the visitor typed. `problem` names what happened.
 */
export function renderProblemPage(
  _problem: 'failed' | 'too_many' | 'too_large' | 'not_taken',
  _options: { readonly language?: string; readonly form?: PublishedForm & { readonly options: PageOptions } },
): string {
  throw new Error('Not built yet.');
}

/** The exact content of the page's one `<style>` element: hash it for `style-src 'sha256-…'`. */
export const pageStyles: string = '';

/** The form's own styles, as adopted by the embed's shadow root. */
export const formStyles: string = '';

/** The payload of one form version in one language. `hosted` leaves out what the hosted page already holds. */
export function embedPayload(
  _published: PublishedForm,
  _options: { readonly language?: string; readonly hosted?: boolean },
): EmbedPayload {
  throw new Error('Not built yet.');
}

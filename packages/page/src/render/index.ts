// The form as HTML: pure functions from a published form to strings. The same string serves the hosted page,
// the embed, the editor's canvas and the visitor without JavaScript. Nothing here reads a clock, a network
// or a document, and nothing that a person wrote is ever markup.
export { renderForm } from './form.ts';
export {
  pageStylesOf,
  renderBroken,
  renderNotFound,
  renderOutcome,
  renderPage,
  renderProblemPage,
} from './page.ts';
export type { OutcomeShow, PostProblem } from './page.ts';
export { acceptedLanguages, chooseLanguage } from './language.ts';
export { languageScript } from './language-script.ts';
export { embedPayload } from './payload.ts';
export type { EmbedPayload } from './payload.ts';
export { completion } from './completion.ts';
export { partsFor } from './parts.ts';
export { plainFields } from './published-form.ts';
export type { PageOptions, PublishedForm, RenderOptions, Stage } from './published-form.ts';
export { formStyles, pageStyles } from './styles.ts';
export { isTextKey, textLanguages, textsFor } from './texts/index.ts';
export type { TextKey, Texts } from './texts/index.ts';
export { languagesOf, speak } from './translation.ts';
export { firstValues, guessesCountry } from './first-values.ts';
export { wordIssue } from './issue-words.ts';

// What the visitor sees once the submission is stored: a message, or another page. Refuses addresses that are not
// https, whoever wrote them.
import type { Show } from '@baton/form';
import { payload } from './payload.ts';

type Words = { readonly title?: string; readonly text?: string; readonly url?: string };

/** Replaces the form's content and moves the focus to the title, so that it is read out. */
export function showOutcome(form: HTMLFormElement, show: Show | undefined): void {
  const { texts } = payload;
  const { title = texts.thanks_title, text = texts.thanks_text, url = '' }: Words = show ?? {};
  const heading = document.createElement('h2');
  heading.textContent = title;
  heading.tabIndex = -1;
  form.replaceChildren(heading, text);
  heading.focus();
  if (url.startsWith('https:')) location.assign(url);
}

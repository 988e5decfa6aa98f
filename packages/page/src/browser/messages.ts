// Words at a field and beside the buttons.
import type { Issue } from '@baton/rules';
import { sentenceKey } from '../render/wording.ts';
import { payload } from './payload.ts';

/** Shows an issue at its field, or that there is none. */
export function showIssue(field: HTMLElement, issue: Pick<Issue, 'code' | 'params'> | undefined): void {
  const { texts } = payload;
  say(
    field.querySelector('.error'),
    issue ? (texts.issues[sentenceKey(issue.code, issue.params)] ?? texts.invalid) : '',
  );
  for (const control of [field, ...field.querySelectorAll('*')]) {
    control.ariaInvalid &&= `${!!issue}`;
  }
}

/** Sets a text only when it is another, so that nothing is announced twice. */
export function say(place: Element | null, text: string): void {
  if (place && place.textContent !== text) place.textContent = text;
}

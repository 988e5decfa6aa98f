// Words at a field and beside the buttons.
import type { Issue } from '@baton/rules';
import type { ScriptTexts } from '../render/payload.ts';
import { sentenceKey } from '../render/wording.ts';

/** Shows an issue at its field, or that there is none. */
export function showIssue(
  field: HTMLElement,
  issue: Pick<Issue, 'code' | 'params'> | undefined,
  texts: ScriptTexts,
): void {
  say(field.querySelector('.error'), issue ? (texts.issues[sentenceKey(issue)] ?? texts.invalid) : '');
  for (const control of [field, ...field.querySelectorAll('*')]) {
    if (control.ariaInvalid) control.ariaInvalid = String(!!issue);
  }
}

/** Sets a text only when it is another, so that nothing is announced twice. */
export function say(place: Element | null, text: string): void {
  if (place && place.textContent !== text) place.textContent = text;
}

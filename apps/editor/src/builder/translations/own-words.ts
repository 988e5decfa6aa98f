// The words that every form says without being told, such as those of its buttons, and how this form says them. What
// counts something has a text for each way in which the language counts.
import { answerIssueCodes } from '@baton/form';
import { textsFor } from '@baton/page/render';
import { keyOf, type Line } from '../../draft/translations.ts';

/** Those that stand on pages of Baton's own, in front of whoever manages the form, or that nobody would say otherwise. */
const leftOut = /^(?:error_title|failed_|broken_|too_many_t|too_large_t|not_taken_|not_found_|review_title)/;

export function ownWordLines(language: string): readonly Line[] {
  return Object.entries(textsFor(language)).flatMap(([key, text]) => {
    if (leftOut.test(key)) return [];
    const forms = typeof text === 'string' ? [[[key], text] as const] : Object.entries(text).map(formOf(key));
    return forms.map(([path, said]) => {
      const whole = ['texts', ...path];
      return {
        path: whole,
        key: keyOf(whole),
        text: said,
        where: 'Baton’s own words',
        what: whatOf(key) + (path[1] === undefined ? '' : `, where the number counts as “${path[1]}”`),
        isNeeded: false,
      };
    });
  });
}

const buttons: ReadonlySet<string> = new Set(
  'send next back not_you close change book download go_on'.split(' '),
);
const faults: ReadonlySet<string> = new Set([...answerIssueCodes, 'invalid']);

function whatOf(key: string): string {
  if (buttons.has(key)) return 'Button';
  return faults.has(key) ? 'Said of an answer' : 'Message';
}

function formOf(key: string) {
  return ([category, said]: [string, string]) => [[key, category], said] as const;
}

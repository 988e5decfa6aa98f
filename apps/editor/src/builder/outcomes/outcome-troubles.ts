// What the worker last said of one outcome, in words, and to which part of it they belong.
import type { Issue } from '@baton/worker/api-types';
import type { Judged } from '../save-state.ts';

export type Trouble = {
  /** `when`, `show.url`, `show.fields.name`; empty: the outcome itself. */
  readonly part: string;
  readonly words: string;
};

type Told = Pick<Judged, 'issues' | 'warnings'>;

export function outcomeTroubles(
  index: number,
  { issues, warnings }: Told,
): { readonly errors: readonly Trouble[]; readonly warnings: readonly Trouble[] } {
  const here = (list: readonly Issue[]): readonly Trouble[] =>
    list
      .filter(({ path }) => path[0] === 'outcomes' && path[1] === index)
      .map(({ code, path }) => ({ part: path.slice(2).join('.'), words: inWords(code) }));
  return { errors: here(issues), warnings: here(warnings) };
}

/** What is wrong with this part, or with something in it. */
export function troubleAt(troubles: readonly Trouble[], part: string): string | undefined {
  return troubles.find((one) => one.part === part || one.part.startsWith(`${part}.`))?.words;
}

function inWords(code: string): string {
  switch (code) {
    case 'not_last':
      return 'It is always shown, so nothing after it ever is. Give it a condition, or remove what comes after.';
    case 'outcome_never_shown':
      return 'Never shown: an outcome before it takes everybody of this tier. Move it up.';
    case 'unknown_tier':
      return 'The agreement has no such tier any more. Choose another.';
    case 'not_a_safe_address':
      return 'Give a whole address that begins with https://.';
    case 'parameter_taken':
      return 'The address has this parameter already.';
    case 'unknown_field':
      return 'It speaks of something that is gone.';
    case 'not_for_address':
      return 'Answers to this field must not stand in an address.';
    case 'required':
    case 'blank':
      return 'This must not be empty.';
    case 'too_long':
      return 'This is too long.';
    default:
      return 'This does not fit here.';
  }
}

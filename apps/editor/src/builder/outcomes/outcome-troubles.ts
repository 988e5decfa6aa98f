// What the worker last said of one outcome, in words, and to which part of it they belong.
import type { Issue } from '@baton/worker/api-types';
import { findingInWords } from '../checker/finding-words.ts';
import type { Judged } from '../form-saver.ts';

export type Trouble = {
  /** `when`, `show.url`, `show.fields.name`; empty: the outcome itself. */
  readonly part: string;
  readonly words: string;
};

export function outcomeTroubles(
  id: string,
  { document, issues, warnings }: Judged,
): { readonly errors: readonly Trouble[]; readonly warnings: readonly Trouble[] } {
  // Paths lead through the document that was judged.
  const index = document?.outcomes?.findIndex((outcome) => outcome.id === id) ?? -1;
  const here = (list: readonly Issue[]): readonly Trouble[] =>
    list
      .filter(({ path }) => path[0] === 'outcomes' && path[1] === index)
      .map((issue) => ({ part: issue.path.slice(2).join('.'), words: findingInWords(issue) }));
  return { errors: here(issues), warnings: here(warnings) };
}

/** What is wrong with this part, or with something in it. */
export function troubleAt(troubles: readonly Trouble[], part: string): string | undefined {
  return troubles.find((one) => one.part === part || one.part.startsWith(`${part}.`))?.words;
}

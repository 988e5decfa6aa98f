// What the visitor typed, kept in their own browser until it is sent: never for sensitive fields, and for seven days.
// With it goes the id of the submission, so that sending the same again is the same submission.
import { writeAnswers } from './answers.ts';
import type { Given } from './answers.ts';
import { json } from './json.ts';
import { attempt, storage, store } from './storage.ts';

const lifetime = 7 * 24 * 60 * 60 * 1000;

/** A submission that is being filled in: its id once it has one, and whether it may have arrived as it is. */
export type Draft = { id?: string | undefined; isTried?: boolean | undefined };

export function keepDraft(key: string, form: HTMLFormElement, given: Given, draft: Draft): void {
  const kept = { ...given };
  const sensitive = form.querySelectorAll<HTMLInputElement>('[data-sensitive] [name]');
  for (const { name } of sensitive) delete kept[name];
  store(key, json([Date.now(), draft, kept]));
}

/** Puts a kept draft back into the form. */
export function restoreDraft(key: string, form: HTMLFormElement): Draft {
  return (
    attempt(() => {
      const [at, draft, given] = JSON.parse(storage[key] ?? '');
      if (Date.now() - at > lifetime) delete storage[key];
      else if (given) {
        writeAnswers(form, given);
        return { ...draft };
      }
    }) ?? {}
  );
}

// What the visitor typed, kept in their own browser until it is sent: never for sensitive fields, and for seven days.
// With it goes the id of a try that was not answered yet, so that sending the same again is the same submission.
import { writeAnswers } from './answers.ts';
import type { Given } from './answers.ts';
import { json } from './json.ts';
import { attempt, storage, store } from './storage.ts';

const lifetime = 7 * 24 * 60 * 60 * 1000;

export function keepDraft(key: string, sensitive: readonly string[], given: Given, id: string): void {
  const kept = { ...given };
  for (const name of sensitive) delete kept[name];
  store(key, json([Date.now(), id, kept]));
}

/** Puts a kept draft back into the form; gives the id of its unanswered try, if there is one. */
export function restoreDraft(key: string, form: HTMLFormElement): string | undefined {
  return attempt(() => {
    const [at, id, given] = JSON.parse(storage[key] ?? '');
    if (Date.now() - at < lifetime) {
      writeAnswers(form, given);
      return id;
    }
    delete storage[key];
  });
}

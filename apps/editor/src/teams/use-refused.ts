// Puts what the worker refuses to the control that can put it right, and what has none above them.
import type { FieldPath, FieldValues, UseFormSetError } from 'react-hook-form';
import { Refusal, refusalInWords } from '../server/refusal.ts';
import { issueInWords } from './team-words.ts';

/** Sentences for what is nobody's place. */
export function tellRefused<T extends FieldValues>(
  error: unknown,
  places: readonly FieldPath<T>[],
  setError: UseFormSetError<T>,
): readonly string[] {
  const issues = error instanceof Refusal ? error.issues : [];
  if (issues.length === 0) return [refusalInWords(error)];
  return issues.flatMap((issue) => {
    const place = places.find((one) => one === issue.path[0]);
    if (place === undefined) return [issueInWords(issue)];
    setError(place, { message: issueInWords(issue) }, { shouldFocus: true });
    return [];
  });
}

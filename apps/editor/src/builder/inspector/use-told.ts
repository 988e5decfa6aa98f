// What keeps a field from being published, told at the control that puts it right.
import { findingInWords } from '../checker/finding-words.ts';
import { useFindingsAt } from '../checker/use-findings.ts';

/** By the key of the field. */
export function useTold(id: string): (key: string) => string | undefined {
  const findings = useFindingsAt('field', id);
  return (key) => {
    const first = findings?.find(({ severity, place }) => severity === 'error' && place.inside[0] === key);
    return first && findingInWords(first.issue);
  };
}

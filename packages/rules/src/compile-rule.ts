// One rule against one raw value: read as the field's kind reads it, then compared. What is missing fails every
// comparison, and a negative operator is the complement of its positive one for whatever is there.
import { normaliseText } from './compare-texts.ts';
import type { Rule, ValueType } from './condition.ts';
import { matchRule } from './match.ts';
import { readerOf, textReaderOf } from './read-value.ts';
import { ofParts, readyRule } from './ready-condition.ts';

/** Decides one value. */
export type Test = (value: unknown) => boolean;

/** The test that a rule makes of the value its field holds. The rule must have been parsed. */
export function compileRule(rule: Rule, type: ValueType): Test {
  const ready = readyRule(rule, type);
  const read = ofParts.has(ready.operator) ? textReaderOf(type) : readerOf(type);
  if (!ready.text) return matchRule(ready, read);
  return matchRule(ready, (value) => {
    const found = read(value);
    return typeof found === 'string' ? normaliseText(found) : found;
  });
}

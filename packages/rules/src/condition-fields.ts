// Which paths a condition reads, whatever it decides.
import type { Condition, Group } from './condition.ts';
import { isGroup } from './condition.ts';

/** The paths a condition reads, each once, in the order they first stand. */
export function conditionFields(condition: Condition): readonly string[] {
  const paths = new Set<string>();
  if (condition) collect(condition, paths);
  return [...paths];
}

function collect(group: Group, paths: Set<string>): void {
  for (const part of group.rules) {
    if (isGroup(part)) collect(part, paths);
    else paths.add(part.field);
  }
}

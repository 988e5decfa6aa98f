// What a condition finds in a visit. A form whose conditions ask only for answers carries a script without it.
import { isMissing, texts } from '@baton/rules';
import type { Found } from '@baton/rules';
import type { VisitFacts } from './types.ts';

/** Reads the fact that a path such as `visit.device` names, as it compares. Only known names come this far. */
export const visited: ((path: string) => (visit: VisitFacts) => Found) | undefined = (path) => {
  const name = path.slice('visit.'.length);
  // All of a visit is text but for `returning`.
  return (visit: Readonly<Record<string, Found>>) =>
    isMissing(visit[name]) ? undefined : texts?.(visit[name]);
};

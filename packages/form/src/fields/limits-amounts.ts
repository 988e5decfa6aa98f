// How many options may be chosen. A form that takes any number of them carries a script without it.
import type { FieldBehaviour } from './behaviour.ts';
import { checkLimits } from './limits.ts';

export const amounts: Pick<FieldBehaviour, 'check'> = {
  check: (answer, { min, max }) =>
    checkLimits(typeof answer === 'object' ? answer.length : 0, 'too_few', 'too_many', min, max),
};

// Between which days a date may be. A form whose dates may be any carries a script without it.
import type { FieldBehaviour } from './behaviour.ts';
import { checkLimits } from './limits.ts';

export const spans: Pick<FieldBehaviour, 'check'> = {
  check: (answer, { earliest, latest }) =>
    checkLimits(String(answer), 'too_early', 'too_late', earliest, latest),
};

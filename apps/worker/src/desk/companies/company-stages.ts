// How far a company has come with us: the furthest stage of its people. Somebody lost counts as further than a lead that
// nothing has become of, and as less than whoever is still on the way.
import type { Stage } from '@baton/agreement';

export const companyStages = [
  'lead',
  'lost',
  'mql',
  'sal',
  'sql',
  'opportunity',
  'won',
] as const satisfies readonly Stage[];

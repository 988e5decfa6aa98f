// The one step of a form, always in sight. A piece of the core (build/pieces.ts): a form of several steps has another way
// through them.
import type { WayThrough } from './steps.ts';

export const still: WayThrough = (all) => ({ inSight: all, current: 0, arrange: () => undefined });

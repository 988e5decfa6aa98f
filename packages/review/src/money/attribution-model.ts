// How much each touch on the way to something counts. Each model is a sentence that people can disagree with; none is
// the truth, so all are there, and all share out the same total.

export const attributionModels = ['first', 'last', 'linear', 'position', 'decay'] as const;

export type AttributionModel = (typeof attributionModels)[number];

/** Days in which a touch loses half of its weight, under `decay`. */
const halfLife = 7 * 86_400_000;

/** What first and last touch get each, under `position`; the rest is for those between. */
const ends = 0.4;

export const modelWords: Readonly<
  Record<AttributionModel, { readonly name: string; readonly says: string }>
> = {
  first: { name: 'First touch', says: 'All of it goes to the touch that brought somebody here first.' },
  last: { name: 'Last touch', says: 'All of it goes to the last touch before it happened.' },
  linear: { name: 'Linear', says: 'Every touch before it happened gets the same.' },
  position: {
    name: 'Position-based',
    says: 'The first and the last touch get 40% each, those between share 20%.',
  },
  decay: {
    name: 'Time decay',
    says: 'A touch counts half as much as one that came seven days later.',
  },
};

/**
 * The weight of each touch; they need not add up to 1.
 *
 * @param touches when they were, ascending, epoch ms
 */
export function weightsOf(model: AttributionModel, touches: readonly number[]): number[] {
  const last = touches.length - 1;
  switch (model) {
    case 'first':
      return touches.map((_, place) => (place === 0 ? 1 : 0));
    case 'last':
      return touches.map((_, place) => (place === last ? 1 : 0));
    case 'linear':
      return touches.map(() => 1);
    case 'position': {
      if (last < 2) return touches.map(() => 1);
      const between = (1 - 2 * ends) / (last - 1);
      return touches.map((_, place) => (place === 0 || place === last ? ends : between));
    }
    case 'decay': {
      // Counted from the last touch, so that what happened long ago does not vanish below all numbers.
      const from = touches[last] ?? 0;
      return touches.map((at) => 0.5 ** ((from - at) / halfLife));
    }
  }
}

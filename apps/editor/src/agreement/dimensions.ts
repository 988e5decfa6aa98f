// The three dimensions of a score, in the order of a contract.
export const dimensions = ['fit', 'engagement', 'intent'] as const;

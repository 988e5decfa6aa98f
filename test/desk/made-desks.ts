// Desks that a test has made and nobody has looked through yet. A module of its own, so that a test file without a Desk
// loads nothing of it.

/** Looks through all of them; null: none was ever made here. */
export const madeDesks: { lookThrough: (() => void) | null } = { lookThrough: null };

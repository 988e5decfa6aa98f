// Class names put together, leaving out what does not apply.

/** The names that are there, in order. */
export function classes(...names: readonly (string | false | null | undefined)[]): string {
  return names.filter(Boolean).join(' ');
}

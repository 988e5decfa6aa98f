// Countries as people call them.

let regions: Intl.DisplayNames | null = null;

/** A country by its English name, if it is one. */
export function countryName(code: string): string {
  if (!/^[A-Z]{2}$/.test(code)) return code;
  regions ??= new Intl.DisplayNames('en', { type: 'region' });
  return regions.of(code) ?? code;
}

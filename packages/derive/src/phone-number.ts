// A telephone number as people write it, in full: with its country's code and nothing between its digits (E.164). It
// is written so only where that is certain: a number that no guessed country has is left as it is.
import { isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/min';
import type { CountryCode } from 'libphonenumber-js/min';

/**
 * `+49301234567`, with ` ext. 12` where there is an extension; null: no number that can be dialled in any of these.
 * What this gives, it gives again.
 * @param countries ISO 3166-1 codes, the likeliest first, for a number without its country's code
 */
export function phoneNumber(text: string, countries: readonly string[]): string | null {
  const guesses: (CountryCode | undefined)[] = countries.filter((code) => isSupportedCountry(code));
  // One that has its country's code needs no guess.
  for (const country of [undefined, ...guesses]) {
    const found = parsePhoneNumberFromString(text, country === undefined ? {} : { defaultCountry: country });
    if (found?.isValid()) return found.ext === undefined ? found.number : `${found.number} ext. ${found.ext}`;
  }
  return null;
}

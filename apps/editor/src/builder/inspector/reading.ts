// How what is typed into a setting is read: its value, or a sentence that says what it must be. A blank one is no value.
import * as z from 'zod';

// The page lets no code be made from text, which the library would otherwise try.
z.config({ jitless: true });

/** Words that may be missing. */
export const text = (most: number) =>
  z
    .string()
    .max(most, { error: `At most ${most.toLocaleString('en')} characters.` })
    .transform((typed) => (typed.trim() === '' ? undefined : typed))
    .optional();

/** Words that must not be missing. */
export const words = (most: number, missing: string) =>
  z
    .string()
    .max(most, { error: `At most ${most.toLocaleString('en')} characters.` })
    .regex(/\S/, { error: missing })
    .optional();

type Range = { readonly least?: number; readonly most?: number; readonly whole?: boolean };

/** A number, with a point or a comma before its decimals. */
export const number = ({ least = -Infinity, most = Infinity, whole = false }: Range = {}) =>
  z
    .string()
    .transform((typed, context) => {
      const plain = typed.trim();
      if (plain === '') return undefined;
      const value = /^-?\d+([.,]\d+)?$/.test(plain) ? Number(plain.replace(',', '.')) : NaN;
      const wrong = wrongWith(value, least, most, whole);
      if (wrong === undefined) return value;
      context.addIssue({ code: 'custom', message: wrong });
      return z.NEVER;
    })
    .optional();

function wrongWith(value: number, least: number, most: number, whole: boolean): string | undefined {
  if (!Number.isFinite(value)) return 'This is not a number.';
  if (whole && !Number.isInteger(value)) return 'A whole number, please.';
  if (value < least) return `At least ${least.toLocaleString('en')}.`;
  return value > most ? `At most ${most.toLocaleString('en')}.` : undefined;
}

/** A day as the browser's own control gives it. */
export const day = () =>
  z
    .string()
    .regex(/^(\d{4}-\d\d-\d\d)?$/, { error: 'A day, as in 2026-12-24.' })
    .transform((typed) => (typed === '' ? undefined : typed))
    .optional();

/** A box; off is the same as not there. */
export const box = () =>
  z
    .boolean()
    .transform((isOn) => (isOn ? true : undefined))
    .optional();

/** One of a few; the blank one is the default, which is not written down. */
export const oneOf = <const T extends string>(values: readonly T[]) =>
  z
    .string()
    .transform((typed) => values.find((value) => value === typed))
    .optional();

/** How a number stands in its control. */
export function shownNumber(value: number | undefined): string {
  return value === undefined ? '' : String(value);
}

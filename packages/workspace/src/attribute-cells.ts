// How a cell is read as a value of each type of attribute, and which values a map may name for it. Refuses to guess:
// what is not plainly a value of the type is told, not repaired.
import { countryCodes } from '@baton/form';
import { isDay, normaliseText, type AttributeType, type Option } from '@baton/rules';

/** What an attribute holds. */
export type CellValue = string | number | boolean | readonly string[];

type Options = readonly Option[];

export type CellType = {
  /** The value that a text, trimmed and not blank, plainly is; undefined: it is none. */
  readonly read: (text: string, options: Options) => CellValue | undefined;
  /** Whether a map may give this value. */
  readonly fits: (value: unknown, options: Options) => value is CellValue;
  /** Any text is a value. */
  readonly takesAll?: true;
};

const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';

const text: CellType = { read: (text) => text, fits: isText, takesAll: true };

// An address is what a person is derived from: what cannot be one is told.
const email: CellType = { read: (text) => (/^\S+@\S+\.\S+$/.test(text) ? text : undefined), fits: isText };

const number: CellType = {
  read: (text) => (/^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d{1,3})?$/i.test(text) ? Number(text) + 0 : undefined),
  fits: (value): value is number => typeof value === 'number' && Number.isFinite(value),
};

const date: CellType = {
  // An instant is of the day that it names itself, in whatever zone that is.
  read(text) {
    const [day = ''] = /^\d{4}-\d\d-\d\d(?=$|[T ]\d\d:\d\d)/.exec(text) ?? [];
    return isDay(day) ? day : undefined;
  },
  fits: (value): value is string => typeof value === 'string' && isDay(value),
};

const words: ReadonlyMap<string, boolean> = new Map([
  ...['1', 'yes', 'y', 'true', 'on'].map((word) => [word, true] as const),
  ...['0', 'no', 'n', 'false', 'off'].map((word) => [word, false] as const),
]);

const boolean: CellType = {
  read: (text) => words.get(normaliseText(text)),
  fits: (value): value is boolean => typeof value === 'boolean',
};

/** Whoever types `11-50` means the option `11–50`. */
function asTyped(text: string): string {
  return normaliseText(text).replaceAll(/\s?[\u2010-\u2015\u2212]\s?/g, '-');
}

const choice: CellType = {
  read(text, options) {
    const exact = options.find(({ id }) => id === text);
    if (exact !== undefined) return exact.id;
    const wanted = asTyped(text);
    const alike = options.filter(({ id, label }) => [id, label].some((name) => asTyped(name) === wanted));
    return alike.length === 1 ? alike[0]?.id : undefined;
  },
  fits: (value, options): value is string => options.some(({ id }) => id === value),
};

const choices: CellType = {
  read(text, options) {
    const value = choice.read(text, options);
    return typeof value === 'string' ? [value] : undefined;
  },
  fits: (value, options): value is readonly string[] =>
    Array.isArray(value) && value.length > 0 && value.every((id) => choice.fits(id, options)),
};

let countriesByName: ReadonlyMap<string, string> | null = null;

/** Codes, and the English names that people use for them. */
function countries(): ReadonlyMap<string, string> {
  if (countriesByName !== null) return countriesByName;
  const known = new Map<string, string>();
  for (const style of ['short', 'long'] as const) {
    const names = new Intl.DisplayNames('en', { type: 'region', style });
    for (const code of countryCodes) known.set(normaliseText(names.of(code) ?? code), code);
  }
  for (const code of countryCodes) known.set(normaliseText(code), code);
  countriesByName = known;
  return known;
}

const country: CellType = {
  read: (text) => countries().get(normaliseText(text)),
  fits: (value): value is string => typeof value === 'string' && countryCodes.includes(value),
};

export const cellTypes: Readonly<Record<AttributeType, CellType>> = {
  text,
  email,
  phone: text,
  url: text,
  number,
  date,
  country,
  choice,
  choices,
  boolean,
};

/** Whether a lead was won: what a boolean may be, and sales' own words. */
export const outcomeCell: CellType = {
  ...boolean,
  read(text) {
    const word = normaliseText(text).replace(/^closed[ -]/, '');
    if (word === 'won' || word === 'lost') return word === 'won';
    return word === '1.0' || word === '0.0' ? word === '1.0' : boolean.read(word, []);
  },
};

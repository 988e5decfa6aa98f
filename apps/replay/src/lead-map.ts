// What the columns of a table mean: which attribute each fills, how its values become options, what counts as no
// answer, what was done how often. Refuses attributes and options that the workspace does not have, and every key it
// does not know: a typing mistake here would change scores in silence.
import { derivedAttributes, normaliseText, visitTypes } from '@baton/rules';
import type { Attribute, Catalogue, Option } from '@baton/rules';
import * as z from 'zod';
import { cellTypes, outcomeCell, type CellType, type CellValue } from '@baton/workspace/cells';

z.config({ jitless: true });

/** A value that a map names; undefined: that the attribute is missing. */
type Given = { readonly value: CellValue | undefined };

/** How one column is read. Texts are compared trimmed and without regard to case. */
export type ColumnMap = {
  readonly column: string;
  readonly type: CellType;
  readonly options: readonly Option[];
  /** Several values stand in one cell, parted by this; null: one. */
  readonly separator: string | null;
  readonly missing: ReadonlySet<string>;
  readonly values: ReadonlyMap<string, Given>;
  /** A number belongs to the last range that begins at or below it; ascending. */
  readonly ranges: readonly { readonly from: number; readonly is: Given }[];
  /** What a text is that nothing else can read; undefined: it is told, and missing. */
  readonly otherwise: Given | undefined;
};

/** Something done `count` times, at an instant; without its column: once, or at the moment of judging. */
export type OccurrenceMap = {
  readonly event?: string;
  readonly path?: string;
  readonly count?: string;
  readonly at?: string;
};

export type LeadMap = {
  readonly attributes: ReadonlyMap<string, ColumnMap>;
  readonly visit: ReadonlyMap<string, ColumnMap>;
  readonly occurrences: readonly OccurrenceMap[];
  /** The column with the moment at which each row is judged. */
  readonly now: string | null;
  readonly outcome: ColumnMap | null;
};

export type ReadMap =
  | { readonly ok: true; readonly map: LeadMap }
  | { readonly ok: false; readonly faults: readonly string[] };

const name = z.string().trim().min(1);
const textSet = z.array(z.string()).transform((list) => new Set(list.map(normaliseText)));

/** Reads a map for leads of this catalogue. Each fault is a sentence that begins with its place. */
export function parseMap(input: unknown, catalogue: Catalogue): ReadMap {
  const parsed = mapSchema(catalogue).safeParse(input);
  if (!parsed.success) return { ok: false, faults: parsed.error.issues.map(say) };
  const { attributes, visit, occurrences, now = null, outcome = null, missing } = parsed.data;
  const withMissing = (map: ColumnMap): ColumnMap => ({
    ...map,
    missing: new Set([...map.missing, ...missing]),
  });
  const columns = (maps: Readonly<Record<string, ColumnMap | undefined>>) =>
    new Map(Object.entries(maps).flatMap(([id, map]) => (map ? [[id, withMissing(map)] as const] : [])));
  return {
    ok: true,
    map: {
      attributes: columns(attributes),
      visit: columns(visit),
      occurrences,
      now,
      outcome: outcome && withMissing(outcome),
    },
  };
}

/** The map that a table is itself, where columns are headed by ids of attributes. */
export function mapOfHeader(header: readonly string[], catalogue: Catalogue): LeadMap {
  const named = [...catalogue.values(), ...derivedAttributes].filter(({ id }) => header.includes(id));
  const attributes = new Map(named.map((attribute) => [attribute.id, plainColumn(attribute.id, attribute)]));
  return { attributes, visit: new Map(), occurrences: [], now: null, outcome: null };
}

/** The column of an outcome that no map tells of. */
export function plainOutcome(column: string): ColumnMap {
  return { ...unmapped, column, type: outcomeCell, options: [], separator: null };
}

const unmapped = { missing: new Set<string>(), values: new Map(), ranges: [], otherwise: undefined };

function plainColumn(column: string, { type, options = [] }: Attribute): ColumnMap {
  return { ...unmapped, column, type: cellTypes[type], options, separator: type === 'choices' ? ';' : null };
}

function mapSchema(catalogue: Catalogue) {
  const attributes = [...catalogue.values(), ...derivedAttributes].map((attribute) => {
    const { id, type, options } = attribute;
    return [id, columnSchema(cellTypes[type], options, type === 'choices').exactOptional()] as const;
  });
  const visits = Object.entries(visitTypes).map(([id, { kind }]) => {
    const type = id === 'country' ? 'country' : kind === 'boolean' ? 'boolean' : 'text';
    return [id, columnSchema(cellTypes[type]).exactOptional()] as const;
  });
  return z.strictObject({
    format: z.literal(1),
    missing: textSet.default(new Set()),
    attributes: z.strictObject(Object.fromEntries(attributes)).default({}),
    visit: z.strictObject(Object.fromEntries(visits)).default({}),
    occurrences: z.array(occurrence).max(200).default([]),
    now: name.exactOptional(),
    outcome: columnSchema(outcomeCell).exactOptional(),
  });
}

const occurrence = z
  .strictObject({
    event: name.exactOptional(),
    path: name.exactOptional(),
    count: name.exactOptional(),
    at: name.exactOptional(),
  })
  .refine(
    ({ event, path }) => (event === undefined) !== (path === undefined),
    'Name either an event or a path',
  )
  .refine(
    ({ count, at }) => count !== undefined || at !== undefined,
    'Name the column of its count, or of its instant',
  );

function columnSchema(type: CellType, options: readonly Option[] = [], many = false) {
  const expected = options.length === 0 ? '' : `: ${options.map(({ id }) => id).join(', ')}`;
  const value = z
    .custom<CellValue>((found) => type.fits(found, options), `Not a value of this attribute${expected}`)
    .nullable()
    .transform((found): Given => ({ value: found ?? undefined }));
  const values = z
    .record(z.string(), value)
    .transform(
      (record) => new Map(Object.entries(record).map(([text, found]) => [normaliseText(text), found])),
    );
  const ranges = z
    .array(z.strictObject({ from: z.number(), is: value }))
    .transform((list) => list.toSorted((one, other) => one.from - other.from));
  const described = z
    .strictObject({
      column: name,
      values: values.default(new Map()),
      ranges: ranges.default([]),
      missing: textSet.default(new Set()),
      otherwise: value.optional(),
      separator: z.string().min(1).exactOptional(),
    })
    .transform(({ separator, otherwise, ...rest }): ColumnMap => {
      const parts = many ? (separator ?? ';') : null;
      return { ...rest, otherwise, type, options, separator: parts };
    });
  return z.preprocess((input) => (typeof input === 'string' ? { column: input } : input), described);
}

function say({ path, message }: z.core.$ZodIssue): string {
  const place = path.map(String).join(' › ');
  return place === '' ? message : `${place}: ${message}`;
}

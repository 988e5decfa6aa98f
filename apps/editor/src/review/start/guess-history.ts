// Which column of a table of past leads probably says what, by its name, else by what stands in it; and what the texts of a
// column probably stand for. A guess to begin with: people see it beside samples and may say otherwise.
import { normaliseText, type Attribute } from '@baton/rules';
import { cellInstant } from '@baton/workspace/cell-instant';
import { cellTypes } from '@baton/workspace/cells';
import type { CsvRow } from '@baton/workspace/csv';
import {
  newOption,
  nothing,
  type ColumnUse,
  type DateStyle,
  type Mapping,
  type NewType,
  type PastStep,
  type Use,
} from './column-use.ts';

/** Rows that are looked at, and texts of a column that may be few. */
const lookedAt = 2_000;
export const mostTexts = 30;

const named: readonly (readonly [pattern: RegExp, use: Use])[] = [
  [
    /^(created|create|creation|received|first contact|lead|submitted|sign ?up|inquiry|enquiry)( (at|on|date|day|time|timestamp))+$|^(created|date|timestamp|received)$/,
    { kind: 'time', time: 'created' },
  ],
  [
    /(handed|hand ?off|handover|assigned|mql|routed)( (off|over|at|on|date|to sales))*$/,
    { kind: 'time', time: 'handed_off' },
  ],
  [/(accepted|sal)( (at|on|date))?$/, { kind: 'time', time: 'accepted' }],
  [/(rejected|disqualified|unqualified|refused)( (at|on|date))?$/, { kind: 'time', time: 'rejected' }],
  [
    /(contacted|first touch|first call|first response|responded|called)( (at|on|date))?$|^first contacted/,
    { kind: 'time', time: 'contacted' },
  ],
  [/^(sql|qualified)( (at|on|date))?$/, { kind: 'time', time: 'sql' }],
  [/(opportunity|deal) ?(created|opened)?( (at|on|date))$/, { kind: 'time', time: 'opportunity' }],
  [/^won( (at|on|date))?$/, { kind: 'time', time: 'won' }],
  [/^lost( (at|on|date))?$/, { kind: 'time', time: 'lost' }],
  [/^(closed?|close|resolved)( (at|on|date))?$/, { kind: 'time', time: 'closed' }],
  [
    /^(stage|status|lead (stage|status)|outcome|result|converted|deal stage|disposition)$/,
    { kind: 'outcome' },
  ],
  [/^(lead |original |utm |traffic )?source$|^origin$|^channel$/, { kind: 'fact', fact: 'source' }],
  [/^(utm )?medium$/, { kind: 'fact', fact: 'medium' }],
  [/campaign/, { kind: 'fact', fact: 'campaign' }],
  [/owner|\brep\b|sales ?person|assignee|assigned to|account executive/, { kind: 'fact', fact: 'owner' }],
  [/reason|why/, { kind: 'fact', fact: 'reason' }],
  [/amount|revenue|deal (value|size)|^value$|\bacv\b|\barr\b/, { kind: 'fact', fact: 'amount' }],
  [/currency/, { kind: 'fact', fact: 'currency' }],
  [/^(id|lead (id|number)|record id|prospect id|mql id|uuid|key)$/, { kind: 'fact', fact: 'key' }],
];

const words: readonly (readonly [pattern: RegExp, step: PastStep | ''])[] = [
  [/^(closed )?won$|^customer$|^converted$|^sold$|^signed$|^(1|yes|true)$/, 'won'],
  [/^(closed )?lost$|^dead$|^churned$|^no sale$|^(0|no|false)$/, 'lost'],
  [/reject|disqualif|unqualif|not qualified|unfit|junk|spam|invalid|bad fit|recycled/, 'rejected'],
  [/opportunit|proposal|negotiat|demo|quote/, 'opportunity'],
  [/\bsql\b|sales qualified|^qualified$/, 'sql'],
  [/\bsal\b|accepted/, 'accepted'],
  [/contact|called|connected|engaged/, 'contacted'],
  [/\bmql\b|assigned|handed|routed|working/, 'handed_off'],
  [/^(new|open|lead|raw|nurture|subscriber|unknown)$/, 'lead'],
];

export type Around = {
  readonly attributes: readonly Attribute[];
  /** Of these, the address that leads go by. */
  readonly identity: string;
  /** Months first, as where the reader is. */
  readonly monthsFirst: boolean;
  /** ISO day. */
  readonly today: string;
};

/** The texts of a column, the most frequent first; null: too many to be few. */
export function textsOf(rows: readonly CsvRow[], place: number): readonly string[] | null {
  const counts = new Map<string, number>();
  for (const { cells } of rows) {
    const text = (cells[place] ?? '').trim();
    if (text === '') continue;
    counts.set(text, (counts.get(text) ?? 0) + 1);
    if (counts.size > mostTexts * 4) return null;
  }
  if (counts.size > mostTexts) return null;
  return [...counts].toSorted(([, one], [, other]) => other - one).map(([text]) => text);
}

export function guessMapping(header: readonly string[], all: readonly CsvRow[], around: Around): Mapping {
  const rows = all.slice(0, lookedAt);
  const uses: (Use | undefined)[] = header.map(() => undefined);
  const taken = new Set<string>();
  const take = (place: number, use: Use): void => {
    const text = JSON.stringify(use);
    if (uses[place] !== undefined || taken.has(text)) return;
    uses[place] = use;
    taken.add(text);
  };
  const address = header.findIndex(
    (name, place) => /mail/.test(plain(name)) && mostly(rows, place, isAddress),
  );
  const byCells = header.findIndex((_, place) => mostly(rows, place, isAddress));
  if (address >= 0 || byCells >= 0)
    take(address >= 0 ? address : byCells, { kind: 'attribute', id: around.identity });
  for (const [pattern, use] of named)
    for (const [place, name] of header.entries())
      if (pattern.test(plain(name)) && fits(use, rows, place)) take(place, use);
  for (const { id, label } of around.attributes) {
    const wanted = new Set([plain(id), plain(label)]);
    const place = header.findIndex((name, at) => uses[at] === undefined && wanted.has(plain(name)));
    if (place >= 0) take(place, { kind: 'attribute', id });
  }
  const dates = styleOf(
    header.flatMap((_, place) => (uses[place]?.kind === 'time' ? [place] : [])),
    rows,
    around.monthsFirst,
  );
  return {
    columns: header.map((column, place) =>
      guessValues(
        { column, use: uses[place] ?? { kind: 'none' }, values: {} },
        all,
        place,
        around.attributes,
      ),
    ),
    dates,
    day: around.today,
  };
}

/** What the texts of a column stand for, as far as that can be guessed. */
export function guessValues(
  { column, use }: ColumnUse,
  rows: readonly CsvRow[],
  place: number,
  attributes: readonly Attribute[],
): ColumnUse {
  const texts = textsOf(rows, place) ?? [];
  if (use.kind === 'outcome')
    return { column, use, values: Object.fromEntries(texts.map((text) => [text, stepOf(text)])) };
  if (use.kind === 'new' && use.type === 'choice')
    return { column, use, values: Object.fromEntries(texts.map((text) => [text, newOption])) };
  const attribute = use.kind === 'attribute' ? attributes.find(({ id }) => id === use.id) : undefined;
  if (attribute?.type !== 'choice' && attribute?.type !== 'choices') return { column, use, values: {} };
  const { options = [], type } = attribute;
  return {
    column,
    use,
    values: Object.fromEntries(
      texts.map((text) => {
        const read = cellTypes[type].read(text, options);
        const id = Array.isArray(read) ? read[0] : read;
        return [text, typeof id === 'string' ? id : (alike(text, options) ?? nothing)];
      }),
    ),
  };
}

/** What an attribute that is made of this column would be. */
export function typeOf(rows: readonly CsvRow[], place: number): NewType {
  const texts = textsOf(rows.slice(0, lookedAt), place);
  const every = (type: 'boolean' | 'number' | 'country'): boolean =>
    mostly(rows.slice(0, 200), place, (cell) => cellTypes[type].read(cell, []) !== undefined);
  if (texts !== null && texts.length <= 3 && every('boolean')) return 'boolean';
  if (every('number')) return 'number';
  if (every('country')) return 'country';
  return texts === null ? 'text' : 'choice';
}

function stepOf(text: string): string {
  const said = plain(text);
  return words.find(([pattern]) => pattern.test(said))?.[1] ?? nothing;
}

/** The option whose numbers and words are the same, whatever stands between them: `11 - 50`, `11–50 people`. */
function alike(text: string, options: NonNullable<Attribute['options']>): string | undefined {
  const core = (one: string): string =>
    normaliseText(one)
      .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
      .replace(/ (people|employees)$/, '')
      .trim();
  const wanted = core(text);
  const found = options.filter(({ id, label }) => core(id) === wanted || core(label) === wanted);
  return found.length === 1 ? found[0]?.id : undefined;
}

function fits(use: Use, rows: readonly CsvRow[], place: number): boolean {
  if (use.kind === 'time')
    return mostly(rows, place, (cell) =>
      (['iso', 'dmy', 'mdy'] as const).some((style) => cellInstant(cell, style) !== null),
    );
  return use.kind !== 'outcome' || (textsOf(rows, place)?.length ?? 0) > 0;
}

function styleOf(places: readonly number[], rows: readonly CsvRow[], monthsFirst: boolean): DateStyle {
  const cells = places
    .flatMap((place) => rows.map(({ cells: all }) => (all[place] ?? '').trim()))
    .filter(Boolean);
  const order: readonly DateStyle[] = monthsFirst ? ['iso', 'mdy', 'dmy'] : ['iso', 'dmy', 'mdy'];
  const read = order.map((style) => cells.filter((cell) => cellInstant(cell, style) !== null).length);
  const best = read.indexOf(Math.max(...read));
  return order[best] ?? 'iso';
}

function plain(name: string): string {
  return name
    .trim()
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replaceAll(/[_\-./\s]+/g, ' ')
    .trim();
}

function isAddress(cell: string): boolean {
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(cell);
}

function mostly(rows: readonly CsvRow[], place: number, is: (cell: string) => boolean): boolean {
  const cells = rows.map(({ cells: all }) => (all[place] ?? '').trim()).filter((cell) => cell !== '');
  return cells.length > 0 && cells.filter(is).length * 1.25 >= cells.length;
}

// A row of a table of past leads, read by what its columns mean: a person, whence they came, and what became of them. Tells
// by column all that cannot be read; refuses as a whole only a map that names what is not there.
import type { Attribute, Issue } from '@baton/rules';
import { normaliseText } from '@baton/rules';
import { cellAmount } from '@baton/workspace/cell-amount';
import { cellInstant } from '@baton/workspace/cell-instant';
import { cellTypes, type CellValue } from '@baton/workspace/cells';
import type { CsvRow } from '@baton/workspace/csv';
import type { Context } from '../context.ts';
import type { RowError } from '../hands/import-leads.ts';
import { originFormId } from '../origin-form.ts';
import { pastSteps, pastTimes, type HistoryMap, type PastStep, type PastTime } from './history-map.ts';
import { lifeOf, type PastLife } from './past-life.ts';

export type PastLead = {
  readonly attributes: Readonly<Record<string, CellValue>>;
  readonly life: PastLife;
  readonly visit: Readonly<Record<string, string>>;
  /** As it stands there; one of the people, by e-mail, where it is theirs. */
  readonly owner: string | null;
  readonly reason: string | null;
  readonly amount: number | null;
  readonly currency: string | null;
  /** What tells it from all other rows of history. */
  readonly key: string;
};

type ReadPast =
  | { readonly ok: true; readonly past: PastLead }
  | { readonly ok: false; readonly errors: readonly RowError[] };

export type RowReader = {
  readonly read: (row: CsvRow) => ReadPast;
  /** What the check of the answers says, by the column that it is about. */
  readonly errorOf: (row: CsvRow, issue: Issue) => RowError;
};

type Valued = { readonly column: string; readonly values?: Readonly<Record<string, unknown>> | undefined };

/** Several choices stand in one cell like this. */
const separator = ';';
const longestKey = 200;

const textColumns = ['reason', 'source', 'medium', 'campaign', 'owner', 'amount', 'currency', 'key'] as const;

/** @param now what is after it has not happened */
export function createRowReader(
  { documents }: Pick<Context, 'documents'>,
  map: HistoryMap,
  header: readonly string[],
  now: number,
):
  | { readonly ok: true; readonly reader: RowReader }
  | { readonly ok: false; readonly issues: readonly Issue[] } {
  const names = header.map((name) => name.trim());
  const issues: Issue[] = [];
  const placeOf = (name: string, ...path: string[]): number => {
    const place = names.indexOf(name);
    if (place < 0) issues.push({ code: 'unknown_column', path: ['map', ...path], params: { name } });
    return place;
  };
  const identity = documents.published(originFormId('history'))?.identity ?? 'email';
  const { catalogue, people } = documents.all();
  const attributes = Object.entries(map.attributes).flatMap(([id, given]) => {
    const attribute = catalogue.get(id) ?? (id === identity ? ownAddress(id) : null);
    if (attribute === null) {
      issues.push({ code: 'unknown_attribute', path: ['map', 'attributes', id] });
      return [];
    }
    const { column, values }: Valued = typeof given === 'string' ? { column: given } : given;
    const place = placeOf(column, 'attributes', id);
    return [{ attribute, column, place, read: cellReader(attribute, values) }];
  });
  if (map.attributes[identity] === undefined)
    issues.push({ code: 'required', path: ['map', 'attributes', identity] });
  for (const [id, given] of Object.entries(map.attributes))
    issues.push(...wrongValues(catalogue.get(id), id, given));
  const outcome =
    map.outcome === null || map.outcome === undefined
      ? null
      : { place: placeOf(map.outcome.column, 'outcome'), ...map.outcome };
  const stepOf = stepReader(map.outcome?.values ?? {});
  const times = pastTimes.flatMap((time) => {
    const column = map.times[time];
    return column === undefined ? [] : [{ time, column, place: placeOf(column, 'times', time) }];
  });
  const texts = new Map(
    textColumns.flatMap((use) => {
      const column = map[use];
      return column === null || column === undefined ? [] : [[use, { column, place: placeOf(column, use) }]];
    }),
  );
  if (map.day !== null && map.day !== undefined && Date.parse(map.day) > now)
    issues.push({ code: 'in_future', path: ['map', 'day'] });
  if (issues.length > 0) return { ok: false, issues };

  const tellsVerdicts =
    map.times.accepted !== undefined ||
    map.times.rejected !== undefined ||
    (outcome !== null &&
      Object.values(outcome.values ?? {}).some((step) => step === 'accepted' || step === 'rejected'));
  const otherwise = map.day === null || map.day === undefined ? null : Date.parse(map.day);
  const owners = ownerReader(map.owners ?? {}, [...people.values()]);
  const reading = {
    errorOf: (row: CsvRow, { code, path }: Issue): RowError => {
      const told = attributes.find(({ attribute }) => attribute.id === path[1]);
      const value = told === undefined ? '' : cellOf(row, told.place);
      return error(row, { attribute: told?.attribute.id ?? null, column: told?.column ?? null, code, value });
    },
    read(row: CsvRow): ReadPast {
      const errors: RowError[] = [];
      const fault = (
        column: string | null,
        code: string,
        value: string,
        attribute: string | null = null,
      ): void => {
        errors.push(error(row, { attribute, column, code, value }));
      };
      const text = (use: (typeof textColumns)[number]): string | null => {
        const found = texts.get(use);
        const value = found === undefined ? '' : cellOf(row, found.place);
        return value === '' ? null : value;
      };
      const told: Record<string, CellValue> = {};
      for (const { attribute, column, place, read } of attributes) {
        const said = cellOf(row, place);
        const value = said === '' ? null : read(said);
        if (value === undefined) fault(column, 'unreadable', said, attribute.id);
        else if (value !== null) told[attribute.id] = value;
      }
      const instants: Partial<Record<PastTime, number>> = {};
      for (const { time, column, place } of times) {
        const said = cellOf(row, place);
        if (said === '') continue;
        const at = cellInstant(said, map.dates);
        if (at === null) fault(column, 'not_an_instant', said);
        else if (at > now) fault(column, 'in_future', said);
        else instants[time] = at;
      }
      const word = outcome === null ? '' : cellOf(row, outcome.place);
      const step = word === '' ? null : stepOf(word);
      if (step === undefined) fault(outcome?.column ?? null, 'unknown_outcome', word);
      const amount = text('amount');
      const worth = amount === null ? null : cellAmount(amount);
      if (amount !== null && worth === null) fault(map.amount ?? null, 'not_an_amount', amount);
      const key = text('key');
      if (texts.has('key') && key === null) fault(map.key ?? null, 'required', '');
      if (key !== null && key.length > longestKey) fault(map.key ?? null, 'too_long', key);
      if (errors.length > 0) return { ok: false, errors };

      const lived = lifeOf(step ?? null, instants, tellsVerdicts, otherwise);
      if (!lived.ok) {
        const { column, place } = times.find(({ time }) => time === lived.time) ?? {
          column: null,
          place: -1,
        };
        return {
          ok: false,
          errors: [error(row, { attribute: null, column, code: lived.code, value: cellOf(row, place) })],
        };
      }
      return {
        ok: true,
        past: {
          attributes: told,
          life: lived.life,
          visit: visitOf(text),
          owner: owners(text('owner')),
          reason: text('reason')?.slice(0, 200) ?? null,
          amount: worth?.amount ?? null,
          currency: currencyOf(text('currency')) ?? worth?.currency ?? null,
          key: JSON.stringify(key === null ? row.cells : [key]),
        },
      };
    },
  };
  return { ok: true, reader: reading };
}

/** Addresses are what leads go by, also where the catalogue has none. */
function ownAddress(id: string): Attribute {
  return { id, label: 'E-mail', type: 'email', about: 'person' };
}

/** Undefined: it is no value; null: it says nothing. */
function cellReader(
  { type, options = [] }: Attribute,
  values: Valued['values'] = {},
): (text: string) => CellValue | null | undefined {
  const named = new Map(Object.entries(values).map(([said, value]) => [normaliseText(said), value]));
  const { read, fits } = cellTypes[type];
  const one = (text: string): CellValue | null | undefined => {
    const value = named.get(normaliseText(text));
    if (value === null || fits(value, options)) return value;
    return read(text, options);
  };
  // An address goes to the same check as what a visitor types, which says more of what is wrong.
  if (type === 'email') return (text) => text;
  if (type !== 'choices') return one;
  return (text) => {
    const whole = one(text);
    if (whole !== undefined) return whole;
    const several = text
      .split(separator)
      .map((part) => part.trim())
      .filter((part) => part !== '')
      .map(one);
    if (several.includes(undefined)) return undefined;
    const chosen = several.flatMap((value) => value ?? []).map(String);
    return chosen.length === 0 ? null : [...new Set(chosen)];
  };
}

function wrongValues(
  attribute: Attribute | undefined,
  id: string,
  given: HistoryMap['attributes'][string],
): Issue[] {
  if (attribute === undefined || typeof given === 'string') return [];
  const { type, options = [] } = attribute;
  return Object.entries(given.values ?? {}).flatMap(([said, value]) =>
    value === null || cellTypes[type].fits(value, options)
      ? []
      : [{ code: 'unknown_value', path: ['map', 'attributes', id, 'values', said] }],
  );
}

/** Undefined: nobody has said what it means. */
function stepReader(
  values: Readonly<Record<string, PastStep | null>>,
): (text: string) => PastStep | null | undefined {
  const named = new Map(Object.entries(values).map(([said, step]) => [normaliseText(said), step]));
  return (text) => {
    const wanted = normaliseText(text);
    const step = named.get(wanted);
    return step === undefined ? pastSteps.find((one) => one === wanted) : step;
  };
}

/** Whose e-mail or name it is; else as it stands there. */
function ownerReader(
  owners: Readonly<Record<string, string>>,
  people: readonly { readonly email: string; readonly name: string }[],
): (text: string | null) => string | null {
  const named = new Map(people.flatMap(({ email, name }) => [[normaliseText(name), email] as const]));
  for (const { email } of people) named.set(normaliseText(email), email);
  const emails = new Set(people.map(({ email }) => email));
  for (const [said, email] of Object.entries(owners))
    if (emails.has(email)) named.set(normaliseText(said), email);
  return (text) => (text === null ? null : (named.get(normaliseText(text)) ?? text.slice(0, 200)));
}

function visitOf(text: (use: 'source' | 'medium' | 'campaign') => string | null): Record<string, string> {
  const visit: Record<string, string> = {};
  for (const use of ['source', 'medium', 'campaign'] as const) {
    const value = text(use);
    if (value !== null) visit[`utm_${use}`] = value.slice(0, 200);
  }
  return visit;
}

function currencyOf(text: string | null): string | null {
  const code = text?.toUpperCase() ?? '';
  return /^[A-Z]{3}$/.test(code) ? code : null;
}

function cellOf(row: CsvRow, place: number): string {
  return (row.cells[place] ?? '').trim();
}

function error({ line }: CsvRow, told: Omit<RowError, 'line'>): RowError {
  return { line, ...told, value: told.value.slice(0, 100) };
}

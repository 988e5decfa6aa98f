// From a row's cells to a lead that can be judged, and the moment to judge it at. Refuses a map whose columns the
// table does not have; a row only when its moment cannot be read.
import type { LeadFacts } from '@baton/agreement';
import { createCellReader, type CellReader } from './cell-reader.ts';
import { parseInstant } from './instant.ts';
import type { Deriver } from './derive-lead.ts';
import type { ColumnMap, LeadMap } from './lead-map.ts';
import { createOccurrenceReader } from './occurrence-reader.ts';

type ReadLead =
  | { readonly lead: LeadFacts; readonly now: number; readonly outcome: boolean | undefined }
  | { readonly reason: string };

export type LeadReader = {
  /** The lead is overwritten by the next. */
  readonly read: (cells: readonly string[]) => ReadLead;
  /** The position of a column that is read besides. */
  readonly position: (column: string) => number;
  /** What could not be read so far, one sentence each. */
  readonly warnings: () => string[];
};

export type BoundReader =
  | { readonly ok: true; readonly reader: LeadReader }
  | { readonly ok: false; readonly faults: readonly string[] };

export type Binding = {
  /** Epoch milliseconds at which every row is judged, whatever the map says; null: it says. */
  readonly now: number | null;
  /** Further columns that must be there. */
  readonly others: readonly string[];
  readonly deriver: Deriver;
};

/** Finds a map's columns in a header. */
export function bindMap(map: LeadMap, header: readonly string[], binding: Binding): BoundReader {
  const { now, others } = binding;
  const moment = now === null ? map.now : null;
  const columns = [
    ...[...map.attributes.values(), ...map.visit.values()].map(({ column }) => column),
    ...map.occurrences.flatMap(({ count, at }) => [count ?? [], at ?? []].flat()),
    ...(moment === null ? [] : [moment]),
    ...(map.outcome === null ? [] : [map.outcome.column]),
    ...others,
  ];
  const faults = [...new Set(columns)].flatMap((column) => faultOf(column, header));
  if (moment === null && now === null && map.occurrences.some(({ at }) => at !== undefined)) {
    faults.push(
      'The map tells when things were done, but not at which moment to judge: name its column as "now", or give --now.',
    );
  }
  return faults.length > 0 ? { ok: false, faults } : { ok: true, reader: bind(map, header, moment, binding) };
}

function faultOf(column: string, header: readonly string[]): readonly string[] {
  const places = header.flatMap((name, index) => (name === column.trim() ? [index + 1] : []));
  if (places.length === 1) return [];
  if (places.length > 1)
    return [`The column “${column}” stands ${places.length} times (as columns ${places.join(', ')}).`];
  return [`There is no column “${column}”.`];
}

type Filled = { readonly id: string; readonly position: number; readonly cells: CellReader };

function bind(
  map: LeadMap,
  header: readonly string[],
  moment: string | null,
  { now: fixed, deriver }: Binding,
): LeadReader {
  const position = (column: string): number => header.indexOf(column.trim());
  const bindings = (columns: ReadonlyMap<string, ColumnMap>): Filled[] =>
    [...columns].map(([id, of]) => ({ id, position: position(of.column), cells: createCellReader(of) }));
  const ofLead = bindings(map.attributes);
  const ofVisit = bindings(map.visit);
  const occurrences = createOccurrenceReader(map.occurrences, position);
  const momentAt = moment === null ? -1 : position(moment);
  const outcome = map.outcome && {
    position: position(map.outcome.column),
    cells: createCellReader(map.outcome),
  };
  // With all that a lead may hold from the start: one that grew by and by is slow to go through.
  const attributes = emptyRecord([...ofLead.map(({ id }) => id), ...deriver.ids]);
  const visit = emptyRecord(ofVisit.map(({ id }) => id));

  return {
    position,
    read(cells) {
      const now = momentAt === -1 ? (fixed ?? 0) : parseInstant(cells[momentAt] ?? '');
      if (now === null)
        return { reason: `“${moment}” is no day or time in ISO 8601 (2026-11-30 or 2026-11-30T09:00Z).` };
      for (const { id, position, cells: column } of ofLead)
        attributes[id] = column.read(cells[position] ?? '');
      deriver.derive(attributes);
      for (const { id, position, cells: column } of ofVisit) visit[id] = column.read(cells[position] ?? '');
      const lead = { attributes, visit, occurrences: occurrences.read(cells, now) };
      return { lead, now, outcome: readOutcome(outcome, cells) };
    },
    warnings: () => [
      ...[...ofLead, ...ofVisit].flatMap(({ id, position, cells }) =>
        sayUnread(
          cells,
          (told) => `${told} of “${header[position]}” could not be read as ${id} and were taken as missing`,
        ),
      ),
      ...occurrences.warnings(),
      ...(outcome === null
        ? []
        : sayUnread(
            outcome.cells,
            (told) => `${told} of the outcome could not be read, and do not count as known`,
          )),
    ],
  };
}

function emptyRecord(ids: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(ids.map((id) => [id, undefined]));
}

function readOutcome(
  outcome: { readonly position: number; readonly cells: CellReader } | null,
  cells: readonly string[],
): boolean | undefined {
  const value = outcome?.cells.read(cells[outcome.position] ?? '');
  return typeof value === 'boolean' ? value : undefined;
}

function sayUnread({ unread }: CellReader, sentence: (told: string) => string): string[] {
  if (unread.cells === 0) return [];
  const texts = [...unread.texts].sort(([, one], [, other]) => other - one);
  const shown = texts.slice(0, 5).map(([text, count]) => `“${text}” ×${count}`);
  const rest = texts.length > 5 ? ', …' : '';
  const count = unread.cells.toLocaleString('en');
  return [`${sentence(`${count} ${unread.cells === 1 ? 'value' : 'values'}`)}: ${shown.join(', ')}${rest}.`];
}

// Reads the cells of one column as its map says, and keeps count of what could not be read: such a value is missing,
// and its row is judged without it.
import { normaliseText } from '@baton/rules';
import { cellTypes, type CellValue } from '@baton/workspace/cells';
import type { ColumnMap } from './lead-map.ts';

export type CellReader = {
  /** undefined: nothing is known. */
  readonly read: (cell: string) => CellValue | undefined;
  /** How many cells held what could not be read, and how often each text did, as far as they are kept apart. */
  readonly unread: { readonly cells: number; readonly texts: ReadonlyMap<string, number> };
};

/** null: it could not be read. */
type Reading = CellValue | undefined | null;

const mostRemembered = 1024;
const mostTexts = 200;
const longestText = 60;

export function createCellReader(map: ColumnMap): CellReader {
  const texts = new Map<string, number>();
  const unread = { cells: 0, texts };
  const remembered = new Map<string, { value: CellValue | undefined; unread: boolean }>();

  function readOne(text: string): Reading {
    const compared = normaliseText(text);
    if (compared === '' || map.missing.has(compared)) return undefined;
    const given = map.values.get(compared) ?? rangeOf(text, map);
    if (given !== undefined) return given.value;
    const { type, options, otherwise } = map;
    if (otherwise === undefined) return type.read(text, options) ?? null;
    // To a type that takes every text, nothing would be left for "otherwise".
    return (type.takesAll === true ? undefined : type.read(text, options)) ?? otherwise.value;
  }

  function readCell(text: string): { value: CellValue | undefined; unread: boolean } {
    if (map.separator === null) {
      const value = readOne(text);
      return { value: value ?? undefined, unread: value === null };
    }
    const found = text.split(map.separator).map((part) => readOne(part.trim()));
    const ids = new Set(found.flatMap((value) => (Array.isArray(value) ? value : (value ?? []))).map(String));
    return { value: ids.size === 0 ? undefined : [...ids], unread: found.includes(null) };
  }

  return {
    unread,
    read(cell) {
      if (cell === '') return undefined;
      let reading = remembered.get(cell);
      if (reading === undefined) {
        // A cell is a slice of the text it was read from, and would keep all of that in memory.
        const own = Buffer.from(cell).toString();
        reading = readCell(own.trim());
        if (remembered.size >= mostRemembered) remembered.clear();
        remembered.set(own, reading);
      }
      if (reading.unread) {
        unread.cells += 1;
        const text = Buffer.from(cell.trim().slice(0, longestText)).toString();
        if (texts.has(text) || texts.size < mostTexts) texts.set(text, (texts.get(text) ?? 0) + 1);
      }
      return reading.value;
    },
  };
}

/** Of the range that a number is in; undefined: the text is no number, or below them all. */
function rangeOf(text: string, { ranges }: ColumnMap): ColumnMap['otherwise'] {
  const value = ranges.length === 0 ? undefined : cellTypes.number.read(text, []);
  return typeof value === 'number' ? ranges.findLast(({ from }) => from <= value)?.is : undefined;
}

// Which column of somebody's table is probably which part of what is asked for, by its name, else by what stands in it.
// A guess to begin with: people see it and may say otherwise. Pure.
import type { CsvRow } from '@baton/workspace/csv';

export type Guessed<Id extends string> = {
  readonly id: Id;
  /** Whether a column's name, in plain words, is that of this part: the surest test first. */
  readonly named: readonly ((name: string) => boolean)[];
  /** Whether a cell looks like it, where no name has told. */
  readonly looks?: (cell: string) => boolean;
};

/**
 * Every column is one part at most, every part one column.
 * @param header the names, as they stand in the file
 * @param rows some of what stands below
 */
export function guessParts<Id extends string>(
  header: readonly string[],
  rows: readonly CsvRow[],
  parts: readonly Guessed<Id>[],
): ReadonlyMap<Id, string> {
  const free = new Set(header.map((_, index) => index));
  const found = new Map<Id, string>();
  const take = (id: Id, index: number | undefined): void => {
    if (index === undefined) return;
    free.delete(index);
    found.set(id, header[index] ?? '');
  };
  const ranks = Math.max(0, ...parts.map(({ named }) => named.length));
  for (let rank = 0; rank < ranks; rank += 1) {
    for (const { id, named } of parts) {
      const is = named[rank];
      if (is === undefined || found.has(id)) continue;
      take(
        id,
        [...free].find((place) => is(plainName(header[place] ?? ''))),
      );
    }
  }
  for (const { id, looks } of parts) {
    if (looks === undefined || found.has(id)) continue;
    take(
      id,
      [...free].find((place) => mostly(rows, place, looks)),
    );
  }
  return found;
}

/** Lower-cased, with one blank between words. */
export function plainName(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replaceAll(/[_\s]+/g, ' ');
}

function mostly(rows: readonly CsvRow[], place: number, looks: (cell: string) => boolean): boolean {
  const cells = rows.map(({ cells: all }) => (all[place] ?? '').trim()).filter((cell) => cell !== '');
  return cells.length > 0 && cells.filter(looks).length * 2 > cells.length;
}

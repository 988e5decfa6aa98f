// What was done, from columns that tell how often or when. Knows no clock: what has no instant was done at the moment
// of judging, and what was done after that moment was not known then and is left out.
import type { Occurrence } from '@baton/agreement';
import { cellTypes } from '@baton/workspace/cells';
import { parseInstant } from './instant.ts';
import type { OccurrenceMap } from './lead-map.ts';

export type OccurrenceReader = {
  readonly read: (cells: readonly string[], now: number) => readonly Occurrence[];
  readonly warnings: () => string[];
};

/** Of one kind in one row; what a request may tell, too. */
const most = 200;

const nothing: readonly Occurrence[] = [];

export function createOccurrenceReader(
  maps: readonly OccurrenceMap[],
  position: (column: string) => number,
): OccurrenceReader {
  const kinds = maps.map(({ event, path, count, at }) => ({
    what: event === undefined ? { path } : { event },
    count: count === undefined ? null : position(count),
    at: at === undefined ? null : position(at),
  }));
  const told = { counts: 0, instants: 0, later: 0, capped: 0 };

  function countOf(cell: string): number {
    const text = cell.trim();
    if (text === '') return 0;
    const value = cellTypes.number.read(text, []) ?? cellTypes.boolean.read(text, []);
    const count = typeof value === 'boolean' ? Number(value) : value;
    if (typeof count !== 'number' || !Number.isInteger(count) || count < 0) {
      told.counts += 1;
      return 0;
    }
    if (count > most) told.capped += 1;
    return Math.min(count, most);
  }

  function instantOf(cell: string, now: number): number | null {
    if (cell.trim() === '') return null;
    const at = parseInstant(cell);
    if (at === null) told.instants += 1;
    else if (at > now) told.later += 1;
    return at === null || at > now ? null : at;
  }

  return {
    read(cells, now) {
      if (kinds.length === 0) return nothing;
      const found: Occurrence[] = [];
      for (const { what, count, at } of kinds) {
        const last = at === null ? now : instantOf(cells[at] ?? '', now);
        const times = last === null ? 0 : count === null ? 1 : countOf(cells[count] ?? '');
        // One and the same instant would be one occurrence, reported often.
        for (let back = 0; back < times; back += 1) found.push({ ...what, at: (last ?? now) - back });
      }
      return found;
    },
    warnings: () =>
      [
        say(told.counts, 'with a count that is no whole number, nor yes or no, were taken as none'),
        say(told.instants, 'with an instant that is no day or time in ISO 8601 were left out'),
        say(told.later, 'that lay after the moment of judging were left out'),
        say(told.capped, `with a count above ${most} were taken as ${most}`),
      ].flat(),
  };
}

function say(count: number, sentence: string): string[] {
  return count === 0 ? [] : [`Cells of occurrences ${sentence}: ${count.toLocaleString('en')}.`];
}

// The map that a replay reads its table by: from a file, or from the table's own header; with the outcome that was
// asked for.
import type { Catalogue } from '@baton/rules';
import type { Request } from './flags.ts';
import { mapOfHeader, parseMap, plainOutcome, type LeadMap, type ReadMap } from './lead-map.ts';
import { readDocument } from './read-document.ts';

export async function readMap(
  request: Request,
  header: readonly string[],
  catalogue: Catalogue,
): Promise<ReadMap> {
  const read = request.map === null ? headerMap(header, catalogue) : await fileMap(request.map, catalogue);
  return read.ok ? { ok: true, map: withOutcome(read.map, request.outcome) } : read;
}

function headerMap(header: readonly string[], catalogue: Catalogue): ReadMap {
  const map = mapOfHeader(header, catalogue);
  if (map.attributes.size > 0) return { ok: true, map };
  const faults = [
    'No column is headed by the id of an attribute: give a --map that says what the columns mean.',
    `The columns are: ${header.join(', ')}.`,
    `The attributes are: ${[...catalogue.keys()].join(', ')}.`,
  ];
  return { ok: false, faults };
}

async function fileMap(path: string, catalogue: Catalogue): Promise<ReadMap> {
  const document = await readDocument(path);
  if (!document.ok) return { ok: false, faults: [document.fault] };
  const read = parseMap(document.value, catalogue);
  if (read.ok) return read;
  return { ok: false, faults: [`${path} is no map:`, ...read.faults.map((fault) => `  ${fault}`)] };
}

/** The flag names the column, the map may say how to read it. */
function withOutcome(map: LeadMap, column: string | null): LeadMap {
  if (column === null) return map;
  return { ...map, outcome: map.outcome === null ? plainOutcome(column) : { ...map.outcome, column } };
}

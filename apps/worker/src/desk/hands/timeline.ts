// Everything that happened to a lead, the latest first. Reads only; each kind of event has its own source.
import type { Context } from '../context.ts';
import { leadByRef } from '../leads.ts';
import { done, invalid, unknown, type HandAnswer } from './answer.ts';
import { iso } from '../instants.ts';
import { timelineSources, type Happened } from './timeline-sources.ts';

/** So many of one kind may have happened at one instant. */
const spare = 1000;

export function timelineOf(
  context: Context,
  leadId: string,
  query: { readonly limit: number; readonly before: string | null },
): HandAnswer {
  const lead = leadByRef(context.parts.sql, leadId);
  if (lead === null) return unknown('lead');
  const after = query.before === null ? null : placeOf(query.before);
  if (query.before !== null && after === null) return invalid('unknown_id', 'query', 'before');
  const reach = { until: after?.at ?? Number.MAX_SAFE_INTEGER, limit: query.limit + spare };
  const found = Object.values(timelineSources)
    .flatMap((source) => source(context, lead, reach))
    .filter((one) => after === null || compare(one, after) > 0)
    .sort(compare);
  const shown = found.slice(0, query.limit);
  const last = shown.at(-1);
  return done({
    events: shown.map(({ at, kind, key, ...event }) => ({
      id: `${at}.${kind}.${key}`,
      kind,
      at: iso(at),
      ...event.told,
    })),
    next: found.length > shown.length && last !== undefined ? `${last.at}.${last.kind}.${last.key}` : null,
  });
}

type Place = Pick<Happened, 'at' | 'kind' | 'key'>;

const kinds = Object.keys(timelineSources);

/** What follows from another thing stands above it, at the same instant too. */
function compare(one: Place, other: Place): number {
  if (one.at !== other.at) return other.at - one.at;
  if (one.kind !== other.kind) return kinds.indexOf(other.kind) - kinds.indexOf(one.kind);
  return one.key < other.key ? 1 : one.key > other.key ? -1 : 0;
}

function placeOf(id: string): Place | null {
  const [, at = '', name = '', key = ''] = /^(-?\d{1,16})\.([a-z]+)\.(.*)$/s.exec(id) ?? [];
  const kind = kinds.find((one) => one === name);
  return kind === undefined ? null : { at: Number(at), kind, key };
}

// A lead that nobody is: what it has told and done, as somebody imagines it. Only what the agreement reads is asked for.
import type { LeadFacts, Occurrence } from '@baton/agreement';
import { isRecord } from '@baton/schema';
import { dimensions } from './dimensions.ts';
import { listAt, type TermsDraft } from './terms-draft.ts';

export type Imagined = {
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly visit: Readonly<Record<string, unknown>>;
  /** How often each behaviour was seen, by its id, and how long ago that was. */
  readonly seen: Readonly<Record<string, Seen>>;
};

export type Seen = { readonly times: number; readonly daysAgo: number };

export const nobodyYet: Imagined = { attributes: {}, visit: {}, seen: {} };

export type SeenBehaviour = {
  readonly id: string;
  readonly says: string;
  readonly path: string | undefined;
  readonly event: string | undefined;
};

export function behavioursOf(draft: TermsDraft): readonly SeenBehaviour[] {
  return dimensions
    .flatMap((dimension) => listAt(draft, ['score', dimension, 'behaviours']))
    .flatMap((one) => {
      if (!isRecord(one)) return [];
      const match = isRecord(one['match']) ? one['match'] : {};
      const text = (value: unknown) => (typeof value === 'string' ? value : undefined);
      return {
        id: String(one['id']),
        says: String(one['says'] ?? one['id']),
        path: text(match['path']),
        event: text(match['event']),
      };
    });
}

/** The paths that conditions of the draft read, each once: `lead.company_size`, `visit.country`. */
export function pathsRead(draft: TermsDraft): readonly string[] {
  const found = new Set<string>();
  const collect = (value: unknown): void => {
    if (Array.isArray(value)) for (const entry of value) collect(entry);
    if (!isRecord(value)) return;
    const { field, operator } = value;
    if (typeof field === 'string' && typeof operator === 'string') found.add(field);
    for (const inner of Object.values(value)) collect(inner);
  };
  collect(draft);
  return [...found];
}

const dayLength = 86_400_000;

/** @param now epoch ms; a behaviour's occurrences are a minute apart, so that each counts */
export function factsOf(imagined: Imagined, behaviours: readonly SeenBehaviour[], now: number): LeadFacts {
  const occurrences = behaviours.flatMap(({ id, path, event }): Occurrence[] => {
    const { times = 0, daysAgo = 0 } = imagined.seen[id] ?? {};
    return Array.from({ length: times }, (_, time) => {
      const at = now - daysAgo * dayLength - time * 60_000;
      return path === undefined ? { event, at } : { path: path.replaceAll('*', ''), at };
    });
  });
  return { attributes: imagined.attributes, visit: imagined.visit, occurrences };
}

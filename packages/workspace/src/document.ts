// The workspace document: everything a workspace is but its leads. It is read over what is stored already, so
// that a document may name only what it changes. Refuses it whole, with every fault's path, when any part is
// broken.
import type { Person, Team } from '@baton/agreement';
import type { Attribute, Issue } from '@baton/rules';
import { isRecord, schemaIssues, unknownKeys } from '@baton/schema';
import * as z from 'zod';
import { attributeSchema } from './attribute-schema.ts';
import type { Ids } from './consequences.ts';
import { destinationSchema, type Destination } from './destination-schema.ts';
import { addAll, type Findings } from './findings.ts';
import { personSchema, teamSchema } from './person-schema.ts';
import {
  behaviourIds,
  checkMembers,
  checkTiers,
  readAgreement,
  readForms,
  type Around,
} from './read-documents.ts';
import { readList, type ReadList } from './read-list.ts';
import { nothingStored, type Stored, type Workspace } from './workspace.ts';

z.config({ jitless: true });

export type ParsedWorkspace =
  | { readonly ok: true; readonly value: Workspace; readonly warnings: readonly Issue[] }
  | { readonly ok: false; readonly issues: readonly Issue[] };

const frame = z.looseObject({
  /** Where editors find the schema. */
  $schema: z.string().optional(),
  format: z.number(),
  name: z.string().trim().min(1).max(200).optional(),
  attributes: z.array(z.unknown()).max(2000).optional(),
  people: z.array(z.unknown()).max(5000).optional(),
  teams: z.array(z.unknown()).max(1000).optional(),
  destinations: z.array(z.unknown()).max(500).optional(),
  agreement: z.unknown().optional(),
  forms: z.array(z.unknown()).max(1000).optional(),
});

type Frame = z.infer<typeof partialFrame>;
const partialFrame = frame.partial();

/** What is around the parts; a part that is of another type is told and read as absent. */
function readFrame(
  input: unknown,
  findings: Findings,
): { document: Frame; broken: ReadonlySet<unknown> } | null {
  const framed = frame.safeParse(input, { reportInput: true });
  if (framed.success) return { document: framed.data, broken: new Set() };
  addAll(findings.issues, schemaIssues(framed.error));
  if (!isRecord(input)) return null;
  const broken = new Set(framed.error.issues.map((issue) => issue.path[0]));
  const rest = Object.fromEntries(Object.entries(input).filter(([key]) => !broken.has(key)));
  const read = partialFrame.safeParse(rest);
  return read.success ? { document: read.data, broken } : null;
}

/**
 * Reads a workspace document over what is stored.
 * @returns every fault with its path, or the workspace with warnings (unknown keys, signatures that do not count).
 */
export function parseWorkspace(input: unknown, stored: Stored = nothingStored): ParsedWorkspace {
  const findings: Findings = { issues: [], warnings: [] };
  addAll(findings.warnings, unknownKeys(frame, input));
  const framed = readFrame(input, findings);
  if (framed === null) return { ok: false, issues: findings.issues };
  const { document, broken } = framed;
  const { format } = document;
  if (format !== undefined && format !== 1) {
    const code = format > 1 && Number.isInteger(format) ? 'format_too_new' : 'unknown_format';
    addAll(findings.issues, [{ code, path: ['format'], params: { format } }]);
    return { ok: false, issues: findings.issues };
  }
  const parts = readParts(document, findings);
  const unreadable = (key: 'attributes' | 'people' | 'teams'): Ids =>
    broken.has(key) ? { has: () => true } : parts[key].unreadable;
  const around: Around = {
    input,
    findings,
    catalogue: overlaid(stored.attributes, parts.attributes, (attribute) => attribute.id),
    people: overlaid(stored.people, parts.people, (person) => person.email),
    teams: overlaid(stored.teams, parts.teams, (team) => team.id),
    unreadable: {
      attributes: unreadable('attributes'),
      people: unreadable('people'),
      teams: unreadable('teams'),
    },
  };
  checkMembers(parts.teams, around);
  const agreement = readAgreement(document.agreement, around);
  const standing = agreement === 'unreadable' ? null : (agreement?.value ?? stored.agreement);
  const tiers = standing?.tiers.map((tier) => tier.id) ?? null;
  const behaviours = standing === null ? null : behaviourIds(standing);
  checkTiers(parts.destinations, tiers, findings);
  const forms = readForms(document.forms, { behaviours, tiers }, around);

  if (findings.issues.length > 0 || agreement === 'unreadable') return { ok: false, issues: findings.issues };
  return {
    ok: true,
    value: {
      name: document.name ?? null,
      attributes: valuesOf(parts.attributes),
      people: valuesOf(parts.people),
      teams: valuesOf(parts.teams),
      destinations: valuesOf(parts.destinations),
      agreement,
      forms,
    },
    warnings: findings.warnings,
  };
}

type Parts = {
  readonly attributes: ReadList<Attribute>;
  readonly people: ReadList<Person>;
  readonly teams: ReadList<Team>;
  readonly destinations: ReadList<Destination>;
};

function readParts(document: Frame, findings: Findings): Parts {
  const { attributes, people, teams, destinations } = document;
  return {
    attributes: readList('attributes', attributes, attributeSchema, ({ id }) => id, findings),
    people: readList('people', people, personSchema, ({ email }) => email, findings, 'email'),
    teams: readList('teams', teams, teamSchema, ({ id }) => id, findings),
    destinations: readList('destinations', destinations, destinationSchema, ({ id }) => id, findings),
  };
}

function valuesOf<T>({ entries }: ReadList<T>): readonly T[] {
  return entries.map(({ value }) => value);
}

function overlaid<T>(
  stored: readonly T[],
  given: ReadList<T>,
  identify: (value: T) => string,
): ReadonlyMap<string, T> {
  return new Map([...stored, ...valuesOf(given)].map((value) => [identify(value), value]));
}

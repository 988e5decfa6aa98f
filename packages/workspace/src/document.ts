// The workspace document: everything a workspace is but its leads. It is read over what is stored already, so
// that a document may name only what it changes. Refuses it whole, with every fault's path, when any part is
// broken.
import { parseAgreement, type Agreement, type Person, type Team } from '@baton/agreement';
import { parseForm } from '@baton/form/document';
import type { Form } from '@baton/form';
import type { Attribute, Catalogue, Issue, Path } from '@baton/rules';
import * as z from 'zod';
import { attributeSchema } from './attribute-schema.ts';
import { destinationSchema, type Destination } from './destination-schema.ts';
import { personSchema, teamSchema } from './person-schema.ts';
import { schemaIssues, unknownKeys } from './schema-issues.ts';

z.config({ jitless: true });

/** A document as its author wrote it (what is signed, versioned and kept) beside what it means. */
export type Kept<T> = { readonly source: unknown; readonly value: T };

export type Workspace = {
  readonly name: string | null;
  readonly attributes: readonly Attribute[];
  readonly people: readonly Person[];
  readonly teams: readonly Team[];
  readonly destinations: readonly Destination[];
  readonly agreement: Kept<Agreement> | null;
  readonly forms: readonly Kept<Form>[];
};

/** What a workspace holds already; an import is read as a change to it. */
export type Stored = {
  readonly attributes: readonly Attribute[];
  readonly people: readonly Person[];
  readonly teams: readonly Team[];
  /** The agreement that forms without a new one are checked against. */
  readonly agreement: Agreement | null;
};

export type ParsedWorkspace =
  | { readonly ok: true; readonly value: Workspace; readonly warnings: readonly Issue[] }
  | { readonly ok: false; readonly issues: readonly Issue[] };

export const nothingStored: Stored = { attributes: [], people: [], teams: [], agreement: null };

const keys = ['format', 'name', 'attributes', 'people', 'teams', 'destinations', 'agreement', 'forms'];

const frame = z.looseObject({
  format: z.number(),
  name: z.string().trim().min(1).max(200).optional(),
  attributes: z.array(z.unknown()).max(2000).optional(),
  people: z.array(z.unknown()).max(5000).optional(),
  teams: z.array(z.unknown()).max(1000).optional(),
  destinations: z.array(z.unknown()).max(500).optional(),
  agreement: z.unknown().optional(),
  forms: z.array(z.unknown()).max(1000).optional(),
});

type Findings = { readonly issues: Issue[]; readonly warnings: Issue[] };

function parseList<T>(
  list: readonly unknown[] | undefined,
  schema: z.ZodType<T>,
  known: readonly string[],
  at: Path,
  identify: (value: T) => string,
  idKey: string,
  findings: Findings,
): T[] {
  const values: T[] = [];
  const seen = new Set<string>();
  list?.forEach((entry, index) => {
    const path = [...at, index];
    const parsed = schema.safeParse(entry, { reportInput: true });
    if (!parsed.success) {
      findings.issues.push(...schemaIssues(parsed.error, path));
      return;
    }
    findings.warnings.push(...unknownKeys(entry, known, path));
    const id = identify(parsed.data);
    if (seen.has(id)) findings.issues.push({ code: 'duplicate_id', path: [...path, idKey], params: { id } });
    seen.add(id);
    values.push(parsed.data);
  });
  return values;
}

function overlaid<T>(
  stored: readonly T[],
  given: readonly T[],
  identify: (value: T) => string,
): Map<string, T> {
  return new Map([...stored, ...given].map((value) => [identify(value), value]));
}

function isBlank(value: unknown): boolean {
  return value === undefined || value === null;
}

function under(path: Path, issue: Issue): Issue {
  return { ...issue, path: [...path, ...issue.path] };
}

/** The ids that conditions may name as `behaviour.<id>`. */
export function behaviourIds(agreement: Agreement): string[] {
  const { fit, engagement, intent } = agreement.score;
  return [fit, engagement, intent].flatMap((dimension) =>
    dimension.behaviours.map((behaviour) => behaviour.id),
  );
}

const attributeKeys = ['id', 'label', 'type', 'about', 'ordered', 'options'];
const personKeys = ['email', 'name', 'party', 'weight', 'capacity', 'away'];
const teamKeys = ['id', 'name', 'members'];
const destinationKeys = ['id', 'kind', 'url', 'to', 'on', 'tiers', 'secret'];

/**
 * Reads a workspace document over what is stored.
 * @returns every fault with its path, or the workspace with warnings (unknown keys, signatures that do not count).
 */
export function parseWorkspace(input: unknown, stored: Stored = nothingStored): ParsedWorkspace {
  const framed = frame.safeParse(input, { reportInput: true });
  if (!framed.success) return { ok: false, issues: schemaIssues(framed.error, []) };
  const document = framed.data;
  if (document.format !== 1) {
    const code = document.format > 1 ? 'format_too_new' : 'unknown_format';
    return { ok: false, issues: [{ code, path: ['format'], params: { format: document.format } }] };
  }
  const findings: Findings = { issues: [], warnings: unknownKeys(input, keys, []) };

  const attributes: Attribute[] = parseList(
    document.attributes,
    attributeSchema,
    attributeKeys,
    ['attributes'],
    (attribute) => attribute.id,
    'id',
    findings,
  );
  const people: Person[] = parseList(
    document.people,
    personSchema,
    personKeys,
    ['people'],
    (person) => person.email,
    'email',
    findings,
  );
  const teams: Team[] = parseList(
    document.teams,
    teamSchema,
    teamKeys,
    ['teams'],
    (team) => team.id,
    'id',
    findings,
  );
  const destinations = parseList(
    document.destinations,
    destinationSchema,
    destinationKeys,
    ['destinations'],
    (destination) => destination.id,
    'id',
    findings,
  );

  const catalogue: Catalogue = overlaid(stored.attributes, attributes, (attribute) => attribute.id);
  const everybody = overlaid(stored.people, people, (person) => person.email);
  const everyTeam = overlaid(stored.teams, teams, (team) => team.id);
  teams.forEach((team, index) => {
    team.members.forEach((member, position) => {
      if (everybody.has(member)) return;
      findings.issues.push({
        code: 'unknown_person',
        path: ['teams', index, 'members', position],
        params: { email: member },
      });
    });
  });

  let agreement: Kept<Agreement> | null = null;
  if (!isBlank(document.agreement)) {
    const context = { catalogue, people: everybody, teams: everyTeam };
    const parsed = parseAgreement(document.agreement, context, ['agreement']);
    if (parsed.ok) {
      agreement = { source: document.agreement, value: parsed.value };
      findings.warnings.push(...parsed.warnings);
    } else findings.issues.push(...parsed.issues);
  }

  const judged = agreement?.value ?? stored.agreement;
  const tiers = judged?.tiers.map((tier) => tier.id) ?? null;
  const behaviours = judged === null ? null : behaviourIds(judged);
  destinations.forEach((destination, index) => {
    destination.tiers?.forEach((tier, position) => {
      if (tiers === null || tiers.includes(tier)) return;
      findings.issues.push({
        code: 'unknown_tier',
        path: ['destinations', index, 'tiers', position],
        params: { tier },
      });
    });
  });

  const forms: Kept<Form>[] = [];
  const seen = new Set<string>();
  document.forms?.forEach((source, index) => {
    const path = ['forms', index];
    const parsed = parseForm(source, { catalogue, behaviours, tiers });
    if (!parsed.ok) {
      findings.issues.push(...parsed.issues.map((issue) => under(path, issue)));
      return;
    }
    findings.warnings.push(...parsed.warnings.map((issue) => under(path, issue)));
    if (seen.has(parsed.value.id)) {
      findings.issues.push({ code: 'duplicate_id', path: [...path, 'id'], params: { id: parsed.value.id } });
    }
    seen.add(parsed.value.id);
    forms.push({ source, value: parsed.value });
  });

  if (findings.issues.length > 0) return { ok: false, issues: findings.issues };
  const name = document.name ?? null;
  return {
    ok: true,
    value: { name, attributes, people, teams, destinations, agreement, forms },
    warnings: findings.warnings,
  };
}

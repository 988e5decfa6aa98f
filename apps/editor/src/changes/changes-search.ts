// What the address says of the changes: which of them are shown. What it says wrongly counts as not said.
import type { AuditArea } from '@baton/worker/api-types';

/** The parts of Baton, and what they are called here. */
export const areaNames = {
  forms: 'Forms',
  agreement: 'Agreement',
  leads: 'Leads',
  people: 'People and teams',
  access: 'Signing in and keys',
  destinations: 'Destinations and sources',
  companies: 'Companies',
  attributes: 'Attributes',
  review: 'Review',
} as const satisfies Readonly<Record<AuditArea, string>>;

export type ChangesSearch = {
  readonly area?: AuditArea;
  /** As the audit names them. */
  readonly author?: string;
  readonly subject?: string;
  /** Saves of drafts are shown as well. */
  readonly drafts?: true;
};

export function readChangesSearch(search: Readonly<Record<string, unknown>>): ChangesSearch {
  const { area, drafts } = search;
  const author = asText(search['author']);
  const subject = asText(search['subject']);
  return {
    ...(isArea(area) ? { area } : {}),
    ...(author === '' ? {} : { author }),
    ...(subject === '' ? {} : { subject }),
    ...(drafts === true ? { drafts } : {}),
  };
}

export function isArea(value: unknown): value is AuditArea {
  return typeof value === 'string' && Object.hasOwn(areaNames, value);
}

/** The router reads `subject=3` as a number. */
function asText(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

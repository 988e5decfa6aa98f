// What nobody is asked and the worker derives when a submission arrives, derived here for a row: so that a replay
// judges by the same. A column of its own comes first.
import { deriveAttributes, jobTitleAttribute, seniorityOf } from '@baton/derive';
import type { Attribute, Catalogue } from '@baton/rules';
import type { LeadMap } from './lead-map.ts';

export type Deriver = {
  /** Ids of the attributes that this table lets derive, of those that are wanted. */
  readonly ids: readonly string[];
  /** Sets them, or leaves them undefined where a lead does not tell. */
  readonly derive: (attributes: Record<string, unknown>) => void;
};

/** @param wanted ids of attributes that somebody reads. */
export function createDeriver(catalogue: Catalogue, map: LeadMap, wanted: ReadonlySet<string>): Deriver {
  const filled = (attribute: Attribute | null): string | null =>
    attribute !== null && map.attributes.has(attribute.id) ? attribute.id : null;
  const email = filled(emailAttribute(catalogue));
  const jobTitle = filled(jobTitleAttribute(catalogue));
  const possible = [
    ...(email === null ? [] : ['company_domain', 'email_kind']),
    ...(jobTitle === null ? [] : ['seniority']),
  ];
  const ids = possible.filter((id) => wanted.has(id) && !map.attributes.has(id));

  return {
    ids,
    derive(attributes) {
      if (ids.length === 0) return;
      const address = textOf(email, attributes);
      const title = textOf(jobTitle, attributes);
      const derived: Readonly<Record<string, unknown>> =
        address === ''
          ? { seniority: seniorityOf(title) }
          : deriveAttributes({ email: address, jobTitle: title });
      for (const id of ids) attributes[id] = derived[id] ?? undefined;
    },
  };
}

/** The address that a person is known by. */
function emailAttribute(catalogue: Catalogue): Attribute | null {
  const addresses = [...catalogue.values()].filter(
    ({ type, about }) => type === 'email' && about === 'person',
  );
  return addresses.find(({ id }) => id === 'email') ?? addresses[0] ?? null;
}

function textOf(id: string | null, attributes: Readonly<Record<string, unknown>>): string {
  const value = id === null ? undefined : attributes[id];
  return typeof value === 'string' ? value : '';
}

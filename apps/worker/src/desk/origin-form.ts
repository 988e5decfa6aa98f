// Leads that no website sent: sales added them, they come from an event or a partner. They go the way of all others, as
// answers to a form that nobody ever published: one field for each attribute of the catalogue.
import type { Attribute } from '@baton/rules';
import { parseForm } from '@baton/form/document';
import { versionOf, type PublishedVersion } from './published-version.ts';

export const origins = ['sales', 'event', 'partner'] as const;

/** Past leads came by no way that is open to others: only a table of history brings them. */
export type Origin = (typeof origins)[number] | 'history';

/** No form can be called so: its colon keeps it out of every address. */
const prefix = 'origin:';

const names: Readonly<Record<Origin, string>> = {
  sales: 'Added by sales',
  event: 'From an event',
  partner: 'From a partner',
  history: 'From history',
};

export function originFormId(origin: Origin): string {
  return prefix + origin;
}

/** The origin that a form stands for; null for forms that somebody made. */
export function originOf(form: string): Origin | null {
  return ([...origins, 'history'] as const).find((origin) => originFormId(origin) === form) ?? null;
}

/** @param attributes the catalogue; what it calls things is what the lead's reader is told. */
export function originForm(origin: Origin, attributes: readonly Attribute[]): PublishedVersion {
  const emails = attributes.filter(({ type, about }) => type === 'email' && about === 'person');
  const address = emails.find(({ id }) => id === 'email') ?? emails[0] ?? null;
  const fields = attributes.map((attribute) => ({
    id: attribute.id,
    kind: attribute.type === 'boolean' ? 'consent' : attribute.type,
    attribute: attribute.id,
    label: attribute.label,
    ...(attribute.id === address?.id ? { required: true, ask: 'always' } : {}),
  }));
  const own = { id: 'email', kind: 'email', label: 'E-mail', required: true, ask: 'always' };
  const document = {
    format: 1,
    id: origin,
    name: names[origin],
    language: 'en',
    steps: [{ id: 'all', title: names[origin], fields: address === null ? [own, ...fields] : fields }],
    outcomes: [{ id: 'taken', show: { kind: 'message', title: names[origin], text: '' } }],
  };
  const context = {
    catalogue: new Map(attributes.map((attribute) => [attribute.id, attribute])),
    behaviours: null,
    tiers: null,
  };
  const parsed = parseForm(document, { ...context, published: false });
  if (!parsed.ok) throw new Error(`The catalogue makes no form: ${JSON.stringify(parsed.issues)}`);
  const version = versionOf(parsed.value, context, { version: 0, hash: '' });
  const { identity } = version;
  if (identity === null) throw new Error('A form for leads from elsewhere asks for no e-mail.');
  return { ...version, identity, form: { ...version.form, id: originFormId(origin) } };
}

// What is called how, of all that a condition may read beside the answers of a form.
import { attributeValueType, derivedAttributes, type Attribute } from '../attribute.ts';
import { visitTypes } from '../vocabulary.ts';
import type { Named } from './condition-words.ts';

const derived = new Map(derivedAttributes.map((attribute) => [attribute.id, attribute]));

/** The attribute of this id: the workspace's own, or one that is derived at arrival. */
export function attributeCalled(
  id: string,
  catalogue: ReadonlyMap<string, Attribute>,
): Attribute | undefined {
  return catalogue.get(id) ?? derived.get(id);
}

/** What a country is called in English; undefined: it is no code of a country. */
export function countryName(code: string): string | undefined {
  if (!/^[A-Za-z]{2}$/.test(code)) return undefined;
  regions ??= new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  return regions.of(code.toUpperCase());
}

let regions: Intl.DisplayNames | null = null;

export const scoreNames: Readonly<Record<string, string>> = {
  total: 'Score in all',
  fit: 'Score for fit',
  engagement: 'Score for engagement',
  intent: 'Score for intent',
};

export const visitNames: Readonly<Record<string, string>> = {
  utm_source: 'Campaign source',
  utm_medium: 'Campaign medium',
  utm_campaign: 'Campaign',
  utm_term: 'Campaign term',
  utm_content: 'Campaign content',
  referrer_host: 'Website they came from',
  page_path: 'Page with the form',
  country: 'Country of the visit',
  language: 'Language of the browser',
  device: 'Device',
  returning: 'Was here before',
};

export const deviceNames = [
  { id: 'phone', label: 'Phone' },
  { id: 'tablet', label: 'Tablet' },
  { id: 'desktop', label: 'Desktop' },
] as const;

/** What a behaviour's count is called. */
export function behaviourName(says: string): string {
  return `Times “${says}”`;
}

/**
 * What stands behind a path of `lead.*`, `behaviour.*`, `score.*` or `visit.*`.
 * @param behaviours what each behaviour says, by id
 */
export function namedAt(
  path: string,
  catalogue: ReadonlyMap<string, Attribute>,
  behaviours: ReadonlyMap<string, string>,
): Named | undefined {
  const dot = path.indexOf('.');
  const id = path.slice(dot + 1);
  switch (path.slice(0, dot)) {
    case 'lead': {
      const attribute = attributeCalled(id, catalogue);
      return attribute && ofAttribute(attribute);
    }
    case 'visit': {
      const type = Object.hasOwn(visitTypes, id) ? visitTypes[id] : undefined;
      if (type === undefined) return undefined;
      const names = { device: { options: deviceNames }, country: { nameOf: countryName } };
      const named = id === 'device' || id === 'country' ? names[id] : {};
      return { label: visitNames[id] ?? id, type, ...named };
    }
    case 'score': {
      const label = Object.hasOwn(scoreNames, id) ? scoreNames[id] : undefined;
      return label === undefined ? undefined : { label, type: { kind: 'number' } };
    }
    case 'behaviour': {
      const says = behaviours.get(id);
      return says === undefined ? undefined : { label: behaviourName(says), type: { kind: 'number' } };
    }
    default:
      return undefined;
  }
}

function ofAttribute(attribute: Attribute): Named {
  const { label, options, type } = attribute;
  const named = { label, type: attributeValueType(attribute) };
  if (type === 'country') return { ...named, nameOf: countryName };
  return options ? { ...named, options } : named;
}

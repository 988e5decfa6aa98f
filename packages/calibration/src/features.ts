// What outcomes can be explained by: everything that a rule of an agreement may read and that says something of a person
// rather than naming them. Refuses what would only remember who was won: addresses, names of companies, days.
import type { Agreement, DimensionId } from '@baton/agreement';
import { conditionFields, derivedAttributes, type Attribute, type Catalogue, type Facts } from '@baton/rules';

export type Feature = {
  /** What a condition calls it: `lead.company_size`. */
  readonly path: string;
  readonly label: string;
  readonly dimension: DimensionId;
  /** `has`: one option of several, or that something was told at all; `count`: how often somebody did something. */
  readonly kind: 'category' | 'number' | 'has' | 'count';
  /** The options in their order, lowest first, where that is told. */
  readonly order: readonly string[] | null;
  readonly labels: ReadonlyMap<string, string>;
  /** Of `has`: the option; null: anything. */
  readonly option: string | null;
};

/** Texts that tell who somebody is. */
const naming: ReadonlySet<string> = new Set([
  'company_domain',
  'company',
  'company_name',
  'name',
  'full_name',
  'first_name',
  'last_name',
]);

const visitLabels: Readonly<Record<string, string>> = {
  utm_source: 'Source',
  utm_medium: 'Medium',
  utm_campaign: 'Campaign',
  utm_term: 'Search term',
  utm_content: 'Advert',
  referrer_host: 'Referring website',
  country: 'Country of the visit',
  language: 'Language',
  device: 'Device',
  returning: 'Came back',
};

const plain = { order: null, labels: new Map<string, string>(), option: null };

/**
 * All features that a workspace's leads could have.
 * @param behaviours `points`: as the agreement counts them, what somebody did has points each time, and what its rules read in
 *   intent stays there; `rules`: what somebody did is cut like any number
 */
export function featuresOf(
  catalogue: Catalogue,
  score: Agreement['score'],
  behaviours: 'points' | 'rules',
): Feature[] {
  const wanted = new Set(score.intent.rules.flatMap(({ when }) => conditionFields(when)));
  const attributes = [...catalogue.values(), ...derivedAttributes]
    .flatMap(ofAttribute)
    .map((feature): Feature => {
      const isIntent = behaviours === 'points' && wanted.has(feature.path);
      return isIntent ? { ...feature, dimension: 'intent' } : feature;
    });
  const visit = Object.entries(visitLabels).map(([id, label]): Feature => ({
    ...plain,
    path: `visit.${id}`,
    label,
    dimension: 'intent',
    kind: 'category',
  }));
  const done = (['fit', 'engagement', 'intent'] as const).flatMap((dimension) =>
    score[dimension].behaviours.map(({ id, says }): Feature => ({
      ...plain,
      path: `behaviour.${id}`,
      label: says,
      // What somebody did is no ground to hand them over by itself.
      dimension: 'engagement',
      kind: behaviours === 'points' ? 'count' : 'number',
    })),
  );
  return [...attributes, ...visit, ...done];
}

function ofAttribute({ id, label, type, options = [], ordered }: Attribute): Feature[] {
  const labels = new Map(options.map((option) => [option.id, option.label]));
  const base = { path: `lead.${id}`, label, dimension: 'fit', labels, option: null, order: null } as const;
  switch (type) {
    case 'number':
      return [{ ...base, kind: 'number' }];
    case 'choice':
      return [
        { ...base, kind: 'category', order: ordered === true ? options.map((option) => option.id) : null },
      ];
    case 'choices':
      return options.map((option) => ({ ...base, kind: 'has', option: option.id }));
    case 'boolean':
    case 'country':
      return [{ ...base, kind: 'category' }];
    case 'text':
      return naming.has(id) ? [] : [{ ...base, kind: 'category' }];
    case 'email':
    case 'date':
      return [];
    case 'phone':
    case 'url':
      return [{ ...base, kind: 'has' }];
  }
}

/** Reads a feature's value among a lead's facts. */
export function readerOf({ path }: Feature): (facts: Facts) => unknown {
  const dot = path.indexOf('.');
  const id = path.slice(dot + 1);
  switch (path.slice(0, dot)) {
    case 'lead':
      return (facts) => facts.lead?.[id];
    case 'visit':
      return (facts) => facts.visit?.[id];
    default:
      return (facts) => facts.behaviour?.[id];
  }
}

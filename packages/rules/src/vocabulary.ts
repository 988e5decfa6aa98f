// Which paths a condition may read in a given place, and what each holds. A place is put together from parts:
// what no part knows is refused when the document is saved.
import { attributeValueType, derivedAttributes } from './attribute.ts';
import type { Catalogue } from './attribute.ts';
import type { ValueType, Vocabulary } from './condition.ts';

const text: ValueType = { kind: 'text' };
const number: ValueType = { kind: 'number' };

/** What each `visit.<id>` holds. Devices are suggestions: another device compares as text. */
export const visitTypes: Readonly<Record<string, ValueType>> = {
  utm_source: text,
  utm_medium: text,
  utm_campaign: text,
  utm_term: text,
  utm_content: text,
  referrer_host: text,
  page_path: text,
  country: text,
  language: text,
  device: { kind: 'text', options: ['phone', 'tablet', 'desktop'] },
  returning: { kind: 'boolean' },
};

const scoreIds = new Set(['fit', 'engagement', 'intent', 'total']);

/** `answer.<id>`: the answers to these fields. The map may grow afterwards; what is in it then is known. */
export function answerVocabulary(types: ReadonlyMap<string, ValueType>): Vocabulary {
  return inNamespace('answer.', (id) => types.get(id));
}

/** `lead.<id>`: the catalogue's attributes and the derived ones. */
export function leadVocabulary(catalogue: Catalogue): Vocabulary {
  const types = new Map<string, ValueType>();
  for (const attribute of [...catalogue.values(), ...derivedAttributes]) {
    types.set(attribute.id, attributeValueType(attribute));
  }
  return inNamespace('lead.', (id) => types.get(id));
}

/** `behaviour.<id>`: how often it occurred so far. */
export function behaviourVocabulary(ids: Iterable<string>): Vocabulary {
  const known = new Set(ids);
  return inNamespace('behaviour.', (id) => (known.has(id) ? number : undefined));
}

/** `score.<dimension>` and `score.total`. */
export function scoreVocabulary(): Vocabulary {
  return inNamespace('score.', (id) => (scoreIds.has(id) ? number : undefined));
}

/** `visit.<id>`; `browser` leaves out the country, which only the worker knows. */
export function visitVocabulary(known: 'all' | 'browser'): Vocabulary {
  return inNamespace('visit.', (id) =>
    Object.hasOwn(visitTypes, id) && (known === 'all' || id !== 'country') ? visitTypes[id] : undefined,
  );
}

/** Knows what any of the parts knows; the first that does, tells. */
export function joinVocabularies(...parts: readonly Vocabulary[]): Vocabulary {
  return (path) => {
    for (const part of parts) {
      const type = part(path);
      if (type) return type;
    }
    return undefined;
  };
}

/** What one place lets a condition read. A part that is absent is not allowed there. */
export type VocabularyParts = {
  readonly answer?: ReadonlyMap<string, ValueType>;
  readonly lead?: Catalogue;
  readonly behaviour?: Iterable<string>;
  readonly score?: true;
  readonly visit?: 'all' | 'browser';
};

/** The vocabulary of a place, from its parts. */
export function vocabularyOf(parts: VocabularyParts): Vocabulary {
  const joined: Vocabulary[] = [];
  if (parts.answer) joined.push(answerVocabulary(parts.answer));
  if (parts.lead) joined.push(leadVocabulary(parts.lead));
  if (parts.behaviour) joined.push(behaviourVocabulary(parts.behaviour));
  if (parts.score) joined.push(scoreVocabulary());
  if (parts.visit) joined.push(visitVocabulary(parts.visit));
  return joinVocabularies(...joined);
}

function inNamespace(prefix: string, typeOf: (id: string) => ValueType | undefined): Vocabulary {
  return (path) => (path.startsWith(prefix) ? typeOf(path.slice(prefix.length)) : undefined);
}

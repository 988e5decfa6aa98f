// What each place of an agreement is called, and how its values are said, for telling what became of them. A place that
// is not among these is called by its path, and its value said as it is written: nothing goes untold.
import {
  isDay,
  dayInWords,
  listed,
  nameWord,
  sentence,
  valueWord,
  type Path,
  type Words,
} from '@baton/rules';
import type { DimensionId } from '../agreement-schema.ts';
import { countInWords, durationInWords, pointsInWords, shareInWords, withinInWords } from './amount-words.ts';
import { disqualifierInWords, routeInWords, thresholdOf, tierInWords } from './handoff-words.ts';
import { dayNames, openingsInWords } from './hours-words.ts';
import { definitionNames, escalationInWords, rejectionInWords, rhythmInWords } from './promise-words.ts';
import { readCondition, readOpenings, readRecipient, readTerms, type Terms } from './read-terms.ts';
import { behaviourInWords, dimensionNames, matchInWords, ruleInWords } from './score-words.ts';
import type { SectionId } from './sections.ts';
import type { Speaker } from './speaker.ts';

/** One of two documents. */
export type Side = { readonly terms: Terms; readonly speaker: Speaker };

export type PlaceWords = {
  /** Null: no section speaks of it. */
  readonly section: SectionId | null;
  readonly what: Words;
  /** Of what the document holds there; undefined: it holds nothing there. */
  readonly value: (raw: unknown, side: Side) => Words;
  /** What kind of entry of a list it is, which comes and goes as a whole; null: it is none. */
  readonly entry: string | null;
};

type Value = PlaceWords['value'];

export function placeInWords(path: Path, { terms }: Side): PlaceWords {
  const [part = '', ...rest] = path.map(String);
  switch (part) {
    case 'title':
      return leaf(null, sentence('Title'), asText);
    case 'definitions':
      return leaf('definitions', sentence('Definition of ', definitionName(rest[0])), asText, rest.slice(1));
    case 'score':
      return scorePlace(rest, terms);
    case 'disqualify':
      return entryPlace('disqualify', 'Disqualifier', rest, nameOf(terms.disqualify, rest[0]), {
        entry: (id, { terms, speaker }) => {
          const found = terms.disqualify.find((one) => one.id === id);
          return found && disqualifierInWords(found, speaker);
        },
        keys: { says: asText, when: asCondition },
      });
    case 'tiers':
      if (rest[1] === 'from' && rest.length === 2 && thresholdOf(terms)?.id === rest[0]) {
        return leaf('tiers', sentence('Threshold (tier ', nameWord(rest[0] ?? ''), ')'), asPoints);
      }
      return entryPlace('tiers', 'Tier', rest, nameWord(rest[0] ?? ''), {
        entry: (id, { terms }) => {
          const found = terms.tiers.find((one) => one.id === id);
          const higher = terms.tiers.filter((one) => found !== undefined && one.from > found.from);
          const above = higher.toSorted((one, other) => one.from - other.from)[0];
          return found && tierInWords(found, above);
        },
        keys: { from: asPoints, followUp: (raw) => asWithin(raw) },
      });
    case 'handoff':
      return keyed('handoff', rest, handoffPlaces);
    case 'routing':
      if (rest[0] === 'rules') {
        return entryPlace('routing', 'Routing rule', rest.slice(1), nameWord(rest[1] ?? ''), {
          entry: (id, { terms, speaker }) => {
            const found = terms.routing.rules.find((one) => one.id === id);
            return found && sentence(nameWord(id), ': ', routeInWords(found, speaker), '.');
          },
          keys: { when: asCondition, to: (raw, { speaker }) => speaker.recipient(readRecipient(raw)) },
        });
      }
      return keyed('routing', rest, routingPlaces);
    case 'hours':
      if (rest[0] === 'week' && rest.length === 2) {
        const day = Object.entries(dayNames).find(([id]) => id === rest[1])?.[1] ?? rest[1] ?? '';
        return leaf('hours', sentence(day), (raw) => [valueWord(openingsInWords(readOpenings(raw)))]);
      }
      return keyed('hours', rest, hoursPlaces);
    case 'escalate':
      return leaf('escalate', sentence('When nobody follows up'), escalations, rest);
    case 'commitments':
      return keyed('commitments', rest, commitmentPlaces);
    case 'rejections':
      return entryPlace('rejections', 'Reason to reject', rest, nameOf(terms.rejections, rest[0]), {
        entry: (id, { terms, speaker }) => {
          const found = terms.rejections.find((one) => one.id === id);
          return found && rejectionInWords(found, speaker);
        },
        keys: { says: asText, blames: blamed },
      });
    case 'review':
      return keyed('review', rest, {
        every: [
          'Review',
          (raw) => [rhythmInWords(typeof raw === 'string' ? raw : readTerms({}).reviewEvery)],
        ],
      });
    default:
      return unknownPlace(null, path.map(String));
  }
}

type Entries = {
  readonly entry: (id: string, side: Side) => Words | undefined;
  readonly keys: Readonly<Record<string, Value>>;
};

const keyNames: Readonly<Record<string, string>> = {
  says: 'its words',
  when: 'holds',
  match: 'counts each',
  atMost: 'at most',
  followUp: 'answered',
  to: 'goes to',
  blames: 'speaks against',
};

/** @param rest what follows the name of the list in the path */
function entryPlace(
  section: SectionId,
  kind: string,
  rest: readonly string[],
  name: Words[number],
  { entry, keys }: Entries,
): PlaceWords {
  const [id, key, ...deeper] = rest;
  if (id === undefined) return unknownPlace(section, [kind]);
  if (key === undefined) {
    const value: Value = (raw, side) => entry(id, side) ?? asWritten(raw);
    return { section, what: sentence(`${kind} `, name), value, entry: kind.toLowerCase() };
  }
  const value = Object.hasOwn(keys, key) && deeper.length === 0 ? keys[key] : undefined;
  if (value === undefined) {
    return leaf(section, sentence(`${kind} `, name, `, ${[key, ...deeper].join(' › ')}`), asWritten);
  }
  const plain = key === 'points' || key === 'from';
  const what = sentence(`${kind} `, name, plain ? '' : `, ${keyNames[key] ?? key}`);
  return leaf(section, what, value);
}

function scorePlace([dimension = '', key = '', ...rest]: readonly string[], terms: Terms): PlaceWords {
  const ids: readonly DimensionId[] = ['fit', 'engagement', 'intent'];
  const id = ids.find((one) => one === dimension);
  if (id === undefined) return unknownPlace(null, ['score', dimension, key, ...rest].filter(Boolean));
  const name = dimensionNames[id];
  if (key === 'max' && rest.length === 0) return leaf(id, sentence(`${name}, at most`), asPoints);
  if (key === 'halfLifeDays' && rest.length === 0) {
    const value: Value = (raw) =>
      typeof raw === 'number' ? countInWords(raw, 'day', 'days') : [valueWord('nothing fades')];
    return leaf(id, sentence(`${name}, half-life`), value);
  }
  if (key === 'rules') {
    return entryPlace(id, `${name} rule`, rest, nameOf(terms.score[id].rules, rest[0]), {
      entry: (rule, side) => {
        const found = side.terms.score[id].rules.find((one) => one.id === rule);
        return found && ruleInWords(found, side.speaker);
      },
      keys: { points: asPoints, says: asText, when: asCondition },
    });
  }
  if (key === 'behaviours') {
    return entryPlace(id, `${name} behaviour`, rest, nameOf(terms.score[id].behaviours, rest[0]), {
      entry: (behaviour, side) => {
        const found = side.terms.score[id].behaviours.find((one) => one.id === behaviour);
        return found && behaviourInWords(found);
      },
      keys: { points: asPoints, says: asText, atMost: asMost, match: asMatch },
    });
  }
  return unknownPlace(id, [name, key, ...rest].filter(Boolean));
}

type Places = Readonly<Record<string, readonly [what: string, value: Value]>>;

const handoffPlaces: Places = {
  tier: [
    'Threshold',
    (raw, { terms }) => {
      const threshold = thresholdOf(terms);
      const from = threshold ? sentence(' (', pointsInWords(threshold.from), ')') : '';
      return sentence(valueWord(typeof raw === 'string' ? raw : 'nothing'), from);
    },
  ],
  requires: [
    'Required beside the score',
    (raw, { speaker }) => {
      const requires = readCondition(raw);
      return requires === null ? [valueWord('nothing')] : speaker.when(requires);
    },
  ],
  hysteresis: ['After a rejection, below the threshold by', (raw) => asPoints(raw ?? 0)],
  again: [
    'After a rejection, by time alone',
    (raw) =>
      typeof raw === 'string' ? sentence('after ', durationInWords(raw, 'calendar')) : [valueWord('never')],
  ],
};

const routingPlaces: Places = {
  keepOwner: ['Owners keep their leads', (raw) => [valueWord(raw === true ? 'yes' : 'no')]],
  fallback: ['Fallback', (raw, { speaker }) => [speaker.person(readRecipient(raw).person)]],
};

const hoursPlaces: Places = {
  timeZone: ['Time zone', asText],
  holidays: [
    'Holidays',
    (raw) => {
      const days = Array.isArray(raw) ? raw.map(String) : [];
      if (days.length === 0) return [valueWord('none')];
      const said = days.map((day) => [valueWord(isDay(day) ? dayInWords(day) : day)]);
      return listed(said, 'and');
    },
  ],
};

const commitmentPlaces: Places = {
  'marketing.qualifiedPerMonth': [
    'Marketing, qualified leads a month',
    (raw) => (typeof raw === 'number' ? countInWords(raw, 'lead', 'leads') : nothing),
  ],
  'marketing.answerWithin': ['Marketing answers questions', asWithin],
  'sales.followUpInTime': ['Sales follows up in time', asShare],
  'sales.accept': ['Sales accepts', asShare],
  'sales.verdictWithin': ['Sales gives its verdict', asWithin],
};

function keyed(section: SectionId, rest: readonly string[], places: Places): PlaceWords {
  const key = rest.join('.');
  const place = Object.hasOwn(places, key) ? places[key] : undefined;
  return place ? leaf(section, sentence(place[0]), place[1]) : unknownPlace(section, [section, ...rest]);
}

function leaf(
  section: SectionId | null,
  what: Words,
  value: Value,
  deeper: readonly string[] = [],
): PlaceWords {
  if (deeper.length === 0) return { section, what, value, entry: null };
  return { section, what: sentence(what, `, ${deeper.join(' › ')}`), value: asWritten, entry: null };
}

function unknownPlace(section: SectionId | null, path: readonly string[]): PlaceWords {
  return leaf(section, sentence(path.join(' › ') || 'The document'), asWritten);
}

function nameOf(
  entries: readonly { readonly id: string; readonly says: string }[],
  id: string | undefined,
): Words[number] {
  return nameWord(entries.find((entry) => entry.id === id)?.says || (id ?? ''));
}

function definitionName(id: string | undefined): string {
  return Object.entries(definitionNames).find(([one]) => one === id)?.[1] ?? id ?? '';
}

const nothing: Words = [valueWord('nothing')];

function asWritten(raw: unknown): Words {
  return raw === undefined ? nothing : [valueWord(JSON.stringify(raw))];
}

function asText(raw: unknown): Words {
  return typeof raw === 'string' ? [valueWord(`“${raw}”`)] : asWritten(raw);
}

function asPoints(raw: unknown): Words {
  return typeof raw === 'number' ? pointsInWords(raw) : asWritten(raw);
}

function asMost(raw: unknown): Words {
  return raw === undefined ? [valueWord('as many as there are')] : asPoints(raw);
}

function asShare(raw: unknown): Words {
  return typeof raw === 'number' ? shareInWords(raw) : asWritten(raw);
}

function asWithin(raw: unknown): Words {
  return typeof raw === 'string' ? withinInWords(raw) : asWritten(raw);
}

function asCondition(raw: unknown, { speaker }: Side): Words {
  return speaker.when(readCondition(raw));
}

function asMatch(raw: unknown): Words {
  const read = readTerms({ score: { fit: { behaviours: [{ match: raw }] } } });
  const match = read.score.fit.behaviours[0]?.match;
  return match ? matchInWords(match) : asWritten(raw);
}

function blamed(raw: unknown, { speaker }: Side): Words {
  const ids = Array.isArray(raw) ? raw.map(String) : [];
  const rules = ids.map((id) => [speaker.blamed(id)]);
  return rules.length === 0 ? nothing : listed(rules, 'and');
}

function escalations(raw: unknown, { speaker }: Side): Words {
  const entries = readTerms({ escalate: raw }).escalate;
  if (entries.length === 0) return [valueWord('nothing')];
  return entries.flatMap((entry, index) =>
    sentence(index === 0 ? '' : '; ', escalationInWords(entry, speaker, index === 0 ? 'At' : 'at')),
  );
}

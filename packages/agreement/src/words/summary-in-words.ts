// An agreement in a few sentences, for somebody who has a minute. Every number in them is one of the document, or the
// sum of some.
import { listed, nameWord, sentence, type Words } from '@baton/rules';
import { dimensionIds } from '../behaviours.ts';
import { countInWords, pointsInWords, withinInWords } from './amount-words.ts';
import { thresholdOf } from './handoff-words.ts';
import { weekInWords } from './hours-words.ts';
import { commitmentsInWords, escalationInWords } from './promise-words.ts';
import { readTerms, type Recipient, type Terms } from './read-terms.ts';
import type { Sentence } from './sections.ts';
import { createSpeaker, type Names, type Speaker } from './speaker.ts';

/** Five to eight sentences. */
export function summaryInWords(document: unknown, names: Names): readonly Sentence[] {
  const terms = readTerms(document);
  const speaker = createSpeaker(terms, names);
  const parts: readonly (readonly [path: string, words: Words | null])[] = [
    ['handoff', qualified(terms, speaker)],
    ['score', points(terms)],
    ['score', strongest(terms)],
    ['tiers', answered(terms)],
    ['routing', routed(terms, speaker)],
    ['hours', sentence('Business time runs ', weekInWords(terms.hours.week), `, ${terms.hours.timeZone}.`)],
    ['escalate', escalated(terms, speaker)],
    ['commitments', promised(terms)],
  ];
  return parts.flatMap(([path, words]) => (words === null ? [] : [{ path: [path], words }]));
}

function qualified(terms: Terms, speaker: Speaker): Words {
  const threshold = thresholdOf(terms);
  const { requires } = terms.handoff;
  const never = terms.disqualify.map(({ says, id }) => [nameWord(says || id)]);
  return sentence(
    'Sales is handed everybody who has ',
    pointsInWords(threshold?.from ?? 0),
    ' or more, not by behaviour alone',
    requires === null ? '' : sentence(', and only ', speaker.when(requires)),
    never.length === 0 ? '' : sentence('; never whom this meets: ', listed(never, 'or')),
    '.',
  );
}

function points({ score }: Terms): Words {
  const most = dimensionIds.reduce((sum, id) => sum + score[id].max, 0);
  return sentence(
    'Who they are gives at most ',
    pointsInWords(score.fit.max),
    ', what they did ',
    pointsInWords(score.engagement.max),
    ' and what they want ',
    pointsInWords(score.intent.max),
    ': ',
    pointsInWords(most),
    ' in all.',
  );
}

function strongest({ score }: Terms): Words | null {
  const entries = dimensionIds.flatMap((id) => [...score[id].rules, ...score[id].behaviours]);
  const most = entries
    .filter((entry) => entry.points > 0)
    .toSorted((one, other) => other.points - one.points);
  const said = most
    .slice(0, 3)
    .map((entry) => sentence(nameWord(entry.says || entry.id), ' (', pointsInWords(entry.points), ')'));
  return said.length === 0 ? null : sentence('What counts most: ', listed(said, 'and'), '.');
}

function answered({ tiers }: Terms): Words {
  const said = tiers
    .toSorted((one, other) => other.from - one.from)
    .flatMap(({ id, followUp }) =>
      followUp === undefined ? [] : [sentence(nameWord(id), ' ', withinInWords(followUp))],
    );
  if (said.length === 0) return sentence('No follow-up time is agreed.');
  return sentence('Sales answers ', listed(said, 'and'), '.');
}

function routed({ routing }: Terms, speaker: Speaker): Words {
  const { rules, fallback, keepOwner } = routing;
  const owner = keepOwner ? 'An owner keeps their leads; ' : '';
  if (rules.length === 0) {
    return sentence(
      owner,
      keepOwner ? 'every other goes to ' : 'Every lead goes to ',
      speaker.person(fallback),
      '.',
    );
  }
  const keyOf = ({ person, team }: Recipient): string => team ?? person ?? '';
  const targets = new Map(rules.map(({ to }) => [keyOf(to), to]));
  return sentence(
    owner,
    countInWords(rules.length, 'rule sends', 'rules send'),
    keepOwner ? ' the others to ' : ' leads to ',
    listed(
      [...targets.values()].map((to) => speaker.recipient(to)),
      'or',
    ),
    ', and what is left goes to ',
    speaker.person(fallback),
    '.',
  );
}

function escalated({ escalate }: Terms, speaker: Speaker): Words | null {
  if (escalate.length === 0) return null;
  const said = escalate.map((entry, index) =>
    sentence(index === 0 ? '' : '; ', escalationInWords(entry, speaker, index === 0 ? 'At' : 'at')),
  );
  return sentence(said.flat(), '.');
}

function promised(terms: Terms): Words | null {
  const said = commitmentsInWords(terms).map(({ words }) => words);
  return said.length === 0 ? null : said.flatMap((words, index) => sentence(index === 0 ? '' : ' ', words));
}

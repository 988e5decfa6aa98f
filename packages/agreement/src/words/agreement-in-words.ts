// A whole agreement as it is read: sections of sentences that say what its rules say, with the names that people gave,
// each with its place in the document. Says nothing that the document does not, and leaves out nothing that decides.
import { dimensionInWords } from './score-words.ts';
import { disqualifiersInWords, handoffInWords, routingInWords, tiersInWords } from './handoff-words.ts';
import { hoursInWords } from './hours-words.ts';
import {
  commitmentsInWords,
  definitionsInWords,
  escalationsInWords,
  rejectionsInWords,
  reviewInWords,
} from './promise-words.ts';
import { readTerms, type Terms } from './read-terms.ts';
import { sectionTitles, type Section, type SectionId, type Sentence } from './sections.ts';
import { createSpeaker, type Names, type Speaker } from './speaker.ts';

/** @param document an agreement, or a draft of one that is not sound yet; whatever it is, nothing throws. */
export function agreementInWords(document: unknown, names: Names): readonly Section[] {
  const terms = readTerms(document);
  const speaker = createSpeaker(terms, names);
  return sections.map(({ id, path, say }) => ({
    id,
    path,
    title: sectionTitles[id],
    sentences: say(terms, speaker),
  }));
}

type Plan = {
  readonly id: SectionId;
  readonly path: readonly string[];
  readonly say: (terms: Terms, speaker: Speaker) => readonly Sentence[];
};

const sections: readonly Plan[] = [
  { id: 'definitions', path: ['definitions'], say: definitionsInWords },
  { id: 'fit', path: ['score', 'fit'], say: (terms, speaker) => dimensionInWords('fit', terms, speaker) },
  {
    id: 'engagement',
    path: ['score', 'engagement'],
    say: (terms, speaker) => dimensionInWords('engagement', terms, speaker),
  },
  {
    id: 'intent',
    path: ['score', 'intent'],
    say: (terms, speaker) => dimensionInWords('intent', terms, speaker),
  },
  { id: 'disqualify', path: ['disqualify'], say: disqualifiersInWords },
  { id: 'tiers', path: ['tiers'], say: tiersInWords },
  { id: 'handoff', path: ['handoff'], say: handoffInWords },
  { id: 'routing', path: ['routing'], say: routingInWords },
  { id: 'hours', path: ['hours'], say: hoursInWords },
  { id: 'escalate', path: ['escalate'], say: escalationsInWords },
  { id: 'commitments', path: ['commitments'], say: commitmentsInWords },
  { id: 'rejections', path: ['rejections'], say: rejectionsInWords },
  { id: 'review', path: ['review'], say: reviewInWords },
];

// What conditions may read in the two kinds of place that an agreement and its forms have.
import { vocabularyOf, type Catalogue, type Vocabulary } from '@baton/rules';

export type Vocabularies = {
  /** Score rules and `disqualify`: the lead, its behaviours, its latest visit. */
  readonly evidence: Vocabulary;
  /** `handoff.requires`, routing and outcomes: these, and the score they came to. */
  readonly decision: Vocabulary;
};

export function vocabulariesFor(catalogue: Catalogue, behaviourIds: Iterable<string>): Vocabularies {
  const behaviour = [...behaviourIds];
  return {
    evidence: vocabularyOf({ lead: catalogue, behaviour, visit: 'all' }),
    decision: vocabularyOf({ lead: catalogue, behaviour, visit: 'all', score: true }),
  };
}

// What gives points, and how many: rules by their conditions, behaviours by what is seen of them.
import { nameWord, sentence, valueWord, type Words } from '@baton/rules';
import type { DimensionId } from '../agreement-schema.ts';
import { countInWords, pointsInWords } from './amount-words.ts';
import type { DimensionTerms, Terms } from './read-terms.ts';
import type { Sentence } from './sections.ts';
import type { Speaker } from './speaker.ts';

export const dimensionNames: Readonly<Record<DimensionId, string>> = {
  fit: 'Fit',
  engagement: 'Engagement',
  intent: 'Intent',
};

type Rule = DimensionTerms['rules'][number];
type Behaviour = DimensionTerms['behaviours'][number];

/** All sentences about one dimension. */
export function dimensionInWords(id: DimensionId, terms: Terms, speaker: Speaker): readonly Sentence[] {
  const { max, halfLifeDays, rules, behaviours } = terms.score[id];
  const path = ['score', id];
  const bounds = sentence(
    `${dimensionNames[id]} counts for no less than 0 and at most `,
    pointsInWords(max),
    '.',
  );
  const fades: readonly Sentence[] =
    behaviours.length === 0 && halfLifeDays === undefined
      ? []
      : [{ path: [...path, 'halfLifeDays'], words: halfLifeInWords(halfLifeDays) }];
  return [
    { path: [...path, 'max'], words: bounds },
    ...rules.map((rule, index) => ({
      path: [...path, 'rules', index],
      words: ruleInWords(rule, speaker),
    })),
    ...behaviours.map((behaviour, index) => ({
      path: [...path, 'behaviours', index],
      words: behaviourInWords(behaviour),
    })),
    ...fades,
  ];
}

/** `VP or above: 20 points when Seniority is at least Vice president.` */
export function ruleInWords({ says, id, points, when }: Rule, speaker: Speaker): Words {
  return sentence(nameWord(says || id), ': ', worth(points), ' ', speaker.when(when), '.');
}

/** `Viewed pricing: 15 points for each view of a page whose path matches /pricing*, at most 30 points.` */
export function behaviourInWords({ says, id, points, atMost, match }: Behaviour): Words {
  const most = atMost === undefined ? [] : sentence(', at most ', pointsInWords(atMost), ' in all');
  return sentence(nameWord(says || id), ': ', worth(points), ' for each ', matchInWords(match), most, '.');
}

export function matchInWords({ path, event }: Behaviour['match']): Words {
  if (path === undefined) return sentence('event ', valueWord(event ?? '…'));
  return path.includes('*')
    ? sentence('view of a page whose path matches ', valueWord(path))
    : sentence('view of the page ', valueWord(path));
}

function halfLifeInWords(days: number | undefined): Words {
  if (days === undefined) return sentence('What somebody did keeps its points.');
  return sentence('What somebody did is worth half after every ', countInWords(days, 'day', 'days'), '.');
}

function worth(points: number): Words {
  return points < 0 ? sentence(pointsInWords(-points), ' less') : pointsInWords(points);
}

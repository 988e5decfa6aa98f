// From which score on a lead is handed off, what keeps it from that, when it comes again, and how soon it is answered.
import { nameWord, sentence, valueWord, goneWord, type Words } from '@baton/rules';
import { durationInWords, pointsInWords, withinInWords } from './amount-words.ts';
import type { Terms } from './read-terms.ts';
import type { Sentence } from './sections.ts';
import type { Speaker } from './speaker.ts';

type Tier = Terms['tiers'][number];

/** The highest first. */
export function tiersInWords(terms: Terms): readonly Sentence[] {
  return terms.tiers
    .map((tier, index) => ({ tier, path: ['tiers', index] }))
    .toSorted((one, other) => other.tier.from - one.tier.from)
    .map(({ tier, path }, index, all) => ({ path, words: tierInWords(tier, all[index - 1]?.tier) }));
}

/** @param above the next higher tier; undefined: there is none */
export function tierInWords({ id, from, followUp }: Tier, above: Tier | undefined): Words {
  const band = sentence(
    pointsInWords(from),
    ' or more',
    above === undefined ? '' : sentence(', below ', pointsInWords(above.from)),
  );
  const answered =
    followUp === undefined ? 'no follow-up time' : sentence('answered ', withinInWords(followUp));
  return sentence(nameWord(id), ': ', band, ' — ', answered, '.');
}

export function disqualifiersInWords({ disqualify }: Terms, speaker: Speaker): readonly Sentence[] {
  return disqualify.map((rule, index) => ({
    path: ['disqualify', index],
    words: disqualifierInWords(rule, speaker),
  }));
}

export function disqualifierInWords(
  { id, says, when }: Terms['disqualify'][number],
  speaker: Speaker,
): Words {
  return sentence(nameWord(says || id), ': never handed off ', speaker.when(when), '.');
}

export function thresholdOf({ tiers, handoff }: Pick<Terms, 'tiers' | 'handoff'>): Tier | undefined {
  return tiers.find(({ id }) => id === handoff.tier);
}

export function handoffInWords(terms: Terms, speaker: Speaker): readonly Sentence[] {
  const { requires, hysteresis, again } = terms.handoff;
  const threshold = thresholdOf(terms);
  const floor = (threshold?.from ?? 0) - hysteresis;
  return [
    { path: ['handoff', 'tier'], words: thresholdInWords(terms) },
    { path: ['handoff', 'requires'], words: requiresInWords(requires, speaker) },
    {
      path: ['handoff'],
      words: sentence(
        'Behaviour alone never qualifies: a rule of fit or intent that gives points must hold as well.',
      ),
    },
    {
      path: ['handoff', 'hysteresis'],
      words: sentence(
        'After a rejection it is handed off again only if its score has since been below ',
        pointsInWords(floor),
        ' (',
        pointsInWords(hysteresis),
        ' under the threshold) and it is qualified anew',
        again === undefined ? '.' : ', or later, as follows.',
      ),
    },
    { path: ['handoff', 'again'], words: againInWords(again) },
  ];
}

function thresholdInWords(terms: Terms): Words {
  const threshold = thresholdOf(terms);
  const tier = threshold
    ? sentence(nameWord(threshold.id), ': from ', pointsInWords(threshold.from), ' on')
    : [goneWord('a tier that is gone')];
  return sentence('A lead is handed off once, when it reaches the tier ', tier, '.');
}

function requiresInWords(requires: Terms['handoff']['requires'], speaker: Speaker): Words {
  if (requires === null) return sentence('Beside the score, nothing else is required.');
  return sentence('It is handed off only ', speaker.when(requires), '.');
}

function againInWords(again: string | undefined): Words {
  if (again === undefined) return sentence('Time alone does not bring a rejected lead back.');
  return sentence(
    'A rejected lead that is qualified is handed off again once ',
    durationInWords(again, 'calendar'),
    ' have passed since the verdict.',
  );
}

export function routingInWords({ routing }: Terms, speaker: Speaker): readonly Sentence[] {
  const rules = routing.rules.map((rule, index) => ({
    path: ['routing', 'rules', index],
    words: sentence(index === 0 ? 'First: ' : 'Else: ', routeInWords(rule, speaker), '.'),
  }));
  return [
    { path: ['routing', 'keepOwner'], words: keepOwnerInWords(routing.keepOwner) },
    ...rules,
    {
      path: ['routing', 'fallback'],
      words: sentence(
        rules.length === 0 ? 'It goes to ' : 'If no rule holds, it goes to ',
        speaker.person(routing.fallback),
        ', and so it does when whom it is meant for is away, at capacity or gone.',
      ),
    },
  ];
}

/** `when Country is Germany, to team EMEA`. */
export function routeInWords({ when, to }: Terms['routing']['rules'][number], speaker: Speaker): Words {
  const turns = to.team === undefined ? '' : ', whose members take turns';
  return sentence(speaker.when(when), ', to ', speaker.recipient(to), turns);
}

function keepOwnerInWords(keepOwner: boolean): Words {
  return sentence(
    'A lead whose owner is known, or its company’s owner, ',
    valueWord(keepOwner ? 'goes to that owner' : 'is routed like any other'),
    '.',
  );
}

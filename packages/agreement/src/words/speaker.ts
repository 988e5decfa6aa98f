// What everything an agreement speaks of is called: people, teams, tiers, attributes, rules. What is gone is said to be.
import { goneWord, nameWord, namedAt, conditionInWords, sentence, valueWord } from '@baton/rules';
import type { Attribute, Condition, Words } from '@baton/rules';
import { dimensionIds } from '../behaviours.ts';
import type { Recipient, Terms } from './read-terms.ts';

/** The names that people gave to what stands around an agreement. */
export type Names = {
  readonly catalogue: ReadonlyMap<string, Attribute>;
  readonly people: ReadonlyMap<string, { readonly name: string }>;
  readonly teams: ReadonlyMap<string, { readonly name?: string | undefined }>;
};

export type Speaker = {
  /** `when Role is Manager`, or `always`, `never`. */
  readonly when: (condition: Condition) => Words;
  readonly person: (email: string | undefined) => Words[number];
  /** A person, or a team as such. */
  readonly recipient: (to: Recipient) => Words;
  /** A rule, behaviour or disqualifier, by what it says. */
  readonly blamed: (id: string) => Words[number];
};

export function createSpeaker({ score, disqualify }: Terms, { catalogue, people, teams }: Names): Speaker {
  const entries = [
    ...dimensionIds.flatMap((id) => [...score[id].rules, ...score[id].behaviours]),
    ...disqualify,
  ];
  const says = new Map(entries.map((entry) => [entry.id, entry.says || entry.id]));
  const behaviours = new Map(
    dimensionIds.flatMap((id) =>
      score[id].behaviours.map((behaviour) => [behaviour.id, behaviour.says || behaviour.id] as const),
    ),
  );
  const find = (path: string) => namedAt(path, catalogue, behaviours);

  function person(email: string | undefined): Words[number] {
    if (email === undefined) return goneWord('nobody');
    const name = people.get(email)?.name;
    return name === undefined ? goneWord(`${email}, who is gone`) : nameWord(name);
  }

  return {
    person,
    when(condition) {
      if (condition === null) return sentence('always');
      const { combinator, not, rules } = condition;
      if (rules.length > 0) return sentence('when ', conditionInWords(condition, find));
      // Of nothing, all hold and none does.
      return sentence((combinator === 'and') === (not !== true) ? 'always' : 'never');
    },
    recipient(to) {
      if (to.team === undefined) return [person(to.person)];
      const team = teams.get(to.team);
      return team === undefined
        ? [goneWord(`the team ${to.team}, which is gone`)]
        : sentence('team ', nameWord(team.name ?? to.team));
    },
    blamed(id) {
      const name = says.get(id);
      return name === undefined ? goneWord('a rule that is gone') : valueWord(name);
    },
  };
}

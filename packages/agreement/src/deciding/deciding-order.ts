// Which unknown attribute is the most likely to change what the agreement decides of somebody: whether they qualify, and in
// which tier. For each it computes how much of the uncertainty its answer takes away on average (docs/deciding-question.md).
// Knows no lead but the one that is asked about, and of others only how often each answer was given.
import {
  compileCondition,
  conditionFields,
  isGroup,
  isMissing,
  type Catalogue,
  type Condition,
  type Facts,
  type Rule,
} from '@baton/rules';
import type { Agreement } from '../agreement-schema.ts';
import { dimensionIds } from '../behaviours.ts';
import { compileTiers } from '../tiers.ts';
import { vocabulariesFor } from '../vocabularies.ts';
import { answerClasses, type AnswerClass, type AnswerCounts } from './answer-classes.ts';
import { added, collected, combined, entropyOf, settled, type Spread, type State } from './spread.ts';

export type Deciding = {
  /**
   * The bits of uncertainty that an answer to each attribute takes away on average, never below 0.
   * @param known what is known of somebody, by attribute id
   * @param open unknown attributes that can still be asked; any other unknown one is taken to stay unknown
   * @param of those of them whose gain is wanted; all unless given
   */
  readonly gains: (
    known: Readonly<Record<string, unknown>>,
    open: readonly string[],
    of?: readonly string[],
  ) => ReadonlyMap<string, number>;
  /** The bits of uncertainty about the decision; 0: no answer that ever comes changes it. */
  readonly uncertainty: (known: Readonly<Record<string, unknown>>, open: readonly string[]) => number;
};

const disqualified = 1;
const grounded = 2;
const required = 4;

/** A condition, and what it brings when it holds. */
type Effect = {
  readonly fields: readonly string[];
  readonly holds: (facts: Facts) => boolean;
  readonly state: State;
};

/** So many combinations of answers are gone through for attributes that one rule reads together. */
const mostTogether = 500;

export function compileDeciding(agreement: Agreement, catalogue: Catalogue, counts: AnswerCounts): Deciding {
  const { score, disqualify, handoff } = agreement;
  const behaviours = dimensionIds.flatMap((id) => score[id].behaviours.map((behaviour) => behaviour.id));
  const vocabulary = vocabulariesFor(catalogue, behaviours).decision;
  const effect = (when: Condition, points: State['points'], flags: number): Effect => ({
    fields: leadFields(when),
    holds: compileCondition(when, vocabulary),
    state: { points, flags },
  });
  // What reads the score is decided when there is one: until then it is taken to hold.
  const isOfScore = conditionFields(handoff.requires).some((path) => path.startsWith('score.'));
  const requires = isOfScore ? null : handoff.requires;
  const effects = [
    ...dimensionIds.flatMap((id, dimension) =>
      score[id].rules.map(({ when, points }) => {
        const at: [number, number, number] = [0, 0, 0];
        at[dimension] = points;
        return effect(when, at, id !== 'engagement' && points > 0 ? grounded : 0);
      }),
    ),
    ...disqualify.map(({ when }) => effect(when, [0, 0, 0], disqualified)),
    effect(requires, [0, 0, 0], required),
  ];
  const conditions = [...dimensionIds.flatMap((id) => score[id].rules), ...disqualify, { when: requires }];
  const rules = rulesByAttribute(conditions.map(({ when }) => when));
  const tiers = compileTiers(agreement.tiers);
  const threshold = tiers.byId(handoff.tier);
  const classes = new Map<string, readonly AnswerClass[]>(
    [...rules].map(([id, reading]) => [id, answerClasses(id, reading, { catalogue, vocabulary, counts })]),
  );

  /** The tier of somebody who qualifies; of all others that they do not. */
  function decisionOf({ points, flags }: State): string {
    const total = dimensionIds.reduce(
      (sum, id, index) => sum + Math.min(score[id].max, Math.max(0, points[index] ?? 0)),
      0,
    );
    const qualifies = total >= threshold.from && flags === (grounded | required);
    return qualifies ? tiers.of(total).id : '';
  }

  function uncertaintyOf(spread: Spread, rest: Spread): number {
    const shares = new Map<string, number>();
    for (const one of spread.values()) {
      for (const other of rest.values()) {
        const decision = decisionOf(added(one.state, other.state));
        shares.set(decision, (shares.get(decision) ?? 0) + one.share * other.share);
      }
    }
    return entropyOf(shares.values());
  }

  /** What is settled, and what each group of unknown attributes may add to it. */
  function openSpreads(known: Readonly<Record<string, unknown>>, open: readonly string[]) {
    const unknown = open.filter((id) => isMissing(known[id]) && (classes.get(id)?.length ?? 0) > 0);
    const asked = new Set(unknown);
    const groups = together(unknown, effects);
    const fixed = effects.filter(({ fields }) => !fields.some((id) => asked.has(id)));
    const base = collected([[heldBy(fixed, known), 1]]);
    const spreads = groups.map((group) =>
      spreadOf(
        group,
        effects.filter(({ fields }) => fields.some((id) => group.includes(id))),
        known,
        classes,
      ),
    );
    return { base, spreads };
  }

  return {
    uncertainty(known, open) {
      const { base, spreads } = openSpreads(known, open);
      const whole = spreads.reduce((sum, spread) => combined(sum, spread.whole), base);
      return uncertaintyOf(whole, settled);
    },
    gains(known, open, of = open) {
      const wanted = new Set(of);
      const { base, spreads } = openSpreads(known, open);
      const isWanted = ({ given }: (typeof spreads)[number]): boolean =>
        [...given.keys()].some((id) => wanted.has(id));
      const asked = spreads.filter(isWanted);
      const others = spreads.filter((spread) => !isWanted(spread));
      const settledSoFar = others.reduce((sum, { whole }) => combined(sum, whole), base);
      const gains = new Map<string, number>(of.map((id) => [id, 0]));
      for (const [index, { whole, given }] of asked.entries()) {
        const rest = asked
          .filter((_, other) => other !== index)
          .reduce((sum, other) => combined(sum, other.whole), settledSoFar);
        const uncertain = uncertaintyOf(whole, rest);
        for (const [id, answers] of given) {
          if (!wanted.has(id)) continue;
          const left = answers.reduce(
            (sum, { share, spread }) => sum + share * uncertaintyOf(spread, rest),
            0,
          );
          // What rounding leaves over is no gain.
          gains.set(id, uncertain - left < 1e-9 ? 0 : uncertain - left);
        }
      }
      return gains;
    },
  };
}

type Given = readonly { readonly share: number; readonly spread: Spread }[];

/** What a group of attributes may come to, in all and for each answer to each of them. */
function spreadOf(
  group: readonly string[],
  effects: readonly Effect[],
  known: Readonly<Record<string, unknown>>,
  classes: ReadonlyMap<string, readonly AnswerClass[]>,
): { readonly whole: Spread; readonly given: ReadonlyMap<string, Given> } {
  const most = Math.max(2, Math.floor(mostTogether ** (1 / group.length)));
  const answers = group.map((id) => ({ id, list: likeliest(classes.get(id) ?? [], most) }));
  const count = answers.reduce((product, { list }) => product * list.length, 1);
  const outcomes = Array.from({ length: Math.min(count, mostTogether) }, (_, number) => {
    let rest = number;
    let share = 1;
    const lead: Record<string, unknown> = { ...known };
    const chosen = answers.map(({ id, list }) => {
      const place = rest % list.length;
      rest = Math.floor(rest / list.length);
      share *= list[place]?.share ?? 0;
      lead[id] = list[place]?.value;
      return place;
    });
    return { state: heldBy(effects, lead), share, chosen };
  });
  const whole = collected(outcomes.map(({ state, share }) => [state, share] as const));
  const given = new Map<string, Given>(
    answers.map(({ id, list }, position) => [
      id,
      list.map((answer, place) => {
        const those = outcomes.filter(({ chosen }) => chosen[position] === place);
        const spread = collected(those.map((one) => [one.state, one.share / answer.share] as const));
        return { share: answer.share, spread };
      }),
    ]),
  );
  return { whole, given };
}

function heldBy(effects: readonly Effect[], lead: Readonly<Record<string, unknown>>): State {
  const facts: Facts = { lead, behaviour: {}, visit: {} };
  return effects.reduce<State>((state, one) => (one.holds(facts) ? added(state, one.state) : state), {
    points: [0, 0, 0],
    flags: 0,
  });
}

function likeliest(classes: readonly AnswerClass[], most: number): readonly AnswerClass[] {
  if (classes.length <= most) return classes;
  const kept = classes.toSorted((one, other) => other.share - one.share).slice(0, most);
  const whole = kept.reduce((sum, { share }) => sum + share, 0);
  return kept.map(({ value, share }) => ({ value, share: share / whole }));
}

/** Attributes that some rule reads together, in groups that no rule joins. */
function together(ids: readonly string[], effects: readonly Effect[]): readonly (readonly string[])[] {
  const groups = new Map(ids.map((id) => [id, [id]]));
  for (const { fields } of effects) {
    const [first, ...others] = fields.filter((id) => groups.has(id));
    if (first === undefined) continue;
    for (const other of others) {
      const [one, two] = [groups.get(first) ?? [], groups.get(other) ?? []];
      if (one === two) continue;
      one.push(...two);
      for (const id of two) groups.set(id, one);
    }
  }
  return [...new Set(groups.values())];
}

function leadFields(condition: Condition): readonly string[] {
  return conditionFields(condition).flatMap((path) =>
    path.startsWith('lead.') ? path.slice('lead.'.length) : [],
  );
}

function rulesByAttribute(conditions: readonly Condition[]): ReadonlyMap<string, readonly Rule[]> {
  const rules = new Map<string, Rule[]>();
  const collect = (condition: Condition): void => {
    for (const part of condition?.rules ?? []) {
      if (isGroup(part)) collect(part);
      else if (part.field.startsWith('lead.')) {
        const id = part.field.slice('lead.'.length);
        rules.set(id, [...(rules.get(id) ?? []), part]);
      }
    }
  };
  for (const condition of conditions) collect(condition);
  return rules;
}

// What a card proposes beside what the agreement in force gives today for the same: the points of the rules that read that
// very field and no other, and which of them says the same already.
import { dimensionIds, vocabulariesFor, type Agreement, type DimensionId } from '@baton/agreement';
import type { Scorecard, ScorecardRule } from '@baton/calibration';
import { compileCondition, conditionFields, type Catalogue, type Facts } from '@baton/rules';

type Today = {
  readonly id: string;
  readonly dimension: DimensionId;
  readonly field: string;
  readonly points: number;
  readonly holds: (facts: Facts) => boolean;
};

export type Beside = {
  /** What leads of the rule get for this today, on average, in whole points. */
  readonly present: number;
  /** The rule of today that holds of the very same leads; null: none. */
  readonly same: string | null;
};

export function besideToday({ score }: Agreement, catalogue: Catalogue): (rule: ScorecardRule) => Beside {
  const behaviours = dimensionIds.flatMap((id) => score[id].behaviours.map((one) => one.id));
  const { evidence } = vocabulariesFor(catalogue, behaviours);
  const today = dimensionIds.flatMap((dimension) =>
    score[dimension].rules.flatMap(({ id, points, when }): Today[] => {
      const [field, ...others] = new Set(conditionFields(when));
      if (field === undefined || others.length > 0) return [];
      return [{ id, dimension, field, points, holds: compileCondition(when, evidence) }];
    }),
  );
  return ({ field, dimension, samples }) => {
    const ofField = today.filter((rule) => rule.field === field);
    const worth = (value: unknown): number => {
      const facts = factsWith(field, value);
      return ofField.reduce((sum, rule) => sum + (rule.holds(facts) ? rule.points : 0), 0);
    };
    const inside = samples.filter(({ holds }) => holds);
    const leads = inside.reduce((sum, sample) => sum + sample.leads, 0);
    const points = inside.reduce((sum, sample) => sum + worth(sample.value) * sample.leads, 0);
    const same = ofField.find(
      (rule) =>
        rule.dimension === dimension &&
        samples.every(({ value, holds }) => rule.holds(factsWith(field, value)) === holds),
    );
    return { present: leads === 0 ? 0 : Math.round(points / leads), same: same?.id ?? null };
  };
}

/** Of a behaviour: what one time and what many are worth today. */
export function behaviourToday(
  { score }: Agreement,
  id: string,
): { readonly points: number; readonly atMost: number | null; readonly dimension: DimensionId } | null {
  for (const dimension of dimensionIds) {
    const found = score[dimension].behaviours.find((one) => one.id === id);
    if (found !== undefined) return { points: found.points, atMost: found.atMost ?? null, dimension };
  }
  return null;
}

function factsWith(field: string, value: unknown): Facts {
  const [namespace = '', id = ''] = field.split('.');
  return { lead: {}, visit: {}, behaviour: {}, [namespace]: { [id]: value } };
}

/** The most that the rules of a card give in a dimension; behaviours count where they stand today. */
export function mostOf(card: Scorecard, agreement: Agreement, dimension: DimensionId): number {
  const ofBehaviours = card.behaviours.reduce((sum, { atMost }) => sum + atMost, 0);
  const rules = card.max[dimension] - (dimension === 'engagement' ? ofBehaviours : 0);
  return card.behaviours.reduce((sum, { id, atMost }) => {
    const stands = behaviourToday(agreement, id);
    return stands?.dimension === dimension ? sum + atMost : sum;
  }, rules);
}

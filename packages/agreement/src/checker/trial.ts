// Tries what can be known of leads on conditions, one value for each way in which they tell values apart. Claims that
// something never happens only where every way was tried; where there are too many, or no end of them, it does not know.
import {
  attributeValueType,
  compileCondition,
  conditionFields,
  derivedAttributes,
  domainOf,
  isGroup,
  parseCondition,
  type Catalogue,
  type Condition,
  type Facts,
  type Group,
  type Namespace,
  type Rule,
  type ValueType,
  type Vocabulary,
} from '@baton/rules';

/** A condition that can be tried. */
export type Tried = {
  readonly condition: Condition;
  readonly fields: readonly string[];
  readonly holds: (facts: Facts) => boolean;
};

/** Of a value that is there but compares with nothing, such as a word where a number belongs. */
const stranger = {};

/** So many combinations are tried for one question, and so many comparisons for a whole agreement. */
const mostTried = 20_000;
const mostComparisons = 1_000_000;

/** @param vocabulary what the conditions may read; paths of `score.*` are taken to be free of each other */
export class Trial {
  readonly #vocabulary: Vocabulary;
  readonly #highest: Readonly<Record<string, number>>;
  readonly #attributes: Catalogue;
  #left = mostComparisons;

  constructor(vocabulary: Vocabulary, attributes: Catalogue, highest: Readonly<Record<string, number>>) {
    this.#vocabulary = vocabulary;
    this.#attributes = attributes;
    this.#highest = highest;
  }

  /** Null: the condition has a mistake, and nothing is known of when it holds. What is gone is no mistake here. */
  ready(condition: Condition): Tried | null {
    const parsed = parseCondition(condition, this.#vocabulary);
    if (!parsed.ok && !parsed.issues.every(({ code }) => isForgiven.has(code))) return null;
    const holds = compileCondition(condition, this.#vocabulary);
    return { condition, fields: conditionFields(condition), holds };
  }

  /**
   * Visits leads that differ in what these conditions read, until the visit says that it has seen enough.
   * @param fixed values of fields to stay with
   * @returns whether every lead there can be was visited, or is like one that was; never when it ended early
   */
  every(
    conditions: readonly Tried[],
    visit: (facts: Facts) => boolean | undefined,
    fixed: ReadonlyMap<string, unknown> = new Map(),
  ): boolean {
    const rules = new Map<string, Rule[]>();
    for (const { condition } of conditions) if (condition) collect(condition, rules);
    const fields = [...rules].map(([path, reading]) => this.#field(path, reading, fixed));
    const count = fields.reduce((product, { values }) => product * values.length, 1);
    const effort = count * Math.max(1, conditions.length);
    if (count > mostTried || effort > this.#left) return false;
    this.#left -= effort;
    for (let index = 0; index < count; index += 1) {
      const facts = { lead: {}, behaviour: {}, visit: {}, score: {} };
      let rest = index;
      for (const { space, id, values } of fields) {
        if (space !== null) Object.assign(facts[space], { [id]: values[rest % values.length] });
        rest = Math.floor(rest / values.length);
      }
      if (visit(facts) === true) return false;
    }
    return fields.every(({ isWhole }) => isWhole);
  }

  /** Whether it is certain that no lead makes the first hold and none of the others. */
  isNever(
    holding: Tried,
    others: readonly Tried[] = [],
    fixed: ReadonlyMap<string, unknown> = new Map(),
  ): boolean {
    return this.every(
      [holding, ...others],
      (facts) => holding.holds(facts) && !others.some(({ holds }) => holds(facts)),
      fixed,
    );
  }

  #field(path: string, rules: readonly Rule[], fixed: ReadonlyMap<string, unknown>) {
    const dot = path.indexOf('.');
    const [name, id] = [path.slice(0, dot), path.slice(dot + 1)];
    const space = spaces.find((one) => one === name) ?? null;
    if (fixed.has(path)) return { space, id, values: [fixed.get(path)], isWhole: true };
    const type = this.#vocabulary(path);
    // What nobody knows is missing.
    if (type === undefined) return { space, id, values: [undefined], isWhole: true };
    if (space === 'behaviour' || space === 'score') {
      const max = space === 'score' ? this.#highest[id] : undefined;
      const shape = { kind: 'number', min: 0, whole: true, ...(max === undefined ? {} : { max }) };
      const { values, isWhole } = domainOf('number', shape, rules);
      return { space, id, values: values.filter((value) => value !== undefined), isWhole };
    }
    const { values, isWhole } = domainOf(type.kind, this.#shape(path, type), rules);
    return { space, id, values: [...values, stranger], isWhole };
  }

  #shape(path: string, { options }: ValueType) {
    const id = path.slice(path.indexOf('.') + 1);
    const attribute = path.startsWith('lead.')
      ? (this.#attributes.get(id) ?? derivedAttributes.find((one) => one.id === id))
      : undefined;
    const isCountry = path === 'visit.country' || attribute?.type === 'country';
    const known = attribute ? attributeValueType(attribute).options : options;
    return { kind: isCountry ? 'country' : 'text', ...(known ? { options: known } : {}) };
  }
}

const isForgiven: ReadonlySet<string> = new Set(['unknown_field', 'not_an_option']);

const spaces = ['lead', 'behaviour', 'visit', 'score'] as const satisfies readonly Namespace[];

function collect(group: Group, rules: Map<string, Rule[]>): void {
  for (const part of group.rules) {
    if (isGroup(part)) collect(part, rules);
    else rules.set(part.field, [...(rules.get(part.field) ?? []), part]);
  }
}

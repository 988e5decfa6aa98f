// How answers to one attribute are spread, as far as conditions can tell them apart: what stored leads answered, or all
// answers alike where too few did. One value stands for all that every comparison takes alike.
import {
  attributeCalled,
  attributeValueType,
  compileCondition,
  domainOf,
  isMissing,
  type Catalogue,
  type Rule,
  type Vocabulary,
} from '@baton/rules';

/** How often each value of an attribute was answered. Values of lists are lists. */
export type AnswerCounts = ReadonlyMap<
  string,
  readonly { readonly value: unknown; readonly count: number }[]
>;

/** Answers that decide alike. The shares of an attribute's classes add up to 1. */
export type AnswerClass = { readonly value: unknown; readonly share: number };

/** Of fewer answers, how they are spread says little. */
const fewestAnswers = 30;

/** @param rules every comparison that reads the attribute */
export function answerClasses(
  id: string,
  rules: readonly Rule[],
  around: { readonly catalogue: Catalogue; readonly vocabulary: Vocabulary; readonly counts: AnswerCounts },
): readonly AnswerClass[] {
  const { catalogue, vocabulary, counts } = around;
  const tests = rules.map((rule) => compileCondition({ combinator: 'and', rules: [rule] }, vocabulary));
  const told = (counts.get(id) ?? []).filter(({ value }) => !isMissing(value));
  const total = told.reduce((sum, { count }) => sum + count, 0);
  const weighted = total >= fewestAnswers ? told : likely(id, rules, catalogue);
  const classes = new Map<string, { value: unknown; weight: number }>();
  for (const { value, count } of weighted) {
    const key = tests.map((holds) => (holds({ lead: { [id]: value } }) ? '1' : '0')).join('');
    const known = classes.get(key);
    if (known) known.weight += count;
    else classes.set(key, { value, weight: count });
  }
  const whole = [...classes.values()].reduce((sum, { weight }) => sum + weight, 0);
  return [...classes.values()].map(({ value, weight }) => ({ value, share: weight / whole }));
}

/** Every option once; of what has no options, every answer that the comparisons tell from others. */
function likely(id: string, rules: readonly Rule[], catalogue: Catalogue) {
  const attribute = attributeCalled(id, catalogue);
  if (attribute === undefined) return [];
  const { kind, options } = attributeValueType(attribute);
  const values =
    kind === 'choice' && options
      ? options
      : domainOf(
          kind,
          { kind: attribute.type === 'country' ? 'country' : 'text', ...(options ? { options } : {}) },
          rules,
        ).values;
  return values.filter((value) => value !== undefined).map((value) => ({ value, count: 1 }));
}

// Takes conditions over several fields apart into gates: each joins what single fields decide, by one bit, and what
// nests deeper is decided from these bits alone. No condition is asked about a whole lead.
import { conditionFields, isGroup, type Group, type Rule } from '@baton/rules';

/** A condition over a single field. */
export type Part = { readonly field: string; readonly condition: Group };

/** Holds when every one of its parts does, or when some part does. A field has one part. */
export type Gate = { readonly kind: 'every' | 'some'; readonly parts: readonly Part[] };

/** Decides from the bits of the gates that hold, 32 to a word. */
export type Formula = (holding: Int32Array) => boolean;

/** The condition holds when its gate does (null: there is none) and its formula does (null: nothing is left to ask). */
export type Plan = { readonly gate: number | null; readonly formula: Formula | null };

/** The field that a condition reads; null when it reads several, or none. */
export function onlyField(condition: Group): string | null {
  const [field, ...others] = conditionFields(condition);
  return field === undefined || others.length > 0 ? null : field;
}

/** Plans conditions one after the other; `gates` are those of all so far, each at the place of its bit. */
export class Gates {
  readonly gates: Gate[] = [];

  plan({ combinator, not, rules }: Group): Plan {
    if (not === true) {
      const formula = formulaOf(this.plan({ combinator, rules }));
      return { gate: null, formula: (holding) => !formula(holding) };
    }
    const { parts, mixed } = separate(combinator, rules);
    const own = parts.length === 0 ? null : this.gates.push({ kind: kinds[combinator], parts }) - 1;
    const inner = mixed.map((group) => this.plan(group));
    if (combinator === 'and') return allOf(own, inner);
    if (inner.length === 0 && own !== null) return { gate: own, formula: null };
    const formulas = [...(own === null ? [] : [bitOf(own)]), ...inner.map(formulaOf)];
    return { gate: null, formula: formulas.reduce(either, never) };
  }
}

const kinds = { and: 'every', or: 'some' } as const;

/** Without parts of its own, a gate within stands for it as far as it goes. */
function allOf(own: number | null, inner: readonly Plan[]): Plan {
  const first = own === null ? inner.find(({ gate }) => gate !== null) : undefined;
  const others = inner.filter((plan) => plan !== first).map(formulaOf);
  const formulas = first?.formula ? [first.formula, ...others] : others;
  const [formula, ...more] = formulas;
  return { gate: own ?? first?.gate ?? null, formula: formula ? more.reduce(both, formula) : null };
}

const never: Formula = () => false;

function either(one: Formula, other: Formula): Formula {
  return one === never ? other : (holding) => one(holding) || other(holding);
}

function both(one: Formula, other: Formula): Formula {
  return (holding) => one(holding) && other(holding);
}

function formulaOf({ gate, formula }: Plan): Formula {
  if (gate === null) return formula ?? (() => true);
  const bit = bitOf(gate);
  return formula === null ? bit : both(bit, formula);
}

function bitOf(gate: number): Formula {
  const word = gate >>> 5;
  const mask = 1 << (gate & 31);
  return (holding) => ((holding[word] ?? 0) & mask) !== 0;
}

/** A group's members: those that read a single field, together, and those that do not. */
function separate(
  combinator: Group['combinator'],
  rules: Group['rules'],
): { readonly parts: readonly Part[]; readonly mixed: readonly Group[] } {
  const single = new Map<string, (Rule | Group)[]>();
  const mixed: Group[] = [];
  for (const rule of rules) {
    const field = isGroup(rule) ? onlyField(rule) : rule.field;
    if (field !== null) single.set(field, [...(single.get(field) ?? []), rule]);
    else if (isGroup(rule)) mixed.push(rule);
  }
  const parts = [...single].map(([field, members]): Part => {
    return { field, condition: { combinator, rules: members } };
  });
  return { parts, mixed };
}

// A condition as a sentence: the names that people gave, never ids. Decides nothing.
import type { Option } from '../attribute.ts';
import { isDay } from '../check-rule.ts';
import { isGroup, type Condition, type Group, type Rule, type ValueType } from '../condition.ts';
import { operatorInWords } from './operator-words.ts';
import { dayInWords, goneWord, nameWord, numberInWords, sentence, valueWord, type Words } from './words.ts';

/** What stands behind a path: what it is called, how it compares, and what its values are called. */
export type Named = {
  readonly label: string;
  readonly type: ValueType;
  readonly options?: readonly Option[];
  /** The name of a value that is not among the options. */
  readonly nameOf?: (value: string) => string | undefined;
};

/** Undefined: nothing that there is. */
export type FindNamed = (path: string) => Named | undefined;

/** What has to hold: `Role is Manager and (…)`. Nothing where there is no condition. */
export function conditionInWords(condition: Condition, find: FindNamed): Words {
  return condition === null ? [] : groupInWords(condition, find, true);
}

function groupInWords({ combinator, not, rules }: Group, find: FindNamed, isOuter: boolean): Words {
  const parts = rules.map((part) =>
    isGroup(part) ? groupInWords(part, find, false) : ruleInWords(part, find(part.field)),
  );
  // Without parts, an `and` holds and an `or` does not.
  const empty = sentence(combinator === 'and' ? 'always' : 'never');
  const inside =
    parts.length === 0
      ? empty
      : parts.flatMap((part, index) => (index === 0 ? part : sentence(` ${combinator} `, part)));
  if (not === true) return sentence('not (', inside, ')');
  return isOuter || parts.length < 2 ? inside : sentence('(', inside, ')');
}

/** One comparison: `Role is Manager`. */
export function ruleInWords({ field, operator, value }: Rule, named: Named | undefined): Words {
  const name = named ? nameWord(named.label) : goneWord('something that is gone');
  if (named?.type.kind === 'boolean' && operator === '=' && typeof value === 'boolean') {
    return sentence(name, value ? ' is yes' : ' is no');
  }
  const words = sentence(name, ` ${operatorInWords(operator, named?.type, field)}`);
  if (operator === 'null' || operator === 'notNull') return words;
  const values = [value].flat();
  const joint = operator === 'between' || operator === 'notBetween' ? ' and ' : ' or ';
  return values.reduce<Words>((before, one, index) => {
    const joined = index === 0 ? ' ' : index === values.length - 1 ? joint : ', ';
    return sentence(before, joined, valueInWords(one, named));
  }, words);
}

function valueInWords(value: unknown, named: Named | undefined): Words[number] {
  if (typeof value === 'boolean') return valueWord(value ? 'yes' : 'no');
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  const name = named?.options?.find(({ id }) => id === text)?.label ?? named?.nameOf?.(text);
  if (name !== undefined) return valueWord(name);
  if (text.trim() === '') return goneWord('…');
  switch (named?.type.kind) {
    case 'choice':
    case 'choices':
      return goneWord('an option that is gone');
    case 'date':
      return valueWord(isDay(text) ? dayInWords(text) : text);
    case 'number':
      return valueWord(Number.isFinite(Number(text)) ? numberInWords(Number(text)) : text);
    case 'text':
    case 'boolean':
    case undefined:
      return valueWord(`“${text}”`);
  }
}

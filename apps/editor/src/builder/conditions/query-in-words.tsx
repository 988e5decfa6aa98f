// What a query says so far, as the sentence that it will be.
import { isGroup, type Condition, type Words } from '@baton/rules';
import { isQueryGroup, ruleOf, type Query } from './query.ts';
import { WordsShown } from './words-shown.tsx';

type Props = {
  readonly query: Query;
  readonly opening: Words;
  /** Nothing where the condition says nothing yet. */
  readonly say: (condition: Condition) => Words;
};

export function QueryInWords({ query, opening, say }: Props) {
  const words = say(begunOf(query));
  return (
    <p aria-live="polite" className="rounded-control bg-tint/60 px-3 py-2 text-base">
      {words.length === 0 ? (
        <span className="text-soft">Choose what it depends on. It is said here as a sentence.</span>
      ) : (
        <WordsShown words={[...opening, { text: ' ', as: 'plain' }, ...words, { text: '.', as: 'plain' }]} />
      )}
    </p>
  );
}

type Group = NonNullable<Condition>;

/** As much of the condition as there is: what reads nothing yet is left out. */
function begunOf({ combinator, not, rules }: Query): Group {
  const parts = rules.flatMap((part): Group['rules'] => {
    if (isQueryGroup(part)) {
      const inner = begunOf(part);
      return inner.rules.length > 0 ? [inner] : [];
    }
    const rule = part.field === '' ? null : ruleOf(part);
    return rule ? [rule] : [];
  });
  const only = parts[0];
  if (parts.length === 1 && only && isGroup(only) && not !== true) return only;
  return { combinator: combinator === 'or' ? 'or' : 'and', ...(not === true ? { not } : {}), rules: parts };
}

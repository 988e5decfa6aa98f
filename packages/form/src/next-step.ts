// Where a visitor goes whom no script leads: the worker checks one step at a time and says which comes next. All is
// decided anew from the answers so far, as the script decides it; nothing is remembered between two steps.
import type { Issue } from '@baton/rules';
import type { AnswerContext, CheckedAnswers } from './check-answers.ts';

/** Checks the answers so far by `checkAnswers`, in whatever surroundings, with this besides. */
export type CheckStep = (how: Pick<AnswerContext, 'step' | 'tell'>) => CheckedAnswers;

export type Walk = Pick<AnswerContext, 'skipped'> & {
  /** The step whose answers were just given. */
  readonly from: string;
  /** `back` checks nothing. */
  readonly way: 'on' | 'back';
  /** Fields that were in sight on that step's page. */
  readonly seen: ReadonlySet<string>;
};

export type NextStep =
  /** Everything was asked and may be sent. */
  | { readonly kind: 'send' }
  | {
      readonly kind: 'ask';
      readonly step: string;
      /** What is wrong with the step's answers; then it is asked again. */
      readonly issues: readonly Issue[];
      /** The first field that came into sight by what was just answered. */
      readonly fresh?: string;
    };

/** The step to ask next. One that no longer has anything to see is left for the first that has. */
export function nextStep(check: CheckStep, { from, way, seen, skipped }: Walk): NextStep {
  const order = new Set<string>();
  const open = new Set<string>();
  const fresh = new Set<unknown>();
  const checked = check({
    step: from,
    tell({ field, step, isShown, answer }, issue) {
      order.add(step);
      if (!isShown || field.kind === 'hidden' || skipped?.has(field.id)) return;
      open.add(step);
      const isUnanswered = answer === undefined && (issue?.code ?? 'required') === 'required';
      if (step === from && isUnanswered && !seen.has(field.id)) fresh.add(field.id);
    },
  });
  const ask = (step: string | undefined, issues: readonly Issue[] = []): NextStep =>
    step === undefined ? { kind: 'send' } : { kind: 'ask', step, issues };
  const [first] = open;
  if (way === 'back') return ask(before([...order], from).findLast((step) => open.has(step)) ?? first);
  if (!open.has(from)) return ask(first);
  // What was not in sight could not be answered: it is asked, and not complained about.
  const issues = checked.ok ? [] : checked.issues.filter(({ path }) => !fresh.has(path[1]));
  if (issues.length > 0) return ask(from, issues);
  const [newcomer] = fresh;
  if (typeof newcomer === 'string') return { kind: 'ask', step: from, issues, fresh: newcomer };
  return ask([...open].find((_, place) => [...open][place - 1] === from));
}

function before(steps: readonly string[], step: string): readonly string[] {
  const place = steps.indexOf(step);
  return place < 0 ? [] : steps.slice(0, place);
}

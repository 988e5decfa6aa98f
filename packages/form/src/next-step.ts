// Where a visitor goes whom no script leads: the worker checks one step at a time and says which comes next. All is
// decided anew from the answers so far, as the script decides it; nothing is remembered between two steps.
import type { Issue } from '@baton/rules';
import type { AnswerContext, CheckedAnswers } from './check-answers.ts';

/** Checks the answers so far by `checkAnswers`, in whatever surroundings, with this besides. */
export type CheckStep = (how: Pick<AnswerContext, 'step' | 'tell'>) => CheckedAnswers;

/** The step that shows all answers before they are sent. No step of a form begins so. */
export const reviewStep = '_review';

export type Walk = Pick<AnswerContext, 'skipped'> & {
  /** The step whose answers were just given. */
  readonly from: string;
  /** `back` and `change` check nothing. */
  readonly way: 'on' | 'back' | 'change';
  /** The field whose answer is to be another. */
  readonly change?: string | undefined;
  /** All answers are shown before they are sent. */
  readonly review?: boolean | undefined;
  /** The step was reached from there, and leads there again. */
  readonly returns?: boolean | undefined;
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

/** What is said of an answer that is not there. */
const lacks = new Set(['required', 'must_be_true']);

/** The step to ask next. One that no longer has anything to see is left for the first that has. */
export function nextStep(check: CheckStep, walk: Walk): NextStep {
  const { from, way, seen, skipped, change, review, returns } = walk;
  const order = new Set<string>();
  const open = new Set<string>();
  const fresh = new Set<unknown>();
  const bad = new Set<string>();
  let changed: string | undefined;
  const checked = check({
    step: from,
    tell({ field, step, isShown, answer }, issue) {
      order.add(step);
      if (!isShown || field.kind === 'hidden' || skipped?.has(field.id)) return;
      open.add(step);
      if (field.id === change) changed = step;
      if (issue) bad.add(step);
      const isUnanswered = answer === undefined && lacks.has(issue?.code ?? 'required');
      if (step === from && isUnanswered && !seen.has(field.id)) fresh.add(field.id);
    },
  });
  const isReviewed = from === reviewStep;
  const last = review && !isReviewed ? reviewStep : undefined;
  const ask = (step = last, issues: readonly Issue[] = []): NextStep =>
    step === undefined ? { kind: 'send' } : { kind: 'ask', step, issues };
  const [first] = open;
  if (way === 'change' && change !== undefined && changed !== undefined)
    return { kind: 'ask', step: changed, issues: [], fresh: change };
  if (isReviewed) return way === 'on' ? ask() : ask([...open].at(-1));
  if (way === 'back') return ask(before([...order], from).findLast((step) => open.has(step)) ?? first);
  if (!open.has(from)) return ask(first);
  // What was not in sight could not be answered: it is asked, and not complained about.
  const issues = checked.ok ? [] : checked.issues.filter(({ path }) => !fresh.has(path[1]));
  if (issues.length > 0) return ask(from, issues);
  const [newcomer] = fresh;
  if (typeof newcomer === 'string') return { kind: 'ask', step: from, issues, fresh: newcomer };
  // What the better answer made necessary comes first.
  if (returns) return ask([...open].find((step) => bad.has(step)));
  return ask([...open].find((_, place) => [...open][place - 1] === from));
}

function before(steps: readonly string[], step: string): readonly string[] {
  const place = steps.indexOf(step);
  return place < 0 ? [] : steps.slice(0, place);
}

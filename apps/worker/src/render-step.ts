// The pages to which the worker leads a visitor without a script: one step each, with all answers so far.
import { companyDomain } from '@baton/derive';
import { identityField, reviewStep, type Form, type RawAnswers, type VisitFacts } from '@baton/form';
import { renderPage, renderProblemPage, type PostProblem } from '@baton/page/render';
import type { Issue } from '@baton/rules';
import type { Walked } from './desk/walk.ts';
import type { PlainWalk } from './plain-post.ts';
import { headOf, pageOptions, type FormHead, type Place, type Refill } from './render-form.ts';

type StepPage = {
  readonly html: string;
  /** Of the version that is shown. */
  readonly head: FormHead;
  /** Answers that must not stay in the browser's memory of pages are in it. */
  readonly sensitive: boolean;
};

/** What a step's page is asked for with. */
export type StepAsked = {
  readonly walk: PlainWalk;
  /** The page that was answered brought no id along. */
  readonly isNew: boolean;
  readonly language: string;
  /** What the visitor would rather hear, the most wanted first. */
  readonly wishes: readonly string[];
  readonly referrer: string | null;
  /** What is wrong with the whole, where all steps were answered. */
  readonly issues?: Refill['issues'];
  readonly problem?: PostProblem;
};

export type StepAnswer =
  | ({ readonly kind: 'page'; readonly bad: boolean } & StepPage)
  | { readonly kind: 'send'; readonly version: number; readonly secret: string };

type StepView = Place &
  Pick<StepAsked, 'referrer' | 'issues' | 'problem' | 'wishes'> & {
    readonly answers: RawAnswers;
    readonly visit: VisitFacts;
    readonly submission: string;
  };

/** The step that comes next, else the one with what is wrong, else the one that was answered. */
export function stepPage(
  { published, asking, next }: Walked,
  { from, way, returns }: PlainWalk,
  view: StepView,
): StepPage & { readonly bad: boolean } {
  const { answers, visit, submission, referrer, problem, issues: found = [] } = view;
  const { steps } = published.form;
  const issues: readonly Issue[] = next.kind === 'ask' ? next.issues : found;
  const isBad = (id: string): boolean => issues.some(({ path }) => path[1] === id);
  const first = steps.find(({ fields }) => fields.some(({ id }) => isBad(id)));
  const step = first?.id ?? (next.kind === 'ask' ? next.step : from);
  // Only what is in sight can be bettered here.
  const inSight = (id: unknown): boolean => first?.fields.some((field) => field.id === id) === true;
  const fields = steps.flatMap((one) => one.fields);
  const isNew = way === 'on' && step !== from;
  const options = {
    ...pageOptions(published, view),
    // A box that was not ticked is not posted: the page must not fall back on what the field is at first.
    values: {
      ...Object.fromEntries(fields.map(({ id }) => [id, ''])),
      ...answers,
      ...(isNew && domainsIn(published.form, step, answers)),
    },
    issues: issues.filter(({ path }) => inSight(path[1])),
    stage: {
      step,
      fresh: next.kind === 'ask' ? next.fresh : undefined,
      returns: step !== reviewStep && (returns || (from === reviewStep && way !== 'back')),
    },
    submission,
    asking,
    visit,
    ...(referrer === null ? {} : { referrer }),
  };
  return {
    bad: issues.length > 0,
    html:
      problem === undefined
        ? renderPage(published, options)
        : renderProblemPage(problem, { languages: view.wishes, form: { ...published, options } }),
    head: headOf(published),
    sensitive: fields.some(({ sensitive }) => sensitive === true),
  };
}

/** What a step asks that the address given before tells by its domain, where nobody has answered it yet. */
function domainsIn(form: Form, step: string, answers: RawAnswers): Readonly<Record<string, string>> {
  const given = answers[identityField(form)?.id ?? ''];
  const address = typeof given === 'string' ? given.trim() : '';
  if (companyDomain(address) === null) return {};
  const domain = address.slice(address.lastIndexOf('@') + 1).toLowerCase();
  const asked = form.steps.find(({ id }) => id === step)?.fields ?? [];
  return Object.fromEntries(
    asked
      .filter(({ id, kind, default: first }) => {
        const isDomain = typeof first === 'object' && 'from' in first && first.from === 'email_domain';
        return isDomain && kind !== 'hidden' && !answers[id];
      })
      .map(({ id }) => [id, domain]),
  );
}

// What of a form is in sight at one moment: at first, and on each page to which the worker leads a visitor without a
// script. Decided from the answers so far by the lines that the script decides by.
import { checkAnswers, compileLogic, reviewStep } from '@baton/form';
import type { PublishedForm, RenderOptions } from './published-form.ts';

export type Sight = {
  /** The step in sight, or the review; undefined: no step has anything to see. */
  readonly step: string | undefined;
  /** Its place among the steps that have, from 1, and how many these are. */
  readonly progress: { readonly step: number; readonly steps: number };
  /** Ids of the fields that their conditions show, in any step. */
  readonly shown: ReadonlySet<string>;
  /** Of these, the ones in the step in sight that this visitor is asked and can see. */
  readonly asked: ReadonlySet<string>;
  /** Ids of the fields of all steps that this visitor is asked and can answer. */
  readonly answerable: ReadonlySet<string>;
  /** Ids of the fields that must be answered. */
  readonly demanded: ReadonlySet<string>;
  /** Another step follows, as far as the answers tell by now. */
  readonly goesOn: boolean;
};

/** At the step of `options.stage`, else at the first. */
export function sightOf({ form, logic }: PublishedForm, options: RenderOptions): Sight {
  const { values = {}, visit = {}, asking = {}, stage } = options;
  const shown = new Set<string>();
  const demanded = new Set<string>();
  const answerable = new Set<string>();
  const byStep = new Map<string, Set<string>>();
  checkAnswers(compileLogic(logic), values, {
    visit,
    ...asking,
    tell({ field: { id, kind }, step, isShown, isDemanded }) {
      if (!isShown) return;
      shown.add(id);
      if (kind === 'hidden' || asking.skipped?.has(id)) return;
      if (isDemanded) demanded.add(id);
      if (kind !== 'statement') answerable.add(id);
      byStep.set(step, (byStep.get(step) ?? new Set()).add(id));
    },
  });
  const steps = [...byStep.keys(), ...(form.review ? [reviewStep] : [])];
  const step = stage?.step ?? steps[0];
  const place = steps.findIndex((one) => one === step);
  return {
    step,
    progress: { step: place + 1, steps: steps.length },
    shown,
    asked: byStep.get(step ?? '') ?? new Set(),
    answerable,
    demanded,
    goesOn: place + 1 < steps.length,
  };
}

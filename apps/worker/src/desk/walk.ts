// Which step a visitor without a script is shown next. Nothing is stored on the way: the answers are in the page.
import { nextStep, type Asking, type NextStep, type Walk } from '@baton/form';
import type { Arrival } from './arrival.ts';
import { askingOf } from './asking.ts';
import type { Context } from './context.ts';
import type { PublishedVersion } from './published-version.ts';
import { takeAnswers } from './take-answers.ts';

export type Walked = {
  /** The version that the visitor began with; the current one where there is no such version. */
  readonly published: PublishedVersion;
  readonly asking: Asking;
  readonly next: NextStep;
};

/** Null when the form was never published. */
export function walkOn(
  { documents }: Context,
  arrival: Arrival,
  walk: Omit<Walk, 'skipped' | 'review'>,
): Walked | null {
  const { form, version, answers } = arrival;
  const published = documents.published(form, version) ?? documents.published(form);
  if (published === null) return null;
  const asking = askingOf(published, null, answers);
  const next = nextStep((how) => takeAnswers(published, arrival, { ...asking, ...how }), {
    ...walk,
    review: published.form.review,
    skipped: asking.skipped,
  });
  return { published, asking, next };
}

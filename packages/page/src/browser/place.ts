// A field as it stands on the page, and what was decided of it last.
import type { Issue } from '@baton/rules';

type Wrong = Pick<Issue, 'code' | 'params'>;

export type Place = {
  readonly field: HTMLElement;
  readonly id: string;
  /** All that there are of their names. */
  readonly controls: readonly HTMLInputElement[];
  isHidden?: boolean;
  /** What is wrong with its answer. */
  fault?: Wrong | undefined;
  /** What the worker alone found wrong, until the answer is another. */
  objection?: Wrong | undefined;
  /** What there is to say of either. */
  said?: Wrong | undefined;
  /** It is shown, as long as it lasts. */
  isWatched?: boolean;
};

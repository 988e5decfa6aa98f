// The steps of a form, one at a time. A piece of the core (build/pieces.ts): a form whose one step is always in sight does
// without it.
import { fill } from '../render/wording.ts';
import { say } from './messages.ts';
import { payload } from './payload.ts';

type Steps = {
  /** Those with something to see. Conditions read earlier fields only, so a step's place among them stays the same. */
  inSight: readonly HTMLElement[];
  /** Which of them is in sight. */
  current: number;
  /** Shows it and how far it is, after something else came into sight. */
  readonly arrange: () => void;
};

/** `one` finds an element of the form by its selector. */
export type WayThrough = (all: readonly HTMLElement[], one: (selector: string) => HTMLElement) => Steps;

export const steps: WayThrough | undefined = (all, one) => {
  const { texts } = payload;
  const button = one('.send');
  const sendText = button.textContent;
  const walk: Steps = {
    inSight: all,
    current: 0,
    arrange() {
      walk.inSight = all.filter((step) => step.querySelector('.field:not([hidden])'));
      const { current, inSight } = walk;
      for (const step of all) step.hidden = step !== inSight[current];
      const progress = { step: current + 1, steps: inSight.length };
      one('.top').style.setProperty('--done', `${(100 * progress.step) / progress.steps}%`);
      say(one('.progress'), fill(texts.progress, progress));
      say(button, inSight[current + 1] ? texts.next : sendText);
      one('.back').hidden = !current;
    },
  };
  return walk;
};

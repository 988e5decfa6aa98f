// The steps of a form, one at a time. A piece of the core (build/pieces.ts): a form whose one step is always in sight does
// without it.
import { fill } from '../render/wording.ts';
import { say } from './messages.ts';
import { payload } from './payload.ts';

export type Steps = {
  /** Those with something to see. Conditions read earlier fields only, so a step's place among them stays the same. */
  open: readonly HTMLElement[];
  /** Which of them is in sight. */
  at: number;
  /** Shows it and how far it is, after something else came into sight. */
  readonly show: () => void;
};

/** `one` finds an element of the form by its selector. */
export const steps:
  | ((all: readonly HTMLElement[], one: (selector: string) => HTMLElement) => Steps)
  | undefined = (all, one) => {
  const { texts } = payload;
  const button = one('.send');
  const sendText = button.textContent;
  const walk: Steps = {
    open: all,
    at: 0,
    show() {
      walk.open = all.filter((step) => step.querySelector('.field:not([hidden])'));
      const { at, open } = walk;
      for (const step of all) step.hidden = step !== open[at];
      const progress = { step: at + 1, steps: open.length };
      one('.top').style.setProperty('--done', `${(100 * progress.step) / progress.steps}%`);
      say(one('.progress'), fill(texts.progress, progress));
      say(button, open[at + 1] ? texts.next : sendText);
      one('.back').hidden = !at;
    },
  };
  return walk;
};

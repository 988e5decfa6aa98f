// The steps of a form, one at a time. A piece of the core (build/pieces.ts): a form whose one step is always in sight does
// without it.
import { fill } from '../render/wording.ts';
import { say } from './messages.ts';
import { payload } from './payload.ts';

type Steps = {
  /** Those with something to see. */
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
      const seen = walk.inSight[walk.current];
      const inSight: HTMLElement[] = (walk.inSight = []);
      let step = 1;
      for (const each of all) {
        if (each.querySelector('.field:not([hidden])')) inSight.push(each);
        // Others may have come before it or gone: the visitor stays where they are, or else at the last before it.
        if (each === seen) step = inSight.length || 1;
      }
      walk.current = step - 1;
      for (const each of all) each.hidden = each !== inSight[step - 1];
      const steps = inSight.length || 1;
      one('.top').style.setProperty('--done', `${(100 * step) / steps}%`);
      say(one('.progress'), fill(texts.progress, { step, steps }));
      say(button, inSight[step] ? texts.next : sendText);
      one('.back').hidden = step < 2;
    },
  };
  return walk;
};

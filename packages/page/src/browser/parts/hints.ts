// Hints at e-mail addresses: what one was probably meant to be, to be taken over by a press, and that a private one or
// one for an hour is less welcome. They never stand in the way, and are read out when the reader has said all else.
import { hintStyles } from '../../render/extra-styles.ts';
import { addStyles } from '../add-styles.ts';
import { betterAddress, isPrivate, isThrownAway } from '../mail-typos.ts';
import { onceReleased } from '../once-released.ts';
import type { Part } from '../part.ts';

export const part: Part = ({ form }) => {
  addStyles(form, hintStyles);
  for (const control of form.querySelectorAll<HTMLInputElement>('[data-meant]')) {
    const { meant = '', warn = '' } = control.dataset;
    const place = document.createElement('p');
    place.className = 'help';
    place.ariaLive = 'polite';
    control.after(place);

    const look = () => {
      const { value } = control;
      const better = betterAddress(value);
      // What is wrong in it is said already.
      place.replaceChildren(better ? offer(better) : isPrivate(value) || isThrownAway(value) ? warn : '');
    };
    const offer = (better: string) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'hint';
      button.textContent = meant.replace('{address}', better);
      button.addEventListener('click', () => {
        control.value = better;
        control.focus();
        for (const name of ['input', 'change']) control.dispatchEvent(new Event(name, { bubbles: true }));
      });
      return button;
    };
    const lookSoon = () => onceReleased(form, look);
    control.addEventListener('change', lookSoon);
    lookSoon();
  }
};

// Steps without a title have nothing at their head to take the focus. It goes to their first question, in sight and at
// what was chosen there; and a return key that is still held down does not run on through them and send the form.
import type { Part } from '../part.ts';

export const part: Part = ({ form, host }) => {
  host.addEventListener('baton:step', () => {
    const step = form.querySelector('.step:not([hidden])');
    if (!step || step.querySelector('.title')) return;
    const field = step.querySelector('.field:not([hidden]):has([name])');
    (
      field?.querySelector<HTMLElement>('[type=radio]:checked') ?? field?.querySelector<HTMLElement>('[name]')
    )?.focus();
  });
  form.addEventListener('keydown', (event) => {
    if (event.repeat && event.key === 'Enter' && !(event.target instanceof HTMLTextAreaElement))
      event.preventDefault();
  });
};

// The last step before sending: every answer by its question, each with a way back to it and from there straight to
// here again. What is sensitive is not shown.
import { hintStyles, reviewStyles } from '../../render/extra-styles.ts';
import { addStyles } from '../add-styles.ts';
import { afterPrefill } from '../after-prefill.ts';
import type { Part } from '../part.ts';

export const part: Part = ({ form, host, go }) => {
  const step = form.querySelector<HTMLElement>('[data-step=_review]');
  const place = step?.querySelector<HTMLElement>('.field');
  if (!step || !place) return;
  const { change = '', yes = '', no = '' } = step.dataset;
  /** Where the visitor went to better an answer; the next step forward leads back here. */
  let left = Infinity;

  const openSteps = () =>
    [...form.querySelectorAll<HTMLElement>('.step')].filter((one) =>
      one.querySelector('.field:not([hidden])'),
    );

  const textOf = (controls: readonly (HTMLInputElement | HTMLSelectElement)[]): string => {
    const [first] = controls;
    if (first instanceof HTMLSelectElement) return (first.value && first.selectedOptions[0]?.text) ?? '';
    if (!first?.closest('.option')) return first?.value ?? '';
    const chosen = controls.filter((control) => control.matches(':checked'));
    return chosen.map((control) => control.closest('.option')?.textContent.trim()).join(', ');
  };

  const answerOf = (field: HTMLElement): string => {
    const controls = [...field.querySelectorAll<HTMLInputElement | HTMLSelectElement>('[name]')];
    const [box] = controls;
    if (box?.closest('.consent')) return box.matches(':checked') ? yes : no;
    const text = textOf(controls);
    return text && field.dataset['sensitive'] !== undefined ? '••••' : text;
  };

  const row = (field: HTMLElement) => {
    const label = field.querySelector('.label, .consent span')?.firstChild?.textContent ?? '';
    const line = document.createElement('div');
    const term = document.createElement('dt');
    const answer = document.createElement('dd');
    const way = document.createElement('dd');
    const button = document.createElement('button');
    term.textContent = label;
    answer.textContent = answerOf(field) || '–';
    button.type = 'button';
    button.className = 'hint';
    button.textContent = change;
    button.ariaLabel = `${change}: ${label}`;
    button.addEventListener('click', () => {
      const to = openSteps().findIndex((one) => one.contains(field));
      go(to);
      left = to;
      const chosen = field.querySelector<HTMLElement>('[type=radio]:checked');
      (chosen ?? field.querySelector<HTMLElement>('[name]'))?.focus();
    });
    way.append(button);
    line.append(term, answer, way);
    return line;
  };

  const list = place.firstElementChild;
  const draw = () => {
    const asked = form.querySelectorAll<HTMLElement>('.field[data-field]:not([hidden]):has([name])');
    list?.replaceChildren(...[...asked].map(row));
  };

  addStyles(form, hintStyles + reviewStyles);
  place.hidden = false;
  // Nothing that was answered stays behind for whoever begins anew.
  form.addEventListener('reset', () => list?.replaceChildren());
  afterPrefill(host, () => {
    if (!step.hidden) draw();
  });
  host.addEventListener('baton:step', () => {
    const open = openSteps();
    const at = open.findIndex((one) => !one.hidden);
    const isForward = at > left;
    left = Infinity;
    if (open[at] === step) draw();
    else if (isForward) go(open.length - 1);
  });
};

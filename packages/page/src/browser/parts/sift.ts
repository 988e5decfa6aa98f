// Makes a long list of boxes searchable: what is typed above it leaves those that hold it. What is ticked stays in sight,
// and so does what stands for all that is not listed. Whoever goes on finds all of them again. The list keeps its height
// meanwhile, so nothing moves away from under a press.
import { addStyles } from '../add-styles.ts';
import { plain } from '../as-searched.ts';
import type { Part } from '../part.ts';

const css = `
.sift input{padding-inline-end:8em}
.sift p{position:absolute;inset-block-start:11px;inset-inline-end:14px;margin:0;opacity:.8;pointer-events:none}
.out:not(:has(:checked)){display:none}
`;

export const part: Part = ({ form }) => {
  addStyles(form, css);
  for (const box of form.querySelectorAll<HTMLElement>('.sift')) {
    const input = box.querySelector('input');
    const list = box.parentElement?.querySelector<HTMLElement>('.options');
    if (input && list) makeSearchable(form, box, input, list);
  }
};

function makeSearchable(
  form: HTMLFormElement,
  box: HTMLElement,
  input: HTMLInputElement,
  list: HTMLElement,
): void {
  const { search = '', none = '' } = list.dataset;
  const field = list.closest('.field');
  const entries = [...list.querySelectorAll<HTMLElement>('.option')].map((option) => ({
    option,
    text: option.querySelector('[value=other]') ? undefined : plain(option.innerText),
  }));
  const status = document.createElement('p');
  status.ariaLive = 'polite';
  box.append(status);
  // In a browser that does not say whether scripts run.
  box.style.display = 'block';

  const show = () => {
    const wanted = plain(input.value);
    let count = 0;
    for (const { option, text } of entries) {
      const isFound = !!text?.includes(wanted);
      count += Number(isFound);
      option.classList.toggle('out', !isFound && text !== undefined);
    }
    if (wanted) status.textContent = count ? search.replace('{count}', String(count)) : none;
    else status.textContent = '';
  };
  const clear = () => {
    if (!input.value) return;
    input.value = '';
    show();
  };

  const sift = () => {
    list.style.minBlockSize = `${list.offsetHeight}px`;
    list.scrollTop = 0;
    show();
  };
  input.addEventListener('input', (event) => {
    // What is typed here is no answer.
    event.stopPropagation();
    sift();
  });
  input.addEventListener('change', (event) => event.stopPropagation());
  input.addEventListener('keydown', (event) => {
    if (event.isComposing || event.key !== 'Escape' || !input.value) return;
    // Only what was typed goes, not a window that the form stands in.
    event.stopPropagation();
    event.preventDefault();
    clear();
  });
  const leave = ({ target }: Event) => {
    if (target instanceof Node && !field?.contains(target)) clear();
  };
  // Whoever goes on by the keyboard, and whoever presses something: before it leads back here.
  form.addEventListener('focusin', leave);
  form.addEventListener('click', leave, true);
  form.addEventListener('reset', clear);
  // Typed before it came.
  if (input.value) sift();
}

// Makes a long list of boxes searchable: what is typed above it leaves those that hold it. What is ticked stays in sight,
// and so does what stands for all that is not listed. Whoever goes on finds all of them again. The list keeps its height
// meanwhile, so nothing moves away from under a press.
import { addStyles } from '../add-styles.ts';
import { plain } from '../as-searched.ts';
import type { Part } from '../part.ts';

const css = `
.sift{position:relative;block-size:56px}
.sift input{padding-inline-end:8em}
.sift p{position:absolute;inset-block-start:11px;inset-inline-end:14px;margin:0;opacity:.8;pointer-events:none}
.out:not(:has(:checked)){display:none}
`;

export const part: Part = ({ form }) => {
  addStyles(form, css);
  for (const list of form.querySelectorAll<HTMLElement>('.options[data-search]')) makeSearchable(form, list);
};

function makeSearchable(form: HTMLFormElement, list: HTMLElement): void {
  const { search = '', none = '', word = '' } = list.dataset;
  const field = list.closest('.field');
  const entries = [...list.querySelectorAll<HTMLElement>('.option')].map((option) => ({
    option,
    text: option.querySelector('[value=other]') ? undefined : plain(option.innerText),
  }));
  const box = document.createElement('div');
  const input = document.createElement('input');
  const status = document.createElement('p');
  box.className = 'sift';
  input.className = 'control';
  input.type = 'search';
  input.autocomplete = 'off';
  input.placeholder = word;
  input.ariaLabel = `${word}: ${field?.querySelector('.label')?.firstChild?.textContent?.trim() ?? ''}`;
  status.ariaLive = 'polite';
  box.append(input, status);
  list.before(box);

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

  input.addEventListener('input', (event) => {
    // What is typed here is no answer.
    event.stopPropagation();
    list.style.minBlockSize = `${list.offsetHeight}px`;
    list.scrollTop = 0;
    show();
  });
  input.addEventListener('change', (event) => event.stopPropagation());
  input.addEventListener('keydown', (event) => {
    const { key, isComposing } = event;
    if (isComposing) return;
    // It sends nothing.
    if (key === 'Enter') event.preventDefault();
    if (key !== 'Escape' || !input.value) return;
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
}

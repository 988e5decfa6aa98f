// Makes a long list searchable: a combobox with a list box, after the pattern of WAI-ARIA, over the list that is there.
// That list keeps the answer, so all else finds it where it always was.
// https://www.w3.org/WAI/ARIA/apg/patterns/combobox/
import { addStyles } from '../add-styles.ts';
import { afterPrefill } from '../after-prefill.ts';
import { wanted } from '../answers.ts';
import { plain } from '../as-searched.ts';
import type { Part } from '../part.ts';

const css = `
.combo{position:relative}
.combo select{position:absolute;inset:0;opacity:0;pointer-events:none}
.combo ul{position:absolute;z-index:9;inset-inline:0;max-block-size:16em;margin:4px 0 0;scroll-margin:56px;padding:4px;overflow:auto;list-style:none;white-space:normal;color:CanvasText;background:Canvas;border:1px solid var(--baton-line,#868d9a);border-radius:var(--baton-radius,8px)}
.combo li{padding:8px 10px;min-block-size:40px;cursor:pointer}
.combo [aria-selected=true]{color:var(--baton-on-accent,#fff);background:var(--baton-accent,#4f60e4)}
.combo p{position:absolute;clip-path:inset(50%)}
`;

export const part: Part = ({ form, host }) => {
  addStyles(form, css);
  const syncs: (() => void)[] = [];
  for (const select of form.querySelectorAll<HTMLSelectElement>('select[data-search]')) {
    const change = () => void syncs.push(makeSearchable(select));
    // A list is not taken out of anybody's hands.
    if (select.matches(':focus')) select.addEventListener('blur', change, { once: true });
    else change();
  }
  const sync = () => syncs.forEach((one) => one());
  form.addEventListener('change', sync);
  // Not before first values have come back.
  form.addEventListener('reset', () => setTimeout(sync, 9));
  afterPrefill(host, sync);
};

/** An option, and what is searched of it. */
type Entry = { readonly option: HTMLOptionElement; readonly text: string };

/** Gives what makes the combobox show what is chosen. */
function makeSearchable(select: HTMLSelectElement): () => void {
  const { search = '', none = '' } = select.dataset;
  const { id } = select;
  const box = document.createElement('div');
  const input = document.createElement('input');
  const list = document.createElement('ul');
  const status = document.createElement('p');
  let read: readonly Entry[] = [];
  const entries = () => {
    if (read[0]) return read;
    select.dispatchEvent(new Event(wanted));
    return (read = [...select['options']]
      .filter((option) => option.value)
      .map((option) => ({ option, text: ` ${plain(option.text)}` })));
  };
  /** The options in the list now, and which of them is the active one. */
  let found: HTMLOptionElement[] = [];
  let active = -1;

  box.className = 'combo';
  input.className = 'control';
  input.autocomplete = 'off';
  input.role = 'combobox';
  input.placeholder = select['options'][0]?.text ?? '';
  input.required = select.required;
  list.role = 'listbox';
  list.id = `${id}-list`;
  status.ariaLive = 'polite';
  for (const name of ['aria-describedby', 'aria-invalid'])
    input.setAttribute(name, select.getAttribute(name) ?? '');
  input.setAttribute('aria-autocomplete', 'list');
  input.setAttribute('aria-controls', list.id);
  // The label and what describes it belong to what people use; the list behind it is out of their way.
  select.removeAttribute('id');
  select.removeAttribute('aria-invalid');
  input.id = id;
  select.tabIndex = -1;
  select.ariaHidden = 'true';
  list.setAttribute(
    'aria-label',
    select.closest('.field')?.querySelector('.label')?.firstChild?.textContent ?? '',
  );
  select.replaceWith(box);
  box.append(select, input, list, status);

  const current = () => (select.value ? select.selectedOptions[0] : undefined);
  const chosen = () => current()?.text ?? '';
  const sync = () => {
    if (!input.matches(':focus')) input.value = chosen();
  };

  const mark = (to: number) => {
    list.children[active]?.setAttribute('aria-selected', 'false');
    active = to;
    const item = list.children[active];
    item?.setAttribute('aria-selected', 'true');
    item?.scrollIntoView({ block: 'nearest' });
    if (item) input.setAttribute('aria-activedescendant', item.id);
    else input.removeAttribute('aria-activedescendant');
  };

  const close = () => {
    list.hidden = true;
    input.ariaExpanded = 'false';
    mark(-1);
    status.textContent = '';
  };

  /** Shows what matches: first what begins so, then what has a word that does, then the rest. */
  const show = (text: string) => {
    const wanted = plain(text);
    const rank = ({ text }: Entry) => {
      const at = text.indexOf(` ${wanted}`);
      return at < 0 ? 2 : Math.min(at, 1);
    };
    found = entries()
      .filter((entry) => entry.text.includes(wanted))
      .sort((a, b) => rank(a) - rank(b))
      .map(({ option }) => option);
    list.replaceChildren(
      ...found.map((option, index) => {
        const item = document.createElement('li');
        item.role = 'option';
        item.id = `${list.id}-${index}`;
        item.ariaSelected = 'false';
        item.textContent = option.text;
        return item;
      }),
    );
    list.hidden = !found[0];
    // At the end of a window or a page it would lie out of sight, with what is typed into still to be seen.
    list.scrollIntoView({ block: 'nearest' });
    input.ariaExpanded = `${!list.hidden}`;
    mark(wanted ? 0 : found.findIndex((option) => option.selected));
    status.textContent = found[0] ? search.replace('{count}', String(found.length)) : none;
  };

  const choose = (option: HTMLOptionElement | undefined) => {
    const value = option?.value ?? '';
    input.value = option?.text ?? '';
    close();
    if (select.value === value) return;
    select.value = value;
    for (const name of ['input', 'change']) select.dispatchEvent(new Event(name, { bubbles: true }));
  };

  input.addEventListener('input', (event) => {
    // What is typed here is no answer yet.
    event.stopPropagation();
    show(input.value);
  });
  input.addEventListener('change', (event) => event.stopPropagation());
  input.addEventListener('click', () => list.hidden && show(''));
  input.addEventListener('keydown', (event) => {
    const { key, isComposing } = event;
    if (isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[key];
    if (step) {
      event.preventDefault();
      if (list.hidden) show('');
      else mark((Math.max(active, step < 0 ? 0 : -1) + step + found.length) % found.length);
    } else if (key === 'Enter' && !list.hidden) {
      event.preventDefault();
      if (found[active]) choose(found[active]);
    } else if (key === 'Escape' && !list.hidden) {
      // Only the list closes, not a window that the form stands in.
      event.stopPropagation();
      event.preventDefault();
      close();
      input.value = chosen();
    }
  });
  input.addEventListener('blur', () => {
    const typed = plain(input.value);
    if (!typed) return choose(undefined);
    const exact = entries().find(({ text }) => text === ` ${typed}`)?.option;
    // What was typed half is taken for the one it can mean, else what was chosen stays.
    const meant = found[1] || list.hidden ? undefined : found[0];
    choose(exact ?? meant ?? current());
  });
  list.addEventListener('mousedown', (event) => event.preventDefault());
  list.addEventListener('click', ({ target }) => {
    if (target instanceof Element) choose(found[[...list.children].indexOf(target)]);
  });
  select.addEventListener('focus', () => input.focus());
  close();
  input.value = chosen();
  return sync;
}

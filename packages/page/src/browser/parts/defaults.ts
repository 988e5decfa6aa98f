// First values that nobody typed: from the page's address, from the region of the browser's language, and from the
// domain of the e-mail address once it is given. What the visitor has written or chosen stays; what an earlier address
// filled in gives way to that of this page.
import { afterPrefill } from '../after-prefill.ts';
import { readAnswers, wanted } from '../answers.ts';
import type { Given } from '../answers.ts';
import { isPrivate } from '../mail-typos.ts';
import type { Part } from '../part.ts';

const domainOf = (address: string) => address.trim().toLowerCase().split('@')[1] ?? '';

export const part: Part = (stage) => {
  const { form, host, write, update, restore } = stage;
  const controlsFrom = (source: string) =>
    form.querySelectorAll<HTMLInputElement | HTMLSelectElement>(`[data-from=${source}] [name]`);
  // Goes into the draft with the answers, and is none: what of the address filled them in. No field has its name.
  const source = document.createElement('input');
  source.type = 'hidden';
  source.name = '?';
  form.append(source);
  guess();
  stage.restore = () => {
    source.value = '';
    restore();
    remember();
    follow();
  };
  // Who begins anew begins with the same.
  form.addEventListener('reset', () => {
    setTimeout(() => {
      source.value = '';
      guess();
      remember();
      follow();
    });
  });

  /** What the address says where it has said nothing yet, or what nobody has changed since. */
  function follow(): void {
    const kept = new URLSearchParams();
    for (const field of form.querySelectorAll<HTMLElement>('[data-url]')) {
      const { url = '' } = field.dataset;
      const id = field.dataset['field'] ?? '';
      const controls = [...field.querySelectorAll<HTMLInputElement>('[name]')];
      const saidBy = (query: string) => {
        const said = new URLSearchParams(query).getAll(url).filter(Boolean);
        return controls[0]?.type === 'checkbox' ? said : said.slice(0, 1);
      };
      const given: Given = {};
      readAnswers(controls, given);
      const said = saidBy(location.search);
      // What nobody sees is never an earlier address's.
      if (String(given[id]) === String(saidBy(source.value)) && (said[0] || controls[0]?.type === 'hidden'))
        write(field, { [id]: said[0] ? said : '' });
      // What is sensitive is kept nowhere.
      if (kept.has(url) || field.dataset['sensitive'] !== undefined) continue;
      for (const value of new URLSearchParams(location.search).getAll(url)) kept.append(url, value);
    }
    source.value = kept.toString();
    update();
    look();
  }

  function guess(): void {
    const [, region = ''] = /-([a-z]{2})\b/i.exec(navigator.language) ?? [];
    for (const control of controlsFrom('country')) {
      if (!region || control.value) continue;
      const isList = control instanceof HTMLSelectElement;
      const code = region.toUpperCase();
      if (isList) control.dispatchEvent(new Event(wanted));
      control.value = isList
        ? code
        : (new Intl.DisplayNames(form.getAttribute('lang') ?? '', { type: 'region' }).of(code) ?? '');
    }
  }

  /** The addresses that were looked at, and what was guessed of the last. */
  const seen = new Map<HTMLInputElement, string>();
  let guessed = '';
  function look(): void {
    for (const control of form.querySelectorAll<HTMLInputElement>('[type=email]')) {
      const { value } = control;
      if (value === (seen.get(control) ?? '')) continue;
      seen.set(control, value);
      if (isPrivate(value)) continue;
      const domain = domainOf(value);
      for (const one of controlsFrom('email_domain')) {
        if (one.value === guessed || !one.value) one.value = domain;
      }
      guessed = domain;
      update();
    }
  }
  form.addEventListener('change', look);
  // Nobody typed it, and so it makes no such event.
  afterPrefill(host, look);

  /** Of what comes back with the draft, the guess was made then: what was emptied since stays so. */
  function remember(): void {
    for (const control of form.querySelectorAll<HTMLInputElement>('[type=email]')) {
      seen.set(control, control.value);
      const domain = domainOf(control.value);
      if ([...controlsFrom('email_domain')].some(({ value }) => value && value === domain)) guessed = domain;
    }
  }
};

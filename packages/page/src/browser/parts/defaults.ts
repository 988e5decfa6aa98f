// First values that nobody typed: from the page's address, from the region of the browser's language, and from the
// domain of the e-mail address once it is given. What the visitor has written or chosen stays.
import { wanted } from '../answers.ts';
import { isPrivate } from '../mail-typos.ts';
import type { Part } from '../part.ts';

export const part: Part = ({ form, write, update }) => {
  const query = new URLSearchParams(location.search);
  const controlsFrom = (source: string) =>
    form.querySelectorAll<HTMLInputElement | HTMLSelectElement>(`[data-from=${source}] [name]`);
  fill();
  // Who begins anew begins with the same.
  form.addEventListener('reset', () => {
    setTimeout(() => {
      fill();
      update();
    });
  });

  function fill(): void {
    for (const field of form.querySelectorAll<HTMLElement>('[data-url]')) {
      const { url = '' } = field.dataset;
      const id = field.dataset['field'] ?? '';
      const [first, ...others] = query.getAll(url).filter(Boolean);
      if (first) write(field, { [id]: field.querySelector('[type=checkbox]') ? [first, ...others] : first });
    }
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

  let filled = '';
  form.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLInputElement) || target.type !== 'email' || isPrivate(target.value)) return;
    const domain = target.value.trim().toLowerCase().split('@')[1] ?? '';
    for (const control of controlsFrom('email_domain')) {
      if (control.value === filled || !control.value) control.value = domain;
    }
    filled = domain;
    update();
  });
};

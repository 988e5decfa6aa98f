// The form of a page of its own, which stands there before the script: whoever types meanwhile keeps what they typed,
// whatever a draft or the page's address would put there. A piece of the core (build/pieces.ts): a website's page holds
// none.
import { name } from './address.ts';
import { enhance } from './enhance.ts';

/** Finds it and brings it to life. */
export const standing: (() => void) | undefined = () => {
  const form = document.querySelector<HTMLFormElement>(`form[data-baton="${name}"]`);
  if (!form) return;
  const controls = [...form.querySelectorAll<HTMLInputElement>('[name]')];
  const touched = controls.flatMap((control) => {
    const { value, checked, type, defaultValue, defaultChecked } = control;
    const delivered = control.querySelector<HTMLOptionElement>('[selected]')?.value ?? defaultValue;
    const isTouched = /radio|check/.test(type) ? checked !== defaultChecked : value !== (delivered || '');
    return isTouched ? { control, value, checked } : [];
  });
  form.toggleAttribute('data-touched', touched.length > 0);
  // Once the form lives. Browsers put back by themselves what was typed before a page was loaded again: where that stands
  // still, nothing was changed.
  queueMicrotask(() => {
    for (const { control, value, checked } of touched) {
      if (control.value === value && control.checked === checked) continue;
      Object.assign(control, { value, checked });
      control.dispatchEvent(new Event('input', { bubbles: true }));
    }
  });
  enhance(form, form);
  // The return key would press it, being the first, and a frame that may only run scripts submits nothing by it.
  form.querySelector('.go')?.remove();
};

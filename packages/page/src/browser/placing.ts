// Where a form goes in a website's page: into every `<baton-form form="demo">`, whenever one comes, or else where the script
// stands. A piece of the core (build/pieces.ts): on a page of the form's own it stands already.
import { name, tag } from './address.ts';
import { enhance } from './enhance.ts';
import { plant } from './plant.ts';
import { attempt } from './storage.ts';

declare global {
  interface Window {
    /** How each form is put into its element, by the form's name: one page may have several scripts. */
    batonForms?: Record<string, (host: HTMLElement) => void>;
  }
}

const element = 'baton-form';

/** Puts it there. */
export const placing: (() => void) | undefined = () => {
  const mounts = (window.batonForms ??= {});
  let isFound = false;
  const mount = (mounts[name] = (host) => {
    isFound = true;
    const form = !host.shadowRoot && plant(host);
    if (form) enhance(form, host);
  });
  // Refused where another form's script has done so.
  attempt(() =>
    customElements.define(
      element,
      class extends HTMLElement {
        connectedCallback(): void {
          mounts[this.getAttribute('form') ?? '']?.(this);
        }
      },
    ),
  );
  const start = (): void => {
    document.querySelectorAll<HTMLElement>(`${element}[form="${name}"]`).forEach(mount);
    // Perhaps inside another component, where only the element itself tells of it.
    if (isFound) return;
    // The element may be further down on a page that is still to come. What is below a plain script waits for it: its form
    // stands there at once, and moves nothing.
    if (document.readyState === 'loading' && (!document.body || tag?.async))
      return addEventListener('DOMContentLoaded', start);
    if (!tag?.closest('body')) return console.error(`Baton: there is no <${element} form="${name}">`);
    const host = document.createElement(element);
    host.setAttribute('form', name);
    tag.after(host);
  };
  start();
};

// The script behind one line in a website, `<script src="https://baton.example/f/demo.js">`. It brings its form
// along: it fills every `<baton-form form="demo">`, whenever one comes, or puts one where the script stands. On the
// hosted page it enhances the form that is there.
import { name, tag } from './address.ts';
import { enhance } from './enhance.ts';
import { load } from './load.ts';
import { plant } from './plant.ts';
import { standing } from './standing.ts';
import { attempt } from './storage.ts';

declare global {
  interface Window {
    /** How each form is put into its element, by the form's name: one page may have several scripts. */
    batonForms?: Record<string, (host: HTMLElement) => void>;
  }
}

const element = 'baton-form';
const mounts = (window.batonForms ??= {});

const mount = (mounts[name] = (host) => {
  const form = !host.shadowRoot && plant?.(host);
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

function start(): void {
  const form = standing?.();
  if (form) return enhance(form, form);
  const here = document.querySelectorAll<HTMLElement>(`${element}[form="${name}"]`);
  here.forEach(mount);
  if (here[0]) return;
  // The element may be further down on a page that is still to come.
  if (document.readyState === 'loading') return addEventListener('DOMContentLoaded', start);
  if (!tag?.closest('body')) return console.error(`Baton: there is no <${element} form="${name}">`);
  const host = document.createElement(element);
  host.setAttribute('form', name);
  tag.after(host);
}

start();
// Whoever speaks to all forms of a page at once.
if ('Baton' in window) void load('api');

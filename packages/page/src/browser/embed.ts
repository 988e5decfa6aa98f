// The script behind one line in a website, `<script src="https://baton.example/f/demo.js">`. It brings its form
// along: it fills every empty `<baton-form form="demo">`, or puts one where the script stands. On the hosted page it
// enhances the form that is there.
import { enhance } from './enhance.ts';
import { payload } from './payload.ts';
import { plant } from './plant.ts';

const script = document.currentScript;
const address = (script && 'src' in script ? script.src : '').replace(/\.js(\?.*)?$/, '');
const name = address.split('/').pop();

function start(): void {
  const hosts = [
    ...document.querySelectorAll<HTMLElement>(`[data-baton="${name}"],baton-form[form="${name}"]`),
  ];
  if (!hosts[0] && script?.closest('body')) script.after((hosts[0] = document.createElement('baton-form')));
  if (!hosts[0]) console.error(`Baton: there is no <baton-form form="${name}">`);
  for (const host of hosts) {
    const form = host instanceof HTMLFormElement ? host : !host.shadowRoot && plant(host, payload);
    if (form) enhance(form, payload, address, host);
  }
}

// In the head, the page is not there yet.
if (document.body) start();
else addEventListener('DOMContentLoaded', start);

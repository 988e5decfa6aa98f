// Cloudflare's Turnstile, which mostly decides without a question. Its widget does not work inside a shadow root, so it
// stands in the website's own page and shows through a slot of the form. Where it cannot be had, the form says so and is
// sent all the same.
import type { Part } from '../part.ts';
import { within } from '../within.ts';

declare global {
  interface Window {
    readonly turnstile?: {
      render(place: HTMLElement, options: Readonly<Record<string, unknown>>): string;
      reset(widget: string): void;
    };
  }
}

const api = 'https://challenges.cloudflare.com/turnstile/v0/api.js?render=explicit';
/** Milliseconds that sending waits for the widget's word. */
const patience = 10_000;
const slotName = 'baton-check';

export const part: Part = ({ payload, form, host, along, awaited }) => {
  along['turnstile'] = 'unavailable';
  let widget: string | undefined;
  const place = document.createElement('div');
  const nav = form.querySelector('.nav');
  if (host === form) nav?.before(place);
  else {
    const slot = document.createElement('slot');
    slot.name = place.slot = slotName;
    nav?.before(slot);
    host.append(place);
  }
  const decided = new Promise<void>((resolve) => {
    const show = () => {
      try {
        widget = window.turnstile?.render(place, {
          sitekey: payload.turnstile,
          appearance: 'interaction-only',
          callback(token: string) {
            along['turnstile'] = token;
            resolve();
          },
          'error-callback': resolve,
        });
      } catch (reason) {
        console.error('Baton:', reason);
        resolve();
      }
    };
    const script = document.createElement('script');
    script.addEventListener('load', show);
    script.addEventListener('error', () => resolve());
    if (window.turnstile) show();
    else {
      script.src = api;
      document.head.append(script);
    }
  }).catch((reason: unknown) => console.error('Baton:', reason));
  awaited.push(() => within(patience, decided));
  // A token is good once.
  host.addEventListener('baton:error', () => {
    if (widget !== undefined) window.turnstile?.reset(widget);
  });
};

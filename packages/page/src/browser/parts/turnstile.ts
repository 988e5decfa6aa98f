// Cloudflare's Turnstile, which mostly decides without a question. Its widget does not work inside a shadow root, so it
// stands in the website's own page and shows through a slot of the form. Where it cannot be had, the form says so and is
// sent all the same.
import { goodOnce } from '../good-once.ts';
import type { Part } from '../part.ts';

declare global {
  interface Window {
    readonly turnstile?: {
      render(place: HTMLElement, options: Readonly<Record<string, unknown>>): string;
      reset(widget: string): void;
    };
  }
}

const api = 'https://challenges.cloudflare.com/turnstile/v0/api.js?render=explicit';
const slotName = 'baton-check';

const unavailable = 'unavailable';

export const part: Part = (stage) => {
  const { payload, form, host } = stage;
  let word = unavailable;
  let widget: string | undefined;
  let decide: (() => void) | undefined;
  let decided: Promise<void>;
  const begin = () => {
    word = unavailable;
    decided = new Promise((resolve) => (decide = resolve));
  };
  const say = (token: string) => {
    word = token;
    decide?.();
  };
  const giveUp = () => say(unavailable);
  const place = document.createElement('div');
  const nav = form.querySelector('.nav');
  if (host === form) nav?.before(place);
  else {
    const slot = document.createElement('slot');
    slot.name = place.slot = slotName;
    nav?.before(slot);
    host.append(place);
  }
  const show = () => {
    try {
      widget = window.turnstile?.render(place, {
        sitekey: payload.turnstile,
        appearance: 'interaction-only',
        callback: say,
        'error-callback': giveUp,
        // The widget gets another by itself.
        'expired-callback': begin,
      });
    } catch (reason) {
      console.error('Baton:', reason);
      giveUp();
    }
  };
  goodOnce(stage, {
    name: 'turnstile',
    read: () => word,
    ready: () => decided,
    renew() {
      if (widget === undefined || word === unavailable) return;
      begin();
      window.turnstile?.reset(widget);
    },
  });
  begin();
  try {
    if (window.turnstile) return show();
    const script = document.createElement('script');
    script.addEventListener('load', show);
    script.addEventListener('error', giveUp);
    script.src = api;
    document.head.append(script);
  } catch (reason) {
    console.error('Baton:', reason);
    giveUp();
  }
};

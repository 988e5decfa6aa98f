// `window.Baton`: one hand on all forms of a page, for a script that does not look for their elements. Calls that were
// queued before (`(window.Baton ??= []).push(['prefill', { email }])`) are made now.
import type { Part } from '../part.ts';

type Act = (...values: readonly unknown[]) => void;

/** The forms that are on the page now, or the one of that name. */
function hosts(form: unknown): Element[] {
  return [...document.querySelectorAll('baton-form,form[data-baton]')].filter(
    (host) => form === undefined || (host.getAttribute('form') ?? host.getAttribute('data-baton')) === form,
  );
}

function call(host: object | undefined, method: string, value?: unknown): void {
  const act: unknown = host && Reflect.get(host, method);
  if (typeof act === 'function') Reflect.apply(act, host, [value]);
}

/** An answer as a form's controls hold it: scripts say `4` and `true`. */
function held(answer: unknown): unknown {
  if (Array.isArray(answer)) return answer.map(held);
  return typeof answer === 'number' || typeof answer === 'boolean' ? String(answer) : answer;
}

const inTexts = (answers: unknown) =>
  Object.fromEntries(Object.entries(Object(answers)).map(([id, answer]) => [id, held(answer)]));

/** First answers, and whose: they are also those of elements that come later. */
const prefills: (readonly [answers: unknown, form: unknown])[] = [];
addEventListener('baton:ready', ({ target }) => {
  for (const [answers, form] of prefills)
    for (const host of hosts(form)) if (host === target) call(host, 'prefill', answers);
});

/** Those that were queued, with the methods of the journal where its own script came first. */
const queued: unknown = Reflect.get(window, 'Baton');
const journal = Array.isArray(queued) && 'track' in queued ? queued : undefined;

const acts: Readonly<Record<string, Act>> = {
  open: (form) => hosts(form).forEach((host) => call(host, 'open')),
  close: (form) => hosts(form).forEach((host) => call(host, 'close')),
  prefill(given, form) {
    const answers = inTexts(given);
    prefills.push([answers, form]);
    hosts(form).forEach((host) => call(host, 'prefill', answers));
  },
  consent(granted) {
    call(journal, 'consent', granted);
    hosts(undefined).forEach((host) => call(host, 'consent', granted));
  },
  // All forms of a page share one journal.
  track: (event) => call(journal ?? hosts(undefined)[0], 'track', event),
  on(event, listener) {
    addEventListener(`baton:${String(event)}`, (told) => {
      if (typeof listener === 'function' && told instanceof CustomEvent) listener(told.detail);
    });
  },
};

const push: Act = (asked) => {
  if (!Array.isArray(asked)) return;
  const name = String(asked[0]);
  const act = () => acts[name]?.(...asked.slice(1));
  // What is asked of forms waits for those that are further down on the page; listeners and first answers need none.
  if (document.readyState !== 'loading' || name === 'on' || name === 'prefill') act();
  else addEventListener('DOMContentLoaded', act);
};
if (!queued || Array.isArray(queued)) {
  Object.assign(window, { Baton: { ...acts, push } });
  if (Array.isArray(queued)) queued.forEach(push);
}

export const part: Part = () => undefined;

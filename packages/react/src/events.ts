// What a form tells the page around it: `baton:<name>` on its element. Never answers, score or tier.

/** Answers by field id, as the form's controls hold them: option ids, numbers as texts, a list where several may be chosen. */
export type BatonAnswers = Readonly<Record<string, string | readonly string[]>>;

/** What comes with each event. */
export type BatonEvents = {
  readonly ready: { readonly form: string; readonly version: number };
  readonly step: { readonly form: string; readonly step?: string };
  readonly submit: { readonly form: string };
  readonly outcome: { readonly form: string; readonly outcome?: string; readonly submission?: string };
  /** `status` is that of the refusal; 0: the form's script could not be had. */
  readonly error: { readonly form: string; readonly status: number };
};

/** Calls back on an event of this element, until the returned function is called. */
export function listen<N extends keyof BatonEvents>(
  element: HTMLElement,
  name: N,
  tell: (detail: BatonEvents[N]) => void,
): () => void {
  const hear = (event: Event) => {
    if (event instanceof CustomEvent) tell(event.detail);
  };
  element.addEventListener(`baton:${name}`, hear);
  return () => element.removeEventListener(`baton:${name}`, hear);
}

const ready = new WeakMap<EventTarget, BatonEvents['ready']>();
let isHearing = false;

/**
 * Remembers from now on which elements have their form: one that comes while its script is there already is filled
 * before any effect runs.
 */
export function rememberReady(): void {
  if (isHearing || typeof window === 'undefined') return;
  isHearing = true;
  window.addEventListener(
    'baton:ready',
    (event) => {
      if (event instanceof CustomEvent && event.target) ready.set(event.target, event.detail);
    },
    true,
  );
}

/** What an element's form said when it was ready; undefined: it is not, yet. */
export function readyOf(element: HTMLElement): BatonEvents['ready'] | undefined {
  return ready.get(element);
}

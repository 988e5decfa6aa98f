// Where whoever opens a window begins: in its first field, else at the first thing that it offers to do, else at its
// heading. Never at what only leaves it again.

const fields = 'input:not([type=hidden]), select, textarea, [contenteditable=true]';
const doings = ':is(button, a[href], summary, [tabindex="0"]):not([data-leaves])';

export function firstPlaceIn(window: HTMLElement): HTMLElement | null {
  return (
    firstOf(window, fields) ?? firstOf(window, doings) ?? window.querySelector<HTMLElement>('[data-heading]')
  );
}

function firstOf(window: HTMLElement, selector: string): HTMLElement | null {
  const all = [...window.querySelectorAll<HTMLElement>(selector)].filter(canHaveIt);
  const [first = null] = all;
  if (!(first instanceof HTMLInputElement) || first.type !== 'radio') return first;
  // Of several that exclude each other, Tab leads to the one that is chosen.
  return (
    all.find((one) => one instanceof HTMLInputElement && one.name === first.name && one.checked) ?? first
  );
}

function canHaveIt(element: HTMLElement): boolean {
  return (
    !element.matches(':disabled, [tabindex="-1"], [inert] *, [aria-hidden=true]') &&
    element.checkVisibility({ visibilityProperty: true })
  );
}

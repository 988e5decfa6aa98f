// A form that opens over the page: as a window in the middle, in a corner, or on the whole screen. It opens when the
// marketer says so, at most as often as they say, and whenever somebody asks for it. It lies in the browser's top
// layer, so it moves nothing on the page and nothing on the page lies above it.
import type { Embed } from '@baton/form';
import type { Part, Stage } from '../part.ts';

export const part: Part = (stage) => {
  const { host, payload } = stage;
  const { embed } = payload;
  if (!embed) return undefined;
  const opened = windowOf(stage, embed);
  waitFor(stage, embed, new WeakRef(host));
  return opened;
};

/** Milliseconds that a second press may come after the one that opened the window. */
const doublePress = 500;

/** Opens when the marketer says so. What listens to the page holds nothing of a form that was taken out of it. */
function waitFor(
  { payload, storage, store, draftKey }: Stage,
  { triggers, once }: Embed,
  place: WeakRef<HTMLElement>,
): void {
  const key = `${draftKey}:shown`;
  const hear = (target: EventTarget, name: string, act: (event: Event) => void) => {
    const listen = (event: Event) => {
      if (!place.deref()) target.removeEventListener(name, listen);
      else if (place.deref()?.isConnected) act(event);
    };
    target.addEventListener(name, listen);
  };
  const open = (isAsked: boolean) => {
    const act: unknown = Reflect.get(place.deref() ?? {}, 'open');
    if (typeof act === 'function') act(isAsked);
  };
  const shelf = once === 'visit' ? visitStorage() : storage;
  const openOnce = () => {
    if (place.deref()?.isConnected && (once === 'always' || !shelf[key])) open(false);
  };
  // However it was opened: whoever has seen or sent it is not shown it again.
  const note = () => {
    if (once !== 'visit') return store(key, '1');
    try {
      shelf[key] = '1';
    } catch {
      // Full: it may open once more.
    }
  };
  for (const name of ['open', 'outcome']) place.deref()?.addEventListener(`baton:${name}`, note);
  const clickable = [`[data-baton-open="${payload.id}"]`];
  for (const trigger of triggers) {
    if (trigger.on === 'delay') setTimeout(openOnce, trigger.seconds * 1000);
    else if (trigger.on === 'click') clickable.push(trigger.selector);
    else if (trigger.on === 'scroll') {
      let isPast = false;
      hear(window, 'scroll', () => {
        const { scrollTop, clientHeight, scrollHeight } = document.scrollingElement ?? document.body;
        if (isPast || (100 * (scrollTop + clientHeight)) / scrollHeight < trigger.percent) return;
        isPast = true;
        openOnce();
      });
    } else {
      // The pointer leaves the page by its upper edge: towards the tabs and the address.
      hear(document.documentElement, 'mouseleave', (event) => {
        if (event instanceof MouseEvent && event.clientY <= 0) openOnce();
      });
    }
  }
  hear(window, 'click', (event) => {
    // Also of what is inside another component.
    const isMeant = (on: EventTarget) => on instanceof Element && clickable.some((one) => isMatch(on, one));
    if (!event.composedPath().some(isMeant)) return;
    event.preventDefault();
    open(true);
  });
}

/** A selector that is none matches nothing, and spares the others. */
function isMatch(element: Element, selector: string): boolean {
  try {
    return element.matches(selector);
  } catch {
    return false;
  }
}

/** Where it is blocked, every page is a visit. */
function visitStorage(): Record<string, string> {
  try {
    return sessionStorage;
  } catch {
    return {};
  }
}

/** Moves the form into a window that its own button, Escape and the website can close; kept once it was open. */
function windowOf({ form, host, payload, tell }: Stage, { mode, button: label }: Embed): Promise<void> {
  const dialog = document.createElement('dialog');
  const isModal = mode !== 'slidein';
  const place = form.parentNode;
  let isOpen = false;
  let openedAt = 0;
  let seen: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => {
    seen = resolve;
  });
  const button = (name: string, text: string, act: () => void) => {
    const made = document.createElement('button');
    made.type = 'button';
    made.className = name;
    made.textContent = text;
    made.addEventListener('click', act);
    return made;
  };
  let before: Element | null = null;
  const open = (isAsked?: unknown) => {
    if (!host.isConnected || dialog.matches(':modal,:popover-open')) return;
    // Left over from a form that was open when it was taken out of the page.
    dialog.open = false;
    isOpen = true;
    openedAt = performance.now();
    before = document.activeElement;
    while (before?.shadowRoot?.activeElement) before = before.shadowRoot.activeElement;
    // One that nobody asked for takes no key from whoever types elsewhere: what is inert cannot get the focus.
    dialog.inert = !isModal && isAsked === false;
    if (isModal) dialog.showModal();
    else dialog.showPopover();
    dialog.inert = false;
    seen();
    tell('open');
  };
  const closed = () => {
    if (isOpen) tell('close');
    isOpen = false;
  };
  const close = () => {
    // A modal window gives the focus back by itself. Whoever has gone on to something else stays there.
    const isWithin = dialog.matches(':focus-within');
    if (isModal) dialog.close();
    else {
      dialog.hidePopover();
      if (isWithin && before instanceof HTMLElement) before.focus({ preventScroll: true });
    }
    closed();
  };
  const cross = button('close', '×', close);
  cross.ariaLabel = payload.words?.close ?? '';
  dialog.className = mode;
  dialog.ariaLabel = payload.name ?? '';
  // It ends where the form's lines end, and its name is of the form's language.
  for (const name of ['dir', 'lang']) dialog.setAttribute(name, form.getAttribute(name) ?? '');
  // The window itself takes the focus: no keyboard jumps up on a phone, and the form is read from its start.
  dialog.autofocus = true;
  dialog.tabIndex = -1;
  dialog.append(form, cross);
  if (!isModal) dialog.popover = 'manual';
  // A moment later, when it may be open again.
  dialog.addEventListener('close', () => dialog.open || closed());
  dialog.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape' && !isModal) close();
  });
  // A press beside the window closes it; a drag that only ends there does not. It closes by the click, not before: a
  // finger's click would land on what lies under it on the page.
  // Asked of where it was: the window's own edge and scrollbar have the same target as what is beside it.
  const isBeside = ({ target, clientX, clientY }: MouseEvent) => {
    const { left, right, top, bottom } = dialog.getBoundingClientRect();
    return target === dialog && (clientX < left || clientX > right || clientY < top || clientY > bottom);
  };
  let isBegun = false;
  dialog.addEventListener('pointerdown', (event) => {
    // The second press of two belongs to what opened the window. Not everywhere are taps counted.
    isBegun = isBeside(event) && performance.now() > openedAt + doublePress;
  });
  dialog.addEventListener('click', (event) => {
    if (mode === 'popup' && event.detail < 2 && isBegun && isBeside(event)) close();
    isBegun = false;
  });
  if (label) place?.append(button('opener', label, open));
  place?.append(dialog);
  Object.assign(host, { open, close });
  return opened;
}

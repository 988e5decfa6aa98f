// A form that opens over the page: as a window in the middle, in a corner, or on the whole screen. It opens when the
// marketer says so, at most as often as they say, and whenever somebody asks for it. It lies in the browser's top
// layer, so it moves nothing on the page and nothing on the page lies above it.
import type { Embed } from '@baton/form';
import type { Part, Stage } from '../part.ts';

export const part: Part = (stage) => {
  const { host, payload, storage, store, draftKey } = stage;
  const { embed } = payload;
  if (!embed) return undefined;
  const { open, opened } = windowOf(stage, embed);
  const key = `${draftKey}:shown`;
  const shelf: Record<string, string> = embed.once === 'visit' ? sessionStorage : storage;
  const openOnce = () => {
    if (!host.isConnected || (embed.once !== 'always' && shelf[key])) return;
    if (embed.once === 'visit') sessionStorage.setItem(key, '1');
    else store(key, '1');
    open();
  };
  const clickable = [`[data-baton-open="${payload.id}"]`];
  for (const trigger of embed.triggers) {
    if (trigger.on === 'delay') setTimeout(openOnce, trigger.seconds * 1000);
    else if (trigger.on === 'scroll') onScroll(trigger.percent, openOnce);
    else if (trigger.on === 'exit') onExit(openOnce);
    else clickable.push(trigger.selector);
  }
  addEventListener('click', (event) => {
    const isAsked = ({ target }: Event) => target instanceof Element && target.closest(clickable.join());
    if (!host.isConnected || !isAsked(event)) return;
    event.preventDefault();
    open();
  });
  return opened;
};

function onScroll(percent: number, open: () => void): void {
  const look = () => {
    const { scrollTop, clientHeight, scrollHeight } = document.scrollingElement ?? document.body;
    if ((100 * (scrollTop + clientHeight)) / scrollHeight < percent) return;
    removeEventListener('scroll', look);
    open();
  };
  addEventListener('scroll', look, { passive: true });
}

/** The pointer leaves the page by its upper edge: towards the tabs and the address. */
function onExit(open: () => void): void {
  document.documentElement.addEventListener('mouseleave', ({ clientY }) => {
    if (clientY <= 0) open();
  });
}

/** Moves the form into a window that its own button, Escape and the website can close. */
function windowOf(
  { form, host, payload, tell }: Stage,
  { mode, button: label }: Embed,
): { readonly open: () => void; readonly opened: Promise<void> } {
  const dialog = document.createElement('dialog');
  const isModal = mode !== 'slidein';
  const place = form.parentNode;
  let isOpen = false;
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
  const open = () => {
    if (isOpen) return;
    isOpen = true;
    if (isModal) dialog.showModal();
    else dialog.showPopover();
    seen();
    tell('open');
  };
  const closed = () => {
    if (isOpen) tell('close');
    isOpen = false;
  };
  const close = () => {
    if (isModal) dialog.close();
    else dialog.hidePopover();
    closed();
  };
  const cross = button('close', '×', close);
  cross.ariaLabel = payload.words?.close ?? '';
  dialog.className = mode;
  dialog.ariaLabel = payload.name ?? '';
  // The window itself takes the focus: no keyboard jumps up on a phone, and the form is read from its start.
  dialog.autofocus = true;
  dialog.tabIndex = -1;
  dialog.append(form, cross);
  if (!isModal) dialog.popover = 'manual';
  dialog.addEventListener('close', closed);
  dialog.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape' && !isModal) close();
  });
  // A press beside the window closes it; a drag that only ends there does not.
  dialog.addEventListener('pointerdown', ({ target }) => {
    if (isModal && target === dialog) close();
  });
  if (label) place?.append(button('opener', label, open));
  place?.append(dialog);
  Object.assign(host, { open, close });
  return { open, opened };
}

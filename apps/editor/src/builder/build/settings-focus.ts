// From a selected part to its settings and back, by one key each: nobody has to pass all other parts on the way.

/** To the first control of the settings, as soon as it is there; on small screens they are opened. */
export function goToSettings(): void {
  const pane = document.querySelector('[data-settings]');
  if (pane === null) document.querySelector<HTMLElement>('[data-settings-opener]')?.click();
  else if (!goToFirstControl(pane)) goOnceThere(pane);
}

function goToFirstControl(pane: Element): boolean {
  const control = pane.querySelector<HTMLElement>('input, textarea, select');
  control?.focus();
  return control !== null;
}

/** Settings are loaded after the form; whoever was quicker is taken there, unless they have gone elsewhere since. */
function goOnceThere(pane: Element): void {
  const from = document.activeElement;
  const arrival = new MutationObserver(() => {
    if (document.activeElement !== from || goToFirstControl(pane)) arrival.disconnect();
  });
  arrival.observe(pane, { childList: true, subtree: true });
}

/** To the part on the canvas that the settings are of; null: it has none there. */
export function partOnCanvas(id: string | undefined): HTMLElement | null {
  return id === undefined ? null : document.querySelector<HTMLElement>(`[data-canvas="${CSS.escape(id)}"]`);
}

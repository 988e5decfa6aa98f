// From a selected part to its settings and back, by one key each: nobody has to pass all other parts on the way.

/** To the first control of the settings; on small screens they are opened. */
export function goToSettings(): void {
  const pane = document.querySelector('[data-settings]');
  const control = pane?.querySelector<HTMLElement>('input, textarea, select') ?? null;
  if (control) control.focus();
  else document.querySelector<HTMLElement>('[data-settings-opener]')?.click();
}

/** To the part on the canvas that the settings are of; null: it has none there. */
export function partOnCanvas(id: string | undefined): HTMLElement | null {
  return id === undefined ? null : document.querySelector<HTMLElement>(`[data-canvas="${CSS.escape(id)}"]`);
}

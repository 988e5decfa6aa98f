// Waiting until nothing is pressed: what appears would move what is being pressed away from under the pointer, and the
// press would be lost.

/** Does it now, or as soon as what is pressed in the form was let go. */
export function onceReleased(form: HTMLElement, act: () => void): void {
  if (form.querySelector(':active')) addEventListener('mouseup', () => setTimeout(act), { once: true });
  else act();
}

// The controls of a form as answers and back. A form's own properties are never read: a field may be called `action`
// or `elements` and stand in their place. Ids hold no capitals, so methods like querySelector are safe.

/** Answers as the form would post them: a text, or a list where there are several. */
export type Given = Record<string, string | readonly string[]>;

/** Heard by a control that is to be given an answer: a list that names its options late does so now. */
export const wanted = 'wanted';

const isBox = (control: HTMLInputElement) => /radio|check/.test(control.type);

/** Brings the answers up to date with the controls, all that there are of their names. */
export function readAnswers(controls: readonly HTMLInputElement[], given: Given): void {
  for (const control of controls) given[control.name] = [];
  for (const control of controls) {
    const { name, value } = control;
    const before = given[name] ?? [];
    if (!control.disabled && (!isBox(control) || control.checked))
      given[name] = before[0] ? [before, value].flat() : value;
  }
}

/** Puts answers into the controls under `root`; a box that is not among them is cleared, other controls stay. */
export function writeAnswers(root: ParentNode, given: Given): void {
  for (const control of root.querySelectorAll<HTMLInputElement>('[name]')) {
    const { name } = control;
    const values = [Object.hasOwn(given, name) ? given[name] : []].flat();
    const [first = control.value] = values;
    if (isBox(control)) control.checked = values.includes(control.value);
    else if (first !== control.value) {
      control.dispatchEvent(new Event(wanted));
      control.value = first;
    }
  }
}

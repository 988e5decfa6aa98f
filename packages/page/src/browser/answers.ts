// The controls of a form as answers and back. A form's own properties are never read: a field may be called `action`
// or `elements` and stand in their place. Ids hold no capitals, so methods like querySelector are safe.

/** Answers as the form would post them: a text, or a list where there are several. */
export type Given = Record<string, string | readonly string[]>;

export function readAnswers(form: HTMLFormElement): Given {
  const given: Given = {};
  for (const [name, value] of new FormData(form)) {
    if (typeof value === 'string')
      given[name] = Object.hasOwn(given, name) ? [given[name] ?? [], value].flat() : value;
  }
  return given;
}

/** Puts answers into the controls under `root`; a box that is not among them is cleared, other controls stay. */
export function writeAnswers(root: ParentNode, given: Given): void {
  for (const control of root.querySelectorAll<HTMLInputElement>('[name]')) {
    const { name } = control;
    const values = Object.hasOwn(given, name) ? [given[name] ?? []].flat() : [];
    const [first] = values;
    if (/^(radio|check)/.test(control.type)) control.checked = values.includes(control.value);
    else if (first) control.value = first;
  }
}

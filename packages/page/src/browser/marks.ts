// The sign of a field whose answer is demanded by a condition. A piece of the core (build/pieces.ts): where no condition
// demands anything, each sign stays as it was drawn.

/** Shows the field's sign, or hides it. */
export const marks: ((field: HTMLElement, isDemanded: boolean) => void) | undefined = (field, isDemanded) => {
  const mark = field.querySelector<HTMLElement>('.must');
  if (mark) mark.hidden = !isDemanded;
};

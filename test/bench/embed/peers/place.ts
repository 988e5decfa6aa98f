// Where every peer's form goes.
export function place(): HTMLElement {
  const found = document.getElementById('form');
  if (!found) throw new Error('The page has no place for a form.');
  return found;
}

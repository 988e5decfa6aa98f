// Ids of what is new: words made of what it is called, numbered where taken. They never change afterwards, so that a
// new name breaks nothing.

/**
 * An id like `company_size` that is not taken yet.
 * @param words what it is called, in any language
 * @param fallback where nothing of the words is left
 */
export function freeId(words: string, taken: ReadonlySet<string>, fallback = 'field'): string {
  const plain = words
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[^a-z]+|_+$/g, '')
    .slice(0, 40)
    .replace(/_+$/, '');
  const id = plain === '' ? fallback : plain;
  if (!taken.has(id)) return id;
  for (let number = 2; ; number += 1) {
    if (!taken.has(`${id}_${number}`)) return `${id}_${number}`;
  }
}

// The embed's HTML as it travels: what the form's logic says already (a field's id, the ids of its options), and what is
// called the same as a class and as a part, is not written again. Unfolding gives the same HTML to the letter, whatever
// stands in it. Quotes are free for this: HTML that is written short holds none.

/** A field of a form's logic. */
type Known = { readonly id: string; readonly options?: readonly string[] };

/** What a field begins with, and with it what follows is folded by that field. */
const start = 'data-field="';

/** HTML that is written short, folded. Its fields stand in the order of these. */
export function fold(html: string, fields: readonly Known[]): string {
  return html
    .replace(/ class=(\w+) part=\1(?=[ >])/g, ' class="$1')
    .split(/(?<=<div |class="field )data-field=/)
    .map((text, at) => (at ? foldField(text, fields[at - 1]) : text))
    .join(start);
}

/** One field, from behind its id on. What the words of a form happen to say alike is unfolded alike. */
function foldField(text: string, field: Known | undefined): string {
  const { id, options = [] } = field ?? { id: '' };
  if (id !== /^\w*/.exec(text)?.[0]) throw new Error(`The field ${id} stands elsewhere.`);
  let told = 0;
  return text
    .slice(id.length)
    .replace(/ value=(\w+)(?=[ >])/g, (whole, value: string) => {
      if (value !== options[told]) return whole;
      told += 1;
      return ' value=""';
    })
    .replace(/([ =']baton-|(?<!data-field)=)(\w+)(?=[-' >])/g, (whole, before: string, name) =>
      name === id ? `${before}"` : whole,
    );
}

/** The HTML that was folded. */
export function unfold(html: string, fields: readonly Known[]): string {
  return html
    .replace(/class="(\w+)/g, 'class=$1 part=$1')
    .split(start)
    .map((text, at) => {
      const { id = '', options = [] } = fields[at - 1] ?? {};
      let told = 0;
      return id + text.replaceAll('""', () => options[told++] ?? '').replaceAll('"', id);
    })
    .join('data-field=');
}

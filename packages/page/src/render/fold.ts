// The embed's HTML as it travels: what says a field's id again and again, and what is called the same as a class and as
// a part, is written once. Unfolding gives the same HTML to the letter, whatever stands in it. Quotes are free for
// this: HTML that is written short holds none.

/** HTML that is written short, folded. */
export function fold(html: string): string {
  return html
    .replace(/ class=(\w+) part=\1(?=[ >])/g, ' class="$1')
    .split(start)
    .map((field) => {
      const id = idIn(field);
      return field.replace(/([ =']baton-|=)(\w+)(?=[-' >])/g, (whole, before: string, name) =>
        name === id ? `${before}"` : whole,
      );
    })
    .join(start);
}

/** The HTML that was folded. */
export function unfold(html: string): string {
  return html
    .replace(/class="(\w+)/g, 'class=$1 part=$1')
    .split(start)
    .map((field) => field.replaceAll('"', idIn(field)))
    .join(start);
}

const start = 'data-field=';

/** What a field's HTML begins with. Before the first, nothing is folded. */
function idIn(field: string): string {
  return /^\w*/.exec(field)?.[0] ?? '';
}

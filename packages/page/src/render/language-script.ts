// What goes before the script of a form that speaks several languages, where nobody said which one: only the browser
// knows the language of the page around it. If the form speaks that one and came in another, this asks for it anew
// and keeps the script that follows from running. A form of one language never carries it.
//
// Written for the browser as it stands: it is too small to be built.
const ask = `((languages, spoken) => {
  const script = document.currentScript;
  const page = (script?.closest('[lang]')?.lang || '').toLowerCase();
  const alike = languages.filter((tag) => tag.toLowerCase().split('-')[0] === page.split(/[-_]/)[0]);
  if (!alike[0] || page === spoken.toLowerCase() || alike.join() === spoken) return false;
  try {
    const other = document.createElement('script');
    for (const { name, value } of script.attributes) other.setAttribute(name, value);
    other.nonce = script.nonce;
    other.src = script.src + (script.src.includes('?') ? '&' : '?') + 'lang=' + page;
    script.replaceWith(other);
    return true;
  } catch {
    // The page forbids it: better in another language than not at all.
    return false;
  }
})`;

/** An expression, with `||` after it, that is true where another language was asked for; empty for one language. */
export function languageScript(languages: readonly string[], spoken: string): string {
  return languages.length < 2 ? '' : `${ask}(${JSON.stringify(languages)},${JSON.stringify(spoken)})||`;
}

// Markup by construction: only the `html` tag makes it, and it escapes whatever is put in. A string is never
// markup, so no label, option, translation or answer can become any.

class Made {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  toString(): string {
    return this.#text;
  }
}

/** HTML that this module made. The class is not exported and has a private field, so nothing else passes as one. */
export type Markup = Made;

/** What may stand in a template: text (escaped), markup (as it is), lists of these, or nothing. */
export type Part = Markup | string | number | false | null | undefined | readonly Part[];

/** An attribute's value: `true` writes the bare name, `false` and `undefined` leave it out. */
export type AttributeValue = string | number | boolean | undefined;

const unsafe = /[&<>"']/g;
const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text that is safe between tags and inside a quoted attribute. Of control characters only null is dropped, which HTML reads as another; the rest must come back as they were typed. */
export function escapeText(text: string): string {
  return text.replaceAll('\0', '').replace(unsafe, (sign) => entities[sign] ?? '');
}

const joined = new WeakMap<TemplateStringsArray, readonly string[]>();

/**
 * The template without its own line breaks and indents: inside a tag and beside words they are a blank, between
 * tags and parts they are nothing.
 */
function joinLines(strings: TemplateStringsArray): readonly string[] {
  const known = joined.get(strings);
  if (known) return known;
  let inTag = false;
  const lines = strings.map((string) =>
    string.replace(/[<>]|\n\s*/g, (sign, at: number) => {
      if (sign === '<' || sign === '>') inTag = sign === '<';
      if (!sign.startsWith('\n')) return sign;
      const before = string[at - 1] ?? '>';
      const after = string[at + sign.length] ?? '<';
      return inTag || before !== '>' || after !== '<' ? ' ' : '';
    }),
  );
  joined.set(strings, lines);
  return lines;
}

/** A template whose own line breaks are joined and whose parts are escaped. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  let text = '';
  joinLines(strings).forEach((string, index) => {
    text += string + written(parts[index]);
  });
  return new Made(text);
}

/** Attributes in the order given, each with a blank before it. Names come from code, never from a document. */
export function attributes(values: Readonly<Record<string, AttributeValue>>): Markup {
  let text = '';
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined || value === false) continue;
    text += value === true ? ` ${name}` : ` ${name}="${escapeText(String(value))}"`;
  }
  return new Made(text);
}

/** The same markup with one more attribute after another, made from its value; none where that gives no text. */
export function withAttribute(
  markup: Markup,
  after: string,
  name: string,
  derive: (value: string) => string,
): Markup {
  // Text and values hold no quotes, they are escaped: what looks like an attribute is one.
  const found = new RegExp(` ${after}="([^"]*)"`, 'g');
  return new Made(
    markup.toString().replace(found, (whole, value: string) => {
      const derived = derive(value);
      return derived === '' ? whole : `${whole} ${name}="${escapeText(derived)}"`;
    }),
  );
}

/**
 * The same markup with quotes only where HTML needs them, and none that JSON would escape. Text and values hold
 * no quotes, they are escaped: each quote here stands around a value.
 */
export function writeShort(markup: Markup): string {
  return markup
    .toString()
    .replace(/="([\w.:-]+)"/g, '=$1')
    .replaceAll('"', "'");
}

function written(part: Part): string {
  if (part === null || part === undefined || part === false) return '';
  if (part instanceof Made) return part.toString();
  if (typeof part === 'object') return part.map(written).join('');
  return escapeText(String(part));
}

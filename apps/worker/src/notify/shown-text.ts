// Text that others wrote, made fit to be shown by programs we do not control: control characters, and those that turn
// the direction of what follows, are dropped; it is cut where it would be too long.

// C0 and C1 controls except line breaks and tabs, and Unicode's bidirectional controls, with which a text can be made
// to read as another. https://www.unicode.org/reports/tr36/#Bidirectional_Text_Spoofing
// oxlint-disable-next-line no-control-regex -- these are the characters to drop
const unwanted = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;

// Most texts are words with single blanks between them, and have nothing to be cleaned of.
const clean = /^[!-~\u00a1-\u02ff\u2013-\u201e]+(?: [!-~\u00a1-\u02ff\u2013-\u201e]+)*$/;

/** Cuts a text to so many UTF-16 units at most, never through a character. */
export function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  let end = length - 1;
  const last = text.charCodeAt(end - 1);
  if (last >= 0xd800 && last <= 0xdbff) end -= 1;
  return `${text.slice(0, end).trimEnd()}…`;
}

/** One line without surprises, of so many UTF-16 units at most. */
export function oneLine(text: string, length = 300): string {
  if (clean.test(text)) return cut(text, length);
  return cut(wellFormed(text).replace(/\s+/g, ' ').replace(unwanted, '').trim(), length);
}

/** Several lines without surprises, of so many UTF-16 units at most. */
export function severalLines(text: string, length = 1000): string {
  if (clean.test(text)) return cut(text, length);
  const lines = wellFormed(text)
    .replace(/\r\n?/g, '\n')
    .replace(unwanted, '')
    .replace(/[^\S\n]+/g, ' ');
  return cut(lines.replace(/\n{3,}/g, '\n\n').trim(), length);
}

/** Half of a surrogate pair is no character, and some programs refuse a whole message for it. */
function wellFormed(text: string): string {
  return text.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd');
}

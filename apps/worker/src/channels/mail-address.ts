// Which addresses and header texts may stand in a mail. Refuses anything that could start another header line.

/** True for one plain address: no display name, no list, no control characters. */
export function isMailAddress(text: string): boolean {
  return text.length <= 254 && /^[^\s"(),:;<>@[\\\]]+@[^\s"(),:;<>@[\\\]]+$/.test(text) && !hasControl(text);
}

/** A text made safe for a header: one line, at most 200 characters. */
export function headerText(text: string): string {
  let line = '';
  for (const character of text) line += hasControl(character) ? ' ' : character;
  return line.replace(/\s+/g, ' ').trim().slice(0, 200);
}

function hasControl(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code < 32 || (code >= 127 && code < 160) || code === 0x2028 || code === 0x2029) return true;
  }
  return false;
}

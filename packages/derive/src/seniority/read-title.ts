// A job title as words. Refuses to tell apart what people write alike: case, accents, punctuation, full and half
// width. Each character of Chinese and Japanese is a word of its own, since nothing stands between theirs.

/** Longer titles are read up to here, in UTF-16 units. */
const longestTitle = 200;

/** What parts a title: `/` parts it wholly, `,` less so, `&` least. */
export const breaks = { strong: '/', weak: ',', join: '&' } as const;

/** Whether a word of {@link readTitle} is a break. */
export function isBreak(word: string | undefined): word is '/' | ',' | '&' {
  return word === breaks.strong || word === breaks.weak || word === breaks.join;
}

// Latin, Greek and Cyrillic accents, Hebrew points, Arabic vowel signs and its stretching stroke. Kana keep theirs.
const accents =
  /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670]/g;
const folded: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  ı: 'i',
  ى: 'ي',
  ة: 'ه',
};
const foldable = new RegExp(`[${Object.keys(folded).join('')}]`, 'g');
// oxlint-disable-next-line no-control-regex -- all of ASCII, its control characters too
const plain = /^[\x00-\x7f]*$/;

const partsStrongly = new Set('/|;\\•·⋅¦');
const partsWeakly = new Set(',،、()[]{}–—:"“”„«»');
const joins = new Set('&+');
// "(m/w/d)", "h/f": whom an advertisement addresses.
const addressed = /\b[a-z](?:\/[a-z])+\b/g;
const isLetter = /[\p{L}\p{N}]/u;
const isHebrew = /[א-ת]/;

/** The words and breaks of a title. Linear in its length. */
export function readTitle(title: string): readonly string[] {
  return splitWords(foldText(title.slice(0, longestTitle)).replace(addressed, ''));
}

/** The words and breaks of a text that is folded already. */
export function splitWords(text: string): readonly string[] {
  const words: string[] = [];
  let word = '';
  // Where the letters begin that are not yet part of the word.
  let from = 0;
  for (let at = 0; at <= text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (isLetterCode(code)) continue;
    word += text.slice(from, at);
    from = at + 1;
    if (isInsideWord(text, at, word)) continue;
    if (word !== '') words.push(word);
    word = '';
    if (isIdeographCode(code)) words.push(text.charAt(at));
    else if (code >= 33) pushBreak(words, text, at);
  }
  return words;
}

function pushBreak(words: string[], text: string, at: number): void {
  const char = text.charAt(at);
  if (partsStrongly.has(char)) words.push(breaks.strong);
  else if (partsWeakly.has(char) || isDash(text, at)) words.push(breaks.weak);
  else if (joins.has(char)) words.push(breaks.join);
  else if (char === '@') words.push(char);
}

/** Case, accents and widths as this module writes them. Of any length. */
export function foldText(text: string): string {
  if (plain.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(accents, '')
    .normalize('NFC')
    .replace(foldable, (letter) => folded[letter] ?? letter);
}

// Ranges first, for most letters of most titles are in them; NaN, behind the end, is in none.
function isLetterCode(code: number): boolean {
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 48 && code <= 57);
  if ((code >= 0x5d0 && code <= 0x5ea) || (code >= 0x621 && code <= 0x64a)) return true;
  return code >= 128 && !isIdeographCode(code) && isLetter.test(String.fromCharCode(code));
}

/** Han, kana and the marks that lengthen or repeat them; not the dot between words in katakana. */
function isIdeographCode(code: number): boolean {
  if (code < 0x3005 || code > 0xfaff) return false;
  if (code <= 0x30ff) return code <= 0x3007 || (code >= 0x3041 && code !== 0x30fb);
  return (code >= 0x3400 && code <= 0x9fff) || code >= 0xf900;
}

/** The dots of "C.E.O.", the "&" of "R&D" and the quote of מנכ"ל stand inside a word. */
function isInsideWord(text: string, at: number, word: string): boolean {
  const char = text.charAt(at);
  const next = text.charAt(at + 1);
  if (char === '.')
    return (word.length === 1 || (word !== '' && text[at - 2] === '.')) && isLetter.test(next);
  if (char === '&') return word.length === 1 && isLetter.test(next) && !isLetter.test(text.charAt(at + 2));
  if (!'"\'״׳’”'.includes(char)) return false;
  return isHebrew.test(word.slice(-1)) && isHebrew.test(next);
}

function isDash(text: string, at: number): boolean {
  return text.charAt(at) === '-' && text.charAt(at - 1) === ' ' && text.charAt(at + 1) === ' ';
}

// The words of a text, sentence by sentence, in small letters. What leads to a person is left out before: addresses,
// telephone numbers and links. So are numbers alone.

const address = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+/gu;
const link = /\b(?:https?:\/\/|www\.)\S+/giu;
/** Seven digits and more, however they are set apart. */
const phone = /(?:\+|\b)\d(?:[\s()./-]{0,2}\d){6,}/gu;

/** In place of what is not shown. */
const hidden = '…';

/** The text without addresses, telephone numbers and links. */
export function withoutContacts(text: string): string {
  return text.replace(link, hidden).replace(address, hidden).replace(phone, hidden);
}

const sentenceEnd = /[.!?…;:()[\]"“”„«»\n。！？；：、，,|/–—]+|\s-\s/u;
const word = /[\p{L}\p{M}\p{N}]+(?:['’-][\p{L}\p{M}\p{N}]+)*/gu;
const withoutSpaces = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
const numberAlone = /^[\p{N}'’-]+$/u;

/** Each sentence's words, in order. A comma ends one too: what stands on both sides of it is no term. */
export function readWords(text: string): readonly (readonly string[])[] {
  return withoutContacts(text.normalize('NFKC'))
    .split(sentenceEnd)
    .map((sentence) =>
      wordsOf(sentence)
        .map((one) => one.toLowerCase().replaceAll('’', "'"))
        .filter((one) => !numberAlone.test(one)),
    )
    .filter((sentence) => sentence.length > 0);
}

function wordsOf(sentence: string): readonly string[] {
  if (!withoutSpaces.test(sentence)) return sentence.match(word) ?? [];
  const segments = new Intl.Segmenter('zh', { granularity: 'word' }).segment(sentence);
  return [...segments].flatMap(({ segment, isWordLike }) => (isWordLike === true ? [segment] : []));
}

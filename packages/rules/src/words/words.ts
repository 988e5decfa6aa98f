// A sentence in pieces, so that whoever shows it can set names and values apart. Says nothing by itself.

/** A piece of a sentence: plain, a name, a value, or what there is no name for any more. */
export type Words = readonly {
  readonly text: string;
  readonly as: 'plain' | 'name' | 'value' | 'gone';
}[];

/** A sentence put together: texts are plain, everything else is as it was made. */
export function sentence(...parts: readonly (string | Words | Words[number])[]): Words {
  return parts.flatMap((part): Words => {
    if (typeof part === 'string') return part === '' ? [] : [{ text: part, as: 'plain' }];
    return 'text' in part ? [part] : part;
  });
}

export function nameWord(text: string): Words[number] {
  return { text, as: 'name' };
}

export function valueWord(text: string): Words[number] {
  return { text, as: 'value' };
}

export function goneWord(text: string): Words[number] {
  return { text, as: 'gone' };
}

/** `a, b and c`. */
export function listed(parts: readonly Words[], joint: 'and' | 'or'): Words {
  return parts.reduce<Words>(
    (before, part, index) =>
      index === 0 ? part : sentence(before, index === parts.length - 1 ? ` ${joint} ` : ', ', part),
    [],
  );
}

export function plainText(words: Words): string {
  return words.map(({ text }) => text).join('');
}

const numbers = new Intl.NumberFormat('en', { maximumFractionDigits: 20 });

/** A number in full: `1,000` or `2.5`; two numbers never read the same. */
export function numberInWords(value: number): string {
  const text = numbers.format(value);
  return Number(text.replaceAll(',', '')) === value ? text : String(value);
}

const days = new Intl.DateTimeFormat('en', { dateStyle: 'long', timeZone: 'UTC' });

/** @param day a day of the calendar, `YYYY-MM-DD` */
export function dayInWords(day: string): string {
  return days.format(new Date(`${day}T00:00:00Z`));
}

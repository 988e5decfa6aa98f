// A value as a cell of a CSV file that people open in a spreadsheet. What a spreadsheet would run as a formula is
// made text by an apostrophe before it (https://owasp.org/www-community/attacks/CSV_Injection); numbers stay numbers.

// Space before it does not keep every spreadsheet from it, and some write their operators wide.
const formula = /^(?:[\t\r\n]|\s*[=+\-@\uff0b\uff0d\uff1d\uff20])/;
const number = /^[+-]?(?:\d+[.,]?\d*|[.,]\d+)(?:e[+-]?\d+)?$/i;
// Whatever delimiter a reader guesses, the cell must stay one.
const special = /[",;\t|\r\n]|^\s|\s$/;

/** Quoted where anything asks for it. */
export function csvCell(text: string): string {
  const safe = formula.test(text) && !number.test(text) ? `'${text}` : text;
  return special.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

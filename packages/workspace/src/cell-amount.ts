// What a deal is worth, as tables write it: with signs of currencies, and with either sign between thousands. Refuses
// what could be two numbers.

const currencies: Readonly<Record<string, string>> = { '€': 'EUR', $: 'USD', '£': 'GBP' };

export type CellAmount = { readonly amount: number; readonly currency: string | null };

/** Null: no number. Below nothing is none. */
export function cellAmount(text: string): CellAmount | null {
  const found = /^([A-Z]{3}|[€$£])?([\d.,'\s\u00a0\u202f]+)([A-Z]{3}|[€$£])?$/.exec(text.trim());
  if (found === null) return null;
  const [, before, digits = '', after] = found;
  const amount = numberOf(digits.replaceAll(/['\s\u00a0\u202f]/g, ''));
  const sign = before ?? after ?? null;
  return amount === null ? null : { amount, currency: sign === null ? null : (currencies[sign] ?? sign) };
}

function numberOf(digits: string): number | null {
  // Groups of three, and then at most two digits behind the other sign.
  const grouped = /^(\d{1,3})([.,])(\d{3})((?:\2\d{3})*)(?:[.,](\d{1,2}))?$/.exec(digits);
  if (grouped !== null && digits.includes('.') !== digits.includes(',') && grouped[5] !== undefined)
    return null;
  if (grouped !== null) {
    const [, head = '', sign = '', next = '', rest = '', cents = '0'] = grouped;
    return Number(`${head}${next}${rest.replaceAll(sign, '')}.${cents}`);
  }
  return /^\d+(?:[.,]\d+)?$/.test(digits) ? Number(digits.replace(',', '.')) : null;
}

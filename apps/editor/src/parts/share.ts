// A part of a whole, as one reads it.

const percent = new Intl.NumberFormat('en', { style: 'percent', maximumFractionDigits: 0 });
const counted = new Intl.NumberFormat('en');

/** `48%`; a dash where there is no whole. Counters may run over, as when two tabs are open: it is never above 100%. */
export function shareInWords(part: number, whole: number): string {
  return whole > 0 ? percent.format(Math.min(1, part / whole)) : '–';
}

/** `12,400`. */
export function countInWords(count: number): string {
  return counted.format(count);
}

// A shared number's value in words, as the weekly report says it.
import { daysInWords, minutesInWords } from '../numbers/say.ts';
import type { SharedNumber } from '../numbers/shared-number.ts';

export function valueInWords(value: number | null, unit: SharedNumber['unit']): string {
  if (value === null) return '–';
  switch (unit) {
    case 'share':
      return `${Math.round(value * 100)}%`;
    case 'minutes':
      return minutesInWords(value);
    case 'days':
      return daysInWords(value);
    case 'count':
      return String(Math.round(value * 10) / 10);
  }
}

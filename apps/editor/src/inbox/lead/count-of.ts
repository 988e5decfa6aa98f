// So many of something, in words. Pure.
import { countInWords } from '../../parts/share.ts';

export function countOf(count: number, word: string): string {
  return `${countInWords(count)} ${count === 1 ? word : `${word}s`}`;
}

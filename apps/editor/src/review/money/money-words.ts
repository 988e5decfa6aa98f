// Money and parts of leads as they are read. Pure.
import type { ReviewMoney } from '@baton/worker/api-types';

type Amounts = ReviewMoney['total']['revenue'];

/** Every currency by itself, the largest first; what has no currency is a number. Null of none. */
export function amountInWords(amounts: Amounts): string | null {
  const known = Object.entries(amounts).filter(([, amount]) => amount !== 0);
  if (known.length === 0) return null;
  return known
    .toSorted(([, one], [, other]) => other - one)
    .map(([currency, amount]) => inCurrency(currency, amount))
    .join(' + ');
}

function inCurrency(currency: string, amount: number): string {
  const isSmall = Math.abs(amount) < 100 && !Number.isInteger(amount);
  const digits = isSmall ? 2 : 0;
  const shown = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  try {
    return new Intl.NumberFormat('en', { ...shown, style: 'currency', currency }).format(amount);
  } catch {
    // What sales wrote is no currency's code.
    const number = new Intl.NumberFormat('en', shown).format(amount);
    return currency === '' ? number : `${number} ${currency}`;
  }
}

/** Parts of a lead to a tenth, whole ones whole. */
export function countInParts(count: number): string {
  return count.toLocaleString('en', { maximumFractionDigits: 1 });
}

export function channelName(name: string): string {
  return name === '' ? 'Not known' : name;
}

/** All currencies that stand anywhere, the one of most rows first. */
export function currenciesOf({ channels }: Pick<ReviewMoney, 'channels'>): readonly string[] {
  const counts = new Map<string, number>();
  for (const { pipeline, revenue, spend } of channels)
    for (const currency of new Set([pipeline, revenue, spend].flatMap((one) => Object.keys(one))))
      counts.set(currency, (counts.get(currency) ?? 0) + 1);
  return [...counts].toSorted(([, one], [, other]) => other - one).map(([currency]) => currency);
}

// What the address says of the ledger: how many days. What it says wrongly counts as not said.

const spans = [90, 365] as const;

/** Nothing: thirty days. */
export type LedgerSearch = { readonly days?: (typeof spans)[number] };

export function readLedgerSearch(search: Readonly<Record<string, unknown>>): LedgerSearch {
  const days = spans.find((one) => one === Number(search['days']));
  return days === undefined ? {} : { days };
}

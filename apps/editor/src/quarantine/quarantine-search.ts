// What the address says of the quarantine: which part of it is shown. What it says wrongly counts as not said.

const parts = ['confirmed', 'learnt'] as const;

/** Nothing: those that nobody has looked at. */
export type QuarantineSearch = { readonly show?: (typeof parts)[number] };

export function readQuarantineSearch(search: Readonly<Record<string, unknown>>): QuarantineSearch {
  const show = parts.find((one) => one === search['show']);
  return show === undefined ? {} : { show };
}

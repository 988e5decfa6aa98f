// What the address says of the log: which deliveries are shown. What it says wrongly counts as not said.

const states = ['waiting', 'delivered', 'dead', 'disabled'] as const;

export type LogSearch = { readonly state?: (typeof states)[number]; readonly destination?: string };

export function readLogSearch(search: Readonly<Record<string, unknown>>): LogSearch {
  const state = states.find((one) => one === search['state']);
  const { destination } = search;
  return {
    ...(state === undefined ? {} : { state }),
    ...(typeof destination === 'string' && destination !== '' ? { destination } : {}),
  };
}

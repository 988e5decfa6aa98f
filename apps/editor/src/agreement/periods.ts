// The stretches of the past that an agreement is looked at over.
export const periods = [
  { value: '30', label: '30 days' },
  { value: '90', label: '90 days' },
  { value: '365', label: 'a year' },
] as const;

/** In days, as a text. */
export type PeriodDays = (typeof periods)[number]['value'];

/** Up to now. */
export function periodOf(days: number): { readonly from: string; readonly to: string } {
  const to = Date.now();
  return { from: new Date(to - days * 86_400_000).toISOString(), to: new Date(to).toISOString() };
}

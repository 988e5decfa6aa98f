// What is told with another address of a lead: the lead keeps its main one, whatever attribute says it. Pure.
import type { Lead } from '../leads.ts';

type Values = Readonly<Record<string, unknown>>;

/** @param email the address it was told with */
export function underMain(lead: Pick<Lead, 'email' | 'attributes'>, email: string, told: Values): Values {
  if (email === lead.email) return told;
  return Object.fromEntries(
    Object.entries(told).map(([id, value]) => [
      id,
      isAddress(value, email) ? (lead.attributes[id] ?? lead.email) : value,
    ]),
  );
}

export function isAddress(value: unknown, email: string): boolean {
  return typeof value === 'string' && value.trim().toLowerCase() === email;
}

// What a lead can be found by in the inbox, and whence it came: kept beside the lead, so that a list reads one index.
import { companyName, personName } from '../../notify/names.ts';
import type { Lead } from '../leads.ts';

/** Name, company, address and so its domain; lower-cased. */
export function searchWords(lead: Lead): string {
  return [...new Set([personName(lead), companyName(lead), lead.email])].join('\n').toLowerCase();
}

/** The campaign's source, else the website that led here; null: neither is known. */
export function sourceOf({ visit }: Lead): string | null {
  for (const name of ['utm_source', 'referrer_host']) {
    const value = visit[name];
    if (typeof value === 'string' && value.trim() !== '') return value.trim().slice(0, 120);
  }
  return null;
}

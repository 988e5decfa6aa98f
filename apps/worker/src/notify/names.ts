// How a lead is called where a person reads it: by name and company if they told them, else by address.
import { countryName } from './country-name.ts';
import type { Catalogue } from '@baton/rules';
import { oneLine } from './shown-text.ts';

type Told = { readonly email: string; readonly attributes: Readonly<Record<string, unknown>> };

function told(lead: Told, ids: readonly string[]): string | null {
  for (const id of ids) {
    const value = lead.attributes[id];
    const line = typeof value === 'string' ? oneLine(value, 120) : '';
    if (line !== '') return line;
  }
  return null;
}

/** The person's name, or their address. */
export function personName(lead: Told): string {
  const parts = [
    told(lead, ['first_name', 'firstname', 'given_name']),
    told(lead, ['last_name', 'lastname', 'family_name']),
  ];
  const joined = parts.filter((part) => part !== null).join(' ');
  return told(lead, ['name', 'full_name', 'contact_name']) ?? (joined === '' ? lead.email : joined);
}

/** The company's name, or the domain of the address unless everybody may have one there. */
export function companyName(lead: Told): string {
  const name = told(lead, ['company', 'company_name', 'organisation', 'organization']);
  if (name !== null) return name;
  const kind = lead.attributes['email_kind'];
  return kind === 'free' || kind === 'disposable' ? '' : (lead.email.split('@')[1] ?? '');
}

/** The number they gave, if they gave one. */
export function phoneOf(lead: Told): string | null {
  const number = told(lead, ['phone', 'phone_number', 'mobile']);
  return number !== null && /^\+?[\d\s()./-]{4,40}$/.test(number) ? number : null;
}

/** One attribute's value in words: options by their label, lists joined, countries named, yes and no. */
export function valueInWords(catalogue: Catalogue, attribute: string, value: unknown): string {
  const { options = [], type } = catalogue.get(attribute) ?? {};
  if (type === 'country' && typeof value === 'string') return countryName(value);
  const label = (id: string): string => options.find((option) => option.id === id)?.label ?? id;
  if (Array.isArray(value)) return value.map((one) => label(String(one))).join(', ');
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  return typeof value === 'string' ? label(value) : String(value);
}

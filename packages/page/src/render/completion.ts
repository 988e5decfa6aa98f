// What a browser may fill into a field (WCAG 2.2, 1.3.5), by its attribute, else its kind. Fields about anything
// else are left to the browser.
import type { Field, FieldKind } from '@baton/form';

const byAttribute: Readonly<Record<string, string>> = {
  name: 'name',
  full_name: 'name',
  first_name: 'given-name',
  given_name: 'given-name',
  last_name: 'family-name',
  family_name: 'family-name',
  company: 'organization',
  company_name: 'organization',
  organization: 'organization',
  organisation: 'organization',
  job_title: 'organization-title',
  title: 'organization-title',
  street: 'street-address',
  address: 'street-address',
  city: 'address-level2',
  state: 'address-level1',
  region: 'address-level1',
  postal_code: 'postal-code',
  postcode: 'postal-code',
  zip: 'postal-code',
  country: 'country',
  email: 'email',
  phone: 'tel',
  mobile: 'tel',
  website: 'url',
  birthday: 'bday',
};

const byKind: { readonly [K in FieldKind]?: string } = {
  email: 'email',
  phone: 'tel',
  url: 'url',
  country: 'country',
};

/** The `autocomplete` tokens of a field: its own, else none from memory where it is sensitive, else what follows. */
export function completion(field: Field): string | undefined {
  if (field.autocomplete !== undefined) return field.autocomplete;
  if (field.sensitive) return 'off';
  const id = field.attribute ?? field.id;
  return (Object.hasOwn(byAttribute, id) ? byAttribute[id] : undefined) ?? byKind[field.kind];
}

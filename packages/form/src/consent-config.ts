// The shape of a form's consent, and whether what it keeps has a place in the workspace.
import { derivedAttributes } from '@baton/rules';
import type { Catalogue, Issue } from '@baton/rules';
import * as z from 'zod';
import { isSecure } from './addresses.ts';
import { fieldId, words } from './fields/config.ts';
import type { Consent } from './types.ts';

const most = 5000;

/** Null: nothing is asked. */
export const consentConfig = () =>
  z
    .looseObject({
      text: z.string().max(most).exactOptional(),
      /** Of the text, as the marketer counts; else its hash. */
      version: words(100).exactOptional(),
      url: z.string().max(2000).exactOptional(),
      linkText: words(200).exactOptional(),
      required: z.boolean().exactOptional(),
      marketing: z.looseObject({ text: words(most), attribute: fieldId().exactOptional() }).exactOptional(),
    })
    .nullable()
    .default(null);

/** What is wrong with it beside its shape. What was published before stands all the same. */
export function consentFaults(consent: Consent | null, catalogue: Catalogue): readonly Issue[] {
  const faults: Issue[] = [];
  if (consent?.required && (consent.text ?? '').trim() === '') {
    faults.push({ code: 'required', path: ['consent', 'text'] });
  }
  if (consent?.url !== undefined && !isSecure(consent.url)) {
    faults.push({ code: 'not_a_safe_address', path: ['consent', 'url'] });
  }
  const id = consent?.marketing?.attribute;
  if (id === undefined) return faults;
  const path = ['consent', 'marketing', 'attribute'];
  const attribute = catalogue.get(id);
  if (attribute === undefined) faults.push({ code: 'unknown_attribute', path });
  else if (derivedAttributes.some((derived) => derived.id === id))
    faults.push({ code: 'derived_attribute', path });
  else if (attribute.type !== 'boolean') faults.push({ code: 'attribute_does_not_fit', path });
  return faults;
}

// What can be done with what a form asks consent for, and with how it is kept from machines. What says nothing is taken
// out of the document.
import type { Consent, Protection } from '@baton/form';
import { patched } from './edit-fields.ts';
import type { FormDraft } from './form-draft.ts';

type Patch<T> = { readonly [Key in keyof T]?: T[Key] | undefined };

const noConsent: Consent = {};
const noProtection: Protection = {};

export function consentOf({ consent }: Pick<FormDraft, 'consent'>): Consent {
  return consent ?? noConsent;
}

/** Texts that are empty are taken out. */
export function editConsent(draft: FormDraft, patch: Patch<Consent>): FormDraft {
  const said = Object.fromEntries(
    Object.entries(patch).map(([key, value]) => [key, value === '' || value === false ? undefined : value]),
  );
  const consent = patched(consentOf(draft), said);
  if (consent === draft.consent) return draft;
  return patched(draft, { consent: Object.keys(consent).length === 0 ? undefined : consent });
}

export function protectionOf({ protection }: Pick<FormDraft, 'protection'>): Protection {
  return protection ?? noProtection;
}

export function editProtection(draft: FormDraft, patch: Patch<Protection>): FormDraft {
  const protection = patched(protectionOf(draft), patch);
  if (protection === draft.protection) return draft;
  return patched(draft, { protection: Object.keys(protection).length === 0 ? undefined : protection });
}

/** What the work costs where the form says nothing. */
export const usualCost = 50_000;

/** Tries that the work takes at most; undefined: there is none. */
export function costOf({ proofOfWork }: Protection): number | undefined {
  if (proofOfWork === undefined || proofOfWork === false) return undefined;
  return proofOfWork === true ? usualCost : (proofOfWork.cost ?? usualCost);
}

/** Hashes that a slow phone does in a second, in a script. */
const slowPhone = 100_000;

/** How long visitors' devices are at it, half of the tries being done on average. */
export function costInWords(cost: number): string {
  const seconds = cost / 2 / slowPhone;
  if (seconds < 1) return 'A slow phone is at it for less than a second; nobody notices.';
  if (seconds < 3) return 'A slow phone is at it for a second or two.';
  if (seconds < 10) return `A slow phone is at it for about ${Math.round(seconds)} seconds.`;
  return `A slow phone is at it for ${Math.round(seconds / 5) * 5} seconds or more: some visitors will leave.`;
}

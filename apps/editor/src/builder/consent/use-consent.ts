// What the form asks consent for, at work.
import type { Consent } from '@baton/form';
import { consentOf, editConsent } from '../../draft/edit-consent.ts';
import { useBuilder, useDraft } from '../builder-context.ts';

type Change = (patch: { readonly [Key in keyof Consent]?: Consent[Key] | undefined }, group?: string) => void;

export function useConsent(): readonly [Consent, Change] {
  const { store } = useBuilder();
  const consent = useDraft(consentOf);
  return [consent, (patch, group) => store.edit((draft) => editConsent(draft, patch), group)];
}

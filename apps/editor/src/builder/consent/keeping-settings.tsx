// What the visitor's browser keeps, and what is sent before the form is.
import { patched } from '../../draft/edit-fields.ts';
import type { FormDraft } from '../../draft/form-draft.ts';
import { Check } from '../../parts/field.tsx';
import { Segments } from '../../parts/segments.tsx';
import { Section } from '../../parts/split.tsx';
import { useBuilder, useDraft } from '../builder-context.ts';

const journals = [
  { value: 'on', label: 'Always' },
  { value: 'consent', label: 'After consent' },
  { value: 'off', label: 'Never' },
] as const;

const aboutJournal = {
  on: 'Where they came from and which pages they saw stays in their own browser until they send a form. Whoever asks websites not to track them (Global Privacy Control) is asked for consent first.',
  consent: 'Nothing is noted until your consent banner calls consent(true) on the form.',
  off: 'Sales does not learn where a lead came from or what they read; behaviours score nothing.',
} as const;

type Kept = Pick<FormDraft, 'journal' | 'kiosk' | 'partials'>;

export function KeepingSettings() {
  const { store } = useBuilder();
  const journal = useDraft((draft) => draft.journal) ?? 'on';
  const kiosk = useDraft((draft) => draft.kiosk) ?? false;
  const partials = useDraft((draft) => draft.partials) ?? false;
  const change = (patch: { readonly [Key in keyof Kept]: Kept[Key] | undefined }): void =>
    store.edit((draft) => patched(draft, patch));
  return (
    <Section title="What is kept of a visit">
      <div>
        <Segments
          asField
          label="The journal of the visit"
          value={journal}
          choices={journals}
          onChange={(next) => change({ journal: next === 'on' ? undefined : next })}
        />
        <p className="mt-1 text-xs text-soft text-pretty">{aboutJournal[journal]}</p>
      </div>
      <Check
        label="Send finished steps"
        hint="Once they have given an address and every consent you demand. What nobody finishes is kept as abandoned after half an hour and never handed to sales."
        checked={partials}
        onChange={({ target }) => change({ partials: target.checked || undefined })}
      />
      <Check
        label="The screen is shared"
        hint="As at a fair or in a shop. Nothing is kept in the browser and nobody is known again; what is typed is lost if they walk away."
        checked={kiosk}
        onChange={({ target }) => change({ kiosk: target.checked || undefined })}
      />
    </Section>
  );
}

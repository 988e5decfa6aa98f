// The words that visitors agree to, and whether they do so by sending or by a box.
import { isSecure } from '@baton/form';
import { Check, TextArea, TextField } from '../../parts/field.tsx';
import { Section } from '../../parts/split.tsx';
import { useConsent } from './use-consent.ts';

export function ConsentSettings() {
  const [consent, change] = useConsent();
  const { text = '', url = '', linkText = '', version = '', required = false } = consent;
  const lacksText = required && text.trim() === '';
  return (
    <Section
      title="Consent"
      about="Stands above Send, in the last step that everybody sees. No box is ever ticked in advance."
    >
      <TextArea
        label="What visitors agree to"
        rows={4}
        maxLength={5000}
        value={text}
        placeholder="We use your answers to get back to you about your request."
        error={lacksText ? 'A box that must be ticked needs words.' : undefined}
        onChange={({ target }) => change({ text: target.value }, 'consent text')}
      />
      <Check
        label="A box of its own that must be ticked"
        hint="Without it, they agree by sending. Fewer send a form with one more box: ask for it only where you must."
        checked={required}
        onChange={({ target }) => change({ required: target.checked })}
      />
      <TextField
        label="Where it can be read in full"
        type="url"
        inputMode="url"
        maxLength={2000}
        value={url}
        placeholder="https://example.com/privacy"
        error={url !== '' && !isSecure(url) ? 'A whole address that begins with https://.' : undefined}
        onChange={({ target }) => change({ url: target.value.trim() }, 'consent url')}
      />
      {url !== '' && (
        <TextField
          label="Words of the link"
          maxLength={200}
          value={linkText}
          placeholder="Privacy policy"
          onChange={({ target }) => change({ linkText: target.value }, 'consent link')}
        />
      )}
      <TextField
        label="Version of the text"
        maxLength={100}
        value={version}
        placeholder="2026-11"
        hint="As your lawyers count. Without one, a fingerprint of the text is kept."
        onChange={({ target }) => change({ version: target.value }, 'consent version')}
      />
    </Section>
  );
}

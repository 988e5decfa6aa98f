// Words between questions, and when they are shown.
import * as z from 'zod';
import { LinkSettings } from '../groups/link-settings.tsx';
import { ConditionRow } from '../condition-row.tsx';
import { words } from '../reading.ts';
import { Section } from '../section.tsx';
import { SettingArea, SettingText } from '../setting.tsx';
import { useFieldSettings, type KindProps } from '../use-field-settings.ts';

const schema = z.object({
  text: words(10_000, 'A text needs some words.'),
  label: z.string().max(2000, { error: 'At most 2,000 characters.' }).optional(),
});

export function StatementSettings({ field }: KindProps) {
  const settings = useFieldSettings(field, {
    shown: { text: field.text ?? '', label: field.label },
    schema,
  });
  return (
    <>
      <Section>
        <SettingArea settings={settings} name="text" label="Text" rows={6} />
        <SettingText
          settings={settings}
          name="label"
          label="Name"
          hint="Seen here alone, never by visitors."
        />
      </Section>
      <LinkSettings field={field} />
      <Section>
        <ConditionRow kind="field_shown" id={field.id} />
      </Section>
    </>
  );
}

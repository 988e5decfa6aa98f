// A value that nobody types: what it is called here, and where it comes from.
import * as z from 'zod';
import { FirstValue } from '../groups/first-value-settings.tsx';
import { AttributeSettings } from '../attribute/attribute-settings.tsx';
import { ConditionRow } from '../condition-row.tsx';
import { ProgramName } from '../groups/program-name.tsx';
import { Section } from '../section.tsx';
import { SettingText } from '../setting.tsx';
import { useFieldSettings, type KindProps } from '../use-field-settings.ts';

const schema = z.object({ label: z.string().max(2000, { error: 'At most 2,000 characters.' }).optional() });

export function HiddenSettings({ field }: KindProps) {
  const settings = useFieldSettings(field, { shown: { label: field.label }, schema });
  return (
    <>
      <Section>
        <SettingText
          settings={settings}
          name="label"
          label="Name"
          hint="Seen here alone, never by visitors."
        />
        <FirstValue field={field} also={['country', 'email_domain']} hidden />
      </Section>
      <AttributeSettings field={field} />
      <Section>
        <ConditionRow kind="field_shown" id={field.id} />
        <ProgramName field={field} />
      </Section>
    </>
  );
}

// A telephone number: whether one that no country has is refused.
import * as z from 'zod';
import { Answering } from '../groups/answering.tsx';
import { FirstValue } from '../groups/first-value-settings.tsx';
import { Privacy } from '../groups/privacy.tsx';
import { QuestionWords } from '../groups/question-words.tsx';
import { AttributeSettings } from '../attribute/attribute-settings.tsx';
import { ProgramName } from '../groups/program-name.tsx';
import { box } from '../reading.ts';
import { More, Section } from '../section.tsx';
import { SettingCheck } from '../setting.tsx';
import { useFieldSettings, type KindProps } from '../use-field-settings.ts';

const schema = z.object({ strict: box() });

export function PhoneSettings({ field }: KindProps) {
  const settings = useFieldSettings(field, { shown: { strict: field.strict === true }, schema });
  return (
    <>
      <QuestionWords field={field} placeholder />
      <Answering field={field} />
      <AttributeSettings field={field} />
      <Section title="What is accepted">
        <SettingCheck
          settings={settings}
          name="strict"
          label="Only numbers that can be dialled"
          hint="Else it is kept as it was typed."
        />
      </Section>
      <More title="More">
        <FirstValue field={field} />
        <Privacy field={field} />
        <ProgramName field={field} />
      </More>
    </>
  );
}

// A number: from which to which, and whether it must be whole.
import * as z from 'zod';
import { Answering } from '../groups/answering.tsx';
import { FirstValue } from '../groups/first-value-settings.tsx';
import { NumberLimits } from '../groups/number-limits.tsx';
import { Privacy } from '../groups/privacy.tsx';
import { QuestionWords } from '../groups/question-words.tsx';
import { AttributeSettings } from '../attribute/attribute-settings.tsx';
import { ProgramName } from '../groups/program-name.tsx';
import { box } from '../reading.ts';
import { More, Section } from '../section.tsx';
import { SettingCheck, SettingText } from '../setting.tsx';
import { useFieldSettings, type KindProps } from '../use-field-settings.ts';

const schema = z.object({ whole: box() });

export function NumberSettings({ field }: KindProps) {
  const settings = useFieldSettings(field, { shown: { whole: field.whole === true }, schema });
  return (
    <>
      <QuestionWords field={field} placeholder />
      <Answering field={field} />
      <AttributeSettings field={field} />
      <Section title="What is accepted">
        <NumberLimits field={field} of="numbers" />
        <SettingCheck settings={settings} name="whole" label="Whole numbers only" />
      </Section>
      <More title="More">
        <FirstValue
          field={field}
          fixed={(first) => <SettingText settings={first} name="value" label="Answer" inputMode="decimal" />}
        />
        <Privacy field={field} />
        <ProgramName field={field} />
      </More>
    </>
  );
}

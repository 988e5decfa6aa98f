// Several lines of text: how long they may be.
import { Answering } from '../groups/answering.tsx';
import { FirstValue } from '../groups/first-value-settings.tsx';
import { Lengths } from '../groups/lengths.tsx';
import { Privacy } from '../groups/privacy.tsx';
import { QuestionWords } from '../groups/question-words.tsx';
import { AttributeSettings } from '../attribute/attribute-settings.tsx';
import { ProgramName } from '../groups/program-name.tsx';
import { More, Section } from '../section.tsx';
import { SettingArea } from '../setting.tsx';
import type { KindProps } from '../use-field-settings.ts';

export function TextareaSettings({ field }: KindProps) {
  return (
    <>
      <QuestionWords field={field} placeholder />
      <Answering field={field} />
      <AttributeSettings field={field} />
      <Section title="What is accepted">
        <Lengths field={field} of="lines" />
      </Section>
      <More title="More">
        <FirstValue
          field={field}
          fixed={(settings) => <SettingArea settings={settings} name="value" label="Answer" />}
        />
        <Privacy field={field} />
        <ProgramName field={field} />
      </More>
    </>
  );
}

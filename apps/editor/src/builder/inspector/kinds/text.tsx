// One line of text: how long it may be, and what it must look like.
import * as z from 'zod';
import { Answering } from '../groups/answering.tsx';
import { FirstValue } from '../groups/first-value-settings.tsx';
import { Lengths } from '../groups/lengths.tsx';
import { Privacy } from '../groups/privacy.tsx';
import { QuestionWords } from '../groups/question-words.tsx';
import { AttributeSettings } from '../attribute/attribute-settings.tsx';
import { ProgramName } from '../groups/program-name.tsx';
import { text } from '../reading.ts';
import { More, Section } from '../section.tsx';
import { SettingText } from '../setting.tsx';
import { useFieldSettings, type KindProps } from '../use-field-settings.ts';

export function TextSettings({ field }: KindProps) {
  return (
    <>
      <QuestionWords field={field} placeholder />
      <Answering field={field} />
      <AttributeSettings field={field} />
      <Section title="What is accepted">
        <Lengths field={field} of="line" />
        <Pattern field={field} />
      </Section>
      <More title="More">
        <FirstValue field={field} also={['country', 'email_domain']} />
        <Privacy field={field} />
        <ProgramName field={field} />
      </More>
    </>
  );
}

const schema = z.object({ pattern: text(500), patternText: text(500) });

/** Whether it is a pattern at all, the worker says, which tries it. */
function Pattern({ field }: KindProps) {
  const settings = useFieldSettings(field, {
    shown: { pattern: field.pattern ?? '', patternText: field.patternText ?? '' },
    schema,
  });
  return (
    <>
      <SettingText
        settings={settings}
        name="pattern"
        label="Pattern"
        placeholder="[A-Z]{2}-\d{4}"
        spellCheck={false}
        className="font-mono text-sm"
        hint="A regular expression (RE2) that the whole answer must match."
      />
      {field.pattern !== undefined && (
        <SettingText
          settings={settings}
          name="patternText"
          label="Said when it does not match"
          placeholder="Like AB-1234, please."
        />
      )}
    </>
  );
}

// A day: the first and the last that can be chosen.
import * as z from 'zod';
import { Answering } from '../groups/answering.tsx';
import { FirstValue } from '../groups/first-value-settings.tsx';
import { notCrossed } from '../groups/limits.ts';
import { Privacy } from '../groups/privacy.tsx';
import { QuestionWords } from '../groups/question-words.tsx';
import { AttributeSettings } from '../attribute/attribute-settings.tsx';
import { ProgramName } from '../groups/program-name.tsx';
import { day } from '../reading.ts';
import { More, Pair, Section } from '../section.tsx';
import { SettingText } from '../setting.tsx';
import { useFieldSettings, type KindProps } from '../use-field-settings.ts';

const schema = z.object({ earliest: day(), latest: day() }).superRefine(notCrossed('earliest', 'latest'));

export function DateSettings({ field }: KindProps) {
  const settings = useFieldSettings(field, {
    shown: { earliest: field.earliest ?? '', latest: field.latest ?? '' },
    schema,
  });
  return (
    <>
      <QuestionWords field={field} />
      <Answering field={field} />
      <AttributeSettings field={field} />
      <Section title="What is accepted">
        <Pair>
          <SettingText settings={settings} name="earliest" label="Earliest" type="date" />
          <SettingText settings={settings} name="latest" label="Latest" type="date" />
        </Pair>
      </Section>
      <More title="More">
        <FirstValue
          field={field}
          fixed={(first) => <SettingText settings={first} name="value" label="Answer" type="date" />}
        />
        <Privacy field={field} />
        <ProgramName field={field} />
      </More>
    </>
  );
}

// An e-mail address: whether one of a free provider is as good as any.
import * as z from 'zod';
import { Answering } from '../groups/answering.tsx';
import { FirstValue } from '../groups/first-value-settings.tsx';
import { Privacy } from '../groups/privacy.tsx';
import { QuestionWords } from '../groups/question-words.tsx';
import { AttributeSettings } from '../attribute/attribute-settings.tsx';
import { ProgramName } from '../groups/program-name.tsx';
import { oneOf, text } from '../reading.ts';
import { More, Section } from '../section.tsx';
import { SettingSelect, SettingText } from '../setting.tsx';
import { useFieldSettings, type KindProps } from '../use-field-settings.ts';

export function EmailSettings({ field }: KindProps) {
  return (
    <>
      <QuestionWords field={field} placeholder />
      <Answering field={field} />
      <AttributeSettings field={field} />
      <Section title="What is accepted">
        <Business field={field} />
      </Section>
      <More title="More">
        <FirstValue field={field} />
        <Privacy field={field} />
        <ProgramName field={field} />
      </More>
    </>
  );
}

const schema = z.object({ business: oneOf(['warn', 'refuse']), businessText: text(500) });

function Business({ field }: KindProps) {
  const policy = field.business === 'allow' ? undefined : field.business;
  const settings = useFieldSettings(field, {
    shown: { business: policy ?? '', businessText: field.businessText ?? '' },
    schema,
  });
  return (
    <>
      <SettingSelect
        settings={settings}
        name="business"
        label="Free and disposable addresses"
        hint={policy === 'refuse' ? 'Some good leads write from one: refusing loses them.' : undefined}
      >
        <option value="">Are as good as any</option>
        <option value="warn">Are asked about once</option>
        <option value="refuse">Are refused</option>
      </SettingSelect>
      {policy && (
        <SettingText
          settings={settings}
          name="businessText"
          label="What is said then"
          placeholder="Your work address, please."
        />
      )}
    </>
  );
}

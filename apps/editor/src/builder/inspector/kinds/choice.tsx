// One of several options.
import { Answering } from '../groups/answering.tsx';
import { FirstValue, FixedChoice } from '../groups/first-value-settings.tsx';
import { Privacy } from '../groups/privacy.tsx';
import { QuestionWords } from '../groups/question-words.tsx';
import { Search } from '../groups/search.tsx';
import { AttributeSettings } from '../attribute/attribute-settings.tsx';
import { OptionsSettings } from '../options/options-settings.tsx';
import { ProgramName } from '../groups/program-name.tsx';
import { More } from '../section.tsx';
import { useOptions } from '../options/use-options.ts';
import type { KindProps } from '../use-field-settings.ts';

export function ChoiceSettings({ field }: KindProps) {
  const options = useOptions(field);
  return (
    <>
      <QuestionWords field={field} />
      <OptionsSettings field={field} />
      <Answering field={field} />
      <AttributeSettings field={field} />
      <More title="More">
        <FirstValue
          field={field}
          fixed={(settings) => <FixedChoice settings={settings} options={options} />}
        />
        <Search field={field} />
        <Privacy field={field} />
        <ProgramName field={field} />
      </More>
    </>
  );
}

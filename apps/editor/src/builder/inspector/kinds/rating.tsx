// A mark: how good the best one is.
import * as z from 'zod';
import { Answering } from '../groups/answering.tsx';
import { FirstValue, FixedChoice } from '../groups/first-value-settings.tsx';
import { Privacy } from '../groups/privacy.tsx';
import { QuestionWords } from '../groups/question-words.tsx';
import { AttributeSettings } from '../attribute/attribute-settings.tsx';
import { ProgramName } from '../groups/program-name.tsx';
import { number } from '../reading.ts';
import { More, Section } from '../section.tsx';
import { SettingSelect } from '../setting.tsx';
import { useFieldSettings, type KindProps } from '../use-field-settings.ts';

/** The best mark where the field says none. */
const usual = 5;

const schema = z.object({ max: number({ least: 2, most: 10, whole: true }) });

export function RatingSettings({ field }: KindProps) {
  const best = field.max ?? usual;
  const settings = useFieldSettings(field, { shown: { max: String(best) }, schema });
  const marks = Array.from({ length: best }, (_, at) => ({ id: String(at + 1), label: String(at + 1) }));
  return (
    <>
      <QuestionWords field={field} />
      <Answering field={field} />
      <AttributeSettings field={field} />
      <Section title="What is accepted">
        <SettingSelect settings={settings} name="max" label="Marks">
          {[2, 3, 4, 5, 6, 7, 8, 9, 10].map((mark) => (
            <option key={mark} value={mark}>
              1 to {mark}
            </option>
          ))}
        </SettingSelect>
      </Section>
      <More title="More">
        <FirstValue field={field} fixed={(first) => <FixedChoice settings={first} options={marks} />} />
        <Privacy field={field} />
        <ProgramName field={field} />
      </More>
    </>
  );
}

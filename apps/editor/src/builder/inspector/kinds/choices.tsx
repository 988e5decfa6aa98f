// Any of several options: how many at least, how many at most.
import { Answering } from '../groups/answering.tsx';
import { FirstValue, type FirstSettings } from '../groups/first-value-settings.tsx';
import { between } from '../groups/first-value.ts';
import { NumberLimits } from '../groups/number-limits.tsx';
import { Privacy } from '../groups/privacy.tsx';
import { QuestionWords } from '../groups/question-words.tsx';
import { Search } from '../groups/search.tsx';
import { AttributeSettings } from '../attribute/attribute-settings.tsx';
import { OptionsSettings } from '../options/options-settings.tsx';
import { useOptions } from '../options/use-options.ts';
import { ProgramName } from '../groups/program-name.tsx';
import { Check } from '../../../parts/field.tsx';
import { More, Section } from '../section.tsx';
import { useHeld } from '../setting.tsx';
import type { KindProps } from '../use-field-settings.ts';

export function ChoicesSettings({ field }: KindProps) {
  return (
    <>
      <QuestionWords field={field} />
      <OptionsSettings field={field} />
      <Answering field={field} />
      <AttributeSettings field={field} />
      <Section title="What is accepted">
        <NumberLimits field={field} of="counts" />
      </Section>
      <More title="More">
        <FirstValue field={field} fixed={(settings) => <Ticked field={field} settings={settings} />} />
        <Search field={field} />
        <Privacy field={field} />
        <ProgramName field={field} />
      </More>
    </>
  );
}

/** Which are ticked when the form is opened. */
function Ticked({ field, settings }: KindProps & { readonly settings: FirstSettings }) {
  const options = useOptions(field);
  const held = useHeld(settings, 'value');
  const ticked = new Set(held === '' ? [] : held.split(between));
  return (
    <fieldset className="space-y-1.5">
      <legend className="mb-1 text-sm font-medium">Ticked</legend>
      {options.map(({ id, label }) => (
        <Check
          key={id}
          label={label}
          checked={ticked.has(id)}
          disabled={settings.disabled}
          onChange={({ target }) => {
            const next = options.filter((option) =>
              option.id === id ? target.checked : ticked.has(option.id),
            );
            settings.change('value', next.map((option) => option.id).join(between));
          }}
        />
      ))}
    </fieldset>
  );
}

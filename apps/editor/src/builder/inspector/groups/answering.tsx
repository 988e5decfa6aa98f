// Whether a field must be answered, when it is shown, and how often the same visitor is asked.
import * as z from 'zod';
import { ConditionRow } from '../condition-row.tsx';
import { box, oneOf } from '../reading.ts';
import { Section } from '../section.tsx';
import { SettingCheck, SettingSelect } from '../setting.tsx';
import { useFieldSettings, type KindProps } from '../use-field-settings.ts';

const schema = z.object({
  required: box(),
  ask: oneOf(['untilKnown', 'progressive']),
});

export function Answering({ field }: KindProps) {
  const settings = useFieldSettings(field, {
    shown: { required: field.required === true, ask: field.ask === 'always' ? '' : (field.ask ?? '') },
    schema,
  });
  const isBound = field.attribute !== undefined;
  return (
    <Section title="Answering">
      <SettingCheck
        settings={settings}
        name="required"
        label={field.kind === 'consent' ? 'Must be ticked' : 'Must be answered'}
      />
      <ConditionRow kind="field_shown" id={field.id} />
      {field.required !== true && <ConditionRow kind="field_required" id={field.id} />}
      {(isBound || field.ask !== undefined) && (
        <SettingSelect
          settings={settings}
          name="ask"
          label="Asked"
          hint={
            field.ask === 'progressive'
              ? 'A few new questions a visit; the Profiling tab says how many.'
              : field.ask === 'untilKnown'
                ? 'Whoever has told it before is not asked again.'
                : undefined
          }
        >
          <option value="">At every visit</option>
          <option value="untilKnown">Until it is known</option>
          <option value="progressive">In its turn, with the next few</option>
        </SettingSelect>
      )}
    </Section>
  );
}

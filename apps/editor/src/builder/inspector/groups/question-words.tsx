// What a field says: its question, what helps to answer it, and what stands in it while it is empty.
import * as z from 'zod';
import { text, words } from '../reading.ts';
import { Section } from '../section.tsx';
import { SettingArea, SettingText } from '../setting.tsx';
import { useFieldSettings, type KindProps } from '../use-field-settings.ts';

const schema = z.object({
  label: words(2000, 'A question needs some words.'),
  help: text(2000),
  placeholder: text(2000),
});

type Props = KindProps & {
  readonly called?: string;
  /** The words may be long, as those of a consent are. */
  readonly long?: boolean;
  readonly placeholder?: boolean;
};

export function QuestionWords({ field, called = 'Question', long = false, placeholder = false }: Props) {
  const settings = useFieldSettings(field, {
    shown: { label: field.label, help: field.help ?? '', placeholder: field.placeholder ?? '' },
    schema,
  });
  return (
    <Section>
      {long ? (
        <SettingArea settings={settings} name="label" label={called} rows={4} />
      ) : (
        <SettingText settings={settings} name="label" label={called} />
      )}
      <SettingArea settings={settings} name="help" label="Help" hint="Stands with the question." rows={2} />
      {placeholder && (
        <SettingText
          settings={settings}
          name="placeholder"
          label="Placeholder"
          hint="An example, seen while the field is empty."
        />
      )}
    </Section>
  );
}

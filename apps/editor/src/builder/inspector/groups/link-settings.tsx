// Where more can be read of what the words speak of: a link behind them.
import { isSecure } from '@baton/form';
import * as z from 'zod';
import { SettingText } from '../setting.tsx';
import { Section } from '../section.tsx';
import { useFieldSettings, type KindProps } from '../use-field-settings.ts';

const schema = z
  .object({ url: z.string().default(''), text: z.string().max(200).default('') })
  .transform(({ url, text }, context) => {
    const address = url.trim();
    if (address === '') return { link: undefined };
    const words = text.trim() === '' ? {} : { text };
    if (isSecure(address)) return { link: { url: address, ...words } };
    context.addIssue({ code: 'custom', path: ['url'], message: 'An address that begins with https://.' });
    return z.NEVER;
  });

export function LinkSettings({ field }: KindProps) {
  const settings = useFieldSettings(field, {
    shown: { url: field.link?.url ?? '', text: field.link?.text ?? '' },
    schema,
    together: 'link',
  });
  return (
    <Section title="Link behind the words">
      <SettingText
        settings={settings}
        name="url"
        label="Address"
        inputMode="url"
        spellCheck={false}
        placeholder="https://www.example.com/privacy"
      />
      {field.link && (
        <SettingText settings={settings} name="text" label="It says" placeholder="Privacy policy" />
      )}
    </Section>
  );
}

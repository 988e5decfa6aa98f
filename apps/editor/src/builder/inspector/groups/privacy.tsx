// What browsers may do with an answer: fill it in, and keep it in a draft.
import * as z from 'zod';
import { box, text } from '../reading.ts';
import { SettingCheck, SettingSelect } from '../setting.tsx';
import { useFieldSettings, type KindProps } from '../use-field-settings.ts';

const schema = z.object({ sensitive: box(), autocomplete: text(100) });

/** What people have in their browsers, in HTML's words and in ours. */
const known: readonly (readonly [string, string])[] = [
  ['off', 'Nothing'],
  ['name', 'Full name'],
  ['given-name', 'First name'],
  ['family-name', 'Last name'],
  ['email', 'E-mail'],
  ['tel', 'Phone'],
  ['organization', 'Company'],
  ['organization-title', 'Job title'],
  ['street-address', 'Street address'],
  ['postal-code', 'Postal code'],
  ['address-level2', 'City'],
  ['country', 'Country'],
  ['url', 'Website'],
  ['bday', 'Birthday'],
];

export function Privacy({ field }: KindProps) {
  const now = field.autocomplete ?? '';
  const settings = useFieldSettings(field, {
    shown: { sensitive: field.sensitive === true, autocomplete: now },
    schema,
  });
  const isOther = now !== '' && !known.some(([token]) => token === now);
  return (
    <>
      <SettingSelect settings={settings} name="autocomplete" label="Browsers may fill in">
        <option value="">What fits the attribute</option>
        {known.map(([token, name]) => (
          <option key={token} value={token}>
            {name}
          </option>
        ))}
        {isOther && <option value={now}>{now}</option>}
      </SettingSelect>
      <SettingCheck
        settings={settings}
        name="sensitive"
        label="Sensitive"
        hint="Never kept in the visitor’s browser."
      />
    </>
  );
}

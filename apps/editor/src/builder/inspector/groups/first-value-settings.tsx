// What a field starts with: nothing, something fixed, or what the page or the visit tells.
import { useMemo, type ReactNode } from 'react';
import { SettingSelect, SettingText, useHeld } from '../setting.tsx';
import { useFieldSettings, type KindProps } from '../use-field-settings.ts';
import type { Settings } from '../use-settings.ts';
import { firstSchema, shownFirst, type Source } from './first-value.ts';

type Props = KindProps & {
  /** Beside the page's address. */
  readonly also?: readonly Exclude<Source, 'url'>[];
  /** The control of a fixed answer; absent: a line of text. */
  readonly fixed?: (settings: FirstSettings) => ReactNode;
  /** Nobody can type it: only where it comes from is asked. */
  readonly hidden?: boolean;
};

export type FirstSettings = Settings<'from' | 'value' | 'name'>;

export function FirstValue({ field, also = [], fixed, hidden = false }: Props) {
  const schema = useMemo(() => firstSchema(field.kind), [field.kind]);
  const settings = useFieldSettings(field, { shown: shownFirst(field), schema, together: 'default' });
  const from = useHeld(settings, 'from');
  return (
    <>
      <SettingSelect settings={settings} name="from" label={hidden ? 'Filled from' : 'Starts with'}>
        <option value="nothing">{hidden ? 'Nothing yet' : 'Nothing'}</option>
        {!hidden && <option value="fixed">A fixed answer</option>}
        <option value="url">The page’s address</option>
        {also.includes('country') && <option value="country">The visitor’s country</option>}
        {also.includes('email_domain') && <option value="email_domain">The domain of their e-mail</option>}
      </SettingSelect>
      {from === 'fixed' &&
        (fixed ? fixed(settings) : <SettingText settings={settings} name="value" label="Answer" />)}
      {from === 'url' && (
        <SettingText
          settings={settings}
          name="name"
          label="Parameter"
          placeholder="plan"
          spellCheck={false}
          hint="The part behind ? as in ?plan=team"
        />
      )}
    </>
  );
}

/** A fixed answer that is one of a few. */
export function FixedChoice({
  settings,
  options,
}: {
  readonly settings: FirstSettings;
  readonly options: readonly { readonly id: string; readonly label: string }[];
}) {
  return (
    <SettingSelect settings={settings} name="value" label="Answer">
      <option value="">Choose …</option>
      {options.map(({ id, label }) => (
        <option key={id} value={id}>
          {label}
        </option>
      ))}
    </SettingSelect>
  );
}

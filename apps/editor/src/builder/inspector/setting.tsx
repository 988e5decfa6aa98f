// One setting of a form of settings, as the control that it needs.
import type { ReactNode } from 'react';
import { useController } from 'react-hook-form';
import { Check, SelectField, TextArea, TextField } from '../../parts/field.tsx';
import type { Settings } from './use-settings.ts';

type Setting<K extends string> = {
  readonly settings: Settings<K>;
  readonly name: NoInfer<K>;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
};

type Texts<K extends string> = Setting<K> & {
  readonly placeholder?: string;
  readonly inputMode?: 'text' | 'numeric' | 'decimal' | 'url';
  readonly type?: 'text' | 'date';
  readonly list?: string;
  readonly rows?: number;
  readonly spellCheck?: boolean;
  readonly className?: string;
  readonly hideLabel?: boolean;
};

function useSetting<K extends string>({ settings, name }: Pick<Setting<K>, 'settings' | 'name'>) {
  const { field, fieldState } = useController({ control: settings.control, name });
  const told = settings.told(name);
  return {
    value: field.value,
    bind: { ref: field.ref, onBlur: field.onBlur, disabled: settings.disabled, 'data-setting': name },
    error: fieldState.error?.message ?? told,
  };
}

export function SettingText<K extends string>({ settings, name, ...rest }: Texts<K>) {
  const { value, bind, error } = useSetting({ settings, name });
  return (
    <TextField
      {...rest}
      {...bind}
      error={error}
      autoComplete="off"
      value={textOf(value)}
      onChange={({ target }) => settings.change(name, target.value)}
    />
  );
}

export function SettingArea<K extends string>({ settings, name, ...rest }: Texts<K>) {
  const { value, bind, error } = useSetting({ settings, name });
  return (
    <TextArea
      {...rest}
      {...bind}
      error={error}
      value={textOf(value)}
      onChange={({ target }) => settings.change(name, target.value)}
    />
  );
}

export function SettingSelect<K extends string>({
  settings,
  name,
  children,
  ...rest
}: Setting<K> & { readonly children: ReactNode }) {
  const { value, bind, error } = useSetting({ settings, name });
  return (
    <SelectField
      {...rest}
      {...bind}
      error={error}
      value={textOf(value)}
      onChange={({ target }) => settings.change(name, target.value)}
    >
      {children}
    </SelectField>
  );
}

export function SettingCheck<K extends string>({ settings, name, ...rest }: Setting<K>) {
  const { value, bind } = useSetting({ settings, name });
  return (
    <Check
      {...rest}
      {...bind}
      checked={value === true}
      onChange={({ target }) => settings.change(name, target.checked)}
    />
  );
}

/** What one control of several holds at the moment. */
export function useHeld<K extends string>(settings: Settings<K>, name: NoInfer<K>): string {
  const { field } = useController({ control: settings.control, name });
  return textOf(field.value);
}

/** Whether a box is on at the moment. */
export function useIsOn<K extends string>(settings: Settings<K>, name: NoInfer<K>): boolean {
  const { field } = useController({ control: settings.control, name });
  return field.value === true;
}

function textOf(value: string | boolean | undefined): string {
  return typeof value === 'string' ? value : '';
}

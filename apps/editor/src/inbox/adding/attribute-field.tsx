// What is known of one attribute, asked for by the kind of control that its type calls for.
import type { Attribute } from '@baton/rules';
import { Check, SelectField, TextField } from '../../parts/field.tsx';
import { countryCodes } from '@baton/form';

export type Value = string | number | boolean | readonly string[] | undefined;

type Props = {
  readonly attribute: Attribute;
  readonly value: Value;
  readonly error: string | undefined;
  /** It has the focus at first. */
  readonly isFirst: boolean;
  readonly onChange: (value: Value) => void;
};

const countries = new Intl.DisplayNames('en', { type: 'region' });

const inputTypes: Readonly<Partial<Record<Attribute['type'], string>>> = {
  email: 'email',
  phone: 'tel',
  url: 'url',
  number: 'number',
  date: 'date',
};

export function AttributeField({ attribute, value, error, isFirst, onChange }: Props) {
  const { label, type, options = [] } = attribute;
  if (type === 'boolean')
    return (
      <Check
        label={label}
        checked={value === true}
        onChange={({ target }) => onChange(target.checked || undefined)}
      />
    );
  if (type === 'choices') {
    const chosen = Array.isArray(value) ? value : [];
    return (
      <fieldset>
        <legend className="mb-1 text-sm font-medium">{label}</legend>
        {options.map((option) => (
          <Check
            key={option.id}
            label={option.label}
            checked={chosen.includes(option.id)}
            onChange={({ target }) =>
              onChange(target.checked ? [...chosen, option.id] : chosen.filter((one) => one !== option.id))
            }
          />
        ))}
        {error !== undefined && <p className="mt-1 text-xs text-bad">{error}</p>}
      </fieldset>
    );
  }
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  if (type === 'choice' || type === 'country') {
    const all =
      type === 'choice'
        ? options
        : countryCodes
            .map((id) => ({ id, label: countries.of(id) ?? id }))
            .toSorted((one, other) => one.label.localeCompare(other.label, 'en'));
    return (
      <SelectField label={label} value={text} error={error} onChange={({ target }) => onChange(target.value)}>
        <option value="">Not known</option>
        {all.map((option) => (
          <option key={option.id} value={option.id}>
            {option.label}
          </option>
        ))}
      </SelectField>
    );
  }
  return (
    <TextField
      label={label}
      type={inputTypes[type] ?? 'text'}
      autoComplete="off"
      autoFocus={isFirst}
      value={text}
      error={error}
      onChange={({ target }) =>
        onChange(type === 'number' && target.value !== '' ? Number(target.value) : target.value)
      }
    />
  );
}

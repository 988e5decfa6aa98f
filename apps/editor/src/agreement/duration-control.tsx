// A length of time: a number and its unit. One of several units, as somebody may have written it, is kept as text.
import { SelectField, TextField } from '../parts/field.tsx';
import type { Control } from './clause-controls.ts';
import { useValue } from './use-value.ts';

const units = [
  { id: 'M', before: 'PT', business: 'minutes', calendar: 'minutes' },
  { id: 'H', before: 'PT', business: 'business hours', calendar: 'hours' },
  { id: 'D', before: 'P', business: 'business days', calendar: 'days' },
] as const;

export function DurationControl({ control: { kind, label, path, optional } }: { readonly control: Control }) {
  const [value, change] = useValue(path);
  const text = typeof value === 'string' ? value : '';
  const parts = /^P(?:T(\d+)([HM])|(\d+)(D))$/.exec(text);
  const unit =
    units.find(({ id }) => id === (parts?.[2] ?? parts?.[4])) ?? units[kind === 'calendar' ? 2 : 1];
  const amount = parts?.[1] ?? parts?.[3] ?? '';
  if (text !== '' && parts === null) {
    return (
      <div className="w-56">
        <TextField
          label={label}
          hint="As PT4H, P1D or P1DT4H."
          value={text}
          onChange={({ target }) => change(target.value === '' && optional ? undefined : target.value)}
        />
      </div>
    );
  }
  const put = (count: string, { id, before }: (typeof units)[number]): void =>
    change(count === '' ? undefined : `${before}${Number.parseInt(count, 10)}${id}`);
  return (
    <div className="flex flex-wrap items-end gap-2">
      <div className="w-40">
        <TextField
          label={label}
          type="number"
          min={1}
          value={amount}
          placeholder={optional ? 'None' : ''}
          onChange={({ target }) => put(target.value, unit)}
        />
      </div>
      <div className="w-40">
        <SelectField
          label="Unit"
          hideLabel
          value={unit.id}
          onChange={({ target }) => put(amount, units.find(({ id }) => id === target.value) ?? unit)}
        >
          {units.map((one) => (
            <option key={one.id} value={one.id}>
              {kind === 'calendar' ? one.calendar : one.business}
            </option>
          ))}
        </SelectField>
      </div>
    </div>
  );
}

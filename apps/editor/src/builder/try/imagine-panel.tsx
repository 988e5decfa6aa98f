// Whom to imagine, and on what.
import type { AgreementDocument } from '../../server/agreement-document.ts';
import type { Attribute } from '@baton/rules';
import { Check, SelectField, TextField } from '../../parts/field.tsx';
import { seeable, type Imagined } from './imagined.ts';

type Props = {
  readonly imagined: Imagined;
  readonly onChange: (imagined: Imagined) => void;
  readonly agreement: AgreementDocument | null;
  readonly attributes: readonly Attribute[];
};

const parameters = ['utm_source', 'utm_medium', 'utm_campaign'] as const;

export function ImaginePanel({ imagined, onChange, agreement, attributes }: Props) {
  const { known, utm, country, seen } = imagined;
  const put = (patch: Partial<Imagined>): void => onChange({ ...imagined, ...patch });
  return (
    <div className="space-y-5">
      <Check
        label="Somebody who was here before"
        hint="They are known by the address they gave, and asked only what is not known."
        checked={known !== null}
        onChange={({ target }) => put({ known: target.checked ? {} : null })}
      />
      {known !== null && (
        <fieldset className="space-y-3 border-l-2 border-line pl-3">
          <legend className="sr-only">What they told</legend>
          {attributes.map((attribute) => (
            <Known
              key={attribute.id}
              attribute={attribute}
              value={known[attribute.id] ?? ''}
              onValue={(value) => put({ known: { ...known, [attribute.id]: value } })}
            />
          ))}
        </fieldset>
      )}
      <fieldset className="space-y-3">
        <legend className="mb-2 text-sm font-semibold">Where they come from</legend>
        {parameters.map((name) => (
          <TextField
            key={name}
            label={name}
            value={utm[name] ?? ''}
            onChange={({ target }) => put({ utm: { ...utm, [name]: target.value } })}
          />
        ))}
        <TextField
          label="Country"
          hint="Two letters, as DE or US."
          value={country}
          maxLength={2}
          error={
            country !== '' && !/^[A-Z]{2}$/.test(country) ? 'This is no country’s two letters.' : undefined
          }
          onChange={({ target }) => put({ country: target.value.toUpperCase() })}
        />
      </fieldset>
      <fieldset>
        <legend className="mb-2 text-sm font-semibold">What they did before</legend>
        {seeable(agreement).length === 0 ? (
          <p className="text-sm text-soft">The agreement gives no points for behaviour.</p>
        ) : (
          <ul className="space-y-2">
            {seeable(agreement).map(({ id, says }) => (
              <li key={id}>
                <label className="flex items-center gap-2.5">
                  <input
                    type="number"
                    min={0}
                    max={20}
                    value={seen[id] ?? 0}
                    onChange={({ target }) =>
                      put({
                        seen: {
                          ...seen,
                          [id]: Math.max(0, Math.min(20, Math.trunc(target.valueAsNumber) || 0)),
                        },
                      })
                    }
                    className="h-8 w-16 rounded-control border border-line bg-card px-2 tabular-nums"
                  />
                  <span>× {says}</span>
                </label>
              </li>
            ))}
          </ul>
        )}
      </fieldset>
    </div>
  );
}

type KnownProps = {
  readonly attribute: Attribute;
  readonly value: string;
  readonly onValue: (value: string) => void;
};

function Known({ attribute, value, onValue }: KnownProps) {
  const { label, options } = attribute;
  if (options === undefined) {
    return <TextField label={label} value={value} onChange={({ target }) => onValue(target.value)} />;
  }
  return (
    <SelectField label={label} value={value} onChange={({ target }) => onValue(target.value)}>
      <option value="">Not told</option>
      {options.map((option) => (
        <option key={option.id} value={option.id}>
          {option.label}
        </option>
      ))}
    </SelectField>
  );
}

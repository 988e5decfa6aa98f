// What a rule compares with, asked in the way that fits it: an option, several, a number, a date, words, or two ends.
import type { Operator } from '@baton/rules';
import { valuesOf } from '../../draft/operator-words.ts';
import type { Readable } from '../../draft/readables.ts';
import { classes } from '../../parts/classes.ts';
import { controlClasses } from '../../parts/field.tsx';
import { TickList } from './tick-list.tsx';
import { WordList } from './word-list.tsx';

type About = { readonly 'aria-describedby'?: string; readonly 'aria-invalid'?: true };

type Props = {
  readonly readable: Readable;
  readonly operator: Operator;
  readonly value: unknown;
  readonly onValue: (value: unknown) => void;
  readonly disabled: boolean;
  /** What is said of a fault. */
  readonly about: About;
};

export function ValueControl(props: Props) {
  const { readable, operator, value, onValue, disabled } = props;
  const values: readonly unknown[] = [value].flat();
  switch (valuesOf(operator, readable.type)) {
    case 'none':
      return null;
    case 'one':
      return <OneValue {...props} label="Value" />;
    case 'two':
      return (
        <div className="flex items-center gap-2">
          <OneValue
            {...props}
            label="From"
            value={values[0]}
            onValue={(from) => onValue([from, values[1] ?? ''])}
          />
          <span className="text-soft">and</span>
          <OneValue
            {...props}
            label="To"
            value={values[1]}
            onValue={(to) => onValue([values[0] ?? '', to])}
          />
        </div>
      );
    case 'many':
      return readable.options && isByOption(operator) ? (
        <TickList
          label={`Options of ${readable.label}`}
          options={readable.options}
          ticked={values.map(String)}
          disabled={disabled}
          onTicked={onValue}
        />
      ) : (
        <WordList
          label="Values"
          words={values.filter((one) => one !== '').map(String)}
          disabled={disabled}
          onWords={onValue}
        />
      );
  }
}

function OneValue(props: Props & { readonly label: string }) {
  const { readable, operator, value, onValue, disabled, about, label } = props;
  const look = classes(controlClasses, 'h-9');
  const given = { 'aria-label': label, disabled, className: look, ...about };
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  const { type, options } = readable;
  if (type.kind === 'boolean') {
    return (
      <select {...given} value={String(value)} onChange={({ target }) => onValue(target.value === 'true')}>
        <option value="true">yes</option>
        <option value="false">no</option>
      </select>
    );
  }
  if (options && isByOption(operator)) {
    const isThere = options.some(({ id }) => id === text);
    return (
      <select {...given} value={isThere ? text : ''} onChange={({ target }) => onValue(target.value)}>
        {!isThere && (
          <option value="" disabled>
            {text === '' ? 'Choose …' : 'An option that is gone'}
          </option>
        )}
        {options.map((option) => (
          <option key={option.id} value={option.id}>
            {option.label}
          </option>
        ))}
      </select>
    );
  }
  if (type.kind === 'number') {
    return (
      <input
        {...given}
        type="number"
        step="any"
        value={text}
        onChange={({ target }) => onValue(target.value === '' ? '' : target.valueAsNumber)}
      />
    );
  }
  return (
    <input
      {...given}
      type={type.kind === 'date' ? 'date' : 'text'}
      maxLength={type.kind === 'date' ? undefined : 500}
      value={text}
      onChange={({ target }) => onValue(target.value)}
    />
  );
}

/** Words within an option's name are not an option. */
function isByOption(operator: Operator): boolean {
  return !['beginsWith', 'doesNotBeginWith', 'endsWith', 'doesNotEndWith'].includes(operator);
}

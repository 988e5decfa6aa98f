// One comparison as a sentence of three parts: what is looked at, how, and with what.
import { operatorInWords } from '@baton/rules';
import { X } from 'lucide-react';
import { useId } from 'react';
import { offeredOperators, valuesOf } from '../../draft/operator-words.ts';
import type { Readable } from '../../draft/readables.ts';
import { IconButton } from '../../parts/button.tsx';
import { classes } from '../../parts/classes.ts';
import { controlClasses } from '../../parts/field.tsx';
import type { EditorProps } from './condition-editor.tsx';
import { isOperator, withField, withOperator, withValue, type QueryRule } from './query.ts';
import { ValueControl } from './value-control.tsx';

type Props = EditorProps & {
  readonly rule: QueryRule;
  readonly path: readonly number[];
  readonly number: number;
  readonly onRemove: (() => void) | undefined;
};

export function ConditionRule(props: Props) {
  const { rule, path, number, onRemove, query, onQuery, readables, faults, disabled = false } = props;
  const errorId = useId();
  const readable = readables.find((one) => one.path === rule.field);
  const operator = isOperator(rule.operator) ? rule.operator : '=';
  const fault = faults.get(path.join('.'));
  const about = fault ? { 'aria-describedby': errorId, 'aria-invalid': true as const } : {};
  const isWide = readable !== undefined && valuesOf(operator, readable.type) === 'many';
  return (
    <div role="group" aria-label={`Rule ${number}`}>
      <div className="flex items-start gap-1">
        <div
          className={classes(
            'grid min-w-0 flex-1 gap-2',
            isWide ? 'sm:grid-cols-2' : 'sm:grid-cols-[minmax(0,5fr)_minmax(0,4fr)_minmax(0,5fr)]',
          )}
        >
          <select
            aria-label="What is looked at"
            value={readable ? rule.field : ''}
            disabled={disabled}
            {...about}
            onChange={({ target: { value } }) => {
              const next = readables.find((one) => one.path === value);
              if (next) onQuery(withField(query, [...path], rule, next));
            }}
            className={classes(controlClasses, 'h-9', readable && 'font-medium')}
          >
            {!readable && (
              <option value="" disabled>
                {rule.field === '' ? 'Choose …' : 'Something that is gone'}
              </option>
            )}
            {grouped(readables).map(([group, list]) => (
              <optgroup key={group} label={group}>
                {list.map(({ path: value, label }) => (
                  <option key={value} value={value}>
                    {label}
                  </option>
                ))}
              </optgroup>
            ))}
          </select>
          {readable && (
            <select
              aria-label="Comparison"
              value={operator}
              disabled={disabled}
              onChange={({ target: { value } }) => {
                if (isOperator(value)) onQuery(withOperator(query, [...path], rule, value, readable));
              }}
              className={classes(controlClasses, 'h-9')}
            >
              {offeredOperators(readable.type, operator).map((one) => (
                <option key={one} value={one}>
                  {operatorInWords(one, readable.type, readable.path)}
                </option>
              ))}
            </select>
          )}
          {readable && (
            <div className={isWide ? 'sm:col-span-2' : 'contents'}>
              <ValueControl
                readable={readable}
                operator={operator}
                value={rule.value}
                disabled={disabled}
                about={about}
                onValue={(value) => onQuery(withValue(query, [...path], value))}
              />
            </div>
          )}
        </div>
        {!disabled && onRemove && (
          <IconButton label={`Remove rule ${number}`} className="text-soft" onClick={onRemove}>
            <X size={16} aria-hidden="true" />
          </IconButton>
        )}
      </div>
      {fault && (
        <p id={errorId} className="mt-1 text-xs text-bad">
          {fault}
        </p>
      )}
    </div>
  );
}

function grouped(readables: readonly Readable[]): readonly (readonly [string, readonly Readable[]])[] {
  const groups = new Map<string, Readable[]>();
  for (const readable of readables) {
    const list = groups.get(readable.group);
    if (list) list.push(readable);
    else groups.set(readable.group, [readable]);
  }
  return [...groups];
}

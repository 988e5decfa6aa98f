// What each column of the table means: guessed, shown beside what stands in it, and changed by whoever knows better. Texts
// of a column that stand for options or outcomes are named one by one.
import type { Attribute } from '@baton/rules';
import { useId } from 'react';
import { SelectField, TextField } from '../../parts/field.tsx';
import {
  facts,
  newOption,
  newTypes,
  nothing,
  pastSteps,
  times,
  useOfText,
  useText,
  withUse,
  type ColumnUse,
  type DateStyle,
  type Mapping,
} from './column-use.ts';
import { guessValues, mostTexts, textsOf, typeOf } from './guess-history.ts';
import type { PastFile } from './past-file.ts';

type Props = {
  readonly file: PastFile;
  readonly mapping: Mapping;
  readonly attributes: readonly Attribute[];
  readonly mayMake: boolean;
  readonly onChange: (mapping: Mapping) => void;
};

const samples = 3;

export function MapTable({ file, mapping, attributes, mayMake, onChange }: Props) {
  const hasCreated = mapping.columns.some(({ use }) => use.kind === 'time' && use.time === 'created');
  const hasTimes = mapping.columns.some(({ use }) => use.kind === 'time');
  return (
    <div className="space-y-5">
      <div className="grid gap-4 sm:max-w-140 sm:grid-cols-2">
        {!hasCreated && (
          <TextField
            label="No column says when leads came: all came on"
            type="date"
            value={mapping.day}
            onChange={({ target }) => onChange({ ...mapping, day: target.value })}
          />
        )}
        {hasTimes && (
          <SelectField
            label="How days are written"
            value={mapping.dates}
            onChange={({ target }) => onChange({ ...mapping, dates: styleOf(target.value) })}
          >
            <option value="iso">2025-03-31</option>
            <option value="dmy">31.3.2025 or 31/3/2025</option>
            <option value="mdy">3/31/2025</option>
          </SelectField>
        )}
      </div>
      <ul aria-label="Columns" className="divide-y divide-line border-y border-line">
        {mapping.columns.map((column, place) => (
          <Column
            key={column.column}
            {...{ file, column, place, attributes, mayMake }}
            onChange={(next) => onChange(withUse(mapping, column.column, next))}
          />
        ))}
      </ul>
    </div>
  );
}

function styleOf(text: string): DateStyle {
  return text === 'dmy' || text === 'mdy' ? text : 'iso';
}

/** The first few texts that differ. */
function samplesOf({ rows }: PastFile, place: number): readonly string[] {
  const found = new Set<string>();
  for (const { cells } of rows) {
    const text = (cells[place] ?? '').trim();
    if (text !== '') found.add(text);
    if (found.size === samples) break;
  }
  return [...found];
}

type ColumnProps = Omit<Props, 'mapping' | 'onChange'> & {
  readonly column: ColumnUse;
  readonly place: number;
  readonly onChange: (column: ColumnUse) => void;
};

function Column({ file, column, place, attributes, mayMake, onChange }: ColumnProps) {
  const shown = samplesOf(file, place);
  const choose = (text: string): void => {
    const use = useOfText(text);
    onChange(guessValues({ column: column.column, use, values: {} }, file.rows, place, attributes));
  };
  const isRead = column.use.kind !== 'none';
  return (
    <li className="grid gap-x-6 gap-y-2 py-3 md:grid-cols-[minmax(0,1fr)_260px]">
      <div className="min-w-0">
        <p className={isRead ? 'font-medium' : 'text-soft'}>{column.column}</p>
        <p className="truncate text-sm text-soft" title={shown.join(' · ')}>
          {shown.length === 0 ? 'Nothing stands here' : shown.join(' · ')}
        </p>
      </div>
      <SelectField
        label={`What ${column.column} says`}
        hideLabel
        value={useText(column.use)}
        onChange={({ target }) => choose(target.value)}
      >
        <option value="none">Not read</option>
        <optgroup label="Who they are">
          {attributes.map(({ id, label }) => (
            <option key={id} value={`attribute:${id}`}>
              {label}
            </option>
          ))}
        </optgroup>
        <optgroup label="What became of them">
          <option value="outcome">Stage or outcome</option>
          {times.map(([id, name]) => (
            <option key={id} value={`time:${id}`}>
              {name}
            </option>
          ))}
        </optgroup>
        <optgroup label="Whence and how much">
          {facts.map(([id, name]) => (
            <option key={id} value={`fact:${id}`}>
              {name}
            </option>
          ))}
        </optgroup>
        {mayMake && (
          <optgroup label="A new attribute">
            {[typeOf(file.rows, place), ...newTypes.map(([id]) => id)]
              .filter((id, index, all) => all.indexOf(id) === index)
              .map((id) => (
                <option key={id} value={`new:${id}`}>
                  New: {newTypes.find(([one]) => one === id)?.[1]}
                </option>
              ))}
          </optgroup>
        )}
      </SelectField>
      <Values {...{ file, column, place, attributes, mayMake, onChange }} />
    </li>
  );
}

/** What each text of the column stands for. */
function Values({ file, column, place, attributes, mayMake, onChange }: ColumnProps) {
  const id = useId();
  const { use, values } = column;
  const attribute = use.kind === 'attribute' ? attributes.find((one) => one.id === use.id) : undefined;
  const isChoice = attribute?.type === 'choice' || attribute?.type === 'choices';
  const isNew = use.kind === 'new' && use.type === 'choice';
  if (use.kind !== 'outcome' && !isChoice && !isNew) return null;
  const texts = textsOf(file.rows, place);
  if (texts === null)
    return (
      <p className="text-sm text-warn md:col-span-2">
        More than {mostTexts} different texts stand here: those that are not an option’s name are told as
        errors.
      </p>
    );
  const left = texts.filter((text) => (values[text] ?? nothing) === nothing).length;
  return (
    <details className="md:col-span-2" open={use.kind === 'outcome' || (isChoice && left > 0)}>
      <summary id={id} className="text-sm text-soft">
        {texts.length} different texts{left > 0 ? `, ${left} of them say nothing` : ''}
      </summary>
      <ul aria-labelledby={id} className="mt-2 grid gap-2 sm:grid-cols-2 lg:grid-cols-3">
        {texts.map((text) => (
          <li key={text} className="flex items-center gap-2 rounded-control bg-ink/3 py-1 pr-1 pl-3">
            <span className="min-w-0 flex-1 truncate text-sm" title={text}>
              {text}
            </span>
            <SelectField
              label={`What ${text} stands for`}
              hideLabel
              className="max-w-40"
              value={values[text] ?? nothing}
              onChange={({ target }) => onChange({ ...column, values: { ...values, [text]: target.value } })}
            >
              <option value={nothing}>Nothing</option>
              {use.kind === 'outcome'
                ? pastSteps.map(([step, name]) => (
                    <option key={step} value={step}>
                      {name}
                    </option>
                  ))
                : attribute?.options?.map((option) => (
                    <option key={option.id} value={option.id}>
                      {option.label}
                    </option>
                  ))}
              {use.kind !== 'outcome' && mayMake && <option value={newOption}>A new option</option>}
            </SelectField>
          </li>
        ))}
      </ul>
    </details>
  );
}

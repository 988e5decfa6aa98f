// Options to tick, as many as apply; a long list can be searched.
import type { Option } from '@baton/rules';
import { useState } from 'react';
import { classes } from '../../parts/classes.ts';
import { controlClasses } from '../../parts/field.tsx';

/** From this many on, one would rather type. */
const long = 12;

type Props = {
  readonly label: string;
  readonly options: readonly Option[];
  readonly ticked: readonly string[];
  readonly onTicked: (ids: readonly string[]) => void;
  readonly disabled: boolean;
};

export function TickList({ label, options, ticked, onTicked, disabled }: Props) {
  const [sought, setSought] = useState('');
  const chosen = new Set(ticked);
  const isLong = options.length > long;
  const listed = isLong
    ? options.filter(({ id, label: name }) =>
        sought.trim() === ''
          ? chosen.has(id)
          : name.toLowerCase().includes(sought.trim().toLowerCase()) || chosen.has(id),
      )
    : options;
  const gone = ticked.filter((id) => id !== '' && !options.some((option) => option.id === id));
  const all: readonly Option[] = [...listed, ...gone.map((id) => ({ id, label: 'An option that is gone' }))];
  return (
    <div>
      {isLong && !disabled && (
        <input
          type="search"
          aria-label={`Search ${label.toLowerCase()}`}
          placeholder="Search …"
          value={sought}
          onChange={({ target }) => setSought(target.value)}
          className={classes(controlClasses, 'mb-2 h-9')}
        />
      )}
      <div role="group" aria-label={label} className="flex max-h-48 flex-wrap gap-1.5 overflow-y-auto p-0.5">
        {all.map((option) => (
          <label
            key={option.id}
            className={classes(
              'inline-flex h-8 max-w-full cursor-pointer items-center gap-2 rounded-control border px-2.5 has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent',
              chosen.has(option.id)
                ? 'border-accent bg-tint text-accent'
                : 'border-line bg-card hover:border-soft',
            )}
          >
            <input
              type="checkbox"
              checked={chosen.has(option.id)}
              disabled={disabled}
              onChange={({ target }) =>
                onTicked(
                  target.checked
                    ? inOrder(options, [...ticked.filter((id) => id !== ''), option.id])
                    : ticked.filter((id) => id !== option.id),
                )
              }
              className="size-4 shrink-0 accent-accent outline-none"
            />
            <span className="truncate">{option.label}</span>
          </label>
        ))}
        {isLong && all.length === 0 && (
          <span className="text-sm text-soft">
            {sought.trim() === '' ? 'Type to find what to tick.' : 'Nothing is called so.'}
          </span>
        )}
      </div>
    </div>
  );
}

/** As the options stand, whatever was ticked first. */
function inOrder(options: readonly Option[], ids: readonly string[]): readonly string[] {
  const place = new Map(options.map(({ id }, index) => [id, index]));
  return ids.toSorted((one, other) => (place.get(one) ?? Infinity) - (place.get(other) ?? Infinity));
}

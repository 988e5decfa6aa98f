// Who is meant: a person, a team, or whose lead it is. Somebody who is gone is shown as such, and not lost by looking.
import { isRecord } from '@baton/schema';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { SelectField } from '../parts/field.tsx';
import type { Control } from './clause-controls.ts';
import { useTerms } from './terms-context.ts';
import { useValue } from './use-value.ts';

export function RecipientControl({ control: { kind, label, path } }: { readonly control: Control }) {
  const { around } = useTerms();
  const [value, change] = useValue(path);
  const current = keyOf(value);
  const people = [...around.people.values()];
  const teams = kind === 'person' ? [] : [...around.teams.values()];
  const keys = new Set([
    ...(kind === 'tell' ? ['', 'owner'] : []),
    ...people.map(({ email }) => `person ${email}`),
    ...teams.map(({ id }) => `team ${id}`),
  ]);
  const pick = (key: string): void => {
    const space = key.indexOf(' ');
    const [sort, id] = [key.slice(0, Math.max(0, space)), key.slice(space + 1)];
    if (key === '') change(undefined);
    else if (key === 'owner') change('owner');
    else change(kind === 'person' ? id : { [sort]: id });
  };
  return (
    <div className="w-64">
      <SelectField
        label={label}
        hint={whatIsMissing(kind, people.length, around.teams.size)}
        value={current}
        onChange={({ target }) => pick(target.value)}
      >
        {!keys.has(current) && <option value={current}>Somebody who is gone</option>}
        {kind === 'tell' && (
          <>
            <option value="">nobody</option>
            <option value="owner">the owner</option>
          </>
        )}
        {teams.length > 0 && (
          <optgroup label="Teams">
            {teams.map(({ id, name }) => (
              <option key={id} value={`team ${id}`}>
                {name ?? id}
              </option>
            ))}
          </optgroup>
        )}
        <optgroup label="People">
          {people.map(({ email, name }) => (
            <option key={email} value={`person ${email}`}>
              {name}
            </option>
          ))}
        </optgroup>
      </SelectField>
    </div>
  );
}

/** Where there is nobody to choose, the way to where people and teams are made. */
function whatIsMissing(kind: Control['kind'], people: number, teams: number): ReactNode {
  const missing =
    people === 0
      ? 'There is nobody yet.'
      : kind === 'recipient' && teams === 0
        ? 'There is no team yet.'
        : null;
  if (missing === null) return undefined;
  return (
    <>
      {missing}{' '}
      <Link to="/teams" className="text-accent underline underline-offset-2">
        {people === 0 ? 'Add people' : 'Make a team'}
      </Link>
    </>
  );
}

function keyOf(value: unknown): string {
  if (value === undefined) return '';
  if (typeof value === 'string') return value === 'owner' ? 'owner' : `person ${value}`;
  if (!isRecord(value)) return '?';
  const { team, person } = value;
  if (typeof team === 'string') return `team ${team}`;
  return typeof person === 'string' ? `person ${person}` : '?';
}

// The openings of each weekday: from and to, one or more, or closed.
import { Plus, X } from 'lucide-react';
import { isRecord } from '@baton/schema';
import { Button, IconButton } from '../parts/button.tsx';
import { classes } from '../parts/classes.ts';
import { controlClasses } from '../parts/field.tsx';
import type { Control } from './clause-controls.ts';
import { useValue } from './use-value.ts';

const days = [
  ['mon', 'Monday'],
  ['tue', 'Tuesday'],
  ['wed', 'Wednesday'],
  ['thu', 'Thursday'],
  ['fri', 'Friday'],
  ['sat', 'Saturday'],
  ['sun', 'Sunday'],
] as const;

export function WeekControl({ control: { label, path } }: { readonly control: Control }) {
  const [value, change] = useValue(path);
  const week = isRecord(value) ? value : {};
  return (
    <fieldset>
      <legend className="mb-2 text-sm font-medium">{label}</legend>
      <div className="space-y-2">
        {days.map(([day, name]) => (
          <DayRow
            key={day}
            name={name}
            openings={openingsOf(week[day])}
            onChange={(openings) => change({ ...week, [day]: openings })}
          />
        ))}
      </div>
    </fieldset>
  );
}

type Opening = readonly [from: string, until: string];

type RowProps = {
  readonly name: string;
  readonly openings: readonly Opening[];
  readonly onChange: (openings: readonly Opening[]) => void;
};

function DayRow({ name, openings, onChange }: RowProps) {
  const look = classes(controlClasses, 'h-8 w-28!');
  return (
    <div role="group" aria-label={name} className="flex flex-wrap items-center gap-2">
      <span className="w-24 text-sm">{name}</span>
      {openings.length === 0 && <span className="text-sm text-soft">closed</span>}
      {openings.map(([from, until], index) => (
        <span key={index} className="flex items-center gap-1.5">
          <input
            type="time"
            aria-label={`${name} from`}
            value={from}
            className={look}
            onChange={({ target }) => onChange(openings.with(index, [target.value, until]))}
          />
          <span className="text-soft">to</span>
          <input
            type="time"
            aria-label={`${name} to`}
            // A browser's clock ends at 23:59.
            value={until === '24:00' ? '23:59' : until}
            className={look}
            onChange={({ target }) => onChange(openings.with(index, [from, target.value]))}
          />
          <IconButton
            size="small"
            label={`Take away ${name} ${from} to ${until}`}
            onClick={() => onChange(openings.toSpliced(index, 1))}
          >
            <X size={14} aria-hidden="true" />
          </IconButton>
        </span>
      ))}
      <Button
        look="quiet"
        size="small"
        className="text-soft!"
        icon={<Plus size={14} aria-hidden="true" />}
        onClick={() =>
          onChange([...openings, openings.length === 0 ? ['09:00', '17:00'] : ['18:00', '20:00']])
        }
      >
        Open
      </Button>
    </div>
  );
}

function openingsOf(value: unknown): readonly Opening[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((opening): Opening[] => {
    const [from, until]: readonly unknown[] = Array.isArray(opening) ? opening : [];
    return typeof from === 'string' && typeof until === 'string' ? [[from, until]] : [];
  });
}

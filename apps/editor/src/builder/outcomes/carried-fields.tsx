// Answers that go along in an address: each under the name of a parameter, none of them a secret.
import { mayBeCarried } from '@baton/form';
import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { fieldName } from '../../draft/readables.ts';
import { fieldsOf } from '../../draft/places.ts';
import { Button, IconButton } from '../../parts/button.tsx';
import { classes } from '../../parts/classes.ts';
import { controlClasses } from '../../parts/field.tsx';
import { useBuilder, useDraft } from '../builder-context.ts';

type Carried = Readonly<Record<string, string>>;
type Row = readonly [parameter: string, field: string];

type Props = {
  readonly carried: Carried;
  readonly error: string | undefined;
  readonly onCarried: (carried: Carried) => void;
};

export function CarriedFields({ carried, error, onCarried }: Props) {
  const { mayWrite } = useBuilder();
  const draft = useDraft((whole) => whole);
  const fields = fieldsOf(draft).filter(mayBeCarried);
  // A row that has no name yet, or one that is taken, is nowhere but here.
  const [rows, setRows] = useState<readonly Row[]>(() => Object.entries(carried));
  const [seen, setSeen] = useState(carried);
  if (seen !== carried && !isSame(seen, carried) && !isSame(usable(rows), carried)) {
    setSeen(carried);
    setRows(Object.entries(carried));
  }
  const put = (next: readonly Row[]): void => {
    setRows(next);
    const told = usable(next);
    if (isSame(told, carried)) return;
    setSeen(told);
    onCarried(told);
  };
  const isTaken = (parameter: string, index: number): boolean =>
    rows.some(([other], at) => at < index && other === parameter);
  return (
    <div>
      <h3 className="text-sm font-medium">Answers in the address</h3>
      <p className="mt-0.5 text-xs text-soft">
        The next page gets them as parameters. What is marked as sensitive never goes along.
      </p>
      <ul className="mt-2 space-y-2">
        {rows.map(([parameter, field], index) => (
          // Rows have no ids; each is where it is.
          <li key={index}>
            <div className="flex items-center gap-2">
              <select
                aria-label={`Answer ${index + 1}`}
                value={field}
                disabled={!mayWrite}
                onChange={({ target }) => put(rows.with(index, [parameter, target.value]))}
                className={classes(controlClasses, 'h-9')}
              >
                {!fields.some(({ id }) => id === field) && (
                  <option value={field}>Something that is gone</option>
                )}
                {fields.map((one) => (
                  <option key={one.id} value={one.id}>
                    {fieldName(one)}
                  </option>
                ))}
              </select>
              <span className="text-soft">as</span>
              <input
                aria-label={`Parameter ${index + 1}`}
                value={parameter}
                placeholder="name"
                maxLength={100}
                disabled={!mayWrite}
                aria-invalid={isTaken(parameter, index) || undefined}
                onChange={({ target }) => put(rows.with(index, [target.value.trim(), field]))}
                className={classes(controlClasses, 'h-9')}
              />
              {mayWrite && (
                <IconButton
                  label={`Remove answer ${index + 1}`}
                  className="text-soft"
                  onClick={() => put(rows.toSpliced(index, 1))}
                >
                  <X size={16} aria-hidden="true" />
                </IconButton>
              )}
            </div>
            {isTaken(parameter, index) && <p className="mt-1 text-xs text-bad">This name is taken above.</p>}
          </li>
        ))}
      </ul>
      {error && <p className="mt-1 text-xs text-bad">{error}</p>}
      {mayWrite && fields.length > 0 && (
        <Button
          look="quiet"
          size="small"
          className="mt-1 text-accent!"
          icon={<Plus size={14} aria-hidden="true" />}
          onClick={() => {
            const next = fields.find(({ id }) => !rows.some(([, field]) => field === id)) ?? fields[0];
            if (next) put([...rows, [rows.some(([name]) => name === next.id) ? '' : next.id, next.id]]);
          }}
        >
          Add an answer
        </Button>
      )}
    </div>
  );
}

function usable(rows: readonly Row[]): Carried {
  const named = rows.filter(([parameter]) => parameter !== '');
  return Object.fromEntries(named.toReversed());
}

function isSame(one: Carried, other: Carried): boolean {
  const keys = Object.keys(one);
  return keys.length === Object.keys(other).length && keys.every((key) => one[key] === other[key]);
}

// Whether it goes live at once or at an hour.
import { Segments } from '../../parts/segments.tsx';
import { TextField } from '../../parts/field.tsx';
import { localOf } from './hour-in-words.ts';

type Props = { readonly at: string | null; readonly onAt: (at: string | null) => void };

const choices = [
  { value: 'now', label: 'At once' },
  { value: 'later', label: 'At a set time' },
] as const;

export function When({ at, onAt }: Props) {
  const soon = (): string => localOf(new Date(Date.now() + 3_600_000));
  return (
    <div className="flex flex-wrap items-end gap-3">
      <Segments
        label="When"
        value={at === null ? 'now' : 'later'}
        onChange={(value) => onAt(value === 'now' ? null : soon())}
        choices={choices}
      />
      {at !== null && (
        <TextField
          label="Goes live"
          type="datetime-local"
          value={at}
          min={localOf(new Date())}
          onChange={({ target }) => onAt(target.value)}
        />
      )}
    </div>
  );
}

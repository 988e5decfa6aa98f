// One attribute into another: which one, what each of its options becomes, and what still names it afterwards.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { MergedAttribute } from '@baton/worker/api-types';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { SelectField } from '../parts/field.tsx';
import { useSay } from '../parts/toast.tsx';
import { ask } from '../server/ask.ts';
import { attributePath, catalogueKey, type Listed } from './attribute-queries.ts';
import { refusedInWords, placeInWords } from './catalogue-words.ts';

type Props = {
  readonly attribute: Listed;
  readonly all: readonly Listed[];
  readonly onClose: () => void;
};

export function MergeDialog({ attribute, all, onClose }: Props) {
  const queries = useQueryClient();
  const say = useSay();
  const [into, setInto] = useState('');
  const [options, setOptions] = useState<Readonly<Record<string, string>>>({});
  const fitting = all.filter(
    ({ id, type, about, archived, derived }) =>
      id !== attribute.id && type === attribute.type && about === attribute.about && !archived && !derived,
  );
  const other = fitting.find(({ id }) => id === into);
  const open = attribute.options.filter(
    ({ id }) => other?.options.every((option) => option.id !== id) === true,
  );
  const isMapped = open.every(({ id }) => (options[id] ?? '') !== '');
  const merge = useMutation({
    mutationFn: () =>
      ask<MergedAttribute>(`${attributePath(attribute.id)}/merge`, {
        method: 'POST',
        body: { into, options: Object.fromEntries(open.map(({ id }) => [id, options[id]])) },
      }),
    onSuccess: async () => {
      await queries.invalidateQueries(catalogueKey);
      say(`${attribute.label} is merged into ${other?.label ?? into}.`);
      onClose();
    },
  });
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Merge ${attribute.label} into another`}
      description="What leads have said to it fills the other one where that is missing, and from now on its answers say both. Nothing is lost, and it cannot be undone."
      actions={
        <>
          <Button look="quiet" onClick={onClose}>
            Cancel
          </Button>
          <Button
            look="main"
            disabled={other === undefined || !isMapped}
            busy={merge.isPending}
            onClick={() => merge.mutate()}
          >
            Merge
          </Button>
        </>
      }
    >
      <div className="space-y-5">
        {merge.isError && (
          <p role="alert" className="text-bad">
            {refusedInWords(
              merge.error,
              (option) => attribute.options.find(({ id }) => id === option)?.label ?? option,
            ).join(' ')}
          </p>
        )}
        {fitting.length === 0 ? (
          <p>There is no other attribute of this type about the same.</p>
        ) : (
          <SelectField label="Into" value={into} onChange={({ target }) => setInto(target.value)}>
            <option value="">Choose an attribute</option>
            {fitting.map(({ id, label }) => (
              <option key={id} value={id}>
                {label}
              </option>
            ))}
          </SelectField>
        )}
        {other !== undefined &&
          open.map(({ id, label }) => (
            <SelectField
              key={id}
              label={`“${label}” becomes`}
              value={options[id] ?? ''}
              onChange={({ target }) => setOptions({ ...options, [id]: target.value })}
            >
              <option value="">Choose an option</option>
              {other.options.map((option) => (
                <option key={option.id} value={option.id}>
                  {option.label}
                </option>
              ))}
            </SelectField>
          ))}
        {attribute.uses.length > 0 && (
          <div>
            <h3 className="mb-1 text-sm font-medium">These go on reading {attribute.label}</h3>
            <ul className="text-sm text-soft">
              {attribute.uses.map((use) => (
                <li key={`${use.kind} ${use.id}`}>{placeInWords(use)}</li>
              ))}
            </ul>
          </div>
        )}
      </div>
    </Dialog>
  );
}

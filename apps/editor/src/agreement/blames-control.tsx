// Which rules a reason speaks against: what a rejection with it counts for in the review.
import { isRecord } from '@baton/schema';
import { Check } from '../parts/field.tsx';
import type { Control } from './clause-controls.ts';
import { useTermsDraft } from './terms-context.ts';
import { listAt } from './terms-draft.ts';
import { useValue } from './use-value.ts';

const lists = [
  ['score', 'fit', 'rules'],
  ['score', 'fit', 'behaviours'],
  ['score', 'engagement', 'rules'],
  ['score', 'engagement', 'behaviours'],
  ['score', 'intent', 'rules'],
  ['score', 'intent', 'behaviours'],
  ['disqualify'],
] as const;

export function BlamesControl({ control: { label, path } }: { readonly control: Control }) {
  const draft = useTermsDraft();
  const [value, change] = useValue(path);
  const ticked = Array.isArray(value) ? value.map(String) : [];
  const rules = lists
    .flatMap((list) => listAt(draft, list))
    .flatMap((rule) => (isRecord(rule) ? [rule] : []));
  return (
    <fieldset className="w-full">
      <legend className="mb-2 text-sm font-medium">{label}</legend>
      <div className="grid gap-x-6 gap-y-1.5 sm:grid-cols-2">
        {rules.map(({ id, says }) => (
          <Check
            key={String(id)}
            label={String(says ?? id)}
            checked={ticked.includes(String(id))}
            onChange={({ target }) =>
              change(target.checked ? [...ticked, String(id)] : ticked.filter((one) => one !== String(id)))
            }
          />
        ))}
      </div>
    </fieldset>
  );
}

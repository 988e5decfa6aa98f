// When a part is shown, or must be answered: said in a line, and changed beside it.
import { useDraft } from '../builder-context.ts';
import { placeOf } from '../../draft/places.ts';

type Place = {
  readonly kind: 'field_shown' | 'field_required' | 'step_shown';
  readonly id: string;
};

export function ConditionRow({ place: { kind, id } }: { readonly place: Place }) {
  const condition = useDraft((draft) => {
    if (kind === 'step_shown') return draft.steps.find((step) => step.id === id)?.shownWhen;
    const field = placeOf(draft, id)?.field;
    return kind === 'field_shown' ? field?.shownWhen : field?.requiredWhen;
  });
  if (!condition && kind === 'field_required') return null;
  return (
    <div className="text-sm">
      <p className="font-medium">{kind === 'field_required' ? 'Must be answered' : 'Shown'}</p>
      <p className="text-soft">{condition ? 'At times, by a condition' : 'Always'}</p>
    </div>
  );
}

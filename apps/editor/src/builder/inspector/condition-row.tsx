// When a part is shown, or must be answered: said as a sentence, and changed by pressing it.
import { useMemo } from 'react';
import { ConditionRow as Row } from '../conditions/condition-row.tsx';

type Kind = 'field_shown' | 'field_required' | 'step_shown';

/** What is decided, and what holds while there is no condition. */
const said: Readonly<Record<Kind, readonly [label: string, otherwise: string]>> = {
  field_shown: ['Shown', 'Always'],
  field_required: ['Must be answered at times', 'Never'],
  step_shown: ['Shown', 'Always'],
};

export function ConditionRow({ kind, id }: { readonly kind: Kind; readonly id: string }) {
  const place = useMemo(() => ({ kind, id }), [kind, id]);
  const [label, otherwise] = said[kind];
  return <Row place={place} label={label} otherwise={otherwise} />;
}

// Where a form's condition is made or changed.
import { useMemo, useState } from 'react';
import { conditionAt, withCondition, type ConditionPlace } from '../../draft/condition-places.ts';
import { conditionInWords, openingInWords } from '../../draft/condition-words.ts';
import { readablesFor } from '../../draft/readables.ts';
import { useBuilder, useDraft } from '../builder-context.ts';
import { ConditionAsked } from './condition-asked.tsx';
import { useSurroundings } from './use-surroundings.ts';

type Props = { readonly place: ConditionPlace; readonly onClose: () => void };

const titles: Readonly<Record<ConditionPlace['kind'], string>> = {
  field_shown: 'When is this field shown?',
  field_required: 'When must this be answered?',
  step_shown: 'When is this step shown?',
  outcome: 'When is this shown?',
};

export function ConditionDialog({ place, onClose }: Props) {
  const { store, mayWrite } = useBuilder();
  const draft = useDraft((whole) => whole);
  const around = useSurroundings(place.kind === 'outcome');
  const [before] = useState(() => conditionAt(draft, place));
  const readables = useMemo(() => readablesFor(draft, place, around), [draft, place, around]);
  return (
    <ConditionAsked
      title={titles[place.kind]}
      opening={openingInWords(draft, place)}
      before={before}
      readables={readables}
      say={(condition) => conditionInWords(condition, draft, around)}
      mayWrite={mayWrite}
      onSave={(condition) => store.edit((whole) => withCondition(whole, place, condition))}
      onClose={onClose}
    />
  );
}

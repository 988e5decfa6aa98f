// What a new condition is to decide: chosen from all that has none yet.
import { useState } from 'react';
import { conditionAt, type ConditionPlace } from '../../draft/condition-places.ts';
import type { FormDraft } from '../../draft/form-draft.ts';
import { fieldName, stepName } from '../../draft/readables.ts';
import { classes } from '../../parts/classes.ts';
import { controlClasses } from '../../parts/field.tsx';
import { useDraft } from '../builder-context.ts';
import { ConditionWindow } from '../conditions/condition-window.tsx';

export function NewCondition() {
  const draft = useDraft((whole) => whole);
  const [open, setOpen] = useState<ConditionPlace | null>(null);
  const groups = choicesOf(draft);
  const choices = groups.flatMap(({ list }) => list);
  if (choices.length === 0) return null;
  return (
    <>
      <select
        aria-label="Add a condition"
        value=""
        onChange={({ target: { value } }) => setOpen(choices[Number(value)]?.place ?? null)}
        className={classes(controlClasses, 'h-9 w-60! max-w-full font-medium')}
      >
        <option value="" disabled>
          Add a condition …
        </option>
        {groups.map(({ name, list }) => (
          <optgroup key={name} label={name}>
            {list.map((choice) => (
              <option key={`${choice.place.kind} ${choice.place.id}`} value={choices.indexOf(choice)}>
                {choice.words}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
      {open && <ConditionWindow place={open} onClose={() => setOpen(null)} />}
    </>
  );
}

type Choice = { readonly place: ConditionPlace; readonly words: string };

function choicesOf(draft: FormDraft): readonly { readonly name: string; readonly list: readonly Choice[] }[] {
  return draft.steps
    .map((step, index) => {
      const name = stepName(draft, index);
      const list: Choice[] = [
        { place: { kind: 'step_shown', id: step.id }, words: 'When the step is shown' },
      ];
      for (const field of step.fields) {
        const { id, kind, required } = field;
        if (kind === 'hidden') continue;
        list.push({ place: { kind: 'field_shown', id }, words: `When “${fieldName(field)}” is shown` });
        if (kind === 'statement' || required === true) continue;
        list.push({
          place: { kind: 'field_required', id },
          words: `When “${fieldName(field)}” must be answered`,
        });
      }
      return { name, list: list.filter(({ place }) => conditionAt(draft, place) === null) };
    })
    .filter(({ list }) => list.length > 0);
}

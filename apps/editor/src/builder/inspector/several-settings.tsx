// Several fields at once: only what they share.
import { useEffect, useId, useRef } from 'react';
import type { Ask, FieldKind } from '@baton/form';
import { moveFields, updateField, type FieldPatch } from '../../draft/edit-fields.ts';
import type { DraftField, FormDraft } from '../../draft/form-draft.ts';
import { fieldsOf, placeOf } from '../../draft/places.ts';
import { Button } from '../../parts/button.tsx';
import { Check, SelectField } from '../../parts/field.tsx';
import { useBuildActions } from '../build/build-actions.tsx';
import { useBuilder, useDraft } from '../builder-context.ts';
import { PaneTitle } from './pane-title.tsx';
import { Section } from './section.tsx';

/** Nobody is asked these, so they can be demanded of nobody. */
const unasked: ReadonlySet<FieldKind> = new Set(['hidden', 'statement']);

/** What stands in a list where the fields differ. */
const mixed = '?';

export function SeveralSettings({ ids }: { readonly ids: readonly string[] }) {
  const { store, mayWrite } = useBuilder();
  const { remove } = useBuildActions();
  const draft = useDraft((now) => now);
  const chosen = new Set(ids);
  const fields = fieldsOf(draft).filter(({ id }) => chosen.has(id));
  const asked = fields.filter(({ kind }) => !unasked.has(kind));
  const put = (patch: FieldPatch): void => store.edit((now) => patchAll(now, asked, patch));
  const steps = new Set(fields.map(({ id }) => placeOf(draft, id)?.step.id));
  const ask = shared(asked.map((field): Ask => field.ask ?? 'always'));
  return (
    <>
      <PaneTitle>{fields.length} fields</PaneTitle>
      {asked.length > 0 && (
        <Section title="Answering">
          <Required fields={asked} disabled={!mayWrite} onChange={(required) => put({ required })} />
          <SelectField
            label="Asked"
            value={ask ?? mixed}
            disabled={!mayWrite}
            onChange={({ target: { value } }) => {
              if (value === 'always') put({ ask: undefined });
              if (value === 'untilKnown' || value === 'progressive') put({ ask: value });
            }}
          >
            {ask === undefined && <option value={mixed}>Not all alike</option>}
            <option value="always">At every visit</option>
            <option value="untilKnown">Until it is known</option>
            <option value="progressive">In its turn, with the next few</option>
          </SelectField>
        </Section>
      )}
      {draft.steps.length > 1 && (
        <Section title="Place">
          <SelectField
            label="Step"
            value={steps.size === 1 ? ([...steps][0] ?? mixed) : mixed}
            disabled={!mayWrite}
            onChange={({ target }) => store.edit((now) => toEndOf(now, chosen, target.value))}
          >
            {steps.size > 1 && <option value={mixed}>In several</option>}
            {draft.steps.map(({ id, title }, at) => (
              <option key={id} value={id}>
                {title ? title : `Step ${at + 1}`}
              </option>
            ))}
          </SelectField>
        </Section>
      )}
      {mayWrite && (
        <Section>
          <Button size="small" look="bad" onClick={remove}>
            Remove {fields.length} fields
          </Button>
        </Section>
      )}
    </>
  );
}

type RequiredProps = {
  readonly fields: readonly DraftField[];
  readonly disabled: boolean;
  readonly onChange: (required: true | undefined) => void;
};

function Required({ fields, disabled, onChange }: RequiredProps) {
  const box = useRef<HTMLInputElement>(null);
  const id = useId();
  const count = fields.filter(({ required }) => required === true).length;
  const isMixed = count > 0 && count < fields.length;
  useEffect(() => {
    if (box.current) box.current.indeterminate = isMixed;
  }, [isMixed]);
  return (
    <Check
      key={id}
      ref={box}
      label="Must be answered"
      hint={isMixed ? `${count} of ${fields.length} must be.` : undefined}
      checked={count === fields.length}
      disabled={disabled}
      onChange={({ target }) => onChange(target.checked ? true : undefined)}
    />
  );
}

function patchAll(draft: FormDraft, fields: readonly DraftField[], patch: FieldPatch): FormDraft {
  return fields.reduce((now, { id }) => updateField(now, id, patch), draft);
}

function toEndOf(draft: FormDraft, ids: ReadonlySet<string>, step: string): FormDraft {
  const target = draft.steps.find(({ id }) => id === step);
  return target === undefined ? draft : moveFields(draft, ids, { step, index: target.fields.length });
}

/** What all are, if they are all alike. */
function shared<T>(values: readonly T[]): T | undefined {
  const [first] = values;
  return values.every((value) => value === first) ? first : undefined;
}

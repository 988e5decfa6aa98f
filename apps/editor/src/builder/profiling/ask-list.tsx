// When each field of the form is asked.
import type { Ask } from '@baton/form';
import { isAsked } from '../../draft/edit-queue.ts';
import { updateField } from '../../draft/edit-fields.ts';
import type { DraftField } from '../../draft/form-draft.ts';
import { fieldName, stepName } from '../../draft/readables.ts';
import { classes } from '../../parts/classes.ts';
import { controlClasses } from '../../parts/field.tsx';
import { useBuilder, useDraft } from '../builder-context.ts';

const names: Readonly<Record<Ask, string>> = {
  always: 'At every visit',
  untilKnown: 'Until it is known',
  progressive: 'In its turn',
};

const asks = ['always', 'untilKnown', 'progressive'] as const;

export function AskList({ warnings }: { readonly warnings: ReadonlyMap<string, string> }) {
  const draft = useDraft((whole) => whole);
  return (
    <section aria-labelledby="asks" className="rounded-card border border-line bg-card p-5">
      <h2 id="asks" className="text-lg font-semibold">
        Every question
      </h2>
      {draft.steps.map((step, index) => {
        const fields = step.fields.filter(({ kind }) => isAsked(kind));
        return (
          fields.length > 0 && (
            <div key={step.id} className="mt-4">
              <h3 className="text-sm font-semibold text-soft">{stepName(draft, index)}</h3>
              <ul className="divide-y divide-line">
                {fields.map((field) => (
                  <AskRow key={field.id} field={field} warning={warnings.get(field.id)} />
                ))}
              </ul>
            </div>
          )
        );
      })}
    </section>
  );
}

function AskRow({ field, warning }: { readonly field: DraftField; readonly warning: string | undefined }) {
  const { store, mayWrite } = useBuilder();
  const { id, ask = 'always' } = field;
  // Whose lead it is has to be told at every visit that is new to it.
  const isIdentity = field.kind === 'email' && field.required === true;
  return (
    <li className="py-2">
      <div className="flex items-center gap-3">
        <span className="min-w-0 flex-1 truncate">{fieldName(field)}</span>
        <select
          aria-label={`When “${fieldName(field)}” is asked`}
          value={ask}
          disabled={!mayWrite}
          onChange={({ target: { value } }) => {
            const next = asks.find((one) => one === value);
            if (next) store.edit((draft) => updateField(draft, id, { ask: next }));
          }}
          className={classes(controlClasses, 'h-9 w-44! shrink-0')}
        >
          {asks
            .filter((one) => one !== 'progressive' || !isIdentity || ask === one)
            .map((one) => (
              <option key={one} value={one}>
                {names[one]}
              </option>
            ))}
        </select>
      </div>
      {warning && <p className="mt-1 text-xs text-warn">{warning}</p>}
    </li>
  );
}

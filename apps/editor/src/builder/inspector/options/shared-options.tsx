// Options that belong to the attribute: seen here, changed for all forms that ask for it, or replaced by the field's own.
import type { Attribute } from '@baton/rules';
import { useState } from 'react';
import { updateField } from '../../../draft/edit-fields.ts';
import { Button } from '../../../parts/button.tsx';
import { useBuilder } from '../../builder-context.ts';
import type { KindProps } from '../use-field-settings.ts';
import { SharedOptionsDialog } from './shared-options-dialog.tsx';

/** More are not listed one by one. */
const mostShown = 8;

export function SharedOptions({ field, attribute }: KindProps & { readonly attribute: Attribute }) {
  const { store, mayWrite } = useBuilder();
  const [isChanging, setChanging] = useState(false);
  const options = attribute.options ?? [];
  const rest = options.length - mostShown;
  return (
    <>
      <ul aria-label="Options" className="rounded-control border border-line px-3 py-2">
        {options.slice(0, mostShown).map(({ id, label }) => (
          <li key={id} className="truncate leading-6">
            {label}
          </li>
        ))}
        {rest > 0 && <li className="leading-6 text-soft">and {rest} more</li>}
      </ul>
      <p className="text-xs text-soft">
        They belong to the attribute “{attribute.label}”, for every form that asks for it.
      </p>
      {mayWrite && (
        <div className="flex flex-wrap gap-2">
          <Button size="small" onClick={() => setChanging(true)}>
            Change for all forms
          </Button>
          <Button
            size="small"
            look="quiet"
            onClick={() => store.edit((draft) => updateField(draft, field.id, { options }))}
          >
            Only here
          </Button>
        </div>
      )}
      {isChanging && <SharedOptionsDialog attribute={attribute} onClose={() => setChanging(false)} />}
    </>
  );
}

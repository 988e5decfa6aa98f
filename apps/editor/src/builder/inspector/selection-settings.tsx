// The settings of what is selected: a field, several, a step, or the form itself.
import { placeOf } from '../../draft/places.ts';
import { useDraft, useDraftState } from '../builder-context.ts';
import { FieldSettings } from './field-settings.tsx';
import { FormSettings } from './form-settings.tsx';
import { SeveralSettings } from './several-settings.tsx';
import { StepSettings } from './step-settings.tsx';

export function SelectionSettings() {
  const selection = useDraftState((state) => state.selection);
  switch (selection.kind) {
    case 'form':
      return <FormSettings />;
    case 'step':
      return <StepSettings key={selection.id} id={selection.id} />;
    case 'fields': {
      const [only = ''] = selection.ids;
      return selection.ids.length === 1 ? (
        <OneField key={only} id={only} />
      ) : (
        <SeveralSettings ids={selection.ids} />
      );
    }
  }
}

function OneField({ id }: { readonly id: string }) {
  const field = useDraft((draft) => placeOf(draft, id)?.field);
  return field ? <FieldSettings field={field} /> : null;
}

// What there is to choose from: the field's own options, or those that it shares with its attribute.
import { useBuilder } from '../../builder-context.ts';
import { updateField } from '../../../draft/edit-fields.ts';
import { Button } from '../../../parts/button.tsx';
import { Section } from '../section.tsx';
import type { KindProps } from '../use-field-settings.ts';
import { useTold } from '../use-told.ts';
import { OptionList } from './option-list.tsx';
import { OtherSettings } from './other-settings.tsx';
import { SharedOptions } from './shared-options.tsx';

export function OptionsSettings({ field }: KindProps) {
  const { store, attributes, mayWrite } = useBuilder();
  const told = useTold(field.id)('options');
  const attribute = field.attribute === undefined ? undefined : attributes.get(field.attribute);
  const shared = attribute?.options?.length ? attribute : undefined;
  const isShared = field.options === undefined && shared !== undefined;
  return (
    <Section title="Options">
      {isShared ? (
        <SharedOptions field={field} attribute={shared} />
      ) : (
        <OptionList
          options={field.options ?? []}
          disabled={!mayWrite}
          onOptions={(change, group) =>
            store.edit(
              (draft) => {
                const now = draft.steps.flatMap(({ fields }) => fields).find(({ id }) => id === field.id);
                return updateField(draft, field.id, { options: change(now?.options ?? []) });
              },
              group && `${group} ${field.id}`,
            )
          }
        />
      )}
      {told && <p className="text-xs text-bad">{told}</p>}
      {!isShared && shared && mayWrite && (
        <Button
          size="small"
          onClick={() => store.edit((draft) => updateField(draft, field.id, { options: undefined }))}
        >
          Use the options of “{shared.label}”
        </Button>
      )}
      <OtherSettings field={field} />
    </Section>
  );
}

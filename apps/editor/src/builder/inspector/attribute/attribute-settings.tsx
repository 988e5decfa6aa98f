// Which attribute a field asks for: what is known of the person or their company afterwards. One that fits, a new one,
// or none.
import { fieldAttributes } from '@baton/form';
import type { Attribute } from '@baton/rules';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { bindAttribute } from '../../../draft/bind-attribute.ts';
import { Button } from '../../../parts/button.tsx';
import { SelectField } from '../../../parts/field.tsx';
import { useBuilder } from '../../builder-context.ts';
import { Section } from '../section.tsx';
import type { KindProps } from '../use-field-settings.ts';
import { useTold } from '../use-told.ts';
import { NewAttribute } from './new-attribute.tsx';

export function AttributeSettings({ field }: KindProps) {
  const { store, attributes, mayWrite } = useBuilder();
  const [isCreating, setCreating] = useState(false);
  const error = useTold(field.id)('attribute');
  const now = field.attribute;
  const fitting = [...attributes.values()].filter(
    ({ id, type, archived }) =>
      fieldAttributes[field.kind].includes(type) && (archived !== true || id === now),
  );
  const known = now === undefined ? undefined : attributes.get(now);
  const about = (what: Attribute['about']): readonly Attribute[] =>
    fitting.filter((attribute) => attribute.about === what);
  return (
    <Section>
      <SelectField
        label="Attribute"
        hint={
          now === undefined ? 'The answer stays with the submission.' : 'The answer becomes part of the lead.'
        }
        error={error}
        value={now ?? ''}
        disabled={!mayWrite}
        data-setting="attribute"
        onChange={({ target }) => {
          const next = target.value === '' ? undefined : attributes.get(target.value);
          store.edit((draft) => bindAttribute(draft, field.id, known, next));
        }}
      >
        <option value="">None</option>
        <Group name="The person" attributes={about('person')} />
        <Group name="Their company" attributes={about('company')} />
        {now !== undefined && !fitting.some(({ id }) => id === now) && (
          <option value={now}>{known?.label ?? now}</option>
        )}
      </SelectField>
      {mayWrite && (
        <Button
          size="small"
          look="quiet"
          className="-ml-2.5"
          icon={<Plus size={14} aria-hidden="true" />}
          onClick={() => setCreating(true)}
        >
          Create an attribute
        </Button>
      )}
      {isCreating && <NewAttribute field={field} onClose={() => setCreating(false)} />}
    </Section>
  );
}

function Group({ name, attributes }: { readonly name: string; readonly attributes: readonly Attribute[] }) {
  if (attributes.length === 0) return null;
  return (
    <optgroup label={name}>
      {attributes.map(({ id, label }) => (
        <option key={id} value={id}>
          {label}
        </option>
      ))}
    </optgroup>
  );
}

// A new attribute for a field, made where it is needed.
import { zodResolver } from '@hookform/resolvers/zod';
import { fieldAttributes } from '@baton/form';
import { attributeTypes, reservedIds, type Attribute } from '@baton/rules';
import { useEffect } from 'react';
import { useForm } from 'react-hook-form';
import * as z from 'zod';
import { shareOptions } from '../../../draft/bind-attribute.ts';
import { freeId } from '../../../draft/ids.ts';
import { optionsOf } from '../../../draft/shown-field.ts';
import { Button } from '../../../parts/button.tsx';
import { Dialog } from '../../../parts/dialog.tsx';
import { Check, SelectField, TextField } from '../../../parts/field.tsx';
import { useSay } from '../../../parts/toast.tsx';
import { Refusal, refusalInWords } from '../../../server/refusal.ts';
import { useBuilder } from '../../builder-context.ts';
import { findingInWords } from '../../checker/finding-words.ts';
import type { KindProps } from '../use-field-settings.ts';
import { aboutNames, typeNames } from './attribute-words.ts';
import { useSaveAttribute } from './save-attribute.ts';

const schema = z.object({
  label: z
    .string()
    .trim()
    .min(1, { error: 'An attribute needs a name.' })
    .max(200, { error: 'At most 200 characters.' }),
  about: z.enum(['person', 'company']),
  type: z.enum(attributeTypes),
  ordered: z.boolean(),
});

type Asked = z.infer<typeof schema>;

export function NewAttribute({ field, onClose }: KindProps & { readonly onClose: () => void }) {
  const { store, attributes } = useBuilder();
  const say = useSay();
  const saving = useSaveAttribute();
  const types = fieldAttributes[field.kind];
  const form = useForm<Asked>({
    resolver: zodResolver(schema),
    defaultValues: {
      label: field.label.slice(0, 200),
      about: 'person',
      type: types[0] ?? 'text',
      ordered: false,
    },
  });
  const { errors } = form.formState;
  const type = form.watch('type');
  const bound = field.attribute === undefined ? undefined : attributes.get(field.attribute);
  const options = optionsOf(field, bound);
  const isChoice = type === 'choice' || type === 'choices';
  useRefused(saving.error, (key, message) => form.setError(key, { message }, { shouldFocus: true }));
  const save = form.handleSubmit(({ label, about, type, ordered }) => {
    const taken = new Set([...attributes.keys(), ...reservedIds]);
    const attribute: Attribute = {
      id: freeId(label, taken, 'attribute'),
      label,
      type,
      about,
      ...(type === 'choice' && ordered ? { ordered } : {}),
      ...(isChoice && options.length > 0 ? { options } : {}),
    };
    saving.mutate(
      { attribute, from: null },
      {
        onSuccess: () => {
          store.edit((draft) => shareOptions(draft, field.id, attribute));
          say(`The attribute “${label}” is there, and this field asks for it.`);
          onClose();
        },
      },
    );
  });
  return (
    <Dialog
      open
      onClose={onClose}
      title="Create an attribute"
      description="One thing to know of everybody, whichever form asks for it. Scores and routes can read it."
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="main" busy={saving.isPending} onClick={() => void save()}>
            Create
          </Button>
        </>
      }
    >
      <form
        className="space-y-4"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <TextField
          label="Name"
          error={errors.label?.message}
          autoComplete="off"
          {...form.register('label')}
        />
        <SelectField label="Says something about" error={errors.about?.message} {...form.register('about')}>
          <option value="person">{aboutNames.person}</option>
          <option value="company">{aboutNames.company}</option>
        </SelectField>
        {types.length > 1 && (
          <SelectField label="Kept as" error={errors.type?.message} {...form.register('type')}>
            {types.map((one) => (
              <option key={one} value={one}>
                {typeNames[one]}
              </option>
            ))}
          </SelectField>
        )}
        {type === 'choice' && (
          <Check
            label="The options stand in order, the least first"
            hint="Then rules can say “at least”."
            {...form.register('ordered')}
          />
        )}
        {isChoice && (
          <p className="text-sm text-soft">
            {options.length === 0
              ? 'It begins without options.'
              : `It takes over the ${options.length === 1 ? 'option' : `${options.length} options`} of this field, and shares them with every form that asks for it.`}
          </p>
        )}
        {errors.root?.message && (
          <p role="alert" className="text-sm text-bad">
            {errors.root.message}
          </p>
        )}
      </form>
    </Dialog>
  );
}

/** Puts what the worker refuses to the control that can put it right. */
function useRefused(
  error: unknown,
  tell: (key: 'label' | 'about' | 'type' | 'ordered' | 'root', message: string) => void,
) {
  useEffect(() => {
    if (error === null) return;
    const issues = error instanceof Refusal ? error.issues : [];
    const [issue] = issues;
    if (issue === undefined) return tell('root', refusalInWords(error));
    const key = (['label', 'about', 'type', 'ordered'] as const).find((name) => issue.path.includes(name));
    // The id is made of the name.
    tell(issue.path.includes('id') ? 'label' : (key ?? 'root'), findingInWords(issue));
    // Told once for each refusal.
  }, [error]);
}

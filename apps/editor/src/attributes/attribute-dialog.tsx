// An attribute, new or changed. Its type and what it is about are chosen once; options that are used stay.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { attributeTypes, reservedIds, type AttributeType, type Option } from '@baton/rules';
import { useState } from 'react';
import { aboutNames, typeNames } from '../builder/inspector/attribute/attribute-words.ts';
import { OptionList } from '../builder/inspector/options/option-list.tsx';
import { freeId } from '../draft/ids.ts';
import { FormDialog } from '../parts/form-dialog.tsx';
import { Check, SelectField, TextField } from '../parts/field.tsx';
import { useSay } from '../parts/toast.tsx';
import { ask } from '../server/ask.ts';
import { attributePath, catalogueKey, type Listed } from './attribute-queries.ts';
import { refusedInWords } from './catalogue-words.ts';

type Props = {
  /** Null: a new one. */
  readonly attribute: Listed | null;
  readonly taken: readonly string[];
  readonly onClose: () => void;
};

export function AttributeDialog({ attribute, taken, onClose }: Props) {
  const queries = useQueryClient();
  const say = useSay();
  const [label, setLabel] = useState(attribute?.label ?? '');
  const [type, setType] = useState<AttributeType>(attribute?.type ?? 'text');
  const [about, setAbout] = useState<Listed['about']>(attribute?.about ?? 'person');
  const [ordered, setOrdered] = useState(attribute?.ordered ?? false);
  const [options, setOptions] = useState<readonly Option[]>(attribute?.options ?? []);
  const [isShort, setShort] = useState(false);
  const isChoice = type === 'choice' || type === 'choices';
  const save = useMutation({
    mutationFn: () =>
      ask(attributePath(attribute?.id ?? freeId(label, new Set([...taken, ...reservedIds]), 'attribute')), {
        method: 'PUT',
        body: {
          label: label.trim(),
          type,
          about,
          ...(type === 'choice' && ordered ? { ordered } : {}),
          ...(isChoice ? { options } : {}),
        },
      }),
    onSuccess: async () => {
      await queries.invalidateQueries(catalogueKey);
      say(attribute === null ? `${label.trim()} is in the catalogue.` : `${label.trim()} is changed.`);
      onClose();
    },
  });
  const send = (): void => {
    const isWhole = label.trim() !== '' && (!isChoice || options.length > 0);
    setShort(!isWhole);
    if (isWhole) save.mutate();
  };
  const nameOf = (option: string): string =>
    attribute?.options.find(({ id }) => id === option)?.label ?? option;
  return (
    <FormDialog
      title={attribute === null ? 'New attribute' : `Change ${attribute.label}`}
      description={
        attribute === null
          ? 'One thing to know of everybody, whichever form asks for it. Its type stays for good.'
          : `${typeNames[attribute.type]}, about ${about === 'person' ? 'the person' : 'their company'}.`
      }
      send={attribute === null ? 'Create' : 'Save'}
      busy={save.isPending}
      wrong={save.isError ? refusedInWords(save.error, nameOf) : []}
      onSend={send}
      onClose={onClose}
    >
      <TextField
        label="Name"
        value={label}
        maxLength={200}
        autoComplete="off"
        onChange={({ target }) => setLabel(target.value)}
        error={isShort && label.trim() === '' ? 'This is needed.' : undefined}
      />
      {attribute === null && (
        <div className="grid gap-4 sm:grid-cols-2">
          <SelectField
            label="Says something about"
            value={about}
            onChange={({ target }) => setAbout(target.value === 'company' ? 'company' : 'person')}
          >
            <option value="person">{aboutNames.person}</option>
            <option value="company">{aboutNames.company}</option>
          </SelectField>
          <SelectField
            label="Kept as"
            value={type}
            onChange={({ target }) =>
              setType(attributeTypes.find((candidate) => candidate === target.value) ?? 'text')
            }
          >
            {attributeTypes.map((one) => (
              <option key={one} value={one}>
                {typeNames[one]}
              </option>
            ))}
          </SelectField>
        </div>
      )}
      {isChoice && (
        <fieldset>
          <legend className="mb-2 text-sm font-medium">Options</legend>
          <OptionList options={options} onOptions={(change) => setOptions(change)} disabled={false} />
          {isShort && options.length === 0 && <p className="mt-1 text-xs text-bad">Add at least one.</p>}
        </fieldset>
      )}
      {type === 'choice' && (
        <Check
          label="The options stand in an order, lowest first"
          hint="Then rules may ask for “at least”."
          checked={ordered}
          onChange={({ target }) => setOrdered(target.checked)}
        />
      )}
    </FormDialog>
  );
}

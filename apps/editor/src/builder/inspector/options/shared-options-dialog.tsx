// Changes the options of an attribute, which all forms that ask for it share, after saying which those are.
import { useQuery } from '@tanstack/react-query';
import type { Attribute, Option } from '@baton/rules';
import { useState } from 'react';
import { isSame } from '@baton/form/changes';
import { Button } from '../../../parts/button.tsx';
import { Dialog } from '../../../parts/dialog.tsx';
import { useSay } from '../../../parts/toast.tsx';
import { Refusal, refusalInWords } from '../../../server/refusal.ts';
import { useDraft } from '../../builder-context.ts';
import { findingInWords } from '../../checker/finding-words.ts';
import { attributeUsesQuery } from '../attribute/attribute-uses.ts';
import { useSaveAttribute } from '../attribute/save-attribute.ts';
import { OptionList } from './option-list.tsx';

type Props = { readonly attribute: Attribute; readonly onClose: () => void };

export function SharedOptionsDialog({ attribute, onClose }: Props) {
  const [from] = useState(attribute);
  const [options, setOptions] = useState<readonly Option[]>(from.options ?? []);
  const saving = useSaveAttribute();
  const say = useSay();
  const isChanged = !isSame(options, from.options);
  const save = (): void =>
    saving.mutate(
      { attribute: { ...from, options }, from },
      {
        onSuccess: () => {
          say(`The options of “${from.label}” are changed.`);
          onClose();
        },
      },
    );
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Options of “${attribute.label}”`}
      description="Leads keep what they answered, also with options that are taken away here."
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="main" busy={saving.isPending} disabled={!isChanged} onClick={save}>
            Change for all forms
          </Button>
        </>
      }
    >
      <Uses attribute={attribute.id} />
      <OptionList options={options} disabled={saving.isPending} onOptions={(change) => setOptions(change)} />
      {saving.error && (
        <p role="alert" className="mt-3 text-sm text-bad">
          {inWords(saving.error)}
        </p>
      )}
    </Dialog>
  );
}

function Uses({ attribute }: { readonly attribute: string }) {
  const form = useDraft(({ id }) => id);
  const { data, isError } = useQuery(attributeUsesQuery(attribute));
  const others = data?.filter(({ id }) => id !== form);
  return (
    <p role="status" className="mb-3 min-h-5 text-sm text-soft">
      {isError
        ? 'Which other forms ask for it could not be found out.'
        : others === undefined
          ? ''
          : others.length === 0
            ? 'No other published form asks for it.'
            : `Also asked by ${inRow(others.map(({ name }) => `“${name}”`))}.`}
    </p>
  );
}

function inRow(names: readonly string[]): string {
  return new Intl.ListFormat('en').format(names);
}

function inWords(error: unknown): string {
  const [issue] = error instanceof Refusal ? error.issues : [];
  return issue === undefined ? refusalInWords(error) : findingInWords(issue);
}

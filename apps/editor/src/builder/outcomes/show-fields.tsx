// What an outcome shows: of which kind, its words, and where it leads.
import type { Outcome, Show } from '@baton/form';
import { updateOutcome, wordsOf } from '../../draft/edit-outcomes.ts';
import { patched } from '../../draft/edit-fields.ts';
import { Check, SelectField, TextArea, TextField } from '../../parts/field.tsx';
import { useBuilder } from '../builder-context.ts';
import { CarriedFields } from './carried-fields.tsx';
import { outcomeKinds } from './outcome-kinds.ts';
import { troubleAt, type Trouble } from './outcome-troubles.ts';

type Props = { readonly outcome: Outcome; readonly troubles: readonly Trouble[] };

type AnyShow = Extract<Show, { kind: 'booking' }>;
type Patch = { readonly [Key in Exclude<keyof AnyShow, 'kind'>]?: AnyShow[Key] | undefined };

export function ShowFields({ outcome: { id, show }, troubles }: Props) {
  const { store, mayWrite } = useBuilder();
  const put = (patch: Patch): void =>
    store.edit(
      (draft) => updateOutcome(draft, id, { show: patched<Show>(show, patch) }),
      `outcome ${id} ${Object.keys(patch).join(' ')}`,
    );
  const words = wordsOf(show);
  const at = (part: string): string | undefined => troubleAt(troubles, `show.${part}`);
  const given = { disabled: !mayWrite };
  return (
    <div className="space-y-4">
      <SelectField
        {...given}
        label="What they see"
        value={show.kind}
        onChange={({ target: { value } }) => {
          const kind = outcomeKinds.find((one) => one.kind === value)?.kind;
          if (kind) store.edit((draft) => updateOutcome(draft, id, { show: asKind(show, kind) }));
        }}
      >
        {outcomeKinds.map(({ kind, name }) => (
          <option key={kind} value={kind}>
            {name}
          </option>
        ))}
      </SelectField>
      {show.kind !== 'redirect' && (
        <>
          <TextField
            {...given}
            label="Title"
            placeholder="Thank you, in the visitor’s language"
            maxLength={500}
            value={words.title ?? ''}
            error={at('title')}
            onChange={({ target: { value } }) => put({ title: value === '' ? undefined : value })}
          />
          <TextArea
            {...given}
            label="Text"
            placeholder="In the visitor’s language"
            maxLength={10_000}
            value={words.text ?? ''}
            error={at('text')}
            onChange={({ target: { value } }) => put({ text: value === '' ? undefined : value })}
          />
        </>
      )}
      {show.kind !== 'message' && (
        <TextField
          {...given}
          label={addressNames[show.kind]}
          type="url"
          placeholder="https://…"
          maxLength={2000}
          value={show.url}
          error={at('url') ?? (show.url === '' ? 'Where does it lead?' : undefined)}
          onChange={({ target: { value } }) => put({ url: value.trim() })}
        />
      )}
      {(show.kind === 'booking' || show.kind === 'download') && (
        <TextField
          {...given}
          label="What the button says"
          placeholder={show.kind === 'booking' ? 'Book a time' : 'Download'}
          maxLength={500}
          value={show.label ?? ''}
          error={at('label')}
          onChange={({ target: { value } }) => put({ label: value === '' ? undefined : value })}
        />
      )}
      {show.kind === 'booking' && (
        <Check
          {...given}
          label="Show the calendar in the form"
          hint="Below the button. Where the website does not let it in, the button is there."
          checked={show.inline === true}
          onChange={({ target: { checked } }) => put({ inline: checked ? true : undefined })}
        />
      )}
      {(show.kind === 'redirect' || show.kind === 'booking') && (
        <CarriedFields
          carried={show.fields ?? {}}
          error={at('fields')}
          onCarried={(fields) => put({ fields: Object.keys(fields).length === 0 ? undefined : fields })}
        />
      )}
    </div>
  );
}

const addressNames = {
  redirect: 'Address of the page',
  booking: 'Address of the calendar',
  download: 'Address of the file',
} as const;

/** The same words and address, as far as the other kind has them. */
function asKind(show: Show, kind: Show['kind']): Show {
  const { title, text } = wordsOf(show);
  const words = { ...(title === undefined ? {} : { title }), ...(text === undefined ? {} : { text }) };
  const url = 'url' in show ? show.url : '';
  const fields = 'fields' in show && show.fields !== undefined ? { fields: show.fields } : {};
  const label = 'label' in show && show.label !== undefined ? { label: show.label } : {};
  switch (kind) {
    case 'message':
      return { kind, ...words };
    case 'redirect':
      return { kind, url, ...fields };
    case 'booking':
      return { kind, url, ...words, ...label, ...fields };
    case 'download':
      return { kind, url, ...words, ...label };
  }
}
